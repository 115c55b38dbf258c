import {escapeHtml} from 'term-elements/rich-text';
import {type Markup, tagsOf} from '../markup.js';

/** What ends an address in Markdown, or means something in it. */
const SPECIAL = /[\s<>()[\]\\|`{}"]/g;

/** Reads like a character reference. */
const REFERENCE = /&(?=#?[\da-zA-Z]{1,32};)/g;

const encode = (unit: string): string =>
  unit > '\x7f'
    ? encodeURIComponent(unit)
    : `%${unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** An address in a form that can stand in `[words](address)`. */
export const markdownAddress = (
  address: string | undefined,
): string | undefined => address?.replace(SPECIAL, encode);

/** Behind these a `[` would mean something else: a picture, a reference. */
const UNFIT = /[!\]]/;

/**
 * Characters with a meaning in text, in addition to those that `escapeHtml`
 * escapes.
 */
const MARKS = /[\\`*_{}[\]$~|]/g;

/** A text that is written as it is read, beside words or between tags. */
const escapeMarks = (text: string): string => text.replace(MARKS, '\\$&');

/** An address of `markdownAddress` as it stands between the brackets of a link. */
export const writtenAddress = (address: string): string =>
  address.replace(REFERENCE, '&amp;');

/**
 * What stands before and after words in Markdown.
 *
 * @param previous The unit of the source before the words.
 */
export const textAround = (
  markup: Markup,
  addition: string,
  previous: string | undefined,
): readonly [string, string] => {
  const {href, tip} = markup;
  if (href === undefined || UNFIT.test(previous ?? '')) {
    return tagsOf(markup, escapeMarks(addition));
  }
  const address = writtenAddress(href);
  if (tip === undefined)
    return ['[', `${escapeHtml(escapeMarks(addition))}](${address})`];
  const [before, after] = tagsOf({tip}, escapeMarks(addition));
  return [`${before}[`, `](${address})${after}`];
};
