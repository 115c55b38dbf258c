import type {Mention} from '../../matching/mention.js';
import {setMaker} from '../term-tip/tip-maker.js';
import {PRELINKED} from '../../page/content-contract.js';
import {liveMark} from './prelinked.js';
import {warnOnce} from '../../glossary/warnings.js';
import {Expansion} from '../../matching/expansion.js';
import {type TextRun, type Presenter, referenceOf} from './text-run.js';
import {Wrapping} from './wrapping.js';

/** The linker that tips are made for, and its settings. */
export interface TipMaker {
  readonly host: HTMLElement;
  /** As the attribute of tips. */
  readonly images: string;
  /** Whether the full name follows an abbreviation at its first use. */
  readonly expands: boolean;
  /** Whether text that a framework owns may be split. */
  readonly takesOwned: boolean;
  /**
   * Makes changes that are not observed. The callback receives the changes of
   * the page that have not been reported yet.
   */
  quietly(change: (missed: readonly MutationRecord[]) => void): void;
}

/** A text with tips in it: where they begin, by what they are. */
interface Wrapped {
  readonly wrapping: Wrapping;
  readonly tips: Map<string, number>;
}

const languageOf = (node: Text): string =>
  node.parentElement?.closest<HTMLElement>('[lang]')?.lang ?? '';

/** Shows mentions by a `<term-tip>` around each. */
export class Wrapper implements Presenter {
  readonly joins = false;
  readonly asksForOwners = true;
  readonly #wrapped = new Map<Text, Wrapped>();
  /** Text nodes that the page has written to since the wrappings were confirmed. */
  #written = new WeakSet<Node>();
  #expansion = new Expansion();

  constructor(readonly maker: TipMaker) {}

  takes({isOwned}: Pick<TextRun, 'isOwned'>): boolean {
    const isSpared = isOwned && !this.maker.takesOwned;
    if (isSpared) warnOnce('framework-text', OWNED);
    return !isSpared;
  }

  whole(node: Text) {
    return this.#wrapped.get(node)?.wrapping;
  }

  follow(records: readonly MutationRecord[]): void {
    if (!this.#wrapped.size) return;
    for (const {type, target, removedNodes, addedNodes} of records) {
      if (type === 'characterData') this.#written.add(target);
      for (const node of removedNodes)
        this.#wrapped.get(node as Text)?.wrapping.noteRemoved();
      for (const node of addedNodes)
        this.#wrapped.get(node as Text)?.wrapping.noteInserted();
    }
  }

  prepare(): void {
    this.#undo(({wrapping}) => !wrapping.confirm());
    this.#written = new WeakSet();
  }

  begin(runs: readonly TextRun[]): void {
    const heads = new Set(runs.map(({nodes}) => nodes[0]));
    this.#undo(({wrapping}) => !heads.has(wrapping.head));
    this.#expansion = new Expansion();
  }

  show(run: TextRun, mentions: readonly Mention[]): void {
    const node = run.nodes[0]!;
    const wanted = new Map<string, readonly [Mention, string]>();
    for (const mention of mentions) {
      const addition = this.maker.expands
        ? this.#expansion.after(mention, run.text, languageOf(node))
        : '';
      const {start, end} = mention;
      const key = `${start} ${end} ${referenceOf(mention)}${addition}`;
      wanted.set(key, [mention, addition]);
    }
    const known = this.#wrapped.get(node);
    const tips = known?.tips ?? new Map<string, number>();
    const gone = [...tips].filter(([key]) => !wanted.has(key));
    const added = [...wanted].filter(([key]) => !tips.has(key));
    if (!gone.length && !added.length) return;

    const wrapping = known?.wrapping ?? new Wrapping(node, run.isOwned);
    // The page may have changed since it was read; then it is read again.
    if (!wrapping.isIntact() || wrapping.text !== run.text) return;
    this.maker.quietly(() => {
      for (const [key, start] of gone) {
        wrapping.remove(start);
        tips.delete(key);
      }
      // From the end, so that what is split is the text before.
      for (const [key, [mention, addition]] of added.reverse()) {
        const {start, end} = mention;
        wrapping.add(
          start,
          end,
          this.#makeTip(mention, run.text.slice(start, end)),
          addition,
        );
        tips.set(key, start);
      }
    });
    if (tips.size) this.#wrapped.set(node, {wrapping, tips});
    else this.#wrapped.delete(node);
    run.last = wrapping.last;
  }

  stop(): void {
    this.#undo(() => true);
  }

  #makeTip(mention: Mention, words: string): HTMLElement {
    const {host, images} = this.maker;
    const tip = host.ownerDocument.createElement('term-tip');
    tip.setAttribute('term', referenceOf(mention));
    // A page that is saved as HTML and put back has it as a prerendered one.
    tip.setAttribute(PRELINKED, liveMark(words));
    if (images) tip.setAttribute('images', images);
    setMaker(tip, host);
    return tip;
  }

  #undo(when: (wrapped: Wrapped) => boolean): void {
    const undone = [...this.#wrapped.values()].filter(when);
    if (!undone.length) return;
    this.maker.quietly((missed) => {
      this.follow(missed);
      for (const {wrapping} of undone) {
        this.#wrapped.delete(wrapping.head);
        wrapping.undo((node) => this.#written.has(node));
      }
    });
  }
}

const OWNED =
  '<term-linker>: text that a framework keeps up to date is left alone. ' +
  'mode="highlight" shows its terms without touching it; frameworks="wrap" wraps it all the same.';
