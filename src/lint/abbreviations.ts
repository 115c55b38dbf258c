import type {Span} from './document/document.js';

/** An upper-case word of a text. */
export interface Abbreviation extends Span {
  /** Without the s of a plural. */
  readonly letters: string;
}

/**
 * Two to six capitals, not a part of a longer word, a path, an address, a
 * handle or an identifier; `AMMs` and `AMM's` too.
 */
const ABBREVIATION =
  /(?<![\p{L}\p{N}\p{M}_./\\@#$%&+:~^-])(\p{Lu}{2,6})(?:['’]?s|es)?(?![\p{L}\p{N}\p{M}_\\@+&]|\/(?!\p{Lu}{2,6}(?!\p{L}))|[.:](?=[\p{L}\p{N}_])|-\p{N})/gu;

/** Behind a hyphen or a slash it is a word of its own: `cross-DEX`, `CEX/DEX`. */
const COMPOUND =
  /(?<=(?<![\p{L}\p{N}_./\\@#-])\p{L}{2,20}[-/])(\p{Lu}{2,6})(?:['’]?s|es)?(?![\p{L}\p{N}\p{M}_\\@+&]|\/(?!\p{Lu}{2,6}(?!\p{L}))|[.:](?=[\p{L}\p{N}_])|-\p{N})/gu;

/** A text of which most words are in capitals is set so for its looks. */
const SHOUTED = 0.6;

/** The upper-case words of a text, in order. */
export const abbreviationsIn = (text: string): readonly Abbreviation[] => {
  const found = [...text.matchAll(ABBREVIATION), ...text.matchAll(COMPOUND)]
    .map((match) => ({
      letters: match[1]!,
      start: match.index,
      end: match.index + match[0].length,
    }))
    .sort((a, b) => a.start - b.start);
  return found.length > 2 && isShouted(text) ? [] : found;
};

const isShouted = (text: string): boolean => {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}+$/u.test(word)).length;
  return words.length > 3 && capitals / words.length > SHOUTED;
};

/** How far before and behind brackets the spelled-out words are looked for. */
const NEAR = 120;

/**
 * The abbreviations that a text spells out, with the place where it does:
 * "automated market maker (AMM)", "AMM (automated market maker)".
 */
export const spelledOut = (text: string): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  for (const {letters, start, end} of abbreviationsInBrackets(text)) {
    const before = text.slice(Math.max(0, start - NEAR), start);
    const behind = /^\s?[([]([^()[\]]{3,120})[)\]]/.exec(
      text.slice(end, end + NEAR + 4),
    )?.[1];
    const isInBrackets = /[([]\s?["“'‘]?$/.test(before);
    const stands =
      (isInBrackets && abbreviates(letters, before)) ||
      (behind !== undefined && abbreviates(letters, behind));
    if (stands && !places.has(letters)) places.set(letters, start);
  }
  return places;
};

const abbreviationsInBrackets = (text: string): readonly Abbreviation[] =>
  /[([]/.test(text) ? abbreviationsIn(text) : [];

/**
 * Whether letters stand in this order in words, the first of them at the start
 * of one: writers take letters from anywhere in the words.
 */
const abbreviates = (letters: string, words: string): boolean => {
  const wanted = letters.toLowerCase();
  const text = words.toLowerCase();
  // From each word that could be the first one.
  for (const {index} of text.matchAll(/(?<!\p{L})\p{L}/gu)) {
    if (text[index] !== wanted[0]) continue;
    let at = index;
    let count = 0;
    for (; at < text.length && count < wanted.length; at++) {
      if (text[at] === wanted[count]) count++;
    }
    if (count === wanted.length && text.length - index > wanted.length + 2) {
      return true;
    }
  }
  return false;
};
