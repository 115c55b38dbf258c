import type {FolderExporter, TextExporter} from './writing/exporter.js';

/** A format that is exported, by what the command line says of it. */
export interface ExportFormat {
  /** The word after `--format`. */
  readonly name: string;
  /** For the help: "SKOS, as Turtle". */
  readonly title: string;
  /** The code that writes a whole glossary; loaded when it is asked for. */
  load(): Promise<TextExporter | FolderExporter>;
}

/** In the order of the help; one line for each format. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    name: 'page',
    title: 'a page in the Markdown in which it was published',
    load: async () =>
      (await import('./published-page/export.js')).pagesExporter,
  },
  {
    name: 'jsonld',
    title: 'the JSON-LD of a page; with --all, of the whole glossary',
    load: async () => (await import('./json-ld/write.js')).jsonLdExporter,
  },
  {
    name: 'skos',
    title: 'SKOS, as Turtle: terms as concepts, areas as collections',
    load: async () => (await import('./skos/write.js')).skosExporter,
  },
  {
    name: 'csv',
    title: 'terms as a table, commas between cells',
    load: async () => (await import('./csv/write.js')).csvExporter,
  },
  {
    name: 'tsv',
    title: 'terms as a table, tabs between cells',
    load: async () => (await import('./csv/write.js')).tsvExporter,
  },
  {
    name: 'llms',
    title: 'llms.txt and llms-full.txt, for language models',
    load: async () => (await import('./llms/write.js')).llmsExporter,
  },
  {
    name: 'markdown',
    title: 'a Markdown file for each entry, with YAML front matter',
    load: async () => (await import('./markdown/write.js')).markdownExporter,
  },
  {
    name: 'site',
    title: 'a complete static site: index, letters, areas, terms, search',
    load: async () => (await import('../site/export/site.js')).siteExporter,
  },
];
