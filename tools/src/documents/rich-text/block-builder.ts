import {linkAddress} from 'term-elements/glossary';
import type {Block, Inline} from 'term-elements/rich-text';

type Mark =
  | {readonly type: 'emphasis' | 'strong'}
  | {readonly type: 'link'; readonly url: string}
  | {readonly type: 'term'; readonly id: string};

interface Open {
  /** Absent for the block itself, and for markup that is left out. */
  readonly mark: Mark | undefined;
  readonly children: Inline[];
}

interface List {
  readonly ordered: boolean;
  readonly start: number;
  readonly items: (readonly Inline[])[];
}

/** Marks inside each other beyond these say nothing to a reader. */
const MAX_OPEN = 16;

const SPACES = /[ \t\r\n\f\v]+/g;

const isBlank = (nodes: readonly Inline[]): boolean =>
  nodes.every((node) =>
    'text' in node ? !node.text.trim() : isBlank(node.children),
  );

/** Without the spaces at both ends, which no block has. */
const trimmed = (nodes: readonly Inline[]): readonly Inline[] => {
  const [first, ...others] = nodes;
  if (!first) return nodes;
  const last = others.at(-1);
  const start = first.type === 'text' ? first.text.trimStart() : undefined;
  const head: Inline =
    start === undefined ? first : {type: 'text', text: start};
  if (!last)
    return head.type === 'text'
      ? [{type: 'text', text: head.text.trimEnd()}]
      : [head];
  const tail: Inline =
    last.type === 'text' ? {type: 'text', text: last.text.trimEnd()} : last;
  return [head, ...others.slice(0, -1), tail].filter(
    (node) => node.type !== 'text' || node.text,
  );
};

/**
 * Makes rich text of what a reader of another markup comes across: blocks end
 * where others begin, nested lists become one, marks of a kind do not nest.
 */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  #stack: Open[] = [{mark: undefined, children: []}];
  #list: List | undefined;
  #isItem = false;

  text(value: string): void {
    const text = value.replace(SPACES, ' ');
    const {children} = this.#top;
    const last = children.at(-1);
    if (last?.type !== 'text') {
      if (text) children.push({type: 'text', text});
      return;
    }
    // A space at an edge is one space.
    const joined =
      last.text.endsWith(' ') && text.startsWith(' ') ? text.slice(1) : text;
    children[children.length - 1] = {type: 'text', text: last.text + joined};
  }

  code(value: string): void {
    const text = value.replace(SPACES, ' ').trim();
    if (text) this.#top.children.push({type: 'code', text});
  }

  /** Opens a mark; each is to be closed. One that cannot be is left out. */
  open(mark: Mark | undefined): void {
    const isOpen = (type: string) =>
      this.#stack.some((open) => open.mark?.type === type);
    const isLink = mark?.type === 'link' || mark?.type === 'term';
    const isWanted =
      mark &&
      this.#stack.length < MAX_OPEN &&
      !(isLink ? isOpen('link') || isOpen('term') : isOpen(mark.type)) &&
      (mark.type !== 'link' || linkAddress(mark.url) !== undefined);
    this.#stack.push({mark: isWanted ? mark : undefined, children: []});
  }

  /**
   * Opens a link.
   *
   * @param url Its address; empty for one that leads nowhere.
   * @param id Id of the term at that address, so that the link follows the term.
   */
  openLink(url: string, id: string | undefined): void {
    if (id !== undefined) this.open({type: 'term', id});
    else this.open(url ? {type: 'link', url} : undefined);
  }

  close(): void {
    if (this.#stack.length < 2) return;
    const {mark, children} = this.#stack.pop()!;
    const inner = this.#top.children;
    if (!mark || isBlank(children)) {
      for (const child of children) {
        if (child.type === 'text') this.text(child.text);
        else inner.push(child);
      }
    } else {
      inner.push({...mark, children} as Inline);
    }
  }

  /** Ends the block that is open, and begins another. */
  block(): void {
    const marks = this.#stack.slice(1).map(({mark}) => mark);
    while (this.#stack.length > 1) this.close();
    const children = trimmed(this.#top.children);
    if (!isBlank(children)) {
      if (this.#isItem && this.#list) this.#list.items.push(children);
      else {
        this.#endList();
        this.blocks.push({type: 'paragraph', children});
      }
    }
    // A mark that goes on over blocks is opened again in each.
    this.#stack = [
      {mark: undefined, children: []},
      ...marks.map((mark) => ({mark, children: []})),
    ];
  }

  /** Begins an item. */
  item(ordered: boolean, start = 1): void {
    this.block();
    if (this.#list?.ordered !== ordered) this.#endList();
    this.#list ??= {ordered, start, items: []};
    this.#isItem = true;
  }

  endItem(): void {
    this.block();
    this.#isItem = false;
  }

  /** Ends the outermost list, so that the next one is another. */
  endList(): void {
    this.block();
    this.#isItem = false;
    this.#endList();
  }

  end(): readonly Block[] {
    this.endList();
    return this.blocks;
  }

  get #top(): Open {
    return this.#stack[this.#stack.length - 1]!;
  }

  #endList(): void {
    if (this.#list?.items.length)
      this.blocks.push({type: 'list', ...this.#list});
    this.#list = undefined;
  }
}
