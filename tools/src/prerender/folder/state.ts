/**
 * The record that a run leaves in its output, so that the next one can skip
 * unchanged pages.
 */
import {
  isText,
  readRecord,
  recordedFiles,
  recordText,
} from '../../files/output/record.js';

/** Name of the file, in the output folder. */
export const STATE_FILE = '.term-elements.json';

/** How a page was made. Contents are named by their hashes. */
export interface PageState {
  readonly input: string;
  readonly output: string;
  /** The content at the addresses of its glossaries; `null` for none. */
  readonly glossaries: Readonly<Record<string, string | null>>;
  readonly elements: number;
  readonly needsStylesheet: boolean;
}

export interface SiteState {
  /** Everything that holds for all pages: version and options. */
  readonly key: string;
  readonly pages: ReadonlyMap<string, PageState>;
  /** The other files that were written, with their contents. */
  readonly files: ReadonlyMap<string, string>;
}

const FORMAT = 1;

const NONE: SiteState = {key: '', pages: new Map(), files: new Map()};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPage = (value: unknown): value is PageState => {
  const {input, output, glossaries, elements, needsStylesheet} = Object(
    value,
  ) as Partial<Record<keyof PageState, unknown>>;
  return (
    typeof input === 'string' &&
    typeof output === 'string' &&
    isRecord(glossaries) &&
    Number.isInteger(elements) &&
    typeof needsStylesheet === 'boolean'
  );
};

/** What the last run noted; where it cannot be read, every page is made again. */
export const readState = async (output: string): Promise<SiteState> => {
  const state = await readRecord(output, STATE_FILE);
  if (!isRecord(state) || state.format !== FORMAT || !isText(state.key))
    return NONE;
  return {
    key: state.key,
    pages: recordedFiles(state.pages, isPage),
    files: recordedFiles(state.files, isText),
  };
};

/** As a file; the same for the same state. */
export const stateText = ({key, pages, files}: SiteState): string =>
  recordText({format: FORMAT, key, pages, files});
