/** What the items of `terms` are: terms, changes of terms of another glossary, removals. Pure. */
import type {Glossary, MergingTerm, RemovedTerm, Term} from './types.js';

/** Whether it takes a term away from the layers below. */
export const isRemoved = (term: Term | RemovedTerm): term is RemovedTerm =>
  term.name === null;

/** Whether it is some fields for a term of the layers below; a removal is no change. */
export const isMerging = (term: object): term is MergingTerm => {
  const {merge, name} = term as Partial<MergingTerm>;
  return merge === true && name !== null;
};

/** Whether it is a term by itself. */
export const isWhole = (term: Glossary['terms'][number]): term is Term =>
  !isRemoved(term) && !isMerging(term);
