import {languageOf} from '../../page/language.js';
import type {Viewport} from './placement.js';
import {composedParent} from '../../page/composed-parent.js';

/** Custom properties that make the look of a card; it is not where its tip is. */
const TOKENS =
  'ink ink-2 ink-3 paper line accent accent-soft head body radius measure step tip-width tip-font-size'
    .split(' ')
    .map((name) => `--term-${name}`);

/** Properties that a card takes over from its words; it is isolated from where it is. */
const INHERITED = ['color-scheme', 'direction', 'font-family'];

/** Pixels; a text of this size is readable. */
const READABLE = 12;

/**
 * Makes a card look as it would beside the words that it explains: in the
 * size of the page's text, whatever `rem` is, and as large as the reader wants.
 * All of it is written into custom properties, which no rule of the page names.
 */
export const takeLook = (card: HTMLElement, words: HTMLElement): void => {
  const look = getComputedStyle(words);
  for (const name of TOKENS)
    card.style.setProperty(name, look.getPropertyValue(name));
  for (const name of INHERITED)
    card.style.setProperty(`--_${name}`, look.getPropertyValue(name));
  card.style.setProperty('--_page-text', textSizeOf(words, look.fontSize));
  card.lang = languageOf(words);
};

/** Of the page, unless only its elements say how large their text is. */
const textSizeOf = (words: HTMLElement, own: string): string => {
  const {fontSize: page} = getComputedStyle(words.ownerDocument.body);
  const size = [page, own].find((size) => parseFloat(size) >= READABLE);
  return size ?? '16px';
};

/** What makes everything outside it inert, or claims to. */
const MODAL = ':modal, :fullscreen, [aria-modal="true" i]';

const closest = (element: Element, selector: string): Element | undefined => {
  for (let at: Element | null = element; at; at = composedParent(at))
    if (at.matches(selector)) return at;
  return undefined;
};

/**
 * Where a card has to be for these words: in the innermost modal dialog, by
 * whatever it is one, or full-screen element, because nothing outside it can be
 * used; in the innermost open popover, because a press outside it closes it;
 * else in the body.
 */
export const cardPlace = (words: HTMLElement): Element | ShadowRoot => {
  const {body, documentElement} = words.ownerDocument;
  const place = closest(words, `${MODAL}, :popover-open`);
  if (!place || place === documentElement) return body;
  // A child of a shadow host has no box unless there is a slot for it.
  return place.shadowRoot ?? place;
};

/** Whether words are behind the modal dialog that an element is in. */
export const isBehind = (words: HTMLElement, element: Element): boolean => {
  const modal = closest(element, MODAL);
  return modal !== undefined && modal !== closest(words, MODAL);
};

/** Whether words cannot be used, as they cannot behind a modal dialog. */
export const isInert = (words: HTMLElement): boolean =>
  closest(words, '[inert]') !== undefined;

/** What of the page is on screen. */
export const viewportOf = ({
  defaultView,
  documentElement: {clientWidth, clientHeight},
}: Document): Viewport => {
  const visual = defaultView?.visualViewport;
  const left = visual?.offsetLeft ?? 0;
  const top = visual?.offsetTop ?? 0;
  return {
    left,
    top,
    // Without scroll bars, which are no part of it where they take room.
    width: Math.min(visual?.width ?? clientWidth, clientWidth - left),
    height: Math.min(visual?.height ?? clientHeight, clientHeight - top),
    layoutHeight: clientHeight,
  };
};
