import {foldMarks} from '../glossary/fold.js';
import {
  fullNameOf,
  type NamePart,
  partsOfName,
} from '../glossary/name-parts.js';
import type {TermNames} from '../glossary/source.js';
import type {Meaning} from './name-trie.js';
import type {Pluralizer} from './plurals.js';
import {splitName} from './scanner.js';

/** One way to say a term: words as they are written, and what they mean. */
export interface NameForm {
  readonly words: readonly string[];
  readonly meaning: Meaning;
}

/** Two capitals and no small letter but a plural's: `IV` is not the "iv" of a list. */
const isCapitals = (name: string): boolean =>
  /\p{Lu}.*\p{Lu}/su.test(name) &&
  !/\p{Ll}/u.test(name.replace(/(?<=\p{Lu})s$/u, ''));

/** The same of an abbreviation, which may have a few small letters: `PoS` is not "pos". */
const isMixed = (name: string): boolean =>
  /^[\p{L}\d]{2,5}$/u.test(name) && /\p{Lu}.*\p{Lu}/u.test(name);

/** One word without capitals inside. */
const MAY_BE_VERB = /^\p{L}\p{Ll}+$/u;

const hasGap = (name: string): boolean => /[\s\p{Pd}]/u.test(name.trim());

/** How words are compared where case matters: with case, without marks. */
export const writtenForm = (words: readonly string[]): string =>
  words.map(foldMarks).join(' ');

const capitalised = (text: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Letters of two words that are written as one; longer ones never are. */
const LONGEST_JOINED = 12;
const LETTERS = /^[\p{L}\p{M}]+$/u;

/**
 * Words that are written together or apart, a hyphen being a space already:
 * "time-lock" and "timelock", "ServiceAccount" and "service account".
 */
const joinedOrApart = (
  words: readonly string[],
): readonly (readonly string[])[] => {
  const [first = '', second, third] = words;
  if (second === undefined) {
    if (!/\p{Ll}\p{Lu}/u.test(first)) return [];
    const apart = first.split(/(?<=\p{Ll})(?=\p{Lu})/u);
    return apart.every((part) => part.length > 1 && LETTERS.test(part))
      ? [apart]
      : [];
  }
  const joined = first + second;
  return third === undefined &&
    joined.length <= LONGEST_JOINED &&
    // Capitals are an abbreviation, which is not written into a word.
    !/\p{Lu}{2}/u.test(joined) &&
    LETTERS.test(joined)
    ? [[first + second.toLowerCase()]]
    : [];
};

/** All forms of one name in words, as it is written first. */
export const formsOf = (
  name: string,
  plurals: Pluralizer,
): readonly (readonly string[])[] => {
  const words = splitName(name);
  if (!words.length) return [];
  return [words, ...joinedOrApart(words)].flatMap((own) => [
    own,
    ...plurals(own),
  ]);
};

/**
 * All ways to say a term: name, aliases and abbreviation, the parts of such that
 * stand for two, and each in the other number, together and apart.
 */
export const nameForms = (
  term: TermNames,
  plurals: Pluralizer,
  language = 'en',
): readonly NameForm[] => {
  const isEnglish = /^en(?:[-_]|$)/i.test(language);
  const {abbreviation, aliases, ambiguous, caseSensitive} = term;
  const forms: NameForm[] = [];
  const addPart = ({name, fullName}: NamePart) => {
    const isExact =
      caseSensitive === true ||
      isCapitals(name) ||
      (fullName !== undefined && isMixed(name));
    const loose: Meaning = {
      term,
      fullName,
      isAmbiguous: ambiguous === true && !hasGap(name),
      mayBeVerb: isEnglish && MAY_BE_VERB.test(name),
      written: undefined,
    };
    for (const words of formsOf(name, plurals)) {
      const written = isExact && writtenForm(words);
      const meaning = written
        ? {...loose, written: [written, capitalised(written)]}
        : loose;
      forms.push({words, meaning});
    }
  };
  const add = (name: unknown) => {
    if (typeof name !== 'string') return;
    addPart({name});
    for (const part of partsOfName(name)) addPart(part);
  };
  const others = Array.isArray(aliases) ? (aliases as readonly unknown[]) : [];
  if (typeof abbreviation === 'string' && abbreviation)
    addPart({name: abbreviation, fullName: fullNameOf(textsOf(term, others))});
  add(term.name);
  for (const alias of others) add(alias);
  return forms;
};

/** What a term is called, without what is no text: glossaries are not always checked. */
const textsOf = (
  {name, abbreviation}: TermNames,
  aliases: readonly unknown[],
) => ({
  name: typeof name === 'string' ? name : '',
  abbreviation,
  aliases: aliases.filter((alias) => typeof alias === 'string'),
});
