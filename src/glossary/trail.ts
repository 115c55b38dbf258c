/** The way to a page, as far as its address shows it. Pure. */
import {linkAddress, parentAddress} from './address.js';
import {kindLabel} from './kinds.js';
import type {AreaPage, Entry} from './source.js';

/** One step of a trail; the last one is the page itself and needs no address. */
export interface TrailStep {
  readonly name: string;
  readonly url?: string | undefined;
}

/** A trail that follows from a glossary, with what it leads to. */
export interface DerivedTrail {
  readonly steps: readonly TrailStep[];
  readonly subject: AreaPage | Entry;
}

/** `Home` and the list above an address, as far as addresses show them. */
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
    ...stepsAbove(
      linkAddress(glossary.url, origin),
      linkAddress(area.url, origin),
      'Area',
    ),
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
