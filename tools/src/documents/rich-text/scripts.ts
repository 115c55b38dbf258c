/**
 * Superscripts and subscripts in plain text. They cannot be left out: without
 * them 10⁹ is 109.
 */

const characters = (
  plain: string,
  raised: string,
): ReadonlyMap<string, string> =>
  new Map(
    [...plain].map((character, index) => [character, [...raised][index]!]),
  );

const SUPERSCRIPTS = characters('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ');
const SUBSCRIPTS = characters('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');

/** Raised for its looks, and read in the line: `1st`, `Mme`, `TM`. */
const ORDINAL = /^(?:st|nd|rd|th|er|re|e|ème|o|a|me|tm|sm|[®™*†‡])$/i;

/** How a superscript or a subscript is written without markup: `10⁹`, `x^a`, `H₂O`, `x_max`. */
export const scriptText = (text: string, kind: 'sup' | 'sub'): string => {
  const written = text.replace(/\s+/g, ' ').trim();
  if (!written) return '';
  if (kind === 'sup' && ORDINAL.test(written)) return written;
  const known = kind === 'sup' ? SUPERSCRIPTS : SUBSCRIPTS;
  const marks = [...written].map((character) => known.get(character));
  if (marks.every((mark) => mark !== undefined)) return marks.join('');
  const mark = kind === 'sup' ? '^' : '_';
  return /^[\p{L}\p{N}]+$/u.test(written)
    ? `${mark}${written}`
    : `${mark}(${written})`;
};
