import {parsePage} from '../../documents/html/tree.js';
import {type Insertion, textWith} from '../insertions.js';
import {lexiconOf} from '../lexicon.js';
import {type DocumentOptions, linksOf} from '../links-of.js';
import {tagsOf} from '../markup.js';
import type {LinkedText} from '../result.js';
import {maskTemplates} from '../templates.js';
import {referenceOf} from '../written.js';
import {withResolved} from '../references.js';
import {readTree} from './read.js';
import {resolveInHtml} from './references.js';
import {verifyHtml} from './verify.js';
import {HtmlPlaces} from './write.js';

/**
 * Links the words of a page, or of a part of one, that name entries of a
 * glossary. Everything else stays byte for byte, and what is linked already
 * stays as it is: linking again changes nothing.
 *
 * @throws {SelectorError} Where `exclude` or `within` is no selector.
 * @throws {TypeError} If it is not a glossary.
 * @throws {ChangedDocumentError} Where links would change anything else.
 */
export const linkHtml = (
  source: string,
  options: DocumentOptions,
): LinkedText => {
  const lexicon = lexiconOf(options.glossary, options);
  const references = resolveInHtml(source, lexicon, options.as ?? 'both');
  const {text: html, offsetIn} = references;
  const masked = maskTemplates(html);
  const tree = parsePage(masked);
  const places = new HtmlPlaces(masked);
  const {links, kept, withoutAddress} = linksOf(
    (reading) => readTree(tree, reading),
    lexicon,
    options,
    'both',
    (link) => places.spanOf(link) !== undefined,
  );
  const insertions: Insertion[] = [];
  const linked = links.map((link) => {
    const {addition, markup, mention, words} = link;
    const {start, end} = places.spanOf(link)!;
    const [before, after] = tagsOf(markup, addition);
    insertions.push({start, end, before, after, addition});
    return {offset: offsetIn(start), words, reference: referenceOf(mention)};
  });
  verifyHtml(tree, masked, insertions);
  return {
    text: textWith(html, insertions),
    ...withResolved({links: linked, kept, withoutAddress}, references),
  };
};
