import {CommandError} from '../../terminal/errors.js';

/** A Markdown file, its front matter apart. */
export interface MarkdownFile {
  /** YAML; `undefined` where the file has none. */
  readonly yaml: string | undefined;
  /** Line of the YAML in the file, from 1. */
  readonly yamlLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

const FENCE = /^---[ \t]*(\S{0,40})[ \t]*(?:\r\n|\r|\n|$)/;
const END = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|$)/m;

const linesIn = (text: string): number =>
  (text.match(/\r\n|\r|\n/g) ?? []).length;

/**
 * Takes the front matter off a text. Only YAML is read: what other tools take
 * after `---`, such as `js`, is code.
 *
 * @throws {CommandError}
 */
export const splitFrontMatter = (text: string, file: string): MarkdownFile => {
  const fence = FENCE.exec(text);
  if (!fence) {
    if (/^\+\+\+[ \t]*(?:\r\n|\r|\n)/.test(text))
      throw new CommandError(
        `${file}:1: expected front matter in YAML, received TOML (+++)`,
        'Write the properties as YAML between two lines of ---.',
      );
    return {yaml: undefined, yamlLine: 1, body: text, bodyLine: 1};
  }
  const language = fence[1]!.toLowerCase();
  if (language && language !== 'yaml' && language !== 'yml') {
    throw new CommandError(
      `${file}:1: expected front matter in YAML, received ${JSON.stringify(language)}`,
      'Front matter is never run. Write the properties as YAML between two lines of ---.',
    );
  }
  const rest = text.slice(fence[0].length);
  const end = END.exec(rest);
  if (!end) {
    throw new CommandError(
      `${file}:1: expected a line of --- after the front matter, received none`,
      'Close the front matter, or take the first line away.',
    );
  }
  const yaml = rest.slice(0, end.index);
  return {
    yaml,
    yamlLine: 2,
    body: rest.slice(end.index + end[0].length),
    bodyLine: 3 + linesIn(yaml),
  };
};
