import type {Edition} from './edition.js';
import {type ContentsLink, llmsContents} from './llms.js';
import type {PagePath} from './paths.js';

/** A larger glossary lists letters in place of terms. */
export const MOST_IN_CONTENTS = 1000;

/** `llms.txt` of a site: where its Markdown is. */
export const contents = (edition: Edition): string => {
  const {siteUrl, terms, areas, letters, words, index} = edition;
  const mirror = ({markdown}: PagePath) =>
    siteUrl + markdown.split('/').map(encodeURIComponent).join('/');
  const sections = new Map<string, readonly ContentsLink[]>([
    [
      words.areas,
      areas.map((area) => ({
        name: area.name,
        url: mirror(edition.pathOfArea(area)),
        text: area.description,
      })),
    ],
    [
      words.allTerms,
      terms.length <= MOST_IN_CONTENTS
        ? terms.map((term) => ({
            name: term.name,
            url: mirror(edition.pathOf(term)),
            text: term.summary,
          }))
        : letters.flatMap(({letter, pages}) =>
            pages.map(({path, terms: shown}) => ({
              name: letter,
              url: mirror(path),
              text: `${shown[0]!.name} – ${shown.at(-1)!.name}`,
            })),
          ),
    ],
    [
      'Optional',
      [
        {
          name: 'llms-full.txt',
          url: `${siteUrl}llms-full.txt`,
          text: 'all texts in one file',
        },
        {
          name: 'glossary.json',
          url: `${siteUrl}glossary.json`,
          text: 'the same as data',
        },
      ],
    ],
  ]);
  return llmsContents({...index.glossary, terms, areas}, sections);
};
