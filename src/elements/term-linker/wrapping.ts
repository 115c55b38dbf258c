import {PRELINKED} from '../../page/content-contract.js';
import {liveMark} from './prelinked.js';

/** A part of a text that has been taken apart: words in a tip, or what is between. */
interface Part {
  readonly node: Text;
  /** Its text as we left it; if it differs, the page has written to the node. */
  readonly data: string;
  readonly tip?: HTMLElement;
  /** What the tip named when it was made. */
  readonly term?: string | null;
  /** Text that the linker added inside the tip, after the words. */
  readonly addition?: Addition | undefined;
}

interface Addition {
  readonly node: Text;
  readonly data: string;
}

const plain = (node: Text): Part => ({node, data: node.data});

const asText = (node: Node | null): Text | undefined =>
  node instanceof Text ? node : undefined;

/** What stands for a part among the children of its parent. */
const outer = ({tip, node}: Part): ChildNode => tip ?? node;

/**
 * Whether the page has left a part, wherever it is now, as it was made. A morph
 * makes other tips of those that were made here.
 */
const isAsMade = ({node, data, tip, term, addition}: Part): boolean =>
  node.data === data &&
  (!tip ||
    (tip.getAttribute(PRELINKED) === liveMark(data) &&
      tip.getAttribute('term') === term &&
      tip.firstChild === node &&
      node.nextSibling === (addition?.node ?? null) &&
      tip.lastChild === (addition?.node ?? node) &&
      addition?.data === addition?.node.data));

/** Whether parts follow one another, as they were made. */
const isChain = (parts: readonly Part[]): boolean =>
  parts.every(
    (part, index) =>
      isAsMade(part) &&
      outer(part).parentNode !== null &&
      (index === 0 || outer(part).previousSibling === outer(parts[index - 1]!)),
  );

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
 * `add` and `remove` are for a wrapping that is intact; `undo` is for any. A
 * Text node that the page has written to or moved belongs to the page: it is
 * never removed, nor joined to another.
 */
export class Wrapping {
  /** In the order of the page; the first is the node itself. */
  #parts: readonly Part[];
  /** Where the parts were when they were last seen intact. */
  #parent: Node | null;

  /** The page has taken the node out of its parent, and may have put it back. */
  #wasRemoved = false;
  /** The page has put the node somewhere, and may have taken it out again. */
  #wasInserted = false;

  /** @param isOwned Who writes to the node means the whole text by it. */
  constructor(
    readonly head: Text,
    readonly isOwned: boolean,
  ) {
    this.#parts = [plain(head)];
    this.#parent = head.parentNode;
  }

  /** The text as it was, and is again when this is undone. */
  get text(): string {
    return this.#parts.map(({data}) => data).join('');
  }

  get last(): Node {
    return outer(this.#parts.at(-1)!);
  }

  /** The page has taken the node out of its parent. */
  noteRemoved(): void {
    this.#wasRemoved = true;
  }

  /** The page has put the node somewhere. */
  noteInserted(): void {
    this.#wasInserted = true;
  }

  /** Whether the page has left it as it was made. */
  isIntact(): boolean {
    return isChain(this.#parts);
  }

  /** The same, as a starting point for what the page does from now on. */
  confirm(): boolean {
    const isIntact = this.isIntact();
    if (isIntact) this.#start();
    return isIntact;
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
    const added = addition
      ? {node: new Text(addition), data: addition}
      : undefined;
    if (added) tip.append(added.node);
    this.#parts = this.#parts.toSpliced(
      index,
      1,
      ...(isWhole ? [] : [plain(node)]),
      {
        ...plain(words),
        tip,
        term: tip.getAttribute('term'),
        addition: added,
      },
      ...after.map(plain),
    );
  }

  /** Removes the tip that begins at an offset of the text. */
  remove(start: number): void {
    const parts: Part[] = [];
    let from = 0;
    for (const part of this.#parts) {
      const {node, data, tip, addition} = part;
      const isMeant = tip && from === start;
      from += data.length;
      if (isMeant) {
        addition?.node.remove();
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
   * Gives the text back, with what the page has changed in it meanwhile.
   *
   * A page that holds on to the node means the whole text by it: what it does
   * to the node alone, it does to the whole. A page that has found the parts,
   * as a morph does, means each by itself: they stay as they are.
   *
   * @param isWritten Whether the page has written to a Text node meanwhile.
   */
  undo(isWritten: (node: Text) => boolean): void {
    const {head} = this;
    const [first, ...rest] = this.#parts as readonly [Part, ...Part[]];
    const heir = this.#heirOf(first, rest, isWritten);
    const taken = heir ? rest : this.#leftovers(first, rest);
    const into = heir ?? head;
    if (into !== head || head.data === first.data)
      into.appendData(taken.map(({data}) => data).join(''));
    for (const part of taken) outer(part).remove();
    if (!heir) this.#unwrap(rest.filter((part) => !taken.includes(part)));
    this.#parts = [plain(head)];
    this.#start();
  }

  #start(): void {
    this.#parent = this.head.parentNode;
    this.#wasRemoved = false;
    this.#wasInserted = false;
  }

  /**
   * The node that would hold the rest of the text, had it not been taken apart:
   * the page has done something to the node alone, if anything. `undefined`
   * where the page has dealt with the parts.
   */
  #heirOf(
    first: Part,
    rest: readonly Part[],
    isWritten: (node: Text) => boolean,
  ): Text | undefined {
    const {head, isOwned} = this;
    const [second] = rest;
    if (!second) return head;
    const isChanged = head.data !== first.data;
    if (rest.every((part) => isAsMade(part) && !outer(part).parentNode)) {
      const isGone = this.#wasRemoved || !head.parentNode;
      return isGone && !isChanged ? head : undefined;
    }
    if (!isChain(rest)) return undefined;
    const {previousSibling: before, parentNode: parent} = outer(second);
    if (before !== head && parent !== this.#parent) return undefined;
    if (isChanged) {
      if (this.#isSplit(first)) return asText(before);
      const isWhole =
        isOwned ||
        head.parentNode !== parent ||
        likeness(head.data, this.text) >= likeness(head.data, first.data);
      return isWhole ? head : undefined;
    }
    if (isOwned || head.parentNode || this.#wasInserted) return head;
    // Here `normalize()` has removed the node, which was empty or is part of
    // the text before, or the page has removed it.
    const joined = asText(before);
    const isJoined =
      joined?.data.endsWith(first.data) && (!first.data || isWritten(joined));
    if (isJoined) return joined;
    return first.data ? head : undefined;
  }

  /** Whether the page has split the node: what follows it was its own text. */
  #isSplit({data}: Part): boolean {
    const {head} = this;
    const next = head.nextSibling?.textContent;
    return Boolean(next) && data.startsWith(head.data + next);
  }

  /**
   * Of parts among which the page has changed something, those that a framework
   * has left behind: it has removed or rewritten the node and knows no others.
   */
  #leftovers(first: Part, rest: readonly Part[]): readonly Part[] {
    const {head, isOwned} = this;
    const isTheRestMeant =
      head.parentNode !== this.#parent ||
      (head.data !== first.data && !this.#isSplit(first));
    if (!isOwned || !isTheRestMeant) return [];
    return rest.filter((part, index) => {
      const [before, after] = [rest[index - 1], rest[index + 1]];
      const at = outer(part);
      return (
        isAsMade(part) &&
        at.parentNode === this.#parent &&
        ((before && at.previousSibling === outer(before)) ??
          (after && at.nextSibling === outer(after)))
      );
    });
  }

  /** Takes the tips of parts away, and joins the Text nodes that are ours. */
  #unwrap(parts: readonly Part[]): void {
    const ours = new Set<Node | null>();
    for (const part of parts) {
      if (isAsMade(part) && outer(part).parentNode === this.#parent)
        ours.add(part.node);
    }
    for (const {tip, addition} of parts) {
      if (!tip?.parentNode) continue;
      if (
        addition?.node.parentNode === tip &&
        addition.node.data === addition.data
      )
        addition.node.remove();
      tip.replaceWith(...tip.childNodes);
    }
    for (const node of [this.head, ...parts.map(({node}) => node)]) {
      if (node !== this.head && !ours.has(node)) continue;
      if (!node.parentNode) continue;
      let next: Node | null;
      while (ours.has((next = node.nextSibling))) {
        node.appendData((next as Text).data);
        (next as Text).remove();
      }
    }
  }
}
