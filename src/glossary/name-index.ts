import {foldName} from './fold.js';
import type {Glossary, Term} from './types.js';

/** Names are compared without case and accents; a hyphen is a space, as in text. */
export const nameKey = (name: string): string =>
  foldName(name)
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .trim();

const indexNames = ({
  terms,
}: Glossary): ReadonlyMap<string, readonly Term[]> => {
  const map = new Map<string, Term[]>();
  for (const term of terms) {
    if (term.name === null) continue;
    const aliases = Array.isArray(term.aliases)
      ? (term.aliases as readonly string[])
      : [];
    const names = [term.name, term.abbreviation ?? '', ...aliases];
    for (const key of new Set(names.map(nameKey))) {
      if (!key) continue;
      const named = map.get(key);
      if (named) named.push(term);
      else map.set(key, [term]);
    }
  }
  return map;
};

const indexes = new WeakMap<Glossary, ReadonlyMap<string, readonly Term[]>>();

/**
 * Every term that a name, an alias or an abbreviation may mean, in document
 * order. The index is made for the first name that is asked.
 */
export const termsNamed = (
  glossary: Glossary,
  name: string,
): readonly Term[] => {
  let index = indexes.get(glossary);
  if (!index) indexes.set(glossary, (index = indexNames(glossary)));
  return index.get(nameKey(name)) ?? [];
};
