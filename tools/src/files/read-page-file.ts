import {CommandError} from '../terminal/errors.js';
import {readHtml} from '../documents/html/read.js';
import type {ImportedPage, ReadPage} from '../formats/published-page/page.js';
import {readPage} from '../formats/published-page/read.js';
import {reconcile} from '../formats/published-page/reconcile.js';
import {findNode} from '../formats/published-page/nodes.js';

/** Judged by the content: a page of HTML begins with a tag or a comment. */
const isHtml = (text: string) => /^\uFEFF?\s{0,1000}<(?:!|\w)/.test(text);

/**
 * A published page from its text, whichever form it has.
 *
 * @throws {CommandError} Where it is not a page of a form that is read.
 */
export const readPageFile = (text: string, file: string): ImportedPage => {
  if (isHtml(text)) return readHtml(text, file);
  const page = readPage(text, file);
  const problem = problemOf(page);
  if (problem) {
    throw new CommandError(
      `${file}:1: expected an area page, received ${problem}`,
      'An area page has cards ("## [NAME](ADDRESS)") or questions, and its JSON-LD.',
    );
  }
  return reconcile(page);
};

const problemOf = (page: ReadPage): string | undefined => {
  const {source, headline, cards, questions, blocks} = page;
  if (source?.lines.every((line) => !line.trim())) return 'an empty file';
  const values = blocks.map(({value}) => value);
  if (findNode(values, 'CollectionPage')) return undefined;
  const kind = / \S (Term|Definition)$/.exec(headline ?? '')?.[1];
  if (kind) return `a ${kind.toLowerCase()} page ("${headline!.slice(0, 60)}")`;
  if (cards.length) return undefined;
  return questions.length && blocks.length
    ? undefined
    : 'a text without cards and without their data';
};
