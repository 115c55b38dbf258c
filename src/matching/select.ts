import type {TermNames} from '../glossary/source.js';
import type {Mention} from './mention.js';

/** The mentions in one text run. */
export interface TextRunMentions {
  /** Identifies the section of the run. */
  readonly section: unknown;
  readonly mentions: readonly Mention[];
}

/** How many mentions of a page are shown. */
export interface Limits {
  /** Of each term the first one in a section, on the page, or all. */
  readonly first: 'section' | 'page' | 'all';
  /** Mentions on the page, at most. */
  readonly limit?: number | undefined;
}

/** Terms that the reader does not want explained. */
export interface ReaderNeeds {
  /** The term is known to the reader. */
  readonly knows?: ((id: string) => boolean) | undefined;
  /** Terms that are easier are not shown; those without a difficulty are. */
  readonly difficulty?: number | undefined;
}

/**
 * The mentions that are shown, run by run. What is chosen depends only on
 * the order of the runs, and not on what was chosen before.
 *
 * A mention that may mean several terms is shown when one of them is due, and
 * counts for all of them. An ambiguous one is shown only where the page names
 * one of its terms in a clear way too.
 *
 * @param runs In document order.
 * @returns One list for each run; the very list of the run where all of it is shown.
 */
export const selectMentions = (
  runs: readonly TextRunMentions[],
  {first, limit = Infinity}: Limits,
  {knows, difficulty = 0}: ReaderNeeds = {},
): readonly (readonly Mention[])[] => {
  const isWanted = ({id, difficulty: own = Infinity}: TermNames) =>
    own >= difficulty && !knows?.(id);
  const isClear = clearTerms(runs);
  const sections = new Map<unknown, Set<string>>();
  let left = limit;

  return runs.map(({section, mentions}) => {
    if (!mentions.length || left <= 0) return NONE;
    const key = first === 'page' ? undefined : section;
    let seen = sections.get(key);
    if (!seen) sections.set(key, (seen = new Set()));
    const shown = mentions.filter(({terms, isAmbiguous}) => {
      const isDue =
        left > 0 &&
        terms.some(
          (term) => (first === 'all' || !seen.has(term.id)) && isWanted(term),
        ) &&
        (!isAmbiguous || terms.some(isClear));
      if (!isDue) return false;
      for (const {id} of terms) seen.add(id);
      left--;
      return true;
    });
    return shown.length === mentions.length ? mentions : shown;
  });
};

const NONE: readonly Mention[] = [];

/** Whether a term is named on the page by words that mean nothing else. */
const clearTerms = (
  runs: readonly TextRunMentions[],
): ((term: TermNames) => boolean) => {
  let ids: Set<string> | undefined;
  const collect = () => {
    const clear = new Set<string>();
    for (const {mentions} of runs) {
      for (const {terms, isAmbiguous} of mentions) {
        if (!isAmbiguous) for (const {id} of terms) clear.add(id);
      }
    }
    return clear;
  };
  // Most pages have no ambiguous mention, and need not know.
  return ({id}) => (ids ??= collect()).has(id);
};
