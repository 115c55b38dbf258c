import {foldName} from '../glossary/fold.js';
import type {Mention} from './mention.js';

const same = (a: string, b: string): boolean => foldName(a) === foldName(b);

/**
 * A name as it stands in the middle of a sentence: a capital that only begins
 * it is lowered, that of a proper name or an acronym is not, and none in German,
 * which writes all nouns with one.
 */
const inSentence = (name: string, language: string): string => {
  const [word = ''] = /^\S+/.exec(name) ?? [];
  const rest = word.slice(1);
  return rest && rest === rest.toLowerCase() && !/^de\b/i.test(language)
    ? name[0]!.toLowerCase() + name.slice(1)
    : name;
};

/** Whether the text says the full name itself: "name (ABBR)" or "ABBR (name)". */
const isExplained = (
  text: string,
  {start, end}: Mention,
  names: readonly string[],
): boolean => {
  const before = /(\S.*)\s\($/s.exec(text.slice(0, start))?.[1];
  const after = /^\s\(([^)]*)/.exec(text.slice(end))?.[1];
  return names.some(
    (name) =>
      (before !== undefined &&
        text[end] === ')' &&
        same(before.slice(-name.length), name)) ||
      (after !== undefined && same(after.trim(), name)),
  );
};

/**
 * Explains abbreviations at their first use on a page: the text to add after
 * them, in the order of the calls.
 */
export class Expansion {
  readonly #known = new Set<string>();

  /** The text to add after a mention: ` (full name)`, or nothing. */
  after(mention: Mention, text: string, language: string): string {
    const [term, ...others] = mention.terms;
    if (!term || others.length || !mention.isAbbreviation) return '';
    if (this.#known.has(term.id)) return '';
    this.#known.add(term.id);
    const {name, aliases = [], abbreviation = ''} = term;
    const {fullName = name} = mention;
    if (same(fullName, abbreviation)) return '';
    const names = [fullName, name, ...aliases];
    return isExplained(text, mention, names)
      ? ''
      : ` (${inSentence(fullName, language)})`;
  }
}
