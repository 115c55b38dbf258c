import {isMap, LineCounter, parseDocument} from 'yaml';
import {CommandError} from '../../terminal/errors.js';
import type {Report} from '../../terminal/report.js';

/** A file without thousands of anchors says the same. */
const MAX_ALIASES = 100;
/** Front matter is written by people; deeper than this it takes a parser too long. */
const MAX_OPEN = 500;

/** A mapping, with the line of each of its keys. */
export interface YamlMap {
  readonly value: Readonly<Record<string, unknown>>;
  readonly lineOf: (key: string) => number;
}

/** Brackets that are open at once, at most; quotes are not looked at. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{')
      deepest = Math.max(deepest, ++depth);
    else if (character === ']' || character === '}')
      depth = Math.max(0, depth - 1);
  }
  return deepest;
};

/**
 * A mapping in YAML, by the core schema: texts, numbers, true and false, lists
 * and mappings. Dates stay texts, and a tag makes nothing.
 *
 * @param firstLine Line of the text in its file.
 * @throws {CommandError} Where it is no YAML, or no mapping.
 */
export const readYaml = (
  text: string,
  file: string,
  firstLine: number,
  report: Report,
): YamlMap => {
  const fail = (line: number, received: string) =>
    new CommandError(
      `${file}:${line}: expected properties in YAML, received ${received}`,
      'One property on a line, such as "name: Funding rate"; quote texts that have ": " in them.',
    );
  // Indentation is depth too; no author writes this.
  if (depthOf(text) > MAX_OPEN || /^(?:[ \t]|[-?:] ){1000}/m.test(text))
    throw fail(firstLine, 'brackets inside brackets, too deep');
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'core',
    version: '1.2',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    strict: true,
  });
  const place = (offset: number) => ({
    file,
    line: firstLine - 1 + lines.linePos(offset).line,
  });
  const [error] = document.errors;
  if (error) throw fail(place(error.pos[0]).line, error.message);
  for (const warning of document.warnings)
    report.warning(place(warning.pos[0]), `YAML: ${warning.message}`);
  const {contents} = document;
  if (contents !== null && !isMap(contents))
    throw fail(firstLine, 'something else');
  let value: unknown;
  try {
    value = document.toJS({maxAliasCount: MAX_ALIASES});
  } catch (cause) {
    throw fail(firstLine, (cause as Error).message);
  }
  const starts = new Map<string, number>();
  for (const {key} of contents?.items ?? []) {
    const {value: name, range} = key as {value?: unknown; range?: number[]};
    if (range?.[0] !== undefined)
      starts.set(String(name), place(range[0]).line);
  }
  return {
    value: (value ?? {}) as Readonly<Record<string, unknown>>,
    lineOf: (key) => starts.get(key) ?? firstLine,
  };
};
