/**
 * The language of each text that is shown of a glossary, as its `lang` (WCAG
 * 2.2, 3.1.2), and the original of a translated name: over any tree, the DOM in
 * a page, that of a parser when prerendering. Pure.
 */
import {langMark, TERM_TEXTS, textLanguage} from '../glossary/language-tags.js';
import type {AreaPage, Entry} from '../glossary/source.js';

/** The tree of what is shown. */
export interface ShownTree<Node, Element extends Node> {
  /** Elements below a node that have this part, in document order. */
  withPart(root: Node, part: string): Iterable<Element>;
  /** Elements below a node that have this class, in document order. */
  withClass(root: Node, name: string): Iterable<Element>;
  /** Sets the `lang` of an element; `undefined` removes it. */
  setLang(element: Element, language: string | undefined): void;
  /** Shows the original name in a headword; `undefined` removes it. */
  original(headword: Element, name: string | undefined): Element | undefined;
}

/**
 * Marks the texts of one entry.
 *
 * @param around Language of the text around them, or an empty text.
 * @param bilingual Whether to show the original of a translated name.
 */
export const markEntryTexts = <Node, Element extends Node>(
  tree: ShownTree<Node, Element>,
  shown: Node,
  entry: Entry,
  around: string,
  bilingual: boolean,
): void => {
  for (const text of TERM_TEXTS) {
    for (const element of tree.withPart(shown, text))
      tree.setLang(element, langMark(textLanguage(entry, text), around));
  }
  const {original} = entry;
  const [headword] = tree.withClass(shown, 'headword');
  const beside =
    headword && tree.original(headword, bilingual ? original?.name : undefined);
  if (beside) tree.setLang(beside, langMark(original?.language, around));
};

/** Marks the texts of a page of an area, without those of its entries. */
export const markAreaTexts = <Node, Element extends Node>(
  tree: ShownTree<Node, Element>,
  root: Node,
  {glossary, language, questions}: AreaPage,
  around: string,
): void => {
  const own = langMark(language ?? glossary.language, around);
  for (const name of ['title', 'description']) {
    for (const element of tree.withClass(root, name))
      tree.setLang(element, own);
  }
  let index = 0;
  for (const row of tree.withPart(root, 'question')) {
    const question = questions[index++]?.language ?? glossary.language;
    // The row itself has the direction of its neighbours.
    for (const part of ['heading', 'answer']) {
      for (const text of tree.withPart(row, part))
        tree.setLang(text, langMark(question, around));
    }
  }
};
