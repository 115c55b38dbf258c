/** Which strings fit a language. Pure; loaded only by pages that are not in English. */
import {languageChain, tagKey} from '../language-tags.js';
import {english, type Locale} from './locale.js';
import type {LocaleStrings, OwnStrings, StringName} from './locale-strings.js';

/** Looks strings up by the key of a tag (`pt-br`). */
export type StringsByTag = (tag: string) => OwnStrings | undefined;

/**
 * The tags whose strings fit a language, best first. Script and region are
 * those that are likely (UTS 35, "Likely Subtags"), so that `zh-TW` finds
 * `zh-hant`, and `pt` finds `pt-br`.
 */
export const fittingTags = (language: string): readonly string[] => {
  try {
    const {
      language: name,
      script,
      region,
    } = new Intl.Locale(tagKey(language)).maximize();
    return [
      `${name}-${script}-${region}`,
      `${name}-${region}`,
      `${name}-${script}`,
      name,
    ].map(tagKey);
  } catch {
    return languageChain(language); // not a language tag, or empty
  }
};

/**
 * The strings for a language. Those of the page come before the built-in ones,
 * those of a language before those of its fallbacks, and English is last.
 *
 * @param own Those of the page.
 * @param known The built-in ones that have loaded.
 */
export const localeOf = (
  language: string,
  own: StringsByTag,
  known: StringsByTag,
  isPending = false,
): Locale => {
  const tags = fittingTags(language || 'en');
  const layers = [
    ...[...languageChain(language), ...tags].map(own),
    ...tags.map(known),
  ].filter((strings) => strings !== undefined);
  const fallback = {...english, ...own('en')};
  const strings = Object.assign(
    {},
    fallback,
    ...layers.reverse(),
  ) as LocaleStrings;
  const names = Object.keys(english) as StringName[];
  return {
    language,
    strings: layers.length ? {...strings, language} : fallback,
    english: new Set(
      layers.includes(english)
        ? []
        : names.filter((name) =>
            layers.every((layer) => layer[name] === undefined),
          ),
    ),
    isPending,
  };
};

/** The places for values in a string. */
export const holesOf = (text: string): readonly string[] =>
  text.match(/\{n?\}/g) ?? [];
