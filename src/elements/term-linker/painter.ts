import {HostSheet} from '../../page/host-traces/restored.js';
import {pageTips} from '../term-tip/page-tips.js';
import type {AnchorProvider, TipAnchor} from '../term-tip/anchor.js';
import {preferences} from '../../page/preferences/preferences.js';
import type {Mention} from '../../matching/mention.js';
import {caretAt} from './caret.js';
import {mentionStyles} from './mention.styles.js';
import {PaintedMention} from './painted-mention.js';
import {NearViewport} from './near-viewport.js';
import type {TextRun, Presenter} from './text-run.js';

/** More mentions than this in one element are looked up by the caret first: rectangles cost layout. */
const MANY = 16;

/**
 * If there are more texts than this, only those near the viewport are painted:
 * on every change of a page, Chromium visits all painted ranges, which takes a
 * frame and a half for 9,000 mentions.
 */
const ALL_PAINTED = 300;

const mentionSheet = new HostSheet(mentionStyles, (root) =>
  pageTips.providers.has(root),
);

/**
 * Shows mentions by painting them with the CSS Custom Highlight API: no node of
 * the page is touched. It knows which mention is under the pointer.
 */
export class Painter implements Presenter, AnchorProvider {
  readonly joins = true;
  readonly asksForOwners = false;
  readonly #painted = new Map<TextRun, readonly PaintedMention[]>();
  /** Texts with mentions, by their parent. */
  readonly #within = new WeakMap<Node, Set<TextRun>>();
  readonly #parents = new WeakMap<TextRun, Element | ShadowRoot>();
  /** Where the pointer is followed, with what ends it. */
  #near: NearViewport | undefined;
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
    // Painting changes no node, so there is nothing to undo.
  }

  begin(runs: readonly TextRun[]): void {
    const current = new Set(runs);
    for (const run of this.#painted.keys())
      if (!current.has(run)) this.show(run, []);
  }

  show(run: TextRun, mentions: readonly Mention[]): void {
    const known = this.#painted.get(run);
    if (!known && !mentions.length) return;
    const left = [...(known ?? [])];
    const painted = mentions.map((mention) => {
      const index = left.findIndex((other) => other.is(mention));
      if (index < 0) return new PaintedMention(this.host, run, mention);
      const [same] = left.splice(index, 1) as [PaintedMention];
      same.move(mention);
      return same;
    });
    for (const other of left) other.remove();
    this.#register(run, painted);
    this.#see(run);
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
        (run) => this.#painted.get(run) ?? [],
      ),
    );
  }

  /** Paints the mentions of a text that the reader wants explained, if it may be on screen. */
  #see(run: TextRun): void {
    const painted = this.#painted.get(run);
    const parent = this.#parents.get(run);
    if (!painted || !parent) return;
    const isNear = !this.#near || this.#near.has(boxOf(parent));
    for (const mention of painted) mention.see(isNear === true);
  }

  readonly #heed = () => {
    for (const run of this.#painted.keys()) this.#see(run);
  };

  /** Starts to observe which texts are near the viewport. */
  #look(): void {
    this.#near = new NearViewport((elements) => {
      for (const element of elements) {
        for (const parent of [element, element.shadowRoot]) {
          for (const run of (parent && this.#within.get(parent)) ?? [])
            this.#see(run);
        }
      }
    });
    for (const run of this.#painted.keys())
      this.#near.add(boxOf(this.#parents.get(run)!));
  }

  #register(run: TextRun, painted: readonly PaintedMention[]): void {
    const before = this.#parents.get(run);
    const parent = painted.length
      ? (run.nodes[0]!.parentNode as Element | ShadowRoot | null)
      : null;
    if (painted.length) this.#painted.set(run, painted);
    else this.#painted.delete(run);
    if (before === parent) return;
    if (before) {
      const others = this.#within.get(before);
      others?.delete(run);
      if (!others?.size) this.#near?.delete(boxOf(before));
      this.#parents.delete(run);
    }
    if (!parent) return;
    this.#settle(run.nodes[0]!);
    this.#parents.set(run, parent);
    let runs = this.#within.get(parent);
    if (!runs) this.#within.set(parent, (runs = new Set()));
    runs.add(run);
    if (this.#near) this.#near.add(boxOf(parent));
    else if (this.#painted.size > ALL_PAINTED) this.#look();
  }

  /**
   * Makes mentions in the root of a text visible and available to the pointer.
   */
  #settle(text: Text): void {
    const root = text.getRootNode();
    // The pointer over slotted text is over the slot.
    for (const place of [root, text.assignedSlot?.getRootNode()]) {
      if (this.#places.has(place)) continue;
      if (place instanceof Document || place instanceof ShadowRoot)
        this.#places.set(place, pageTips.addAnchorProvider(place, this));
    }
    mentionSheet.adopt(root);
  }
}

/** The element whose box has the text of a parent in it. */
const boxOf = (parent: Element | ShadowRoot): Element =>
  parent instanceof Element ? parent : parent.host;
