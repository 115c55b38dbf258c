import type {Entry} from '../../glossary/source.js';

/**
 * What a card is opened for: a `<term-tip>`, or a mention that a linker has
 * painted into text that it does not touch.
 */
export interface TipAnchor {
  /** Two anchors with the same key are the same: the tip, or the mention. */
  readonly key: object;
  /** Where events come from and the glossary is looked for: the tip, or the linker. */
  readonly element: HTMLElement;
  /** The element that the words are in: it says how a card looks, and where it can be. */
  readonly context: HTMLElement;
  /** What is asked of the glossary: ids, former ids or addresses separated by space; else a name. */
  readonly reference: string;
  /** The words as they stand in the text. */
  readonly text: string;
  /** The host's live number, and what it says about it. */
  readonly value: string | undefined;
  readonly valueLabel: string | undefined;
  /** Address that the author's own link in the tip leads to. */
  readonly href: string | undefined;
  /** Where the words are, line by line, in client coordinates; empty when they are not rendered. */
  rects(): readonly DOMRect[];
  /** Whether the words are still in the page. */
  isConnected(): boolean;
  /** What takes the focus of the keyboard for these words; mentions have none. */
  readonly focusable: HTMLElement | undefined;
  /** The card of these words is open, or no longer: how they look may say so. */
  setOpen(open: boolean): void;
  /** What the words name is known: the reader's settings may make them look different. */
  showWishes(): void;
}

/** What the glossary says about an anchor. */
export type LookUp =
  | {readonly status: 'loading'}
  /** One entry, or several of one name to choose from. */
  | {readonly status: 'found'; readonly entries: readonly Entry[]}
  | {readonly status: 'missing'}
  | {readonly status: 'failed'; readonly error: unknown};

/** Finds the anchor at a place that has no element of its own. */
export interface AnchorProvider {
  /** The mention whose words are under a point; the target is the innermost element there. */
  anchorAt(target: Element, x: number, y: number): TipAnchor | undefined;
}
