/** The trail of a page, as far as it follows from its address. Pure. */
import {linkAddress, parentAddress} from './address.js';
import {kindLabel, kindOf} from './kinds.js';
import {langMark, textLanguage} from './language-tags.js';
import {ENGLISH, filled, type Locale, numberIn} from './locale/locale.js';
import type {StringName} from './locale/locale-strings.js';
import type {AreaPage, Entry} from './source.js';

/** One step of a trail; the last one is the page itself and needs no address. */
export interface TrailStep {
  readonly name: string;
  readonly url?: string | undefined;
  /** Language of the name, if it is not that of the page that shows it. */
  readonly lang?: string | undefined;
}

/** A trail that follows from a glossary, with what it leads to. */
export interface DerivedTrail {
  readonly steps: readonly TrailStep[];
  readonly subject: AreaPage | Entry;
}

/** A step whose name is a locale string. */
const ownStep = (
  name: StringName,
  url: string | undefined,
  {strings, english}: Locale,
  number?: number,
): TrailStep => ({
  name:
    number === undefined
      ? strings[name]
      : filled(strings[name], numberIn(strings.language, number)),
  url,
  ...(english.has(name) && {lang: 'en'}),
});

/** A step whose name is a text of the glossary. */
const textStep = (
  name: string,
  url: string | undefined,
  language: string | undefined,
  {language: around}: Locale,
): TrailStep => {
  const lang = around ? langMark(language, around) : undefined;
  return {name, url, ...(lang && {lang})};
};

/** `Home` and the list above an address, as far as addresses show them. */
const stepsAbove = (
  home: string | undefined,
  url: string | undefined,
  list: (parent: string) => TrailStep,
  locale: Locale,
): TrailStep[] => {
  const parent = url === undefined ? undefined : parentAddress(url);
  const steps = home ? [ownStep('home', home, locale)] : [];
  if (home && parent && parent.length > home.replace(/\/*$/, '/').length)
    steps.push(list(parent));
  return steps;
};

/**
 * The trail of an area page: home, the areas, the area, the resource.
 *
 * @param locale The names of the steps that the glossary has no text for.
 */
export const areaTrail = (
  page: AreaPage,
  locale: Locale = ENGLISH,
): readonly TrailStep[] => {
  const {glossary, area, resource, number, origin} = page;
  const {language = glossary.language} = page;
  const published = resource?.page?.trail;
  const trail: readonly TrailStep[] = published?.map(({name, url}) => ({
    name,
    url,
  })) ?? [
    ...stepsAbove(
      linkAddress(glossary.url, origin),
      linkAddress(area.url, origin),
      (parent) => ownStep('area', parent, locale),
      locale,
    ),
    textStep(area.name, area.url, language, locale),
    ...(number === undefined || !resource
      ? []
      : [ownStep('resource', resource.url, locale, number)]),
  ];
  return trail.map((step) => ({...step, url: linkAddress(step.url, origin)}));
};

/**
 * The trail of an entry: home, the entries of its kind, the entry.
 *
 * @param locale The names of the steps that the glossary has no text for.
 */
export const termTrail = (
  entry: Entry,
  locale: Locale = ENGLISH,
): readonly TrailStep[] => {
  const {glossary, term, url, origin} = entry;
  const home = linkAddress(glossary.url, origin);
  const kind = kindLabel(glossary, term);
  const kindLanguage =
    kindOf(glossary, term.kind)?.language ?? glossary.language;
  return [
    ...stepsAbove(
      home,
      url,
      (parent) =>
        kind === undefined
          ? ownStep('terms', parent, locale)
          : textStep(kind, parent, kindLanguage, locale),
      locale,
    ),
    textStep(term.name, url, textLanguage(entry, 'name'), locale),
  ];
};

/** The trail of what a page is about. */
export const derivedTrail = (
  subject: AreaPage | Entry,
  locale: Locale = ENGLISH,
): DerivedTrail => ({
  steps:
    'area' in subject ? areaTrail(subject, locale) : termTrail(subject, locale),
  subject,
});
