/** Which translation of a text a reader gets. Pure. */
import type {TermText} from './source.js';
import type {Term} from './types.js';

/**
 * The languages to look for, best first: `pt-BR` gives `pt-br`, `pt`. Tags are
 * compared without case (BCP 47, section 2.1.1); this is the "lookup" of
 * RFC 4647, section 3.4.
 */
export const languageChain = (language: string): readonly string[] => {
  const chain: string[] = [];
  let rest = language.trim().toLowerCase().replaceAll('_', '-');
  while (rest) {
    chain.push(rest);
    // A single letter or digit belongs to what follows it, and goes with it.
    rest = rest.replace(/(-[a-z\d])?-[^-]*$|^[^-]*$/, '');
  }
  return chain;
};

/** A term as one language has it. */
export interface LocalizedTerm {
  readonly term: Term;
  /** Tag of the best translation, as the document writes it; absent where there is none. */
  readonly language?: string;
  readonly untranslated?: readonly TermText[];
  /** The name in the glossary's own language, where it is another. */
  readonly original?: string;
}
