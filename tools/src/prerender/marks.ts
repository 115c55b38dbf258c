/**
 * Marks prerendered content as `language-marks.ts` marks it in a browser: the
 * language of each text that is not in the language of the page, and the
 * original of a translated name.
 */
import {
  type DefaultTreeAdapterTypes as Tree,
  parseFragment,
  serialize,
} from 'parse5';
import type {AreaPage, Entry} from 'term-elements/glossary';
import {
  markAreaTexts,
  markEntryTexts,
  needsMarks,
  type ShownTree,
} from 'term-elements/prerendering';
import {escapeHtml} from 'term-elements/rich-text';
import {
  attribute,
  descendants,
  type Element,
  isWithin,
  languageOf,
} from '../documents/html/tree.js';

type Marked = Entry | AreaPage;

const isEntry = (shown: Marked): shown is Entry => 'term' in shown;

const withAttribute = (
  root: Tree.ParentNode,
  name: string,
  value: string,
): readonly Element[] =>
  [...descendants(root)].filter(
    (element) => attribute(element, name) === value,
  );

const contentTree: ShownTree<Tree.ParentNode, Element> = {
  withPart: (root, part) => withAttribute(root, 'part', part),
  withClass: (root, name) => withAttribute(root, 'class', name),
  setLang(element, language) {
    if (language !== undefined)
      element.attrs.push(
        {name: 'lang', value: language},
        {name: 'dir', value: 'auto'},
      );
  },
  original(headword, name) {
    if (name === undefined) return undefined;
    const original = parseFragment(
      `<span part="original" class="original">${escapeHtml(name)}</span>`,
    ).childNodes[0] as Element;
    original.parentNode = headword;
    headword.childNodes.push(original);
    return original;
  },
};

/**
 * Content with its marks.
 *
 * @param host The element that shows it.
 */
export const markContent = (
  html: string,
  host: Element,
  shown: Marked,
): string => {
  const around = languageOf(host);
  if (!needsMarks(shown, around)) return html;
  const root = parseFragment(html);
  const bilingual = isWithin(host, 'bilingual');
  const entries = isEntry(shown) ? [shown] : shown.entries;
  for (const [index, element] of withAttribute(
    root,
    'part',
    'entry',
  ).entries()) {
    const entry = entries[index];
    if (entry) markEntryTexts(contentTree, element, entry, around, bilingual);
  }
  if (!isEntry(shown)) markAreaTexts(contentTree, root, shown, around);
  return serialize(root);
};
