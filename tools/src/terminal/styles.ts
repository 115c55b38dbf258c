import {styleText} from 'node:util';

type Style = 'red' | 'yellow' | 'dim' | 'bold' | 'underline';

/** Marks a text with one style. */
export type Mark = (text: string) => string;

const STYLES: readonly Style[] = ['red', 'yellow', 'dim', 'bold', 'underline'];

/**
 * The styles of a terminal; where it shows no colors, the text as it is.
 *
 * @param colors Whether the text goes to a terminal that shows them. What
 *     stream that is only the caller knows: `styleText` looks at stdout.
 */
export const stylesOf = (colors: boolean): Readonly<Record<Style, Mark>> =>
  Object.fromEntries(
    STYLES.map((style): [Style, Mark] => [
      style,
      colors
        ? (text) => styleText(style, text, {validateStream: false})
        : (text) => text,
    ]),
  ) as Record<Style, Mark>;
