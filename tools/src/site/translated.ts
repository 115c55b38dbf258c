/** What a glossary is in one of the languages that it is translated into. Pure. */
import {
  localizeArea,
  localizeInfo,
  localizeTerm,
  tagKey,
  type Term,
} from 'term-elements/glossary';
import {isLanguageTag} from '../fields/language-tag.js';
import {areaTrail} from './area-trail.js';
import type {ShownGlossary} from './layout.js';
import type {SiteGlossary} from './site-glossary.js';
import {wordsFor} from './locale-strings.js';

const RIGHT_TO_LEFT = /^(?:Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg|Mand|Samr|Mend)$/;

/** Which way a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' => {
  try {
    const {script = ''} = new Intl.Locale(language).maximize();
    return RIGHT_TO_LEFT.test(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr'; // not a language tag
  }
};

/** The languages that entries are translated into, other than the glossary's own. */
export const translatedLanguages = (
  terms: readonly Term[],
  own: string,
): readonly string[] => {
  const tags = new Map<string, string>();
  for (const {translations} of terms) {
    for (const tag of Object.keys(translations ?? {})) {
      const key = tagKey(tag);
      const standard = tag.replaceAll('_', '-');
      if (key !== tagKey(own) && isLanguageTag(standard)) {
        tags.set(key, tags.get(key) ?? standard);
      }
    }
  }
  return [...tags.values()].sort();
};

/** A glossary in one language, and which of its entries have a page in it. */
interface TranslatedGlossary {
  readonly glossary: ShownGlossary;
  readonly pages: ReadonlySet<string> | undefined;
}

/**
 * The glossary as one language has it: what is translated has pages in it, and
 * links to the rest lead to the glossary's own language.
 */
export const translated = (
  {glossary}: SiteGlossary,
  language: string,
  siteUrl: string,
  own: string,
): TranslatedGlossary => {
  const pages = new Set<string>();
  const moved = (url: string | undefined) =>
    `${siteUrl}${language}/${url!.slice(siteUrl.length)}`;
  const words = wordsFor(language);
  const home = `${siteUrl}${language}/`;
  const terms = glossary.terms.map((term) => {
    const translated = localizeTerm(term, language, own);
    if (translated.language === undefined) return term;
    pages.add(term.id);
    const {definition, ...rest} = translated.term;
    const url = moved(term.url);
    // A page is in one language; what is not translated is on that of the other edition.
    return definition === undefined ||
      translated.untranslated?.includes('definition')
      ? {...rest, url}
      : {...translated.term, url};
  });
  const areas = (glossary.areas ?? []).flatMap((area) => {
    const localized = localizeArea(area, language, own);
    if (localized.language === undefined) return [];
    const translated = {...localized.area, url: moved(area.url)};
    const resources = (area.resources ?? [])
      .map(({page: _, ...resource}) => {
        const url = moved(resource.url);
        return {
          ...resource,
          url,
          terms: resource.terms.filter((id) => pages.has(id)),
          page: {trail: areaTrail(words, home, translated, {...resource, url})},
        };
      })
      .filter(({terms: ids}, index) => !index || ids.length);
    if (!resources.some(({terms: ids}) => ids.length)) return [];
    // A question that is not translated is left to the other edition.
    const questions = (translated.questions ?? []).flatMap(
      ({language: tag, ...question}) => (tag === undefined ? [] : question),
    );
    return {...translated, questions, resources};
  });
  const info = localizeInfo(glossary, language);
  return {glossary: {...info, language, url: home, terms, areas}, pages};
};
