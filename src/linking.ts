/**
 * What a linker at build time needs of a glossary: names and addresses, without
 * the code that reads, checks or loads one, so that plug-ins start quickly.
 */
export {PRELINKED, TIP_LINK} from './page/content-contract.js';
export {filledAddress, formFault} from './glossary/address-form.js';
export {linkAddress} from './glossary/address.js';
export {isMerging} from './glossary/entries.js';
export {foldName} from './glossary/fold.js';
export {glossaryVocabulary} from './glossary/vocabulary.js';
