import type {FolderExporter, TextExporter} from './exporter.js';

/** A format that holds a whole glossary, by what the command line says of it. */
export interface ExportFormat {
  /** The word after `--format`. */
  readonly name: string;
  /** For the help: "SKOS, as Turtle". */
  readonly title: string;
  /** The code that writes it; loaded when it is asked for. */
  load(): Promise<TextExporter | FolderExporter>;
}

/** In the order of the help; one line for each format. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    name: 'jsonld',
    title: 'schema.org JSON-LD of the whole glossary',
    load: async () =>
      (await import('../formats/json-ld/write.js')).jsonLdExporter,
  },
  {
    name: 'skos',
    title: 'SKOS, as Turtle: terms as concepts, areas as collections',
    load: async () => (await import('../formats/skos/write.js')).skosExporter,
  },
  {
    name: 'csv',
    title: 'terms as a table, commas between cells',
    load: async () => (await import('../formats/csv/write.js')).csvExporter,
  },
  {
    name: 'tsv',
    title: 'terms as a table, tabs between cells',
    load: async () => (await import('../formats/csv/write.js')).tsvExporter,
  },
  {
    name: 'llms',
    title: 'llms.txt and llms-full.txt, for language models',
    load: async () => (await import('../formats/llms/write.js')).llmsExporter,
  },
  {
    name: 'markdown',
    title: 'a Markdown file for each entry, with YAML front matter',
    load: async () =>
      (await import('../formats/markdown/write.js')).markdownExporter,
  },
  {
    name: 'site',
    title: 'a complete static site: index, letters, areas, terms, search',
    load: async () => (await import('../site/export/site.js')).siteExporter,
  },
];
