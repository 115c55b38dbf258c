import {adoptOnce} from '../../page/adopt-once.js';
import {addAnchorProvider} from '../term-tip/load-tips.js';
import type {AnchorProvider, TipAnchor} from '../term-tip/anchor.js';
import {preferences} from '../../page/preferences/preferences.js';
import type {Mention} from '../../matching/mention.js';
import {caretAt} from './caret.js';
import {mentionStyles} from './mention.styles.js';
import {PaintedMention} from './painted-mention.js';
import {NearWindow} from './near-window.js';
import type {Piece, Presenter} from './text-run.js';

/** More mentions than this in one element are told apart by the caret first: rectangles cost layout. */
const MANY = 16;

/**
 * Of more texts than this only those near the window are painted: whenever a
 * page changes, Chromium goes through everything that is painted in it, which
 * takes a frame and a half for 9,000 mentions.
 */
const ALL_PAINTED = 300;

/**
 * Shows mentions by painting them with the CSS Custom Highlight API: no node of
 * the page is touched. It knows which mention is under the pointer.
 */
export class Painter implements Presenter, AnchorProvider {
  readonly joins = true;
  readonly asksForOwners = false;
  readonly #painted = new Map<Piece, readonly PaintedMention[]>();
  /** Texts with mentions, by their parent. */
  readonly #within = new WeakMap<Node, Set<Piece>>();
  readonly #parents = new WeakMap<Piece, Element | ShadowRoot>();
  /** Where the pointer is followed, with what ends it. */
  #near: NearWindow | undefined;
  readonly #places = new Map<Node | undefined, () => void>();

  constructor(readonly host: HTMLElement) {
    preferences.addEventListener('change', this.#heed);
  }

  takes(): boolean {
    return true;
  }

  whole(): undefined {
    return undefined;
  }

  prepare(): void {
    // What is painted changes nothing that the page could change in turn.
  }

  begin(pieces: readonly Piece[]): void {
    const current = new Set(pieces);
    for (const piece of this.#painted.keys())
      if (!current.has(piece)) this.show(piece, []);
  }

  show(piece: Piece, mentions: readonly Mention[]): void {
    const known = this.#painted.get(piece);
    if (!known && !mentions.length) return;
    const left = [...(known ?? [])];
    const painted = mentions.map((mention) => {
      const index = left.findIndex((other) => other.is(mention));
      if (index < 0) return new PaintedMention(this.host, piece, mention);
      const [same] = left.splice(index, 1) as [PaintedMention];
      same.move(mention);
      return same;
    });
    for (const other of left) other.remove();
    this.#register(piece, painted);
    this.#see(piece);
  }

  stop(): void {
    preferences.removeEventListener('change', this.#heed);
    this.begin([]);
    for (const end of this.#places.values()) end();
    this.#places.clear();
    this.#near?.end();
    this.#near = undefined;
  }

  anchorAt(target: Element, x: number, y: number): TipAnchor | undefined {
    const candidates = this.#mentionsIn(target);
    if (candidates.length > MANY) {
      const caret = caretAt(target, x, y);
      const near =
        caret &&
        candidates.filter((mention) =>
          mention.touches(caret.node, caret.offset),
        );
      if (near?.length) return near.find((mention) => mention.isAt(x, y));
    }
    return candidates.find((mention) => mention.isAt(x, y));
  }

  /** Mentions in the text that a reader points at when this is the innermost element. */
  #mentionsIn(target: Element): readonly PaintedMention[] {
    const parents = new Set<Node | null>(
      target instanceof HTMLSlotElement
        ? target.assignedNodes().map(({parentNode}) => parentNode)
        : // The text of a shadow root itself is in no other element.
          [target, target.shadowRoot],
    );
    return [...parents].flatMap((parent) =>
      [...((parent && this.#within.get(parent)) ?? [])].flatMap(
        (piece) => this.#painted.get(piece) ?? [],
      ),
    );
  }

  /** Paints of a text what the reader wants to be told about, if it may be on screen. */
  #see(piece: Piece): void {
    const painted = this.#painted.get(piece);
    const parent = this.#parents.get(piece);
    if (!painted || !parent) return;
    const isNear = !this.#near || this.#near.has(boxOf(parent));
    const isPainted = preferences.current.cards && isNear === true;
    for (const mention of painted)
      mention.see(isPainted && !preferences.knows(mention.reference));
  }

  readonly #heed = () => {
    for (const piece of this.#painted.keys()) this.#see(piece);
  };

  /** Begins to look at where texts are. */
  #look(): void {
    this.#near = new NearWindow((elements) => {
      for (const element of elements) {
        for (const parent of [element, element.shadowRoot]) {
          for (const piece of (parent && this.#within.get(parent)) ?? [])
            this.#see(piece);
        }
      }
    });
    for (const piece of this.#painted.keys())
      this.#near.add(boxOf(this.#parents.get(piece)!));
  }

  #register(piece: Piece, painted: readonly PaintedMention[]): void {
    const before = this.#parents.get(piece);
    const parent = painted.length
      ? (piece.nodes[0]!.parentNode as Element | ShadowRoot | null)
      : null;
    if (painted.length) this.#painted.set(piece, painted);
    else this.#painted.delete(piece);
    if (before === parent) return;
    if (before) {
      const others = this.#within.get(before);
      others?.delete(piece);
      if (!others?.size) this.#near?.delete(boxOf(before));
      this.#parents.delete(piece);
    }
    if (!parent) return;
    this.#settle(piece.nodes[0]!);
    this.#parents.set(piece, parent);
    let pieces = this.#within.get(parent);
    if (!pieces) this.#within.set(parent, (pieces = new Set()));
    pieces.add(piece);
    if (this.#near) this.#near.add(boxOf(parent));
    else if (this.#painted.size > ALL_PAINTED) this.#look();
  }

  /** Sees to it that mentions can be seen and pointed at where this text is. */
  #settle(text: Text): void {
    const root = text.getRootNode();
    adoptOnce(root, mentionStyles);
    // Who points at text that is slotted points at the slot.
    for (const place of [root, text.assignedSlot?.getRootNode()]) {
      if (this.#places.has(place)) continue;
      if (place instanceof Document || place instanceof ShadowRoot)
        this.#places.set(place, addAnchorProvider(place, this));
    }
  }
}

/** The element whose box has the text of a parent in it. */
const boxOf = (parent: Element | ShadowRoot): Element =>
  parent instanceof Element ? parent : parent.host;
