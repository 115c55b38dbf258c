import type {Glossary} from 'term-elements';
import data from './words.json';

/** A glossary of the app: a JSON module has wider types than a document. */
export const words = data as Glossary;
