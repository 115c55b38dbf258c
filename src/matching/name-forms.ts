import {foldMarks} from '../glossary/fold.js';
import type {TermNames} from '../glossary/source.js';
import type {Meaning} from './name-trie.js';
import type {Pluralizer} from './plurals.js';
import {splitName} from './scanner.js';

/** One way to say a term: words as they are written, and what they mean. */
export interface NameForm {
  readonly words: readonly string[];
  readonly meaning: Meaning;
}

/** Two capitals and no small letter: `IV` is not the "iv" of a list. */
const isCapitals = (name: string): boolean =>
  /\p{Lu}.*\p{Lu}/su.test(name) && !/\p{Ll}/u.test(name);

const hasGap = (name: string): boolean => /[\s\p{Pd}]/u.test(name.trim());

/** How words are compared where case matters: with case, without marks. */
export const writtenForm = (words: readonly string[]): string =>
  words.map(foldMarks).join(' ');

const capitalised = (text: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** All ways to say a term: name, aliases and abbreviation, each with its plurals. */
export const nameForms = (
  term: TermNames,
  plurals: Pluralizer,
): readonly NameForm[] => {
  const {abbreviation, aliases, ambiguous, caseSensitive} = term;
  const forms: NameForm[] = [];
  const add = (name: unknown, isAbbreviation: boolean) => {
    if (typeof name !== 'string') return;
    const words = splitName(name);
    if (!words.length) return;
    const isExact = caseSensitive === true || isCapitals(name);
    const loose: Meaning = {
      term,
      isAbbreviation,
      isAmbiguous: ambiguous === true && !hasGap(name),
      written: undefined,
    };
    for (const form of [words, ...plurals(words)]) {
      const written = isExact && writtenForm(form);
      const meaning = written
        ? {...loose, written: [written, capitalised(written)]}
        : loose;
      forms.push({words: form, meaning});
    }
  };
  add(abbreviation, true);
  add(term.name, false);
  if (Array.isArray(aliases)) {
    for (const alias of aliases as readonly unknown[]) add(alias, false);
  }
  return forms;
};
