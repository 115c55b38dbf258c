import {
  attribute,
  attributeSpan,
  descendants,
  parsePage,
  spanOf,
  textContent,
} from '../../documents/html/tree.js';
import {ChangedDocumentError} from '../changed-document-error.js';
import type {Lexicon} from '../lexicon.js';
import {tagsOf} from '../markup.js';
import {
  MAY_HAVE_REFERENCES,
  type Replacement,
  replaceEnds,
  resolveReference,
  type WithReferences,
} from '../references.js';
import type {LinkedWords, UnknownReference} from '../result.js';
import type {Form} from '../settings.js';
import {maskTemplates} from '../templates.js';
import {outlineOf} from './verify.js';

/**
 * Writes in the place of `<a href="glossary:id">` what a linker writes around
 * words. What names nothing stays as it is, and so does a link with attributes
 * of its own, which only gets its address.
 *
 * @throws {ChangedDocumentError} Where that would change anything else.
 */
export const resolveInHtml = (
  source: string,
  lexicon: Lexicon,
  form: Form,
): WithReferences => {
  const links: LinkedWords[] = [];
  const withoutAddress: string[] = [];
  const unknown: UnknownReference[] = [];
  const replacements: Replacement[] = [];
  const found = {links, withoutAddress, unknown};
  const same = {text: source, offsetIn: (offset: number) => offset};
  if (!MAY_HAVE_REFERENCES.test(source)) return {...found, ...same};
  const tree = parsePage(maskTemplates(source));
  for (const element of descendants(tree)) {
    if (element.tagName !== 'a') continue;
    const span = spanOf(element);
    const href = attributeSpan(element, 'href');
    if (!span || !href) continue;
    const words = textContent(element.childNodes).replace(/\s+/g, ' ').trim();
    const isOwn = element.attrs.length > 1;
    const resolved = resolveReference(
      attribute(element, 'href'),
      words,
      lexicon,
      isOwn ? 'link' : form,
    );
    if (!resolved) continue;
    const offset = span.start;
    if ('unknown' in resolved) {
      unknown.push({offset, reference: resolved.unknown});
      continue;
    }
    const {ids, markup} = resolved;
    if (!markup) {
      withoutAddress.push(...ids);
      continue;
    }
    const [tag, end] = tagsOf(markup);
    const address = /href="[^"]*"/.exec(tag)?.[0] ?? '';
    const before = isOwn
      ? source.slice(span.start, href.startOffset) +
        address +
        source.slice(href.endOffset, span.innerStart)
      : tag;
    replacements.push({...span, before, after: end});
    links.push({offset, words, reference: ids.join(' ')});
  }
  if (!replacements.length) return {...found, ...same};
  const {text, inserted, offsetIn} = replaceEnds(source, replacements);
  const starts = new Set(replacements.map(({start}) => start));
  const before = outlineOf(tree, {
    has: (offset) => starts.has(offset ?? -1),
    additionAt: () => '',
  });
  if (outlineOf(parsePage(maskTemplates(text)), inserted) !== before)
    throw new ChangedDocumentError(replacements[0]!.start);
  return {...found, text, offsetIn};
};
