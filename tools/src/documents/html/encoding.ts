/** The encoding of a page, as far as what is written into it depends on it. */
import {attribute, type Element} from './tree.js';

const isUtf8 = (element: Element): boolean =>
  element.tagName === 'meta' &&
  [
    attribute(element, 'charset') ?? '',
    /charset\s*=\s*["']?([^\s"';]*)/i.exec(
      attribute(element, 'content') ?? '',
    )?.[1] ?? '',
  ].some((name) => /^utf-?8$/i.test(name.trim()));

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/**
 * Whether only what all encodings share can be written into a page: it has
 * nothing else itself, and does not say that it is in UTF-8. A browser may then
 * read it in another encoding.
 */
export const isAsciiOnly = (
  page: string,
  elements: readonly Element[],
): boolean => isAscii(page) && !elements.some(isUtf8);

/** Other characters of a page as references. */
export const asReferences = (page: string): string =>
  page.replace(
    /[^\0-\x7f]/gu,
    (character) => `&#${character.codePointAt(0)!};`,
  );

/** Other characters of JSON as escapes: there are no references in a script. */
export const asEscapes = (json: string): string =>
  json.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
