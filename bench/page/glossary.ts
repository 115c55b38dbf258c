import type {Glossary, Term} from '../../src/glossary/types.js';

const site = 'https://glossary.example/';

/** A sentence of about 160 characters, as long as those of real glossaries. */
const sentence = (index: number): string =>
  `A position numbered ${index} whose worth follows the price of something else, ` +
  'so that its holder gains or loses without owning it, up to the day on which it ends.';

const day = (index: number): string =>
  new Date(Date.UTC(2024, 0, 1 + (index % 700))).toISOString().slice(0, 10);

const term = (index: number, count: number): Term => ({
  id: `term-${index}`,
  name: `Synthetic term ${index}`,
  kind: index % 2 ? 'definition' : 'term',
  summary: sentence(index),
  url: `${site}term/term-${index}/`,
  published: `${day(index)}T10:00:00+00:00`,
  related: [1, 7, 31].map((step) => `term-${(index + step) % count}`),
});

/** A glossary of that many different terms, none of them with a picture. */
export const syntheticGlossary = (count: number): Glossary => ({
  format: 1,
  name: 'Synthetic Glossary',
  url: site,
  language: 'en',
  kinds: {term: {label: 'Term'}, definition: {label: 'Definition'}},
  terms: Array.from({length: count}, (_, index) => term(index, count)),
});
