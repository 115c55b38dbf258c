import type {
  CreativeWork,
  DefinedTerm,
  DefinedTermSet,
  ImageObject,
  WebPage,
  WithContext,
} from 'schema-dts';
import {absoluteAddress} from '../glossary/address.js';
import type {Entry} from '../glossary/source.js';
import type {GlossaryInfo} from '../glossary/types.js';
import {compact, fragmentOf, type JsonLdNode, SCHEMA_ORG} from './nodes.js';
import type {HostPage} from './page-role.js';
import {buildImage, buildPerson} from './parts.js';

/** One value by itself, several as a list, none as nothing. */
const one = <T>(values: readonly T[] | undefined) =>
  values && (values.length > 1 ? values : values[0]);

/** What a glossary is called in the nodes of its terms. */
const setAddress = ({glossary, origin}: Entry, base: string) =>
  absoluteAddress(glossary.url, origin ?? base);

/**
 * The page of an entry, as far as a card shows it: a date, the author, the last
 * review. `DefinedTerm` itself has none of these.
 */
const pageAbout = (
  {term, origin}: Entry,
  url: string | undefined,
  base: string,
) => {
  const {published, modified, reviewed, author} = term;
  if (!url || !(published ?? modified ?? reviewed ?? author)) return undefined;
  return compact({
    '@type': 'WebPage' as const,
    '@id': url,
    url,
    datePublished: published!,
    // Cards show one of the two.
    dateModified: (published === undefined ? modified : undefined)!,
    lastReviewed: reviewed!,
    author: author && buildPerson(author, origin ?? base),
  }) satisfies WebPage;
};

const sourcesOf = (
  {term, origin}: Entry,
  base: string,
): readonly CreativeWork[] =>
  (Array.isArray(term.sources) ? term.sources : []).map(
    ({title, url}: {title: string; url?: string}) =>
      compact({
        '@type': 'CreativeWork' as const,
        name: title,
        url: absoluteAddress(url, origin ?? base)!,
      }),
  );

const definedTerm = (entry: Entry, base: string) => {
  const {term, url: address, origin = base} = entry;
  const url = absoluteAddress(address, base)!;
  const set = setAddress(entry, base);
  return compact({
    '@type': 'DefinedTerm' as const,
    '@id': url ?? (set && fragmentOf(set, `term-${term.id}`))!,
    url,
    name: term.name,
    description: term.summary,
    termCode: term.id,
    sameAs: one(term.sameAs)!,
    // schema-dts wants a QuantitativeValue for width and height.
    image: (term.image && buildImage(term.image, origin)) as ImageObject,
    subjectOf: one(sourcesOf(entry, base))!,
    mainEntityOfPage: pageAbout(entry, url, base)!,
    inDefinedTermSet: set!,
  }) satisfies DefinedTerm;
};

/**
 * One entry, with the clean sentence and what its card shows: picture, sources
 * (`subjectOf`), dates and author of its page (`mainEntityOfPage`). Its `@id` is
 * its address, else a fragment of the glossary's. Aliases are left out: they serve
 * matching, and no page shows them. `DefinedTerm` has no `inLanguage`
 * (https://schema.org/DefinedTerm).
 */
export const buildDefinedTerm: (entry: Entry, base: string) => JsonLdNode =
  definedTerm;

/**
 * The page that mentions entries in its text. What it states of them is only what
 * identifies them: their cards are not on screen.
 */
export const buildMentions = (
  entries: readonly Entry[],
  {address, base}: Pick<HostPage, 'address' | 'base'>,
): JsonLdNode | undefined => {
  if (!entries.length) return undefined;
  const isAddress = /^https?:/i.test(address);
  return compact({
    '@context': SCHEMA_ORG,
    '@type': 'WebPage' as const,
    '@id': (isAddress ? address : undefined)!,
    url: (isAddress ? address : undefined)!,
    mentions: entries.map((entry) => {
      const {
        image: _image,
        subjectOf: _sources,
        ...term
      } = definedTerm(entry, base);
      const {mainEntityOfPage: _page, description: _text, ...rest} = term;
      return rest;
    }),
  }) satisfies WithContext<WebPage>;
};

/** What a set says of its glossary, in the language that is shown; the same for most entries of a page. */
const buildHead = (entry: Entry, base: string) => {
  const {glossary, language} = entry;
  const url = setAddress(entry, base)!;
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

/** The terms that a page shows, in a set for each glossary that they are from. */
export const buildDefinedTermSets = (
  shown: readonly Entry[],
  base: string,
): readonly JsonLdNode[] => {
  const entries = new Map<GlossaryInfo, Entry[]>();
  for (const entry of shown) {
    const same = entries.get(entry.glossary);
    if (same) same.push(entry);
    else entries.set(entry.glossary, [entry]);
  }
  return [...entries.values()].flatMap(
    (own) => buildDefinedTermSet(own, base) ?? [],
  );
};
