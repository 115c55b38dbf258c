/** Dates of entries, the same in every time zone. Pure. */
import type {Term} from 'term-elements/glossary';

/** Milliseconds of an ISO date; a time without a zone is in UTC. `undefined` for what is not a date. */
export const instantOf = (iso: string | undefined): number | undefined => {
  if (iso === undefined) return undefined;
  const isLocal = /T[\d:.]+$/.test(iso);
  const time = Date.parse(isLocal ? `${iso}Z` : iso);
  return Number.isNaN(time) ? undefined : time;
};

/** When an entry was last changed, as far as it says so. */
export const changeOf = ({modified, published}: Term): string | undefined =>
  modified ?? published;

/** The entries with a date, last changed first; equal dates stay in order. */
export const lastChanged = (
  terms: readonly Term[],
  most: number,
): readonly Term[] =>
  terms
    .flatMap((term) => {
      const time = instantOf(changeOf(term));
      return time === undefined ? [] : {term, time};
    })
    .sort((a, b) => b.time - a.time)
    .slice(0, most)
    .map(({term}) => term);
