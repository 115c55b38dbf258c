import type {BreadcrumbList, WithContext} from 'schema-dts';
import {
  absoluteAddress,
  linkAddress,
  parentAddress,
} from '../glossary/address.js';
import {kindLabel} from '../glossary/forms.js';
import type {AreaPage, Entry} from '../glossary/source.js';
import {compact, SCHEMA_ORG} from './nodes.js';

/** One step of a trail; the last one is the page itself and needs no address. */
export interface TrailStep {
  readonly name: string;
  readonly url?: string | undefined;
}

/**
 * A trail as schema.org has it, or `undefined` where there is none to speak
 * of: Google asks for two steps at least, each but the last with an address.
 *
 * @param base Address that relative ones are resolved against.
 * @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export const buildBreadcrumbList = (
  trail: readonly TrailStep[],
  base: string,
): WithContext<BreadcrumbList> | undefined => {
  const steps = trail.map(({name, url}) => ({
    name,
    item: absoluteAddress(url, base),
  }));
  const named = steps.filter(
    ({item}, index) => item ?? index === steps.length - 1,
  );
  if (named.length < 2) return undefined;
  return {
    '@context': SCHEMA_ORG,
    '@type': 'BreadcrumbList',
    itemListElement: named.map(({name, item}, index) =>
      compact({
        '@type': 'ListItem' as const,
        position: index + 1,
        name,
        item: item!,
      }),
    ),
  };
};

/** `Home` and the list above an address, as far as addresses tell of them. */
const stepsAbove = (
  home: string | undefined,
  url: string | undefined,
  label: string,
): TrailStep[] => {
  const parent = url === undefined ? undefined : parentAddress(url);
  const steps: TrailStep[] = home ? [{name: 'Home', url: home}] : [];
  if (home && parent && parent.length > home.replace(/\/*$/, '/').length) {
    steps.push({name: label, url: parent});
  }
  return steps;
};

/** The trail of an area page: home, the areas, the area, the resource. */
export const areaTrail = (page: AreaPage): readonly TrailStep[] => {
  const {glossary, area, resource, number, origin} = page;
  const published = resource?.page?.trail;
  const trail = published ?? [
    ...stepsAbove(glossary.url, area.url, 'Area'),
    {name: area.name, url: area.url},
    ...(number === undefined || !resource
      ? []
      : [{name: `Resource ${number}`, url: resource.url}]),
  ];
  return trail.map(({name, url}) => ({name, url: linkAddress(url, origin)}));
};

/** The trail of an entry: home, the entries of its kind, the entry. */
export const termTrail = (entry: Entry): readonly TrailStep[] => {
  const {glossary, term, url, origin} = entry;
  const home = linkAddress(glossary.url, origin);
  return [
    ...stepsAbove(home, url, kindLabel(glossary, term) ?? 'Terms'),
    {name: term.name, url},
  ];
};
