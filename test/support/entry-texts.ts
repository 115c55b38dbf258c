/** The texts of the bundled glossary's entries, for tests of what they state. */
import {fileURLToPath} from 'node:url';
import {readSources, type SourceTerm} from '../../scripts/glossary/sources.js';

export const terms: readonly SourceTerm[] = readSources(
  fileURLToPath(new URL('../..', import.meta.url)),
).areas.flatMap(({value}) => value.terms);

/** The entry of this id. */
export const entryOf = (id: string): SourceTerm => {
  const term = terms.find((it) => it.id === id);
  if (!term) throw new Error(`the glossary has no entry ${id}`);
  return term;
};

/** Everything that an entry says. */
export const textOf = (id: string): string => {
  const {summary, definition, example = ''} = entryOf(id);
  return `${summary}\n${definition}\n${example}`;
};

const formulas = (text: string, form: RegExp): readonly string[] =>
  [...text.matchAll(form)].map(([, tex = '']) => tex.trim());

/** The formulas of an entry that are paragraphs, as TeX. */
export const blockFormulas = (id: string): readonly string[] =>
  formulas(entryOf(id).definition, /\$\$([^$]+)\$\$/g);

/** The formulas of an entry within its sentences, as TeX. */
export const inlineFormulas = (id: string): readonly string[] =>
  formulas(entryOf(id).definition.replaceAll('$$', ''), /\$([^$]+)\$/g);
