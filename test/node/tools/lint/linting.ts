import type {Glossary, Term} from '../../../../src/glossary/types.js';
import {readDocument} from '../../../../tools/src/documents/read.js';
import type {Finding} from '../../../../tools/src/lint/finding.js';
import {Linter} from '../../../../tools/src/lint/linter.js';
import {readRuleSettings} from '../../../../tools/src/lint/settings.js';
import {MdxError} from '../../../../tools/src/documents/markdown/mdx-error.js';
import type {Site} from '../../../../tools/src/lint/site.js';
import {glossaryInput} from '../../../../tools/src/lint/command/glossary-input.js';

/** A term with what it has to have. */
export const term = (
  id: string,
  name: string,
  rest: Partial<Term> = {},
): Term => ({id, name, summary: `What ${name} is.`, ...rest});

export const glossaryOf = (
  terms: readonly Term[],
  rest: Partial<Glossary> = {},
): Glossary => ({format: 1, name: 'G', language: 'en', terms, ...rest});

const nowhere: Site = {
  url: undefined,
  find: () => Promise.resolve('unknown'),
};

export interface Linting {
  readonly glossary?: Glossary;
  /** As in a configuration; rules that are not named are off. */
  readonly rules: Readonly<Record<string, unknown>>;
  readonly documents?: Readonly<Record<string, string>>;
  readonly site?: Site;
}

/** Lints texts with a few rules. */
export const lint = async ({
  glossary = glossaryOf([]),
  rules,
  documents = {},
  site = nowhere,
}: Linting): Promise<readonly Finding[]> => {
  const {settings, faults} = readRuleSettings(rules, ['rules']);
  if (faults.length) throw new Error(faults[0]!.message);
  const only = [...settings].filter(([name]) => Object.hasOwn(rules, name));
  const linter = new Linter({
    glossary: glossaryInput(JSON.stringify(glossary, null, 1), 'glossary.json'),
    rules: new Map(only),
    site,
  });
  for (const [file, text] of Object.entries(documents)) {
    try {
      linter.document(await readDocument(file, text));
    } catch (error) {
      if (!(error instanceof MdxError)) throw error;
      linter.unreadable(file, text, error);
    }
  }
  return linter.end();
};

/** The words of a one-line or longer text that a finding is about. */
export const words = (text: string, {start, end}: Finding): string => {
  const offset = ({line, column}: Finding['start']) =>
    text
      .split(/(?<=\n)/)
      .slice(0, line - 1)
      .join('').length +
    column -
    1;
  return text.slice(offset(start), offset(end));
};
