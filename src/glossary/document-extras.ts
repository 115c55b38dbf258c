/**
 * What few pages ask of a document: names, all its words, another language. As
 * one file, because who asks for one of them mostly needs the next.
 */
export {LocalizedDocument} from './localized-document.js';
export {namesReady, termsNamed} from './name-index.js';
export {glossaryVocabulary, layeredVocabulary} from './vocabulary.js';
