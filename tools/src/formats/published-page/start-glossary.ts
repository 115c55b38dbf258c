import type {GlossaryDraft} from './draft.js';
import {findNode, nodeOf, textOf, trailOf} from './nodes.js';
import type {ImportedPage} from './page.js';
import {personOf} from './person.js';

/** A glossary to put pages into, as far as they say whose it is. */
export const startGlossary = (
  pages: readonly [ImportedPage, ...ImportedPage[]],
): GlossaryDraft => {
  const imported = pages.find((page) => publisherIn(page)) ?? pages[0];
  const values = valuesOf(imported);
  const set = findNode(values, 'DefinedTermSet');
  const publisher = publisherIn(imported);
  const [home] = trailOf(findNode(values, 'BreadcrumbList'));
  const address = imported.url ?? textOf(set, 'url');
  const host = hostOf(address);
  const url = home?.url ?? (host && `${host.origin}/`);
  const language = imported.language ?? textOf(set, 'inLanguage');
  return {
    format: 1,
    name: publisher?.name ?? textOf(set, 'name') ?? host?.host ?? 'Glossary',
    ...(url === undefined ? {} : {url}),
    ...(language === undefined ? {} : {language}),
    ...(publisher && {publisher}),
    kinds: {},
    terms: [],
    areas: [],
  };
};

const valuesOf = ({blocks}: ImportedPage) => blocks.map(({value}) => value);

const publisherIn = (page: ImportedPage) =>
  personOf(nodeOf(findNode(valuesOf(page), 'CollectionPage'), 'publisher'));

const hostOf = (address: string | undefined) => {
  try {
    return address === undefined ? undefined : new URL(address);
  } catch {
    return undefined;
  }
};
