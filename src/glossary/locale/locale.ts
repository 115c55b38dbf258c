/** The strings that elements show at a place in a page. Pure. */
import common from './languages/en.js';
import type {LocaleStrings, StringName} from './locale-strings.js';

/**
 * English strings. Those of an element whose code has not come are absent, and
 * nothing asks for them.
 */
export const english = {...common} as LocaleStrings;

/** The strings for a place in a page. */
export interface Locale {
  /** Language of that place according to `lang`, or an empty text. */
  readonly language: string;
  readonly strings: LocaleStrings;
  /** Those that are English because the language lacks them. */
  readonly english: ReadonlySet<StringName>;
  /** The language is being loaded, and the strings will change. */
  readonly isPending: boolean;
}

/** The strings of pages in English, or in no language. */
export const ENGLISH: Locale = {
  language: '',
  strings: english,
  english: new Set(),
  isPending: false,
};

const formats = new Map<string, Intl.NumberFormat>();

/** A number in the digits of a language, without separators. */
export const numberIn = (language: string, value: number): string => {
  let format = formats.get(language);
  if (!format) {
    const options = {useGrouping: false, maximumFractionDigits: 20};
    try {
      format = new Intl.NumberFormat(language || 'en', options);
    } catch {
      format = new Intl.NumberFormat('en', options); // not a language tag
    }
    formats.set(language, format);
  }
  return format.format(value);
};

/** A string with a text in its place. */
export const filled = (text: string, value: string): string =>
  text.replace('{}', () => value);
