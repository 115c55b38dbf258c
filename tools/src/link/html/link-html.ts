import MagicString from 'magic-string';
import {parse} from 'parse5';
import {lexiconOf} from '../lexicon.js';
import {type DocumentOptions, linksOf} from '../links-of.js';
import type {LinkedText} from '../result.js';
import {maskTemplates} from '../templates.js';
import {referenceOf} from '../written.js';
import {readTree} from './read.js';
import {HtmlPlaces, writeLink} from './write.js';

/**
 * Links the words of a page, or of a part of one, that name entries of a
 * glossary. Everything else stays byte for byte, and what is linked already
 * stays as it is: linking again changes nothing.
 *
 * @throws {SelectorError} Where `exclude` or `within` is no selector.
 * @throws {TypeError} Where the glossary is none.
 */
export const linkHtml = (
  html: string,
  options: DocumentOptions,
): LinkedText => {
  const masked = maskTemplates(html);
  const places = new HtmlPlaces(masked);
  const {links, kept, withoutAddress} = linksOf(
    (reading) =>
      readTree(parse(masked, {sourceCodeLocationInfo: true}), reading),
    lexiconOf(options.glossary, options),
    options,
    'both',
    (link) => places.spanOf(link) !== undefined,
  );
  const edits = new MagicString(html);
  const linked = links.map((link) => {
    const {addition, markup, mention, words} = link;
    const span = places.spanOf(link)!;
    writeLink(edits, span, markup, addition);
    return {offset: span.start, words, reference: referenceOf(mention)};
  });
  return {text: edits.toString(), links: linked, kept, withoutAddress};
};
