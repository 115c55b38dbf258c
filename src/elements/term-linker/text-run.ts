import type {Mention} from '../../matching/mention.js';

/**
 * Text that is searched as one: a Text node, or several of one parent that no
 * element parts.
 */
export interface TextRun {
  nodes: readonly Text[];
  /** The last node of the text in its parent; a tip, where one has been put into it. */
  last: Node;
  /** What it says as a whole. */
  text: string;
  /** Equal for the texts of one section. */
  section: object;
  /** A framework keeps this text up to date. */
  isOwned: boolean;
  /** Mentions in the text, in order; `undefined` while it has not been searched. */
  mentions: readonly Mention[] | undefined;
  /** What stood beside the text when it was searched, if a mention is at its edge. */
  edges: Edges | undefined;
  /** Mentions that are on screen, in order. */
  shown: readonly Mention[];
}

/** `undefined` on a side where no mention is at the edge. */
export interface Edges {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export const textOf = (nodes: readonly Text[]): string =>
  nodes.length === 1 ? nodes[0]!.data : nodes.map(({data}) => data).join('');

/** The terms of a mention, as they are asked for. */
export const referenceOf = ({terms}: Mention): string =>
  terms.map(({id}) => id).join(' ');

/** A Text node of the page that is the first part of a longer text, with tips in it. */
export interface Whole {
  readonly text: string;
  readonly last: Node;
}

/** How mentions are shown: by elements around them, or by painting them. */
export interface Presenter {
  /** Text nodes of one parent are searched as one. */
  readonly joins: boolean;
  /** It matters who owns a text. */
  readonly asksForOwners: boolean;
  /** Whether a text can be shown on. */
  takes(text: Pick<TextRun, 'isOwned'>): boolean;
  whole(node: Text): Whole | undefined;
  /** Takes note of changes that the page has made. */
  follow?(records: readonly MutationRecord[]): void;
  /** Before the page is read: takes back what the page has changed since. */
  prepare(): void;
  /** Before a round of `show` for these texts, in order: takes back what is on others. */
  begin(runs: readonly TextRun[]): void;
  /** Shows these mentions of a text, and no others. */
  show(run: TextRun, mentions: readonly Mention[]): void;
  /** Takes everything back. */
  stop(): void;
}
