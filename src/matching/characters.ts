/** What each character is to one who reads words. */
import {foldName} from '../glossary/fold.js';

/** Letters, digits, marks and underscores of a script that writes spaces. */
export const WORD = 1;
/** Hangul: spaces, but particles cling to words. */
export const HANGUL = 2;
/** A letter of a script without spaces; each is a word for itself. */
export const UNIT = 3;
/** Goes with the character before it. */
export const MARK = 4;
/** Spaces, hyphens and dashes: they part words, and all do so equally. */
export const GAP = 5;
/** Invisible, as if it were not there: zero width, soft hyphens. */
export const IGNORED = 6;
/** Anything else; each is a word for itself. */
export const SYMBOL = 7;

/** The bits of the kind in the traits of a character. */
export const KIND = 7;
/** It has two UTF-16 units. */
export const WIDE = 8;
/** It cannot be folded alone: into several units, into none, or by what precedes. */
export const COMPLEX = 16;
/** Two such marks in a row may be written in either order. */
export const REORDERS = 32;
/** The folded unit is in the bits above this one. */
export const FOLDED = 16;

const UNSPACED =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

/** Composed with what is before them (NFC_Quick_Check=Maybe), where not dropped by folding. */
const COMPOSES =
  /[\u0653-\u0655\u093c\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e\u1b35\u3099\u309a\u1100-\u11ff\uff9e-\uffdc]/;

const kindOf = (character: string): number => {
  if (/\p{DI}/u.test(character)) return IGNORED;
  if (/[\s\p{Z}\p{Pd}]/u.test(character)) return GAP;
  // The half-width voicing marks are letters by name only.
  if (/[\p{M}\uff9e\uff9f]/u.test(character)) return MARK;
  // U+02BC is an apostrophe that Unicode counts among letters.
  if (!/[\p{L}\p{N}\p{Pc}]/u.test(character) || character === 'ʼ') {
    return SYMBOL;
  }
  if (UNSPACED.test(character)) return UNIT;
  return /\p{sc=Hang}/u.test(character) ? HANGUL : WORD;
};

const traitsOf = (character: string): number => {
  const kind = kindOf(character);
  if (character.length > 1) return kind | WIDE | COMPLEX;
  const folded = foldName(character);
  // U+0334 has the lowest class of those that move, so what moves goes behind it.
  const moved = kind === MARK && `a${character}\u0334`.normalize('NFD');
  return (
    kind |
    (folded.length !== 1 || COMPOSES.test(character) ? COMPLEX : 0) |
    (moved && moved[1] === '\u0334' ? REORDERS : 0) |
    (folded.charCodeAt(0) << FOLDED)
  );
};

/**
 * Traits of each UTF-16 unit, 0 where not asked yet: regular expressions answer
 * once for each character that occurs. Read it before `learnTraits`.
 */
export const TRAITS = /* @__PURE__ */ new Uint32Array(0x10000);

/** Of characters with two units; as many as texts have, at most all there are. */
const wide = /* @__PURE__ */ new Map<number, number>();

/** Traits of the character at an offset that are not in the table yet. */
export const learnTraits = (text: string, at: number): number => {
  const point = text.codePointAt(at)!;
  let traits = wide.get(point);
  if (!traits) {
    traits = traitsOf(String.fromCodePoint(point));
    // The first half of a pair says nothing alone, so it stays 0 in the table.
    if (point < 0xd800 || (point > 0xdbff && point < 0x10000)) {
      TRAITS[point] = traits;
    } else {
      wide.set(point, traits);
    }
  }
  return traits;
};

/** What kind of character is at an offset of the text. */
export const kindAt = (text: string, at: number): number =>
  (TRAITS[text.charCodeAt(at)] || learnTraits(text, at)) & KIND;
