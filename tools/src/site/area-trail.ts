/** The steps to a page of an area, in the words of the site. Pure. */
import {parentAddress, type TrailStep} from 'term-elements/glossary';
import type {SiteWords} from './locale-strings.js';

/**
 * @param home Address of the first page in the language of the area.
 * @param area With its address on the site, as the resource.
 */
export const areaTrail = (
  words: SiteWords,
  home: string,
  area: {readonly name: string; readonly url: string},
  {number, url}: {readonly number?: number | undefined; readonly url: string},
): readonly TrailStep[] => {
  const above = parentAddress(area.url);
  return [
    {name: words.home, url: home},
    ...(above && above.length > home.length
      ? [{name: words.areas, url: above}]
      : []),
    {name: area.name, url: area.url},
    ...(number === undefined ? [] : [{name: `${words.page} ${number}`, url}]),
  ];
};
