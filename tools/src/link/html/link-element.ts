import type MagicString from 'magic-string';
import type {GlossarySource} from 'term-elements/glossary';
import type {Element} from '../../documents/html/tree.js';
import {findLinks} from '../find-links.js';
import {exclusionOf} from '../links-of.js';
import {markupOf} from '../markup.js';
import type {Reading} from '../reader.js';
import type {LinkSettings} from '../settings.js';
import {sourceLexicon} from '../source-lexicon.js';
import {writtenWith} from '../written.js';
import {readTree} from './read.js';
import {HtmlPlaces, writeLink} from './write.js';

export interface LinkElementOptions extends Omit<LinkSettings, 'as'> {
  /** The glossary of the element. */
  readonly source: GlossarySource;
  /** Selectors of further elements to leave alone. */
  readonly exclude?: string | undefined;
}

/**
 * Writes into a page what a `<term-linker>` shows of the text inside it in a
 * browser: a tip around each mention, with a link to its entry for readers
 * without the script. What is linked already is left as it is.
 *
 * @param element Of a tree with source locations of this very page: the linker,
 *     or the part that it names by `for`.
 * @param html The page.
 * @param edits Of the page; only adds to it.
 * @returns How many mentions are linked now and were not before.
 * @throws {SelectorError} Where `exclude` is no selector.
 */
export const linkElement = async (
  element: Element,
  html: string,
  edits: MagicString,
  {source, exclude, ...settings}: LinkElementOptions,
): Promise<number> => {
  const isExcluded = exclusionOf(exclude);
  const read = (written?: Reading['written']) =>
    readTree(element, {written, isExcluded});
  const lexicon = await sourceLexicon(source, () =>
    read().map(({before, text, after}) => before + text + after),
  );
  const places = new HtmlPlaces(html);
  const {links} = findLinks(read(writtenWith({matcher: lexicon.matcher})), {
    ...settings,
    matcher: lexicon.matcher,
    accepts: (link) => places.spanOf(link) !== undefined,
  });
  for (const link of links) {
    const {addition, mention} = link;
    const href = await lexicon.addressOf(mention);
    const own = {
      ...markupOf(mention, href, 'both')!,
      length: link.words.length,
    };
    writeLink(edits, places.spanOf(link)!, own, addition);
  }
  return links.length;
};
