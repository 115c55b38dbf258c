import type {Glossary} from 'term-elements/glossary';
import type {Report} from '../../terminal/report.js';

/** What the command line says for all exporters. */
export interface ExportOptions {
  /** Name of the input, for the report. */
  readonly file: string;
  /** Address of the site that the output is for; ends with a slash. */
  readonly siteUrl: string | undefined;
  /** Origins of pictures that a site shows besides its own, or `any`. */
  readonly images?: string | undefined;
  /**
   * Receives the progress of a long export.
   *
   * @param part From 0 to 1.
   */
  readonly progress?: ((phase: string, part: number) => void) | undefined;
}

/** Writes a whole glossary as one text. What the format cannot hold goes into the report. */
export interface TextExporter {
  /** The text in pieces: a glossary may be larger than a string can be. */
  text(
    glossary: Glossary,
    options: ExportOptions,
    report: Report,
  ): Iterable<string> | AsyncIterable<string>;
}

/** One file of an output folder. */
export interface OutputFile {
  /** Inside the folder, with slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Writes a whole glossary as a folder of files. */
export interface FolderExporter {
  /** Whether the folder is the export's own: files of entries that are gone are removed. */
  readonly isWhole?: boolean;
  files(
    glossary: Glossary,
    options: ExportOptions,
    report: Report,
  ): Iterable<OutputFile> | AsyncIterable<OutputFile>;
}
