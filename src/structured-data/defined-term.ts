import type {DefinedTerm, DefinedTermSet, WithContext} from 'schema-dts';
import {absoluteAddress} from '../glossary/address.js';
import type {Entry} from '../glossary/source.js';
import type {GlossaryInfo} from '../glossary/types.js';
import {compact, type JsonLdNode, SCHEMA_ORG} from './nodes.js';

const definedTerm = ({term, url: address}: Entry, base: string) => {
  const url = absoluteAddress(address, base)!;
  return compact({
    '@type': 'DefinedTerm' as const,
    '@id': url,
    url,
    name: term.name,
    description: term.summary,
    termCode: term.id,
  }) satisfies DefinedTerm;
};

/**
 * One entry, with the clean sentence. Aliases are left out: they serve matching,
 * and no page shows them. `DefinedTerm` has no `inLanguage`
 * (https://schema.org/DefinedTerm).
 */
export const buildDefinedTerm: (entry: Entry, base: string) => JsonLdNode =
  definedTerm;

/** What a set says of its glossary, in the language that is shown; the same for most entries of a page. */
const buildHead = ({glossary, origin, language}: Entry, base: string) => {
  const url = absoluteAddress(glossary.url, origin ?? base)!;
  return compact({
    '@context': SCHEMA_ORG,
    '@type': 'DefinedTermSet' as const,
    '@id': url,
    url,
    name: glossary.name,
    inLanguage: (language ?? glossary.language)!,
  });
};

let last:
  | {
      glossary: GlossaryInfo;
      language: string | undefined;
      origin: string | undefined;
      base: string;
      head: ReturnType<typeof buildHead>;
    }
  | undefined;

const headOf = (entry: Entry, base: string) => {
  const {glossary, language, origin} = entry;
  if (
    last?.glossary !== glossary ||
    last.language !== language ||
    last.origin !== origin ||
    last.base !== base
  )
    last = {glossary, language, origin, base, head: buildHead(entry, base)};
  return last.head;
};

/** The glossary with the entries that the page shows. */
export const buildDefinedTermSet = (
  entries: readonly Entry[],
  base: string,
): JsonLdNode | undefined => {
  const [first] = entries;
  if (!first) return undefined;
  const hasDefinedTerm = entries.map((entry) => definedTerm(entry, base));
  return {
    ...headOf(first, base),
    hasDefinedTerm,
  } satisfies WithContext<DefinedTermSet>;
};
