/** A text of a tree, or a part of one. */
export type Part<At> =
  | {readonly text: string; readonly at: At; readonly isLinked: false}
  /** What is there already: the words of a link or a tip that a linker would write. */
  | {readonly text: string; readonly isLinked: true};

/**
 * Text that is searched as one: what the DOM has as one Text node, with the
 * links in it that a linker has put there.
 */
export interface TextRun<At> {
  readonly parts: readonly Part<At>[];
  readonly text: string;
  /** Equal for the texts of one section. */
  readonly section: object;
  /** What stands beside it in its line, as far as a word can reach. */
  readonly before: string;
  readonly after: string;
  /** Units of the text, 1 where what stands in the whole line closes them. */
  readonly closed: Uint8Array;
  /** As the closest `lang` says; `''` where nothing says it. */
  readonly language: string;
  /** Its place among all, in the order of the document. */
  readonly order: number;
}
