/** What a run remembers of itself in its output, so that the next one need not do it again. */
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {statOf} from '../../files/output/folders.js';
import {whyUnsafe} from '../../files/output/safe-path.js';

/** Name of the file, in the output folder. */
export const STATE_FILE = '.term-elements.json';

/** How a page was made. Contents are named by their hashes. */
export interface PageState {
  readonly input: string;
  readonly output: string;
  /** What was read at the addresses of its glossaries; null where nothing was. */
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

const isText = (value: unknown): value is string => typeof value === 'string';

const entriesOf = <T>(
  value: unknown,
  isRight: (item: unknown) => item is T,
): ReadonlyMap<string, T> =>
  new Map(
    Object.entries(isRecord(value) ? value : {}).filter(
      (entry): entry is [string, T] =>
        !whyUnsafe(entry[0]) && isRight(entry[1]),
    ),
  );

/**
 * What the last run remembered. One that cannot be read is none: then all pages
 * are made anew.
 */
export const readState = async (output: string): Promise<SiteState> => {
  const path = join(output, STATE_FILE);
  if (!existsSync(path) || !statOf(path)?.isFile()) return NONE;
  try {
    const state: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (!isRecord(state) || state.format !== FORMAT || !isText(state.key))
      return NONE;
    return {
      key: state.key,
      pages: entriesOf(state.pages, isPage),
      files: entriesOf(state.files, isText),
    };
  } catch {
    return NONE;
  }
};

/** As a file; the same for the same state. */
export const stateText = ({key, pages, files}: SiteState): string => {
  const inOrder = <T>(map: ReadonlyMap<string, T>) =>
    Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  const state = {
    format: FORMAT,
    key,
    pages: inOrder(pages),
    files: inOrder(files),
  };
  return `${JSON.stringify(state, null, 1)}\n`;
};
