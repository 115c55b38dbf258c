/** Writes the pages of single entries. */
import type {Entry, GlossaryIndex, Term} from 'term-elements/glossary';
import {applyLines} from './apply-patch.js';
import {difference} from './difference.js';
import type {TermDraft} from './draft.js';
import {joinLines} from './lines.js';
import {derivedTermLines, ownTermLines} from './term-lines.js';

/** The lines of a page as it was read, of the entry that was made of it. */
export const pageLines = (term: Term): readonly string[] =>
  applyLines(ownTermLines(term), term.page?.patch ?? []).lines;

/** Keeps the lines of a page with an entry that is no longer as the page says. */
export const keepPage = (term: TermDraft, lines: readonly string[]): void => {
  term.page = {...term.page, patch: difference(ownTermLines(term), lines)};
};

/** The page of an entry as text, with the number of changes that no longer fit. */
export const writeTermPage = (
  entry: Entry,
  index: GlossaryIndex,
): {readonly text: string; readonly dropped: number} => {
  const {page} = entry.term;
  if (!page) {
    const lines = derivedTermLines(entry, index);
    return {text: lines.join('\n'), dropped: 0};
  }
  const {patch = [], byteOrderMark = false, lineEnd = '\n'} = page;
  const {lines, dropped} = applyLines(ownTermLines(entry.term), patch);
  return {text: joinLines({lines, byteOrderMark, lineEnd}), dropped};
};
