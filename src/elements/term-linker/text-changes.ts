import {hasLetters} from '../../matching/rules.js';
import {nodeBeside} from './neighbours.js';
import type {PageText} from './page-text.js';
import {isFresh} from './search.js';
import {type Presenter, referenceOf, textOf, type TextRun} from './text-run.js';

/** Callbacks for the changes of a page. */
export interface TextChangesEffects {
  readonly presenter: Presenter;
  /** Whether text in this place is linked. */
  isLinked(node: Text): boolean;
  search(run: TextRun): void;
  /** Other mentions may have to be picked. */
  request(): void;
}

/**
 * Handles the changes of a page. A painted text that changes is searched at
 * once, before the browser paints the next frame; after any other change the
 * page has to be read again.
 */
export class TextChanges {
  constructor(
    readonly text: PageText,
    readonly effects: TextChangesEffects,
  ) {}

  /** @returns Whether the page has to be read again. */
  follow(records: readonly MutationRecord[]): boolean {
    const {presenter} = this.effects;
    presenter.follow?.(records);
    const texts = new Set<Text>();
    let isStale = false;
    for (const record of records) {
      if (record.type === 'characterData') texts.add(record.target as Text);
      else if (!this.#followReplacement(record)) isStale = true;
    }
    for (const node of texts) isStale = this.#followText(node) || isStale;
    return isStale;
  }

  #followText(node: Text): boolean {
    const run = this.text.of(node);
    // In a text with tips every change counts; of other texts, a price is the
    // most frequent change and needs nothing.
    if (!this.effects.presenter.joins)
      return Boolean(run) || hasLetters(node.data) || isBesideTip(node);
    let isStale = false;
    if (run) {
      run.text = textOf(run.nodes);
      this.#refresh(run);
    } else {
      isStale = hasLetters(node.data) && this.effects.isLinked(node);
    }
    this.#refreshBeside(node);
    return isStale;
  }

  /** Whether a change was one text in the place of another, and has been followed. */
  #followReplacement(record: MutationRecord): boolean {
    if (!this.effects.presenter.joins) return false;
    const run = this.text.replace(record);
    if (run === undefined) return false;
    if (run) this.#refresh(run);
    this.#refreshBeside(record.addedNodes[0] as Text);
    return true;
  }

  /** What stands beside a text may make other words of those at its edge. */
  #refreshBeside(node: Text): void {
    for (const way of ['previous', 'next'] as const) {
      const beside = this.text.of(nodeBeside(node, way));
      if (beside && !isFresh(beside)) this.#refresh(beside);
    }
  }

  /** Searches a painted text that has changed, and leaves on screen what is still there. */
  #refresh(run: TextRun): void {
    const {mentions: before, shown} = run;
    if (!before) return; // its turn comes
    this.effects.search(run);
    const after = run.mentions!;
    const isSame =
      after.length === before.length &&
      after.every(
        (mention, index) =>
          referenceOf(mention) === referenceOf(before[index]!),
      );
    const left = shown.map(referenceOf);
    run.shown = after.filter((mention, index) => {
      if (isSame) return shown.includes(before[index]!);
      const at = left.indexOf(referenceOf(mention));
      return at >= 0 && left.splice(at, 1).length;
    });
    this.effects.presenter.show(run, run.shown);
    if (!isSame) this.effects.request();
  }
}

const isTip = (node: Node | null): boolean =>
  node instanceof Element && node.localName === 'term-tip';

const isBesideTip = (node: Text): boolean =>
  isTip(node.parentNode) ||
  isTip(node.previousSibling) ||
  isTip(node.nextSibling);
