/** The data layer: what a glossary is, how it is checked, found and loaded. */
export type {Awaitable} from './awaitable.js';
export {absoluteAddress, linkAddress} from './address.js';
export {bundledSource} from './bundled-source.js';
export {DocumentSource, documentSource} from './document-source.js';
export {type Fault, GlossaryFormatError} from './errors.js';
export {GlossaryLoadError, type LoadErrorCode} from './load-error.js';
export {GlossaryIndex, TERMS_PER_PAGE} from './glossary-index.js';
export {HttpSource, httpSource} from './http-source.js';
export {LayeredSource, layered} from './layered-source.js';
export {foldName} from './fold.js';
export {nameKey, termsNamed} from './name-index.js';
export type * from './source.js';
export type * from './types.js';
export {areaTrail, termTrail, type TrailStep} from './trail.js';
