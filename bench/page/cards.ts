/**
 * The page on which it is measured: one card of every variant, to load what is
 * loaded later, and a function that renders a thousand of one variant.
 */
import '../../src/define/term-card.js';
import '../../src/define/term-glossary.js';
import {GlossaryIndex} from '../../src/glossary/glossary-index.js';
import {kindLabel} from '../../src/glossary/kinds.js';
import type {TermCard} from '../../src/elements/term-card/term-card.js';
import type {Glossary} from '../../src/glossary/types.js';
import {
  cardStyles,
  entryStyles,
} from '../../src/elements/term-card/term-card.styles.js';
import {tokens} from '../../src/page/tokens.styles.js';
import {syntheticGlossary} from './glossary.js';
import {painted} from './painted.js';
import {PlainCard, type PlainEntry} from './plain-card.js';

export type Variant =
  'elements' | 'html' | 'lit' | 'html-skipped' | 'elements-inside';

/** Milliseconds since before the first element was made. */
export interface Sample {
  /** Until style and layout are done. */
  readonly layout: number;
  /** Until the frame after it is painted. */
  readonly painted: number;
}

const JSON_LD = 'script[type="application/ld+json"]';

/** The style sheets of a card for cards that have no shadow root. */
const pageStyles = (skipped: boolean): string => {
  const text = [tokens, entryStyles, cardStyles]
    .map(({cssText}) => cssText)
    .join('\n')
    .replace(/:host\(([^()]*(?:\([^()]*\))?[^()]*)\)/g, '.card$1')
    .replaceAll(':host', '.card');
  return skipped
    ? text
    : text.replace(
        /content-visibility: auto;|contain-intrinsic-\w+-size:[^;]*;/g,
        '',
      );
};

const plainEntries = (glossary: Glossary): readonly PlainEntry[] => {
  const index = new GlossaryIndex(glossary);
  return glossary.terms.map(({id}) => {
    const {term, url = '', related} = index.entry(id)!;
    return {
      name: term.name,
      url,
      kind: kindLabel(glossary, term) ?? '',
      summary: term.summary ?? '',
      published: term.published ?? '',
      related: related.map((other) => ({
        name: other.name,
        url: other.url ?? '',
      })),
    };
  });
};

const termCard = (id: string): TermCard => {
  const card = document.createElement('term-card');
  card.term = id;
  return card;
};

const plainCard = (entry: PlainEntry): PlainCard => {
  const card = new PlainCard();
  card.entry = entry;
  return card;
};

/** Settles when our JSON-LD is in the page; what is in it is looked at when the time is taken. */
const stated = async (): Promise<void> => {
  while (!document.head.querySelector(JSON_LD))
    await new Promise<void>(queueMicrotask);
};

/** How many terms our JSON-LD has. */
const statedTerms = (): number => {
  const text = document.head.querySelector(JSON_LD)?.textContent ?? '{}';
  const {hasDefinedTerm = []} = JSON.parse(text) as {
    hasDefinedTerm?: unknown[];
  };
  return hasDefinedTerm.length;
};

/** Puts a thousand cards into an element; done when all of it is in the page. */
type Render = (main: HTMLElement) => void | Promise<void>;

const renderers = (
  glossary: Glossary,
  markup: string,
): Readonly<Record<Variant, Render>> => {
  const ids = glossary.terms.map(({id}) => id);
  const entries = plainEntries(glossary);
  const setMarkup: Render = (main) => {
    main.innerHTML = markup;
  };
  return {
    async elements(main) {
      const cards = ids.map((id) => {
        const card = termCard(id);
        card.glossary = glossary;
        return card;
      });
      main.append(...cards);
      await cards.at(-1)!.updateComplete;
      await stated();
    },
    async 'elements-inside'(main) {
      const provider = document.createElement('term-glossary');
      provider.glossary = glossary;
      const cards = ids.map(termCard);
      provider.append(...cards);
      main.append(provider);
      await cards.at(-1)!.updateComplete;
      await stated();
    },
    async lit(main) {
      const cards = entries.map(plainCard);
      main.append(...cards);
      await cards.at(-1)!.updateComplete;
    },
    html: setMarkup,
    'html-skipped': setMarkup,
  };
};

const styleSheet = (skipped: boolean): HTMLStyleElement => {
  const style = document.createElement('style');
  style.textContent = pageStyles(skipped);
  document.head.append(style);
  style.sheet!.disabled = true;
  return style;
};

/** The cards of a page as plain HTML: what is in their shadow roots, without Lit's marks. */
const markupOf = (cards: Iterable<Element>): string =>
  [...cards]
    .map(({shadowRoot}) => shadowRoot!.innerHTML.replace(/<!--.*?-->/gs, ''))
    .map((content) => `<div class="card">${content}</div>`)
    .join('\n');

let rendering: Readonly<Record<Variant, Render>> | undefined;
let count = 0;
let styles: Partial<Record<Variant, HTMLStyleElement>> = {};

/** Called by the program that drives the browser. */
const bench = {
  /** Renders all cards once with Lit, and gives what is to be set as plain HTML. */
  async markup(count: number, from: 'elements' | 'lit'): Promise<string> {
    const main = document.createElement('main');
    document.body.append(main);
    await renderers(syntheticGlossary(count), '')[from](main);
    return markupOf(main.querySelectorAll('term-card, plain-card'));
  },

  /** Makes the data that is rendered. Nothing of it is timed. */
  prepare(cards: number, markup: string): void {
    count = cards;
    rendering = renderers(syntheticGlossary(count), markup);
    styles = {html: styleSheet(false), 'html-skipped': styleSheet(true)};
  },

  /** Renders one variant into a new column, and takes it away. */
  async measure(variant: Variant): Promise<Sample> {
    const style = styles[variant];
    if (style) style.sheet!.disabled = false;
    const main = document.createElement('main');
    document.body.append(main);
    // What the sample before has left is not to be swept in this one.
    globalThis.gc?.();
    await painted();
    const start = performance.now();
    await rendering![variant](main);
    main.getBoundingClientRect();
    const layout = performance.now() - start;
    await painted();
    const end = performance.now() - start;
    const expected = variant.startsWith('elements') ? count : 0;
    if (statedTerms() !== expected)
      throw new Error(`${variant}: the JSON-LD has ${statedTerms()} terms`);
    main.remove();
    if (style) style.sheet!.disabled = true;
    await painted();
    return {layout, painted: end};
  },
};

export type Bench = typeof bench;
Object.assign(globalThis, {bench});
