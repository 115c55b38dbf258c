/** How many of the links that authors wrote a linker finds, and what it does to their documents. */
import type {Glossary, Term} from 'term-elements/glossary';
import {linkMarkdown} from '../../tools/src/link/markdown/link-markdown.js';
import {ChangedDocumentError} from '../../tools/src/link/changed-document-error.js';
import {authorsLinks, syntaxOf} from './authors-links.js';

export interface Document {
  readonly path: string;
  readonly source: string;
}

/** What became of the links of authors, and of the documents. */
export interface Quality {
  /** Links of authors that name an entry of the glossary. */
  readonly authors: number;
  /** Found as a whole, and linked to the same entry. */
  readonly found: number;
  /** Words in them were found, or the words with others. */
  readonly inPart: number;
  /** Linked to another entry. */
  readonly other: number;
  readonly missed: number;
  /** Links written into the documents. */
  readonly written: number;
  /** Of these, inside what authors wrote for a program. */
  readonly harm: readonly string[];
  /** Written links with what is around them, for a person to judge. */
  readonly sample: readonly string[];
  /** What was not found, with how often. */
  readonly misses: readonly (readonly [string, number])[];
  /** Documents that could not be linked without another change. */
  readonly refused: readonly string[];
}

const key = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

/** Entries by all that authors may call them in a reference. */
const referencesOf = ({terms}: Glossary): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>();
  const present = terms.filter((term): term is Term => term.name !== null);
  const add = (text: unknown, id: string) => {
    if (typeof text === 'string' && !ids.has(key(text))) ids.set(key(text), id);
  };
  for (const {id} of present) add(id, id);
  for (const term of present) {
    const {shortname} = term as {shortname?: unknown};
    add(shortname, term.id);
    for (const former of term.formerIds ?? []) add(former, term.id);
    add(term.name, term.id);
    for (const alias of term.aliases ?? []) add(alias, term.id);
  }
  return ids;
};

/** Every so many, so that all parts of a corpus are in the sample. */
const everyOf = <T>(items: readonly T[], count: number): readonly T[] =>
  items.length <= count
    ? items
    : Array.from(
        {length: count},
        (_, index) => items[Math.floor((index * items.length) / count)]!,
      );

const AROUND = 60;

export const measureQuality = (
  documents: readonly Document[],
  glossary: Glossary,
  samples: number,
): Quality => {
  const references = referencesOf(glossary);
  const options = {glossary, termHref: '/g/{}'} as const;
  const counts = {found: 0, inPart: 0, other: 0, missed: 0};
  const misses = new Map<string, number>();
  const known = new Map<string, keyof typeof counts>();
  let authors = 0;

  /** The words in a plain sentence, which is all that decides. */
  const judge = (words: string, id: string): keyof typeof counts => {
    const {links} = linkMarkdown(`We saw ${words} here.\n`, {
      ...options,
      as: 'tip',
      first: 'all',
    });
    const own = links.filter(({reference}) =>
      reference.split(' ').includes(id),
    );
    if (own.some((link) => link.words.length >= words.length)) return 'found';
    if (own.length) return 'inPart';
    return links.length ? 'other' : 'missed';
  };

  for (const {source} of documents) {
    for (const {words, reference} of authorsLinks(source)) {
      const id = references.get(key(reference));
      if (id === undefined) continue;
      authors++;
      const what = `${words} → ${id}`;
      let verdict = known.get(what);
      if (!verdict) known.set(what, (verdict = judge(words, id)));
      counts[verdict]++;
      if (verdict !== 'found')
        misses.set(
          `${verdict}: ${what}`,
          (misses.get(`${verdict}: ${what}`) ?? 0) + 1,
        );
    }
  }

  const harm: string[] = [];
  const written: string[] = [];
  const refused: string[] = [];
  for (const {path, source} of documents) {
    let links;
    try {
      ({links} = linkMarkdown(source, options));
    } catch (error) {
      if (!(error instanceof ChangedDocumentError)) throw error;
      refused.push(path);
      continue;
    }
    const syntax = syntaxOf(source);
    for (const {offset, words, reference} of links) {
      // A reference of the author, which is resolved in its place.
      if (source[offset] === '[') continue;
      const end = offset + words.length;
      const text =
        `${path}: …${source.slice(offset - AROUND, offset)}«${source.slice(offset, end)}»${source.slice(end, end + AROUND)}… → ${reference}`.replace(
          /\s+/g,
          ' ',
        );
      written.push(text);
      if (syntax.some(([from, to]) => from < end && to > offset))
        harm.push(text);
    }
  }
  return {
    authors,
    ...counts,
    written: written.length,
    harm,
    sample: everyOf(written, samples),
    misses: [...misses].toSorted(([, a], [, b]) => b - a),
    refused,
  };
};
