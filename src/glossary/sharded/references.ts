/** What entries of a built glossary say of the entries that they point to. Pure. */
import {linkAddress} from '../address.js';
import type {RelatedTerm, TermLinks} from '../source.js';
import type {Term} from '../types.js';
import type {Reference} from './manifest.js';

type References = Readonly<Record<string, Reference>> | undefined;

/** `__proto__` is an ordinary id. */
const find = (references: References, id: string): Reference | undefined =>
  references && Object.hasOwn(references, id) ? references[id] : undefined;

/** The links of texts: to what these texts name, and to nothing else. */
export const linksOf = (
  references: References,
  origin: string | undefined,
): TermLinks => ({
  origin,
  addressOf: (id) => linkAddress(find(references, id)?.[1], origin),
  nameOf: (id) => find(references, id)?.[0],
});

export const relatedOf = (
  {related}: Term,
  references: References,
  origin: string | undefined,
): readonly RelatedTerm[] =>
  (related ?? []).flatMap((written) => {
    const reference = find(references, written);
    if (!reference) return [];
    const [name, url, id = written] = reference;
    return [{id, name, url: linkAddress(url, origin)}];
  });
