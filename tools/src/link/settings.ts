/**
 * How a mention is written: a tip with a link in it for readers without the
 * script, the tip alone, or the link alone.
 */
export type Form = 'both' | 'tip' | 'link';

/** Which mentions are linked, and how; as the attributes of `<term-linker>`. */
export interface LinkSettings {
  /** Which mentions of a term are linked: the first of each `section` (default), of the `page`, or `all`. */
  readonly first?: 'section' | 'page' | 'all' | undefined;
  /** The most mentions of a page that are linked; those that are links already count. */
  readonly limit?: number | undefined;
  /** By default `both`. In the form `link`, terms without an address are not linked. */
  readonly as?: Form | undefined;
  /** Gives the full name after an abbreviation at its first use. */
  readonly expand?: boolean | undefined;
}
