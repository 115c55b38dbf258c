/**
 * Marks what is on screen: the language of each text that is not in the
 * language of the page (WCAG 2.2, 3.1.2), the original of a translated name,
 * and the date of an offline copy. Most pages need none of these, so this is a
 * chunk of its own and not part of the templates.
 */
import {css} from 'lit';
import {langMark, TERM_TEXTS, textLanguage} from '../glossary/language-tags.js';
import type {AreaPage, Entry} from '../glossary/source.js';
import {filled} from '../glossary/locale/locale.js';
import {adoptOnce} from './adopt-once.js';
import {dateText} from './dates.js';
import {languageOf} from './language.js';
import {localeFor} from './locale.js';
import {isBilingual} from './surroundings.js';

export const markStyles = css`
  .original {
    font: 400 0.9375em/1.2 var(--_head);
    color: var(--_ink-3);
  }

  .card .original {
    margin-inline-start: 0.5em;
  }

  .original:not(.headword > *),
  .stale:not(.meta > *) {
    font-size: 0.8125em;
    color: var(--_ink-3);
  }
`;

/** A text in another language may have another direction. */
const setLang = (element: Element, language: string | undefined): void => {
  if (language === undefined) {
    element.removeAttribute('lang');
    element.removeAttribute('dir');
  } else if (element.getAttribute('lang') !== language) {
    element.setAttribute('lang', language);
    element.setAttribute('dir', 'auto');
  }
};

/** The element of a part that this module adds; removed if it has no text. */
const ownPart = (
  parent: Element,
  part: string,
  text: string | undefined,
  before: Element | null = null,
): Element | undefined => {
  let element = parent.querySelector(`:scope > [part="${part}"]`);
  if (text === undefined) {
    element?.remove();
    return undefined;
  }
  if (!element) {
    element = parent.ownerDocument.createElement('span');
    element.setAttribute('part', part);
    element.className = part;
    parent.insertBefore(element, before);
  }
  if (element.textContent !== text) element.textContent = text;
  return element;
};

/** Marks the texts of one entry. */
export const markEntry = (
  shown: Element,
  entry: Entry,
  around: string,
  bilingual: boolean,
): void => {
  const {original, keptAt, glossary, language} = entry;
  for (const text of TERM_TEXTS) {
    for (const element of shown.querySelectorAll(`[part="${text}"]`))
      setLang(element, langMark(textLanguage(entry, text), around));
  }
  const headword = shown.querySelector('.headword');
  const name = bilingual ? original?.name : undefined;
  const beside = headword && ownPart(headword, 'original', name);
  if (beside) setLang(beside, langMark(original?.language, around));
  const locale = localeFor(around);
  const saved =
    keptAt &&
    dateText(keptAt.toISOString(), around || (language ?? glossary.language));
  const foot = shown.querySelector(':scope > .foot');
  const stale = ownPart(
    (!foot && shown.querySelector('.meta')) || shown,
    'stale',
    saved && filled(locale.strings.savedCopy, saved),
    foot,
  );
  const isEnglish = locale.english.has('savedCopy');
  if (stale) setLang(stale, isEnglish ? 'en' : undefined);
};

/** Removes the marks of an entry that is no longer shown. */
export const clearMarks = (shown: Element): void => {
  for (const element of shown.querySelectorAll('.original, .stale'))
    element.remove();
  for (const text of TERM_TEXTS) {
    for (const element of shown.querySelectorAll(`[part="${text}"]`))
      setLang(element, undefined);
  }
};

const QUESTION_TEXTS = '[part="heading"], [part="answer"]';

const markArea = (root: ParentNode, page: AreaPage, around: string): void => {
  const {glossary, questions} = page;
  const own = langMark(page.language ?? glossary.language, around);
  for (const element of root.querySelectorAll('.title, .description'))
    setLang(element, own);
  for (const [index, element] of root
    .querySelectorAll('[part="question"]')
    .entries()) {
    const {language = glossary.language} = questions[index] ?? {};
    // The row itself has the direction of its neighbours.
    for (const text of element.querySelectorAll(QUESTION_TEXTS))
      setLang(text, langMark(language, around));
  }
};

/**
 * Marks everything that an element shows of an answer; called after each
 * update.
 */
export const markTexts = (host: Element, value: unknown): void => {
  const root = host.shadowRoot;
  if (!root) return;
  const around = languageOf(host);
  const bilingual = isBilingual(host);
  const {term, entries = [], area} = value as Partial<Entry & AreaPage>;
  const shown = term ? [value as Entry] : entries;
  for (const [index, element] of root
    .querySelectorAll('[part="entry"]')
    .entries()) {
    const entry = shown[index];
    if (entry) markEntry(element, entry, around, bilingual);
  }
  if (area) markArea(root, value as AreaPage, around);
  adoptOnce(root, markStyles);
};
