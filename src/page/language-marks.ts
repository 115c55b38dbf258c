/**
 * Marks what is on screen: the language of each text that is not in the
 * language of the page (WCAG 2.2, 3.1.2), the original of a translated name,
 * and the date of an offline copy. Most pages need none of these, so this is a
 * chunk of its own and not part of the templates.
 */
import {css} from 'lit';
import {TERM_TEXTS} from '../glossary/language-tags.js';
import type {AreaPage, Entry} from '../glossary/source.js';
import {filled} from '../glossary/locale/locale.js';
import {addStyle} from './element-styles.js';
import {dateText} from './dates.js';
import {languageOf} from './language.js';
import {localeFor} from './locale.js';
import {isBilingual} from './surroundings.js';
import {
  markAreaTexts,
  markEntryTexts,
  type ShownTree,
} from './text-languages.js';

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

const domTree: ShownTree<ParentNode, Element> = {
  withPart: (root, part) => root.querySelectorAll(`[part="${part}"]`),
  withClass: (root, name) => root.querySelectorAll(`.${name}`),
  setLang,
  original: (headword, name) => ownPart(headword, 'original', name),
};

/** Marks the texts of one entry, and how old an offline copy is. */
export const markEntry = (
  shown: Element,
  entry: Entry,
  around: string,
  bilingual: boolean,
): void => {
  markEntryTexts(domTree, shown, entry, around, bilingual);
  const {keptAt, glossary, language} = entry;
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
  if (area) markAreaTexts(domTree, root, value as AreaPage, around);
  addStyle(root, markStyles);
};
