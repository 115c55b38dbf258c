/**
 * The fields of a term in its translations: the part of the table of fields
 * that a page loads. The rest is in `term-fields.ts`, for tools; the types of
 * values are in `schema.ts`. Pure.
 */
import type {Term} from './types.js';

type Translation = NonNullable<Term['translations']>[string];

/**
 * Fields that a translation cannot change. The type requires every field of a
 * term that a translation does not have, so that none is forgotten. An unknown
 * property is taken from the translation.
 */
const SAME: Readonly<
  Record<
    Exclude<keyof Term, keyof Translation> | 'image' | 'figure' | 'merge',
    1
  >
> = {
  id: 1,
  formerIds: 1,
  kind: 1,
  url: 1,
  caseSensitive: 1,
  autoLink: 1,
  ambiguous: 1,
  related: 1,
  areas: 1,
  tags: 1,
  difficulty: 1,
  image: 1, // the same picture; its caption and its alternative are translated
  figure: 1, // the same data; its caption is translated
  published: 1,
  modified: 1,
  reviewed: 1,
  author: 1,
  sources: 1,
  sameAs: 1,
  deprecated: 1,
  page: 1,
  merge: 1,
  translations: 1,
};

/** Names of the fields that are the same in every language. */
export const SAME_IN_EVERY_LANGUAGE: ReadonlySet<string> = new Set(
  Object.keys(SAME),
);
