import {
  attribute,
  attributeSpan,
  descendants,
  parsePage,
  spanOf,
  textContent,
} from '../../documents/html/tree.js';
import type {Lexicon} from '../lexicon.js';
import {tagsOf} from '../markup.js';
import {References, type WithReferences} from '../references.js';
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
  const references = new References(source, lexicon, form);
  if (!references.mayBeThere) return references.written(() => '');
  const tree = parsePage(maskTemplates(source));
  for (const element of descendants(tree)) {
    if (element.tagName !== 'a') continue;
    const span = spanOf(element);
    const href = attributeSpan(element, 'href');
    if (!span || !href) continue;
    const words = textContent(element.childNodes).replace(/\s+/g, ' ').trim();
    const isOwn = element.attrs.length > 1;
    const resolved = references.resolve({
      href: attribute(element, 'href'),
      words,
      offset: span.start,
      isOwn,
    });
    if (!resolved) continue;
    const [tag, end] = tagsOf(resolved.markup);
    const address = /href="[^"]*"/.exec(tag)?.[0] ?? '';
    const before = isOwn
      ? source.slice(span.start, href.startOffset) +
        address +
        source.slice(href.endOffset, span.innerStart)
      : tag;
    references.replace(resolved, {...span, before, after: end});
  }
  return references.written((text, known) =>
    outlineOf(
      text === undefined ? tree : parsePage(maskTemplates(text)),
      known,
    ),
  );
};
