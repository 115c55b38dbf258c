import type {LocaleStrings} from './locale-strings.js';

/** By tag, in lower case: the strings of a language, loaded when they are needed. */
export type Languages<Strings> = Readonly<
  Record<string, () => Promise<{readonly default: Strings}>>
>;

/** Strings of an element that few pages have: they come with its code. */
export interface StringSet<
  Strings extends Partial<LocaleStrings> = Partial<LocaleStrings>,
> {
  readonly english: Strings;
  /** Those of the languages in `./languages.ts`. */
  readonly languages: Languages<Strings>;
}
