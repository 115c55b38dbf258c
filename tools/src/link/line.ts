import {hasLetters, REACH, syntaxIn} from 'term-elements/matching';
import type {Part, TextRun} from './text-run.js';

/** What is known of a text while its line is read. */
export interface Item<At> {
  readonly text: string;
  /** `undefined` for text that is left alone: it only stands beside others. */
  readonly part: Part<At> | undefined;
  readonly section: object;
  readonly language: string;
  readonly order: number;
  /** Nothing parts it from the item before. */
  readonly joins: boolean;
}

/** The text of one line, as a reader sees it: what no block and no picture parts. */
export class Line<At> {
  readonly #items: Item<At>[] = [];

  get length(): number {
    return this.#items.length;
  }

  add(item: Item<At>): void {
    // Neither text nor a neighbour of text.
    if (item.text) this.#items.push(item);
  }

  /** Takes the items out from a place on. */
  takeFrom(index: number): readonly Item<At>[] {
    return this.#items.splice(index);
  }

  /** Its texts that can name anything. */
  *runs(): Generator<TextRun<At>> {
    const items = this.#items;
    const closed = this.#closed();
    let from = 0;
    for (let start = 0, end: number; start < items.length; start = end) {
      const {part, section, language, order} = items[start]!;
      end = start + 1;
      const at = from;
      from += items[start]!.text.length;
      if (!part) continue;
      const parts = [part];
      for (
        let next = items[end];
        next?.joins && next.part;
        next = items[++end]
      ) {
        parts.push(next.part);
        from += next.text.length;
      }
      const text = parts.map((other) => other.text).join('');
      if (!hasLetters(text)) continue;
      const before = this.#before(start);
      const after = this.#after(end);
      yield {
        parts,
        text,
        section,
        closed: closed.subarray(at, at + text.length),
        language,
        before,
        after,
        order,
      };
    }
  }

  /** Skipped text does not count: a bracket in code is code. */
  #closed(): Uint8Array {
    const text = this.#items
      .map(({part, text}) => (part ? text : ' '.repeat(text.length)))
      .join('');
    const closed = syntaxIn(text);
    // A tag that a template has cut short is text, and so is its end.
    const cut = /<[a-z][\w-]*\s[^<>]*["'{%]/i.exec(text);
    if (cut) closed.fill(1, cut.index);
    return closed;
  }

  #before(index: number): string {
    let text = '';
    for (let at = index - 1; at >= 0 && text.length < REACH; at--)
      text = this.#items[at]!.text.slice(-REACH) + text;
    return text.slice(-REACH);
  }

  #after(index: number): string {
    let text = '';
    for (let at = index; at < this.#items.length && text.length < REACH; at++)
      text += this.#items[at]!.text.slice(0, REACH);
    return text.slice(0, REACH);
  }
}
