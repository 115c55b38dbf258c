/** The data layer: what a glossary is, how it is checked, found and loaded. */
export {absoluteAddress, linkAddress} from './address.js';
export {bundledSource} from './bundled-source.js';
export {DocumentSource, documentSource} from './document-source.js';
export {type Fault, GlossaryFormatError} from './errors.js';
export {GlossaryListError} from './list-error.js';
export {GlossaryLoadError, type LoadErrorCode} from './load-error.js';
export {TERMS_PER_PAGE} from './area-pages.js';
export {GlossaryIndex} from './glossary-index.js';
export {HttpSource, httpSource} from './http-source.js';
export {LayeredSource, layered} from './layered-source.js';
export {foldName} from './fold.js';
export {nameKey, termsNamed} from './name-index.js';
export {fullNameOf, partsOfName} from './name-parts.js';
export type * from './source.js';
export type * from './types.js';
export {areaTrail, termTrail, type TrailStep} from './trail.js';
export {
  TERM_FIELDS,
  type TermField,
  type TermFieldName,
} from './term-fields.js';
export {isMerging, isWhole} from './entries.js';
export {isObject} from './json-shapes.js';
export {formFault} from './address-form.js';
export {addressKey, parentAddress} from './address.js';
export {
  AddressedSource,
  addressFaults,
  type SiteAddresses,
} from './addressed-source.js';
export {describe, faultText, pathText} from './errors.js';
export {publisherMark, publisherOf, stripForm} from './forms.js';
export {
  JsonItems,
  type JsonPart,
  JsonSyntaxError,
  MAX_DEPTH,
} from './json-items.js';
export {
  characterAt,
  CLOSE_LIST,
  CLOSE_OBJECT,
  JsonPlace,
  JsonValueEnd,
  LINE_END,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
} from './json-value.js';
export {kindLabel} from './kinds.js';
export {
  byLetter,
  letterOf,
  letterOrder,
  nameOrder,
  OTHER,
  sortedByName,
} from './letters.js';
export {languageChain, tagKey, TERM_TEXTS} from './language-tags.js';
export type {Locale} from './locale/locale.js';
export type {
  LocaleStrings,
  OwnStrings,
  StringName,
} from './locale/locale-strings.js';
export {LIMITS} from './loading/platform.js';
export {
  localizeArea,
  localizeInfo,
  localizeQuestion,
  localizeTerm,
} from './localize.js';
export {examineGlossary, parseGlossary} from './parse.js';
export {
  AreaSchema,
  DateSchema,
  ImageSchema,
  MergingTermSchema,
  PageSchema,
  RemovedTermSchema,
  RichTextSchema,
  TermSchema,
} from './schema.js';
export {documentAddressKeys} from './sharded/address-keys.js';
export {keyHash} from './key-hash.js';
export {encodeHashes} from './sharded/golomb.js';
export {
  type AreaKeyRecord,
  type AreaRecord,
  DIRECTORY_BITS,
  type FileHash,
  filePath,
  HASH_DIGITS,
  isManifest,
  type KeyRecord,
  type LanguageTables,
  type ListedTerm,
  type Manifest,
  type NameRecord,
  type Reference,
  type Sequence,
  type Table,
  type TermRecord,
  type Tree,
} from './sharded/manifest.js';
export {
  beginningMark,
  LONGEST_NAME,
  nameMark,
  nameTableKey,
  wordKey,
} from './sharded/name-keys.js';
export {AREAS} from './sharded/shapes.js';
export {glossaryVocabulary} from './vocabulary.js';
