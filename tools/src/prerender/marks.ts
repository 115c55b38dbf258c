/**
 * The marks that `language-marks.ts` puts on what is shown in a browser: the
 * language of each text that is not in that of the page (WCAG 2.2, 3.1.2), and
 * the original of a translated name.
 */
import {
  type DefaultTreeAdapterTypes as Tree,
  parseFragment,
  serialize,
} from 'parse5';
import {type AreaPage, type Entry, TERM_TEXTS} from 'term-elements/glossary';
import {langMark, textLanguage} from 'term-elements/prerendering';
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

const setLang = (element: Element, language: string | undefined): void => {
  if (language !== undefined)
    element.attrs.push(
      {name: 'lang', value: language},
      {name: 'dir', value: 'auto'},
    );
};

const withPart = (root: Tree.ParentNode, part: string): readonly Element[] =>
  [...descendants(root)].filter(
    (element) => attribute(element, 'part') === part,
  );

const withClass = (root: Tree.ParentNode, name: string): readonly Element[] =>
  [...descendants(root)].filter(
    (element) => attribute(element, 'class') === name,
  );

const markEntry = (
  shown: Element,
  entry: Entry,
  around: string,
  bilingual: boolean,
): void => {
  for (const text of TERM_TEXTS) {
    for (const element of withPart(shown, text))
      setLang(element, langMark(textLanguage(entry, text), around));
  }
  const {original} = entry;
  const [headword] = withClass(shown, 'headword');
  if (!bilingual || !original || !headword) return;
  const beside = parseFragment(
    `<span part="original" class="original">${escapeHtml(original.name)}</span>`,
  ).childNodes[0] as Element;
  setLang(beside, langMark(original.language, around));
  beside.parentNode = headword;
  headword.childNodes.push(beside);
};

/** Whether anything is to be marked: most pages are in the language of their glossary. */
const isNeeded = (shown: Marked, around: string): boolean =>
  shown.language !== undefined ||
  langMark(shown.glossary.language, around) !== undefined ||
  (isEntry(shown) ? [shown] : shown.entries).some(
    ({language, glossary}) =>
      language !== undefined || langMark(glossary.language, around),
  ) ||
  (!isEntry(shown) && shown.questions.some(({language}) => language));

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
  if (!isNeeded(shown, around)) return html;
  const root = parseFragment(html);
  const bilingual = isWithin(host, 'bilingual');
  const entries = isEntry(shown) ? [shown] : shown.entries;
  for (const [index, element] of withPart(root, 'entry').entries()) {
    const entry = entries[index];
    if (entry) markEntry(element, entry, around, bilingual);
  }
  if (!isEntry(shown)) markArea(root, shown, around);
  return serialize(root);
};

const markArea = (
  root: Tree.ParentNode,
  {glossary, language, questions}: AreaPage,
  around: string,
): void => {
  const own = langMark(language ?? glossary.language, around);
  for (const name of ['title', 'description']) {
    for (const element of withClass(root, name)) setLang(element, own);
  }
  for (const [index, element] of withPart(root, 'question').entries()) {
    const question = questions[index]?.language ?? glossary.language;
    for (const part of ['heading', 'answer']) {
      for (const text of withPart(element, part))
        setLang(text, langMark(question, around));
    }
  }
};
