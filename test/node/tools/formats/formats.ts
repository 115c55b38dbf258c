/** Reads and writes formats as the commands do, without their files. */
import {isDeepStrictEqual} from 'node:util';
import type {TextExporter} from '../../../../tools/src/formats/writing/exporter.js';
import type {
  Imported,
  Importer,
} from '../../../../tools/src/formats/reading/importer.js';
import {type Note, Report} from '../../../../tools/src/terminal/report.js';
import {pathText} from '../../../../src/glossary/errors.js';
import type {Glossary} from '../../../../src/glossary/types.js';

export interface ReadOptions {
  readonly file?: string;
  readonly map?: Readonly<Record<string, string>>;
  readonly language?: string;
  /** Length of the pieces in which the text comes. */
  readonly piece?: number;
}

/** What an importer finds in a text, and what it tells. */
export const readText = async (
  importer: Importer,
  text: string,
  {file = 'input', map = {}, language, piece = 65_536}: ReadOptions = {},
) => {
  const report = new Report();
  const found: Imported[] = [];
  const input = {
    file,
    text: () => Promise.resolve(text),
    // eslint-disable-next-line @typescript-eslint/require-await
    async *pieces() {
      let piecesText = '';
      for (const character of text) {
        piecesText += character;
        if (piecesText.length < piece) continue;
        yield piecesText;
        piecesText = '';
      }
      yield piecesText;
    },
  };
  const options = {map: new Map(Object.entries(map)), language};
  for await (const item of importer.read(input, options, report)) {
    found.push(item);
  }
  return {found, notes: report.notes, ...assemble(found)};
};

/** The items as a glossary, in order. */
const assemble = (found: readonly Imported[]) => {
  const terms: Record<string, unknown>[] = [];
  const areas: Record<string, unknown>[] = [];
  const head: Record<string, unknown> = {};
  const lines: number[] = [];
  for (const item of found) {
    if (item.type === 'glossary') Object.assign(head, item.value);
    else if (item.type === 'area')
      areas.push(item.value as unknown as Record<string, unknown>);
    else {
      terms.push(item.value as unknown as Record<string, unknown>);
      lines.push(item.line);
    }
  }
  return {
    terms,
    areas,
    head,
    lines,
    glossary: {
      format: 1,
      name: '',
      ...head,
      terms,
      ...(areas.length ? {areas} : {}),
    },
  };
};

export const writeText = async (
  exporter: TextExporter,
  glossary: Glossary,
  siteUrl?: string,
) => {
  const report = new Report();
  const options = {file: 'glossary.json', siteUrl, progress: () => undefined};
  let text = '';
  for await (const piece of exporter.text(glossary, options, report)) {
    text += piece;
  }
  return {text, notes: report.notes};
};

/**
 * Paths at which a glossary that came back is not what it was, in the form in
 * which notes begin: without the places in lists, terms and areas by their ids.
 */
export const differences = (was: unknown, is: unknown): readonly string[] => [
  ...new Set([...differ(was, is, [])].map((keys) => pathText(keys))),
];

function* differ(
  was: unknown,
  is: unknown,
  keys: readonly string[],
): Generator<readonly string[]> {
  if (isDeepStrictEqual(was, is)) return;
  if (isObject(was) && is === undefined && Object.keys(was).length) {
    yield* differ(was, {}, keys);
    return;
  }
  if (keys.length === 1 && Array.isArray(was) && was.every(hasId)) {
    const others = Array.isArray(is) ? (is as unknown[]).filter(hasId) : [];
    const ids = was.map((item) => item.id);
    const kept = others.map((item) => item.id).filter((id) => ids.includes(id));
    const inOrder = ids.filter((id) => kept.includes(id));
    if (!isDeepStrictEqual(kept, inOrder)) yield keys;
    if (others.some(({id}) => !ids.includes(id))) yield [...keys, 'made up'];
    for (const item of was) {
      const other = others.find(({id}) => id === item.id);
      if (other) yield* differ(item, other, keys);
      else yield keys;
    }
    if (!was.length) yield keys;
  } else if (Array.isArray(was) && was.some(isObject)) {
    yield [...keys, LIST];
  } else if (isObject(was) && isObject(is)) {
    for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
      const [before, after] = [own(was, key), own(is, key)];
      yield* differ(before, after, [...keys, key]);
    }
  } else yield keys;
}

/** Ends the path of a list of which some item changed, whichever. */
const LIST = 'items';

const own = (value: Record<string, unknown>, key: string) =>
  Object.hasOwn(value, key) ? value[key] : undefined;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasId = (value: unknown): value is {id: string} =>
  isObject(value) && typeof value.id === 'string';

/** The differences that no note speaks of. */
export const unwritten = (
  paths: readonly string[],
  notes: readonly Note[],
): readonly string[] => {
  const told = notes.map(({message}) => ({
    message,
    place: message.slice(0, message.lastIndexOf(': ')),
  }));
  return paths.filter((path) => {
    const list = path.endsWith(`.${LIST}`)
      ? path.slice(0, -LIST.length)
      : undefined;
    return !told.some(
      ({message, place}) =>
        place === path ||
        (list !== undefined && message.startsWith(list)) ||
        path.startsWith(`${place}.`) ||
        path.startsWith(`${place}[`),
    );
  });
};
