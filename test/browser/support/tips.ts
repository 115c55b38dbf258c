import {aTimeout, fixture, fixtureCleanup, nextFrame} from '@open-wc/testing';
import {
  executeServerCommand,
  resetMouse,
  sendMouse,
} from '@web/test-runner-commands';
import {html, type TemplateResult} from 'lit';
import '../../../src/define/term-tip.js';
import '../../../src/define/term-glossary.js';
import {documentSource} from '../../../src/glossary/document-source.js';
import type {GlossarySource} from '../../../src/glossary/source.js';
import {pageTips} from '../../../src/elements/term-tip/page-tips.js';
import {timing} from '../../../src/elements/term-tip/timing.js';
import {preferences} from '../../../src/page/preferences/preferences.js';
import {until} from './page.js';

export {timing};

const TERMS = 40;

/** What the tips of these tests read. */
export const tipGlossary = {
  format: 1,
  name: 'Tips',
  url: 'https://glossary.example/',
  terms: [
    {
      id: 'margin',
      name: 'Margin',
      kind: 'term',
      summary: 'What a position rests on.',
      url: 'https://glossary.example/margin/',
      related: ['leverage'],
      difficulty: 2,
      reviewed: '2026-10-01',
    },
    {
      id: 'leverage',
      name: 'Leverage',
      summary: 'How much larger a position is than its margin.',
      url: 'https://glossary.example/leverage/',
      difficulty: 1,
    },
    {id: 'delta', name: 'Delta', summary: 'How a price follows another.'},
    {id: 'delta-desk', name: 'Delta', summary: 'A desk that hedges.'},
    ...Array.from({length: TERMS}, (_, index) => ({
      id: `t${index}`,
      name: `Term ${index}`,
      summary: `Sentence ${index}.`,
    })),
  ],
} as const;

/** A source that counts what it is asked, and answers when it is let. */
export class SlowSource implements GlossarySource {
  readonly label = 'slow source';
  readonly asked: string[] = [];
  /** Answers wait for this. */
  gate: Promise<unknown> = Promise.resolve();
  readonly #source = documentSource(tipGlossary);

  async entry(reference: string) {
    this.asked.push(reference);
    await this.gate;
    return this.#source.entry(reference);
  }

  async named(name: string) {
    await this.gate;
    return this.#source.named(name);
  }

  areaPage() {
    return undefined;
  }

  vocabulary() {
    return this.#source.vocabulary();
  }
}

/** The card, where it is open: also in a dialog, also in a shadow root. */
export const openCard = (
  root: Document | ShadowRoot = document,
): HTMLElement | undefined => {
  const here = root.querySelector<HTMLElement>('term-tip-card:popover-open');
  if (here) return here;
  for (const {shadowRoot} of root.querySelectorAll('*')) {
    const inside = shadowRoot && openCard(shadowRoot);
    if (inside) return inside;
  }
  return undefined;
};

/** What the open card says, spaces folded. */
export const cardText = (): string =>
  (openCard()?.shadowRoot?.querySelector('[part~="card"]')?.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim();

export const cardSays = (text: string): Promise<void> =>
  until(() => cardText().includes(text), `a card that says "${text}"`);

export const cardGone = (): Promise<void> =>
  until(() => !openCard(), 'no open card');

export const inCard = <T extends HTMLElement>(selector: string): T =>
  openCard()!.shadowRoot!.querySelector<T>(selector)!;

type Point = [number, number];

/** The middle of an element's first line, in whole pixels. */
export const middleOf = (element: Element): Point => {
  const {left, top, width, height} = element.getClientRects()[0]!;
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

export const moveTo = async (at: Element | Point): Promise<void> => {
  const position = at instanceof Element ? middleOf(at) : at;
  await sendMouse({type: 'move', position});
};

/** In milliseconds; a second click sooner than this is a double click. */
const DOUBLE_CLICK = 500;
/** When the last click of this test was, and that of the tests before. */
const clicked = {now: -Infinity, before: -Infinity};

export const clickOn = async (at: Element | Point): Promise<void> => {
  const position = at instanceof Element ? middleOf(at) : at;
  const left = clicked.before + DOUBLE_CLICK - performance.now();
  if (left > 0) await aTimeout(left);
  await sendMouse({type: 'click', position});
  clicked.now = performance.now();
};

/** A finger taps; false where the engine cannot be told to. */
export const tapOn = async (at: Element | Point): Promise<boolean> => {
  const [x, y] = at instanceof Element ? middleOf(at) : at;
  return executeServerCommand('tap', {x, y});
};

/** Where no tip is. */
export const NOWHERE: Point = [790, 590];

export const moveAway = (): Promise<void> => moveTo(NOWHERE);

/** Tips in a glossary, prepared, with the code of cards loaded. */
export const tipsIn = async (
  content: TemplateResult,
  glossary: GlossarySource | object = tipGlossary,
): Promise<HTMLElement> => {
  const box = await fixture<HTMLElement>(
    html`<term-glossary .glossary=${glossary as GlossarySource}
      ><div style="padding: 100px 60px; font: 16px/1.5 sans-serif">${content}</div></term-glossary
    >`,
  );
  await pageTips.loadTips();
  await until(
    () =>
      [...box.querySelectorAll('term-tip')].every(
        (tip) =>
          tip.hasAttribute('tabindex') ||
          tip.querySelector('a, button') ||
          // In a control only the control has the focus.
          tip.closest('a, button, summary, [role], [contenteditable]'),
      ),
    'prepared tips',
  );
  return box;
};

const WARM = timing.warm;

/**
 * Forgets that a card was open, without the wait for it. What is warm counts
 * from the next card on.
 */
const coolDown = () => {
  timing.warm = 0;
  addEventListener('term-open', () => (timing.warm = WARM), {once: true});
};

/** Leaves nothing for the next test: no card, no warmth, no preferences. */
export const tidyUp = async (): Promise<void> => {
  preferences.set({cards: true, difficulty: 1});
  preferences.forgetAll();
  fixtureCleanup();
  await resetMouse();
  await moveAway();
  await cardGone();
  await nextFrame();
  coolDown();
  clicked.before = clicked.now;
};
