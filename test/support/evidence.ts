/** The tests that a document names as its evidence: `[words](../test/x.test.ts 'name')`. */
import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const ROOT = new URL('../../', import.meta.url);

export const textOf = (path: string): string =>
  readFileSync(fileURLToPath(new URL(path, ROOT)), 'utf8');

/** A test or a benchmark that a document names. */
export interface Evidence {
  /** From the root of the repository. */
  readonly file: string;
  /** Words of the test's name as the file has them; a benchmark is a file alone. */
  readonly name: string | undefined;
}

const REFERENCE =
  /\]\(\.\.\/((?:test|bench|scripts)\/[^\s)"']+)(?: (?:"([^"]+)"|'([^']+)'))?\)/g;

export const evidenceIn = (markdown: string): readonly Evidence[] =>
  [...markdown.matchAll(REFERENCE)].map(([, file, double, single]) => ({
    file: file!,
    name: double ?? single,
  }));

/** Why a reference is no evidence, or `undefined`. */
export const faultOf = ({file, name}: Evidence): string | undefined => {
  if (!existsSync(new URL(file, ROOT))) return `${file} does not exist`;
  if (name === undefined)
    return /^(?:bench|scripts)\//.test(file)
      ? undefined
      : `${file}: expected the name of a test in quotes`;
  // Names are written as strings and templates, over one line or several.
  const names = textOf(file).matchAll(
    /\b(?:it|describe|test)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g,
  );
  for (const [, , own] of names)
    if (own!.replaceAll("\\'", "'").includes(name)) return undefined;
  return `${file} has no test with the words ${JSON.stringify(name)}`;
};

/** Rows of the tables of a document, without their heads. */
export const rowsOf = (markdown: string): readonly string[] => {
  const lines = markdown.split('\n');
  return lines.filter(
    (line, index) =>
      line.startsWith('|') &&
      !/^\|[\s|:-]+$/.test(line) &&
      !/^\|[\s|:-]+$/.test(lines[index + 1] ?? ''),
  );
};
