/** Words that have become a link or a tip. */
export interface LinkedWords {
  /** Where they stand in the text as it was, in UTF-16 units. */
  readonly offset: number;
  /** As a reader sees them. */
  readonly words: string;
  /** Ids of the entries, separated by space: several where the name is shared. */
  readonly reference: string;
}

/** An author's link that names no entry. */
export interface UnknownReference {
  /** Where the link stands in the text as it was, in UTF-16 units. */
  readonly offset: number;
  /** What should name an entry: the id, or the words. */
  readonly reference: string;
}

/** A text with links. */
export interface LinkedText {
  readonly text: string;
  /** Those that are new, in document order. */
  readonly links: readonly LinkedWords[];
  /** Mentions that were linked already. */
  readonly kept: number;
  /** Ids of terms that are named and not linked: the form wants an address. */
  readonly withoutAddress: readonly string[];
  /** Links in which the author names an entry that is not there. */
  readonly unknown: readonly UnknownReference[];
}
