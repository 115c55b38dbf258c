/** Brings published pages into a glossary; each is given back by export. */
import {isDeepStrictEqual} from 'node:util';
import {type Page, PageSchema} from 'term-elements/glossary';
import {set} from '../../files/json/set.js';
import {absoluteKey} from './address.js';
import {pageOfResource} from './area-page.js';
import type {GlossaryDraft, ResourceDraft} from './draft.js';
import {mergeArea} from './merge-area.js';
import {mergeForms} from './merge-forms.js';
import {indexOf, mergeTerms, type PublishedCard} from './merge-terms.js';
import {findNode, type Node, nodesOf, textOf} from './nodes.js';
import {markOf} from './observe-forms.js';
import {ownPage} from './own-page.js';
import type {ImportedPage} from './page.js';
import {pinOthers} from './pin.js';

/**
 * Merges pages into a glossary, in place. Terms follow the pages, the last one
 * most; of other pages nothing changes but the terms that they share with them.
 */
export const mergePages = (
  glossary: GlossaryDraft,
  pages: readonly ImportedPage[],
): void => {
  const {answerForm, kinds, areas} = glossary;
  const before = {
    ...glossary,
    ...structuredClone({answerForm, kinds, areas}),
  };
  for (const page of pages) mergeForms(glossary, page, publishedCards(page));
  pinOthers(glossary, before);
  for (const page of pages) mergePage(glossary, page);
};

const mergePage = (glossary: GlossaryDraft, imported: ImportedPage): void => {
  const areas = structuredClone(glossary.areas);
  const terms = mergeTerms(
    glossary,
    publishedCards(imported),
    markOf(imported.headline),
  );
  const place = mergeArea(glossary, imported, terms);
  pinOthers(glossary, {...glossary, areas}, place?.resource);
  if (!place?.whole) return;
  const {area, resource} = place;
  const {page: known, ...bare} = resource;
  const derived = pageOfResource(indexOf(glossary), area, bare);
  setPage(resource, known, ownPage(derived, imported, known));
};

const publishedCards = (imported: ImportedPage): PublishedCard[] => {
  const values = imported.blocks.map(({value}) => value);
  const articles = new Map<string, Node>();
  for (const article of nodesOf(
    findNode(values, 'CollectionPage'),
    'hasPart',
  )) {
    const address = textOf(article, 'url') ?? textOf(article, '@id');
    if (address) articles.set(absoluteKey(address, imported.url), article);
  }
  return imported.cards.map((card) => {
    const article = articles.get(absoluteKey(card.url, imported.url));
    const published = card.text ?? textOf(article, 'description');
    return {...card, article, published};
  });
};

/** Puts the differences in, beside properties that the format does not know. */
const setPage = (
  resource: ResourceDraft,
  known: Page | undefined,
  own: Page,
): void => {
  const kept = Object.entries(known ?? {}).flatMap(([key, value]) => {
    if (!Object.hasOwn(PageSchema.entries, key)) return [[key, value] as const];
    const next = own[key as keyof Page];
    return next === undefined ? [] : [[key, next] as const];
  });
  const page = {...Object.fromEntries(kept), ...own};
  if (Object.keys(page).length === 0) delete resource.page;
  else if (!isDeepStrictEqual(resource.page, page)) set(resource, 'page', page);
};
