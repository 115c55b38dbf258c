/** Does at build time what `<term-linker>` does in a browser. */
import type MagicString from 'magic-string';
import type {GlossarySource} from 'term-elements/glossary';
import {PRERENDERED} from 'term-elements/prerendering';
import {linkElement} from '../link/html/link-element.js';
import type {Open} from '../link/reader.js';
import {parseSelector} from '../link/selector.js';
import {ISLAND} from './hydrated.js';
import {
  ancestors,
  attribute,
  type Element,
  hasAttribute,
  isElement,
} from '../documents/html/tree.js';

/** A linker that paints its words leaves the page as it is. */
export const isWrapping = (linker: Element): boolean =>
  (attribute(linker, 'mode') ?? 'wrap') !== 'highlight';

const opened = (element: Element): Open => ({
  name: element.tagName,
  attribute: (name) => attribute(element, name),
  get parent() {
    const {parentNode} = element;
    return parentNode && isElement(parentNode) ? opened(parentNode) : undefined;
  },
});

const isInside = (element: Element, others: ReadonlySet<Element>): boolean => {
  for (const around of ancestors(element)) {
    if (others.has(around)) return true;
  }
  return false;
};

/** The linkers of one page. */
export class PageLinkers {
  /** Each part of a page has one linker. */
  readonly #linked = new Set<Element>();

  /** @param elements All elements of the page. */
  constructor(
    readonly html: string,
    readonly edits: MagicString,
    readonly elements: readonly Element[],
  ) {}

  /**
   * Puts a tip with a link around the words that a linker would find. What is
   * inside elements that are prerendered is left alone: they have to say so.
   *
   * @returns How many there are.
   * @throws {SelectorError} Where an attribute is not a valid selector.
   */
  async link(linker: Element, source: GlossarySource): Promise<number> {
    const first = attribute(linker, 'first');
    const limit = attribute(linker, 'limit');
    const exclude = [
      PRERENDERED_CONTENT,
      ISLAND,
      attribute(linker, 'exclude')?.trim(),
    ];
    let count = 0;
    for (const part of this.#partsOf(linker)) {
      if (this.#linked.has(part)) continue;
      this.#linked.add(part);
      count += await linkElement(part, this.html, this.edits, {
        source,
        exclude: exclude.filter(Boolean).join(),
        first: first === 'page' || first === 'all' ? first : 'section',
        limit: limit === undefined ? undefined : Number(limit) - count,
        expand: hasAttribute(linker, 'expand'),
      });
    }
    return count;
  }

  #partsOf(linker: Element): readonly Element[] {
    const selector = attribute(linker, 'for')?.trim();
    if (!selector) return [linker];
    const isMeant = parseSelector(selector);
    const all = new Set(
      this.elements.filter((element) => isMeant(opened(element))),
    );
    return [...all].filter((element) => !isInside(element, all));
  }
}

/** What no linker may reach into: its text is made again. */
const PRERENDERED_CONTENT = `[${PRERENDERED}]`;
