import type {GlossarySource} from '../../glossary/source.js';
import type {Glossary} from '../../glossary/types.js';
import {joinTips, tipChanged} from './load-tips.js';

// A server has no HTMLElement, and importing must not throw there.
const Base = (globalThis.HTMLElement ?? Object) as typeof HTMLElement;

/** Properties that are attributes, and nothing besides. */
const ATTRIBUTES = {
  term: 'term',
  value: 'value',
  valueLabel: 'value-label',
  src: 'src',
  images: 'images',
} as const;

/**
 * A word in running text with a card behind it, which opens on hover, keyboard
 * focus or tap. It wraps the word, or a link: without JavaScript, and while
 * nobody touches it, the page is what the author wrote.
 *
 * A tip costs little more than an `<abbr>`: it renders nothing, has no shadow
 * root, and shares one card, a few listeners and a style sheet with all tips of
 * the document. The card is loaded when the first tip is touched, its data when
 * the pointer rests. A tip that has no link inside becomes focusable (`tabindex`
 * and `role`) when the page has loaded and is idle, so that a framework can
 * hydrate before; a server that writes `tabindex="0" role="button"` itself is
 * left alone.
 *
 * @element term-tip
 * @slot - The word, or a link around it; `<template slot="…">` for the slots of the card.
 * @fires {TermOpenEvent} term-open - The card is on screen.
 * @fires {TermCloseEvent} term-close - The card has been closed.
 * @fires {TermDwellEvent} term-dwell - The card has been open for a second.
 * @fires {TermErrorEvent} term-error - There is no entry to show; `code` says why.
 * @cssprop [--term-accent] - The dotted line.
 * @cssprop [--term-accent-soft] - Ground while the card is open.
 * @cssstate open - The card is open.
 * @cssstate quiet - The reader knows the term, or wants no cards.
 */
export class TermTip extends Base {
  static readonly observedAttributes = ['term', 'value', 'value-label'];

  /**
   * Id, former id or address of the entry; several ids, separated by space, are
   * offered as a choice; else a name. By default the text of the tip as a name.
   */
  declare term: string;

  /** A live value of the host, shown in the card and kept up to date there. */
  declare value: string | null;

  /** What the value is: "Now, next in 02:13:05". */
  declare valueLabel: string | null;

  /** Address of the glossary, as on other elements. */
  declare src: string;

  /** `any` shows pictures from every origin. */
  declare images: string;

  /** A glossary document or a source; comes before every other way to name one. */
  declare glossary: GlossarySource | Glossary | undefined;

  connectedCallback(): void {
    for (const name in ATTRIBUTES) {
      // What was set before the element was defined hides the property.
      if (!Object.hasOwn(this, name)) continue;
      const key = name as keyof typeof ATTRIBUTES;
      const value = this[key];
      delete (this as Partial<TermTip>)[key];
      this[key] = value as string;
    }
    joinTips(this);
  }

  attributeChangedCallback(): void {
    tipChanged(this);
  }
}

for (const [name, attribute] of Object.entries(ATTRIBUTES)) {
  const isText = !name.startsWith('value');
  Object.defineProperty(TermTip.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: TermTip) {
      return this.getAttribute(attribute) ?? (isText ? '' : null);
    },
    // Numbers too: a framework hands over what it has.
    set(this: TermTip, value: string | number | null | undefined) {
      if (value == null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, String(value));
    },
  });
}
