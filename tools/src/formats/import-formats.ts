import type {Importer} from './reading/importer.js';

/** A format that is imported, by what the command line says of it. */
export interface ImportFormat {
  /** The word after `--from`. */
  readonly name: string;
  /** For the help: "CSV or TSV with a header row". */
  readonly title: string;
  /** Names of files that may be in the format; the importer looks closer. */
  readonly files: RegExp;
  /** The code that reads it; loaded when a file may need it. */
  readonly load: () => Promise<Importer>;
}

/**
 * In the order in which they are asked; one line for each format. Published
 * pages come before all of them: see `readPageFile`.
 */
export const IMPORT_FORMATS: readonly ImportFormat[] = [
  {
    name: 'glossary',
    title: 'a glossary of this format, merged into the one that is there',
    files: /\.json$/i,
    load: async () => (await import('./glossary/read.js')).glossaryImporter,
  },
  {
    name: 'csv',
    title: 'CSV or TSV with a header row',
    files: /\.(?:csv|tsv|tab|txt)$/i,
    load: async () => (await import('./csv/read.js')).csvImporter,
  },
  {
    name: 'skos',
    title: 'SKOS in Turtle, N-Triples or JSON-LD',
    files: /\.(?:ttl|turtle|nt|nq|trig|jsonld|json)$/i,
    load: async () => (await import('./skos/read.js')).skosImporter,
  },
  {
    name: 'jsonld',
    title:
      'schema.org JSON-LD, also in HTML: DefinedTermSet, FAQPage, CollectionPage',
    files: /\.(?:jsonld|json|x?html?)$/i,
    load: async () => (await import('./json-ld/read.js')).jsonLdImporter,
  },
  {
    name: 'json',
    title: 'JSON of another shape, with --map',
    files: /\.(?:json|ndjson|jsonl)$/i,
    load: async () => (await import('./mapped-json/read.js')).jsonImporter,
  },
  {
    name: 'term-page',
    title: 'published pages of single terms and definitions',
    files: /\.(?:md|markdown)$/i,
    load: async () =>
      (await import('./published-page/import-term-page.js')).termPageImporter,
  },
  {
    name: 'one-page',
    title:
      'one Markdown page with a heading, a table row, a list item or a definition for each term',
    files: /\.(?:md|markdown|mdown|mdx)$/i,
    load: async () => (await import('./one-page/read.js')).onePageImporter,
  },
  {
    name: 'markdown',
    title: 'a folder of Markdown files with YAML front matter',
    files: /\.(?:md|markdown|mdown|ya?ml)$/i,
    load: async () => (await import('./markdown/read.js')).markdownImporter,
  },
  {
    name: 'wordpress',
    title: 'the export of a WordPress site (WXR)',
    files: /\.xml$/i,
    load: async () => (await import('./wxr/read.js')).wxrImporter,
  },
  {
    name: 'dl',
    title: '<dl> lists in HTML',
    files: /\.x?html?$/i,
    load: async () =>
      (await import('./definition-list/read.js')).definitionListImporter,
  },
];
