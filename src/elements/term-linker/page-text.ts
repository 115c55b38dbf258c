import {hasLetters} from '../../matching/rules.js';
import type {TextRun} from './text-run.js';
import type {Root} from './roots.js';
import {isFresh} from './search.js';
import {type Route, runFrom, type FoundRun, walk} from './walk.js';

/** A walk that the page disturbed this often is done in one go: it has to end. */
const ATTEMPTS = 3;

/**
 * The texts of the parts of a page, in document order. A text that was
 * searched is kept with what was found, and not searched again before it, or
 * what stands beside it, has changed.
 */
export class PageText {
  #runs: readonly TextRun[] = [];
  #byNode = new WeakMap<Text, TextRun>();
  /** Texts that may be on screen. */
  #near: ReadonlySet<TextRun> = new Set();

  get runs(): readonly TextRun[] {
    return this.#runs;
  }

  /** Those that have to be searched, first those that may be on screen. */
  get unsearched(): {
    readonly near: readonly TextRun[];
    readonly rest: readonly TextRun[];
  } {
    const all = this.#runs.filter(({mentions}) => !mentions);
    return {
      near: all.filter((run) => this.#near.has(run)),
      rest: all.filter((run) => !this.#near.has(run)),
    };
  }

  /** The text that a node is a part of. */
  of(node: Text | undefined): TextRun | undefined {
    return node && this.#byNode.get(node);
  }

  /** Nothing is known of the page any more. */
  forget(): void {
    this.#runs = [];
    this.#byNode = new WeakMap();
  }

  /** Everything has to be searched again: there are other words. What is on screen stays. */
  searchAgain(): void {
    for (const run of this.#runs) run.mentions = undefined;
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
    const asksForNearness = this.#runs.length === 0;
    for (let attempt = 0; ; attempt++) {
      const runs: TextRun[] = [];
      const near = new Set<TextRun>();
      let isDisturbed = false;
      for (const root of roots) {
        for (const found of walk(root, {...route, asksForNearness})) {
          const run = this.#runOf(found);
          runs.push(run);
          if (found.isNear) near.add(run);
          if (attempt === ATTEMPTS) continue;
          yield;
          if ((isDisturbed = isStale())) break;
        }
        if (isDisturbed) break;
      }
      if (isDisturbed) continue;
      this.#runs = runs;
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
  }: MutationRecord): TextRun | null | undefined {
    if (more || !(added instanceof Text) || added.parentNode !== target)
      return undefined;
    const [removed] = removedNodes;
    if (removedNodes.length > 1 || !(removed instanceof Text)) return undefined;
    let first: Node = added;
    while (first.previousSibling && !(first.previousSibling instanceof Element))
      first = first.previousSibling;
    const {nodes, last, text} = runFrom(first);
    const run = this.of(removed);
    if (nodes.some((node) => (this.of(node) ?? run) !== run)) return undefined;
    if (!run) return hasLetters(text) ? undefined : null;
    if (!nodes.length) return undefined;
    for (const node of run.nodes) this.#byNode.delete(node);
    for (const node of nodes) this.#byNode.set(node, run);
    Object.assign(run, {nodes, last, text});
    return run;
  }

  #runOf({nodes, last, text, section, isOwned}: FoundRun): TextRun {
    const known = this.#byNode.get(nodes[0]!);
    const isKnown =
      known?.nodes.length === nodes.length &&
      nodes.every((node, index) => node === known.nodes[index]);
    const run: TextRun = isKnown
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
    run.last = last;
    run.section = section;
    run.isOwned = isOwned;
    if (run.text !== text || !isFresh(run)) {
      run.text = text;
      run.mentions = undefined;
    }
    if (!isKnown) for (const node of nodes) this.#byNode.set(node, run);
    return run;
  }
}
