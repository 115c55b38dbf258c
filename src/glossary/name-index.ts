import {foldName} from './fold.js';
import {listOf} from './json-shapes.js';
import {partsOfName} from './name-parts.js';
import {workInSlices} from './slices.js';
import type {Glossary, Term} from './types.js';

/** Names are compared without case and accents; a hyphen is a space, as in text. */
export const nameKey = (name: string): string =>
  foldName(name)
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .trim();

type NameIndex = ReadonlyMap<string, readonly Term[]>;

const indexes = new WeakMap<Glossary, NameIndex>();

/** Makes the index of names; it may be interrupted wherever it yields. */
function* indexNames(glossary: Glossary): Generator<void, NameIndex> {
  const map = new Map<string, Term[]>();
  for (const term of glossary.terms) {
    if (term.name === null) continue;
    const {name, abbreviation = '', aliases} = term;
    const names = [name, abbreviation, ...listOf(aliases)];
    const parts = names.flatMap(partsOfName).map((part) => part.name);
    for (const key of new Set([...names, ...parts].map(nameKey))) {
      if (!key) continue;
      const named = map.get(key);
      if (named) named.push(term);
      else map.set(key, [term]);
    }
    yield;
  }
  indexes.set(glossary, map);
  return map;
}

/**
 * Every term that a name, an alias or an abbreviation may mean, in document
 * order. The index is built on first use.
 */
export const termsNamed = (
  glossary: Glossary,
  name: string,
): readonly Term[] => {
  const work = indexNames(glossary);
  while (!indexes.has(glossary)) work.next();
  return indexes.get(glossary)!.get(nameKey(name)) ?? [];
};

const begun = new WeakMap<Glossary, Promise<unknown>>();

/** Builds the index of `termsNamed` in slices. */
export const namesReady = async (glossary: Glossary): Promise<void> => {
  if (indexes.has(glossary)) return;
  let work = begun.get(glossary);
  if (!work) begun.set(glossary, (work = workInSlices(indexNames(glossary))));
  await work;
};
