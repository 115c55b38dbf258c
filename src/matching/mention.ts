import type {TermNames} from '../glossary/source.js';

/** A term's name in a text: `text.slice(start, end)` is what names it. */
export interface Mention {
  /** In UTF-16 units, as everywhere in the DOM. */
  readonly start: number;
  readonly end: number;
  /** The terms that the words may mean, in dictionary order; several when a name is shared. */
  readonly terms: readonly TermNames[];
  /** The words are the abbreviation of the (first) term. */
  readonly isAbbreviation: boolean;
  /** Of an abbreviation: the name of the (first) term that it abbreviates. */
  readonly fullName?: string | undefined;
  /** The words have another meaning in ordinary text; they count only where the term is talked about. */
  readonly isAmbiguous: boolean;
}
