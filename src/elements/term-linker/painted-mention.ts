import type {TipAnchor} from '../term-tip/anchor.js';
import {isMuted} from '../term-tip/muted.js';
import type {Mention} from '../../matching/mention.js';
import {erase, paint, paintOpen} from './highlights.js';
import {type TextRun, referenceOf, textOf} from './text-run.js';

/** A place in a text as a place in its nodes. */
const placeIn = (
  nodes: readonly Text[],
  offset: number,
  isEnd: boolean,
): readonly [Text, number] => {
  let left = offset;
  for (const node of nodes) {
    if (left < node.length || (isEnd && left === node.length))
      return [node, left];
    left -= node.length;
  }
  const last = nodes.at(-1)!;
  return [last, last.length];
};

let ruler: Range | undefined;

/**
 * A mention that is painted into text, and nothing else. It paints static
 * ranges: the browser updates live ranges on every change of the page, which
 * costs the page time.
 */
export class PaintedMention implements TipAnchor {
  /** The words as they were painted. */
  readonly text: string;
  readonly reference: string;
  readonly value = undefined;
  readonly valueLabel = undefined;
  readonly href = undefined;
  readonly focusable = undefined;
  #range: StaticRange | undefined;
  #start = 0;
  #nodes: readonly Text[] = [];
  #isOpen = false;
  #isNear = false;
  #isSeen = false;

  constructor(
    readonly element: HTMLElement,
    readonly run: TextRun,
    mention: Mention,
  ) {
    this.text = run.text.slice(mention.start, mention.end);
    this.reference = referenceOf(mention);
    this.move(mention);
  }

  /** It is the same as long as its words and what they mean stay. */
  get key(): object {
    return this;
  }

  /** Whether these are the same words, here or elsewhere in the text. */
  is(mention: Mention): boolean {
    return (
      this.reference === referenceOf(mention) &&
      this.text === this.run.text.slice(mention.start, mention.end)
    );
  }

  /** Paints it where it is now. */
  move({start}: Mention): void {
    const {nodes} = this.run;
    const [startContainer, startOffset] = placeIn(nodes, start, false);
    const [endContainer, endOffset] = placeIn(
      nodes,
      start + this.text.length,
      true,
    );
    this.#start = start;
    this.#nodes = nodes;
    const range = this.#range;
    if (
      range?.startContainer === startContainer &&
      range.startOffset === startOffset &&
      range.endContainer === endContainer &&
      range.endOffset === endOffset
    )
      return;
    this.#unpaint();
    this.#range = new StaticRange({
      startContainer,
      startOffset,
      endContainer,
      endOffset,
    });
    this.#paint();
  }

  /**
   * Paints it where it may be on screen and the reader wants its card; a press
   * opens that all the same.
   */
  see(isNear: boolean): void {
    this.#isNear = isNear;
    const isSeen = isNear && !isMuted(this);
    if (isSeen === this.#isSeen) return;
    this.#unpaint();
    this.#isSeen = isSeen;
    this.#paint();
  }

  remove(): void {
    this.#unpaint();
    this.#range = undefined;
  }

  #paint(): void {
    if (!this.#range) return;
    if (this.#isSeen) paint(this.#range);
    if (this.#isOpen) paintOpen(this.#range, true);
  }

  #unpaint(): void {
    if (!this.#range) return;
    if (this.#isSeen) erase(this.#range);
    paintOpen(this.#range, false);
  }

  setOpen(open: boolean): void {
    this.#isOpen = open;
    if (this.#range) paintOpen(this.#range, open);
  }

  showWishes(): void {
    this.see(this.#isNear);
  }

  get context(): HTMLElement {
    return this.#nodes[0]?.parentElement ?? this.element;
  }

  isConnected(): boolean {
    const {text} = this;
    return (
      this.#range !== undefined &&
      this.#range.startContainer.isConnected &&
      textOf(this.#nodes).startsWith(text, this.#start)
    );
  }

  rects(): readonly DOMRect[] {
    const range = this.#range;
    if (!range || !this.isConnected()) return [];
    // One live range for all measurements; between them it is where nothing
    // moves it.
    ruler ??= new Range();
    ruler.setStart(range.startContainer, range.startOffset);
    ruler.setEnd(range.endContainer, range.endOffset);
    const rects = [...ruler.getClientRects()];
    ruler.setStart(document, 0);
    ruler.collapse(true);
    return rects.filter(({width, height}) => width || height);
  }

  /** Whether a point of the window is on the words. */
  isAt(x: number, y: number): boolean {
    return this.rects().some(
      ({left, right, top, bottom}) =>
        x >= left && x < right && y >= top && y < bottom,
    );
  }

  /** Whether a Text node, at an offset, is in the words or touches them. */
  touches(node: Node, offset: number): boolean {
    let from = 0;
    for (const own of this.#nodes) {
      if (own === node) {
        const at = from + offset;
        return at >= this.#start && at <= this.#start + this.text.length;
      }
      from += own.length;
    }
    return false;
  }
}
