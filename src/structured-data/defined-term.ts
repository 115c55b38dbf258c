import type {DefinedTerm, DefinedTermSet, WithContext} from 'schema-dts';
import {absoluteAddress} from '../glossary/address.js';
import type {Entry} from '../glossary/source.js';
import {compact, SCHEMA_ORG} from './nodes.js';

/**
 * One entry, with the clean sentence. `DefinedTerm` has no `inLanguage`
 * (https://schema.org/DefinedTerm).
 */
export const buildDefinedTerm = (
  {term, url: address}: Entry,
  base: string,
): DefinedTerm => {
  const url = absoluteAddress(address, base)!;
  const {abbreviation, aliases = []} = term;
  const names =
    abbreviation === undefined ? aliases : [abbreviation, ...aliases];
  return compact({
    '@type': 'DefinedTerm' as const,
    '@id': url,
    url,
    name: term.name,
    alternateName: (names.length > 1 ? names : names[0])!,
    description: term.summary,
    termCode: term.id,
  });
};

/** The glossary with the entries that the page shows. */
export const buildDefinedTermSet = (
  entries: readonly Entry[],
  base: string,
): WithContext<DefinedTermSet> | undefined => {
  const [first] = entries;
  if (!first) return undefined;
  const {glossary, origin} = first;
  const url = absoluteAddress(glossary.url, origin ?? base)!;
  return compact({
    '@context': SCHEMA_ORG,
    '@type': 'DefinedTermSet' as const,
    '@id': url,
    url,
    name: glossary.name,
    inLanguage: glossary.language!,
    hasDefinedTerm: entries.map((entry) => buildDefinedTerm(entry, base)),
  }) as WithContext<DefinedTermSet>;
};
