/** Which files are imported, and in which format each of them is. */
import {lstat} from 'node:fs/promises';
import {glob, isDynamicPattern} from 'tinyglobby';
import {CommandError} from '../terminal/errors.js';
import {inputFrom} from '../fetch/input-from.js';
import type {Files} from '../files/files.js';
import {nearest} from '../checks/nearest.js';
import type {Importer, ImportInput} from '../formats/reading/importer.js';
import {IMPORT_FORMATS} from '../formats/import-formats.js';

/** Files of a folder that may be in a format that is read. */
const READABLE =
  '**/*.{md,markdown,mdown,html,htm,csv,tsv,tab,json,jsonld,ndjson,jsonl,ttl,turtle,trig,nt,nq,xml,yaml,yml}';

/** Published pages have rules of their own. */
export const PAGE = 'page';

/** Two letters at least: `C:` is a drive. */
const ADDRESS = /^[a-z][a-z\d+.-]+:\/\//i;

/** One input with what reads it; `PAGE` for a published page. */
export interface PlacedInput {
  readonly input: ImportInput;
  readonly importer: Importer | typeof PAGE;
}

/** An input under its path in the folder that was named. */
interface Named {
  readonly name: string;
  readonly path: string;
  /** Found in a folder, or by a pattern, so that its format is unknown. */
  readonly isFound?: boolean;
}

const filesOf = async (word: string): Promise<readonly Named[]> => {
  if (ADDRESS.test(word)) return [{name: word, path: word}];
  const found = await lstat(word).catch(() => undefined);
  if (found && !found.isDirectory())
    return [{name: word, path: basename(word)}];
  const isFolder = found !== undefined;
  if (!isFolder && !isDynamicPattern(word)) return [{name: word, path: word}];
  const paths = await glob(isFolder ? READABLE : word, {
    cwd: isFolder ? word : process.cwd(),
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  if (!paths.length) {
    throw new CommandError(
      `${word}: expected files to import, found none`,
      isFolder
        ? `A folder is searched for ${READABLE}`
        : 'A pattern is taken from the current folder; quote it, so that the shell leaves it alone.',
    );
  }
  return paths.toSorted().map((path) => ({
    name: isFolder ? `${word.replace(/\/+$/, '')}/${path}` : path,
    path,
    isFound: true,
  }));
};

const basename = (path: string): string => path.split('/').at(-1) ?? path;

/** Characters by which a format is recognised. A page may begin with anything. */
const startLength = (file: string): number =>
  HTML.test(file) ? 2 ** 20 : 4096;

const HTML = /\.x?html?(?:[?#]|$)/i;

const startOf = async (input: ImportInput): Promise<string> => {
  const length = startLength(input.file);
  let start = '';
  for await (const piece of input.pieces()) {
    start += piece;
    if (start.length >= length) break;
  }
  return start.slice(0, length);
};

/** @throws {CommandError} For an unknown format. */
const importerNamed = async (name: string): Promise<Importer | typeof PAGE> => {
  if (name === PAGE) return PAGE;
  const format = IMPORT_FORMATS.find((other) => other.name === name);
  if (format) return format.load();
  const names = [PAGE, ...IMPORT_FORMATS.map((other) => other.name)];
  const meant = nearest(name, names);
  throw new CommandError(
    `--from: expected ${names.join(', ')}, received "${name}"`,
    meant ? `Did you mean --from ${meant}?` : undefined,
  );
};

const MARKDOWN = /\.(?:md|markdown|mdown|mdx)$/i;

/** Of a published page: its headline, a card, or its data. */
const PAGE_SIGN = /^(?:\uFEFF?# .{1,300} [^\p{L}\p{N}\s] |## \[)|"@context"/mu;

const importerOf = async (
  {name: file, isFound}: Named,
  start: string,
): Promise<Importer | typeof PAGE> => {
  for (const {files, load} of IMPORT_FORMATS) {
    if (!files.test(file)) continue;
    const importer = await load();
    if (importer.recognises(file, start)) return importer;
  }
  if (MARKDOWN.test(file) && !PAGE_SIGN.test(start))
    return importerNamed(isFound ? 'markdown' : 'one-page');
  return PAGE;
};

/**
 * The inputs that the words of the command line name: files, folders, patterns,
 * and with `fetch` addresses.
 *
 * @param from The format of all of them; by default each is looked at.
 * @throws {CommandError} Where there is nothing to read.
 */
export const placedInputs = async (
  words: readonly string[],
  {
    from,
    fetch,
    files: system,
  }: {from: string | undefined; fetch: boolean; files: Files},
): Promise<readonly PlacedInput[]> => {
  const chosen = from === undefined ? undefined : await importerNamed(from);
  const files = (await Promise.all(words.map(filesOf))).flat();
  const placed: PlacedInput[] = [];
  for (const named of files) {
    const {name, path} = named;
    const source = inputFrom(name, {fetch});
    const isFile = !ADDRESS.test(name);
    const input: ImportInput = {
      ...source,
      path,
      ...(isFile && {original: () => system.read(name)}),
    };
    const importer = chosen ?? (await importerOf(named, await startOf(input)));
    placed.push({input, importer});
  }
  return placed;
};
