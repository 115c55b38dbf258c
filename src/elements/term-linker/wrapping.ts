/** A part of a text that has been taken apart: words in a tip, or what is between. */
interface Part {
  readonly node: Text;
  /** What it says as far as we know; if it says something else, the page has changed it. */
  readonly data: string;
  readonly tip?: HTMLElement;
  /** Text of ours inside the tip, after the words. */
  readonly addition?: Text | undefined;
}

const plain = (node: Text): Part => ({node, data: node.data});

/** How many characters two texts have in common at their ends. */
const likeness = (a: string, b: string): number => {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return start + end;
};

/**
 * A Text node with tips in it. The node stays where it is and keeps what is
 * before the first tip, if only an empty text, so that a page or a framework
 * that holds on to it can still change, move and remove it. The rest follows.
 *
 * `add` and `remove` are for a wrapping that is intact; `undo` is for any.
 */
export class Wrapping {
  /** In the order of the page; the first is the node itself. */
  #parts: readonly Part[];

  /** @param isOwned Who writes to the node means the whole text by it. */
  constructor(
    readonly head: Text,
    readonly isOwned: boolean,
  ) {
    this.#parts = [plain(head)];
  }

  /** The text as it was, and is again when this is undone. */
  get text(): string {
    return this.#parts.map(({data}) => data).join('');
  }

  get last(): Node {
    const {tip, node} = this.#parts.at(-1)!;
    return tip ?? node;
  }

  /** Whether the page has left it as it was made. */
  isIntact(): boolean {
    let at: Node | null = this.head;
    return (
      this.head.parentNode !== null &&
      this.#parts.every(({node, data, tip, addition}) => {
        const isInPlace = at === (tip ?? node) && node.data === data;
        at = at?.nextSibling ?? null;
        return (
          isInPlace &&
          (!tip ||
            (tip.firstChild === node &&
              node.nextSibling === (addition ?? null) &&
              tip.lastChild === (addition ?? node)))
        );
      })
    );
  }

  /** Puts a tip around words that have none, and text of ours after them. */
  add(start: number, end: number, tip: HTMLElement, addition: string): void {
    let from = 0;
    const index = this.#parts.findIndex(({data, tip: taken}) => {
      const isHere = !taken && from <= start && end <= from + data.length;
      if (!isHere) from += data.length;
      return isHere;
    });
    const {node} = this.#parts[index]!;
    const after = end < from + node.length ? [node.splitText(end - from)] : [];
    const isWhole = start === from && node !== this.head;
    const words = isWhole ? node : node.splitText(start - from);
    words.before(tip);
    tip.append(words);
    const added = addition ? new Text(addition) : undefined;
    if (added) tip.append(added);
    this.#parts = this.#parts.toSpliced(
      index,
      1,
      ...(isWhole ? [] : [plain(node)]),
      {...plain(words), tip, addition: added},
      ...after.map(plain),
    );
  }

  /** Takes the tip away that begins at a place of the text. */
  remove(start: number): void {
    const parts: Part[] = [];
    let from = 0;
    for (const part of this.#parts) {
      const {node, data, tip, addition} = part;
      const isMeant = tip && from === start;
      from += data.length;
      if (isMeant) {
        addition?.remove();
        tip.replaceWith(node);
      }
      const before = parts.at(-1);
      if ((tip && !isMeant) || !before || before.tip) {
        parts.push(isMeant ? plain(node) : part);
      } else {
        before.node.appendData(data);
        node.remove();
        parts.splice(-1, 1, plain(before.node));
      }
    }
    this.#parts = parts;
  }

  /**
   * Gives the text back, with what the page has changed in it meanwhile. A
   * node that was written to holds either the whole text now (somebody has
   * kept it) or its part of it (somebody has found it in the page): a framework
   * means the whole; else what it is more like.
   */
  undo(): void {
    const {head} = this;
    if (this.isIntact()) {
      const [first, ...rest] = this.#parts as readonly [Part, ...Part[]];
      head.appendData(this.text.slice(first.data.length));
      for (const {node, tip} of rest) (tip ?? node).remove();
    } else this.#undoChanged();
    this.#parts = [plain(head)];
  }

  #undoChanged(): void {
    const {head, isOwned} = this;
    const [first, ...rest] = this.#parts as readonly [Part, ...Part[]];
    const isRewritten =
      head.data !== first.data &&
      (isOwned ||
        likeness(head.data, this.text) >= likeness(head.data, first.data));
    for (const {node, tip, addition} of rest) {
      const at = tip ?? node;
      if (isRewritten || (isOwned && at.parentNode !== head.parentNode)) {
        at.remove();
      } else if (tip?.parentNode) {
        if (addition?.parentNode === tip) addition.remove();
        tip.replaceWith(...tip.childNodes);
      }
    }
    const ours = new Set<Node | null>(rest.map(({node}) => node));
    for (const {node} of this.#parts) {
      if (!node.parentNode) continue;
      let next: Node | null;
      while (ours.has((next = node.nextSibling))) {
        node.appendData((next as Text).data);
        (next as Text).remove();
      }
      if (node !== head && !node.data) node.remove();
    }
  }
}
