import type {
  AreaDraft,
  GlossaryDraft,
  TermDraft,
} from '../published-page/draft.js';
import type {Report} from '../../terminal/report.js';

/** A file that is imported. Large ones are read in chunks. */
export interface ImportInput {
  /** As the user named it; stands in messages. */
  readonly file: string;
  /** Its path in the folder that was named, with slashes; else its name. */
  readonly path?: string | undefined;
  /** The whole text: UTF-8, or UTF-16 with its byte order mark, which is taken off. */
  text(): Promise<string>;
  /** As `text`, with its byte order mark: it belongs to a published page. */
  original?(): Promise<string>;
  /** The text in chunks, without its byte order mark. */
  pieces(): AsyncIterable<string>;
}

/** What an importer finds, in the order in which it finds it. */
export type Imported =
  /** Of the glossary itself; later ones add to what earlier ones said. */
  | {
      readonly type: 'glossary';
      readonly value: Partial<Omit<GlossaryDraft, 'terms' | 'areas'>>;
    }
  | {
      readonly type: 'term';
      /** Without an id it gets one, from its address or its name. */
      readonly value: Omit<TermDraft, 'id'> & {id?: string};
      readonly line: number;
      /**
       * The id is only made of the name of a file, or of a slug: what else it
       * is where another such entry of this import has it.
       */
      readonly otherId?: string;
      /** Properties that count only where nothing is known. */
      readonly guessed?: readonly string[];
    }
  | {
      readonly type: 'area';
      readonly value: AreaDraft;
      readonly line: number;
      /** The input only refers to it: existing fields stay. */
      readonly isMentioned?: boolean;
    };

/** What the command line says for all importers. */
export interface ImportOptions {
  /** By properties of the format, what the input calls them: `--map name=term`. */
  readonly map: ReadonlyMap<string, string>;
  /** Language of the texts, where the input does not say; BCP 47. */
  readonly language: string | undefined;
}

/**
 * Reads one format into entries of a glossary. What it drops and what it
 * guesses goes into the report, with file and line. It never runs anything that
 * is in an input, and its time is proportional to the length of the input.
 */
export interface Importer {
  /**
   * Whether a file is in this format.
   *
   * @param file Its name; for the ending.
   * @param start The first 4,096 characters; a page of HTML as a whole, up to a million.
   */
  recognises(file: string, start: string): boolean;
  /** @throws {CommandError} Where the input cannot be read at all; says where and what was expected. */
  read(
    input: ImportInput,
    options: ImportOptions,
    report: Report,
  ): AsyncIterable<Imported> | Iterable<Imported>;
}
