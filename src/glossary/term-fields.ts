/**
 * The fields of a term as tools present, import and export them. Types of
 * values follow from `schema.ts`, translations from `quick-check.ts`. Elements do
 * not import this module, to keep pages light. Pure.
 */
import type {Term} from './types.js';

/** The names of one field of a term, and how other formats write it. */
export interface TermField {
  /** Shown before the value, wherever fields are listed. */
  readonly label: string;
  /**
   * Names of columns and properties that import reads as this field, in lower
   * case and without spaces and punctuation. A field without this list is only
   * read by its own name.
   */
  readonly importNames?: readonly string[];
  /**
   * Whether it is listed below the texts of an entry: on Markdown pages and in
   * the preview.
   */
  readonly isListed?: true;
  /**
   * Property of the `WebPage` about the term in schema.org JSON-LD, if the
   * value is written as it is.
   */
  readonly jsonLd?: string;
  /**
   * Properties in SKOS, if the value is written as it is: the first is written,
   * all are read.
   */
  readonly skos?: readonly [
    `${SkosPrefix}:${string}`,
    ...`${SkosPrefix}:${string}`[],
  ];
}

type SkosPrefix = 'skos' | 'dct' | 'schema';

/** Names of the fields, without the property of published pages. */
export type TermFieldName = Exclude<keyof Term, 'page'>;

/** In the order of the schema. */
export const TERM_FIELDS: Readonly<Record<TermFieldName, TermField>> = {
  id: {
    label: 'Id',
    importNames: ['slug', 'key', 'identifier', 'termid', 'code', 'termcode'],
  },
  formerIds: {
    label: 'Former ids',
    importNames: ['formerid', 'oldids', 'previousids'],
  },
  name: {
    label: 'Name',
    importNames: [
      'term',
      'title',
      'word',
      'headword',
      'phrase',
      'label',
      'entry',
      'concept',
      'preflabel',
    ],
  },
  kind: {
    label: 'Kind',
    importNames: ['type', 'termtype'],
    isListed: true,
  },
  summary: {
    label: 'Summary',
    importNames: [
      'definition',
      'description',
      'meaning',
      'explanation',
      'text',
      'shortdescription',
      'shortdefinition',
      'gloss',
      'excerpt',
      'def',
      'desc',
    ],
  },
  definition: {
    label: 'Definition',
    importNames: [
      'longdefinition',
      'longdescription',
      'fulldefinition',
      'details',
      'body',
      'content',
    ],
  },
  url: {
    label: 'Address',
    importNames: ['link', 'href', 'address', 'permalink', 'uri'],
  },
  aliases: {
    label: 'Also',
    importNames: [
      'alias',
      'synonyms',
      'synonym',
      'alternatename',
      'alternatenames',
      'altlabel',
      'altlabels',
      'alternatives',
      'aka',
      'alsoknownas',
      'othernames',
      'altnames',
      'titlealiases',
    ],
    isListed: true,
  },
  abbreviation: {
    label: 'Abbreviation',
    importNames: ['abbr', 'acronym', 'shortform', 'abbrev', 'abk'],
  },
  caseSensitive: {label: 'Case-sensitive'},
  autoLink: {label: 'Linked automatically'},
  ambiguous: {label: 'Ambiguous'},
  related: {
    label: 'See also',
    importNames: ['seealso', 'relatedterms', 'see', 'crossreferences'],
    isListed: true,
  },
  areas: {label: 'Areas', importNames: ['area', 'topic', 'topics']},
  tags: {
    label: 'Tags',
    importNames: [
      'tag',
      'keywords',
      'keyword',
      'category',
      'categories',
      'labels',
    ],
    isListed: true,
    jsonLd: 'keywords',
    skos: ['schema:keywords'],
  },
  difficulty: {
    label: 'Difficulty',
    importNames: ['level'],
    isListed: true,
    jsonLd: 'educationalLevel',
    skos: ['schema:educationalLevel'],
  },
  image: {label: 'Picture', importNames: ['picture', 'photo']},
  figure: {label: 'Figure', importNames: []},
  published: {
    label: 'Published',
    importNames: [
      'datepublished',
      'created',
      'createdat',
      'publishedat',
      'date',
    ],
    isListed: true,
    jsonLd: 'datePublished',
    skos: ['dct:issued', 'dct:created'],
  },
  modified: {
    label: 'Modified',
    importNames: [
      'datemodified',
      'updated',
      'updatedat',
      'lastmodified',
      'lastmod',
    ],
    isListed: true,
    jsonLd: 'dateModified',
    skos: ['dct:modified'],
  },
  reviewed: {
    label: 'Reviewed',
    importNames: ['datereviewed', 'reviewedat', 'lastreviewed'],
    isListed: true,
    jsonLd: 'lastReviewed',
    skos: ['schema:lastReviewed'],
  },
  author: {
    label: 'Author',
    importNames: ['by', 'writer'],
    isListed: true,
  },
  sources: {
    label: 'Sources',
    importNames: ['source', 'references', 'reference', 'citation'],
    isListed: true,
  },
  sameAs: {
    label: 'Same as',
    skos: ['schema:sameAs'],
  },
  deprecated: {label: 'Deprecated'},
  translations: {label: 'Languages', importNames: []},
};
