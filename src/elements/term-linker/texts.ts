import {hasLetters} from '../../matching/rules.js';
import type {Piece} from './text-run.js';
import type {Root} from './roots.js';
import {isFresh} from './search.js';
import {type Route, runFrom, type Stretch, walk} from './walk.js';

/** A walk that the page disturbed this often is done in one go: it has to end. */
const ATTEMPTS = 3;

/**
 * The texts of the parts of a page, in document order. A text that was
 * searched is kept with what was found, and not searched again before it, or
 * what stands beside it, has changed.
 */
export class Texts {
  #pieces: readonly Piece[] = [];
  #byNode = new WeakMap<Text, Piece>();
  /** Texts that may be on screen. */
  #near: ReadonlySet<Piece> = new Set();

  get pieces(): readonly Piece[] {
    return this.#pieces;
  }

  /** Those that have to be searched, first those that may be on screen. */
  get unsearched(): {
    readonly near: readonly Piece[];
    readonly rest: readonly Piece[];
  } {
    const all = this.#pieces.filter(({mentions}) => !mentions);
    return {
      near: all.filter((piece) => this.#near.has(piece)),
      rest: all.filter((piece) => !this.#near.has(piece)),
    };
  }

  /** The text that a node is a part of. */
  of(node: Text | undefined): Piece | undefined {
    return node && this.#byNode.get(node);
  }

  /** Nothing is known of the page any more. */
  forget(): void {
    this.#pieces = [];
    this.#byNode = new WeakMap();
  }

  /** Everything has to be searched again: there are other words. What is on screen stays. */
  searchAgain(): void {
    for (const piece of this.#pieces) piece.mentions = undefined;
  }

  /**
   * Reads the page. It may be interrupted, and begins again when the page has
   * changed by then.
   *
   * @param isStale Whether the page has changed; asking forgets it.
   */
  *read(
    roots: readonly Root[],
    route: Omit<Route, 'asksForNearness'>,
    isStale: () => boolean,
  ): Generator<void> {
    const asksForNearness = this.#pieces.length === 0;
    for (let attempt = 0; ; attempt++) {
      const pieces: Piece[] = [];
      const near = new Set<Piece>();
      let isDisturbed = false;
      for (const root of roots) {
        for (const stretch of walk(root, {...route, asksForNearness})) {
          const piece = this.#pieceOf(stretch);
          pieces.push(piece);
          if (stretch.isNear) near.add(piece);
          if (attempt === ATTEMPTS) continue;
          yield;
          if ((isDisturbed = isStale())) break;
        }
        if (isDisturbed) break;
      }
      if (isDisturbed) continue;
      this.#pieces = pieces;
      this.#near = near;
      return;
    }
  }

  /**
   * Follows the page where it has replaced a text by another in the same place,
   * as `textContent` does.
   *
   * @returns The text, which now has to be searched; `null` when it cannot name
   *     anything, nor could before; `undefined` when more than that has changed.
   */
  replace({
    target,
    addedNodes: [added, more],
    removedNodes,
  }: MutationRecord): Piece | null | undefined {
    if (more || !(added instanceof Text) || added.parentNode !== target)
      return undefined;
    const [removed] = removedNodes;
    if (removedNodes.length > 1 || !(removed instanceof Text)) return undefined;
    let first: Node = added;
    while (first.previousSibling && !(first.previousSibling instanceof Element))
      first = first.previousSibling;
    const {nodes, last, text} = runFrom(first);
    const piece = this.of(removed);
    if (nodes.some((node) => (this.of(node) ?? piece) !== piece))
      return undefined;
    if (!piece) return hasLetters(text) ? undefined : null;
    if (!nodes.length) return undefined;
    for (const node of piece.nodes) this.#byNode.delete(node);
    for (const node of nodes) this.#byNode.set(node, piece);
    Object.assign(piece, {nodes, last, text});
    return piece;
  }

  #pieceOf({nodes, last, text, section, isOwned}: Stretch): Piece {
    const known = this.#byNode.get(nodes[0]!);
    const isKnown =
      known?.nodes.length === nodes.length &&
      nodes.every((node, index) => node === known.nodes[index]);
    const piece: Piece = isKnown
      ? known
      : {
          nodes,
          last,
          text,
          section,
          isOwned,
          mentions: undefined,
          edges: undefined,
          shown: [],
        };
    piece.last = last;
    piece.section = section;
    piece.isOwned = isOwned;
    if (piece.text !== text || !isFresh(piece)) {
      piece.text = text;
      piece.mentions = undefined;
    }
    if (!isKnown) for (const node of nodes) this.#byNode.set(node, piece);
    return piece;
  }
}
