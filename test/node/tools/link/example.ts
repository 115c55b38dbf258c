import type {Glossary, Term} from '../../../../src/glossary/types.js';

type Some = Pick<Term, 'id' | 'name'> & Partial<Term>;

/** A glossary of terms that are given by their names, or by some fields. */
export const glossaryOf = (...terms: readonly (string | Some)[]): Glossary => ({
  format: 1,
  name: 'Example',
  language: 'en',
  terms: terms.map((term) => {
    const some =
      typeof term === 'string'
        ? {id: term.toLowerCase().replaceAll(' ', '-'), name: term}
        : term;
    return {
      summary: `What ${some.name} means.`,
      url: `/terms/${some.id}/`,
      ...some,
    };
  }),
});

export const glossary = glossaryOf(
  'Strike price',
  'Option',
  'Premium',
  'P&L',
  {
    id: 'twap',
    name: 'Time-weighted average price',
    abbreviation: 'TWAP',
  },
  {id: 'nowhere', name: 'Basis trade', url: undefined},
);
