import type {Span} from '../documents/document.js';

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

/** Formulas, and what a template puts in: no text of the document. */
const NO_TEXT =
  /\$\$[^$]{1,2000}\$\$|\$\{[^{}]{0,200}\}|\{\{[^{}]{0,500}\}\}|\{%[^%{}]{0,500}%\}|\$(?! )[^$\n]{1,200}(?<! )\$(?!\d)/g;

/** The same text with everything else replaced by spaces. */
const readable = (text: string): string =>
  /[${]/.test(text)
    ? text.replace(NO_TEXT, (part) => ' '.repeat(part.length))
    : text;

/** A text of which most words are in capitals is set so for its looks. */
const SHOUTED = 0.6;

/** The upper-case words of a text, in order. */
export const abbreviationsIn = (whole: string): readonly Abbreviation[] => {
  const text = readable(whole);
  const found = [...text.matchAll(ABBREVIATION), ...text.matchAll(COMPOUND)]
    .map((match) => ({
      letters: match[1]!,
      start: match.index,
      end: match.index + match[0].length,
    }))
    .sort((a, b) => a.start - b.start);
  return found.length > 0 && isShouted(text) ? [] : found;
};

const isShouted = (text: string): boolean => {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}+$/u.test(word)).length;
  return words.length > 3 && capitals / words.length > SHOUTED;
};

/** How far before and behind an abbreviation its words are looked for. */
const NEAR = 120;

/**
 * The abbreviations that a text spells out, with the place where it does:
 * "automated market maker (AMM)", "AMM (automated market maker)", "automated
 * market makers, or AMMs", "AMM stands for automated market maker".
 */
export const spelledOut = (text: string): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  for (const {letters, start, end} of abbreviationsIn(text)) {
    if (places.has(letters)) continue;
    const before = text.slice(Math.max(0, start - NEAR), start);
    const behind = text.slice(end, end + NEAR + 4);
    const stands =
      isInBrackets(letters, before, behind) ||
      initialsOf(before.replace(LEADS_TO, '')).some((initials) =>
        initials.endsWith(letters),
      ) ||
      initialsOf(behind.replace(MEANS, '')).some((initials) =>
        initials.startsWith(letters),
      );
    if (stands) places.set(letters, start);
  }
  return places;
};

const isInBrackets = (
  letters: string,
  before: string,
  behind: string,
): boolean => {
  const inside = /^\s?[([]([^()[\]]{3,120})[)\]]/.exec(behind)?.[1];
  return (
    (/[([]\s?["“'‘]?$/.test(before) && abbreviates(letters, before)) ||
    (inside !== undefined && abbreviates(letters, inside))
  );
};

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

/** What stands between words and their abbreviation: ", or". The sentence before goes too. */
const LEADS_TO =
  /^[^]*[.!?;()[\]]|(?:[,:–—-]?\s?(?:or|called|known as|abbreviated|abbreviated as)?\s?["“'‘]?)$/g;

/** What stands between an abbreviation and its words: "stands for". The sentence behind goes too. */
const MEANS =
  /^["”'’]?\s?[,:=–—-]?\s?(?:(?:or|that is|means|meaning|is|are|is short for|short for|stands for),?\s)?(?:(?:an?|the)\s)?|[.!?;()[\]][^]*$/g;

/** Words that may have no letter in an abbreviation. */
const SMALL = new Set('a an and for in of on or the to'.split(' '));

/** The first letters of words, in capitals: of all, and without the small ones. */
const initialsOf = (text: string): readonly string[] => {
  const words = text.match(/\p{L}+/gu) ?? [];
  const large = words.filter((word) => !SMALL.has(word));
  return [words, large].map((some) =>
    some.map((word) => word[0]!.toUpperCase()).join(''),
  );
};
