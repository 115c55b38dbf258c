import type {GlossaryDraft} from './draft.js';
import {findNode, nodeOf, textOf, trailOf} from './nodes.js';
import type {ImportedPage} from './page.js';
import {personOf} from './person.js';

/** A glossary to put the first page into. */
export const startGlossary = (imported: ImportedPage): GlossaryDraft => {
  const values = imported.blocks.map(({value}) => value);
  const collection = findNode(values, 'CollectionPage');
  const set = findNode(values, 'DefinedTermSet');
  const publisher = personOf(nodeOf(collection, 'publisher'));
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

const hostOf = (address: string | undefined) => {
  try {
    return address === undefined ? undefined : new URL(address);
  } catch {
    return undefined;
  }
};
