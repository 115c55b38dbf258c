/** A published area page as it was read: what it shows, and what its data says. */
import type {Warning} from '../../terminal/warning.js';

/** A question with its answer as published. */
export interface PageQuestion {
  question: string;
  answer: string;
  readonly line: number;
}

/** An entry on the page. */
export interface PageCard {
  name: string;
  url: string;
  /** The text as published; `undefined` where the card shows none. */
  text: string | undefined;
  readonly line: number;
}

/** One JSON-LD block of the page. */
export interface PageBlock {
  /** The parsed value; `undefined` where it is not JSON. */
  readonly value: unknown;
  /** Its text, as lines. */
  readonly lines: readonly string[];
  /** Line of the first of them, from 1. */
  readonly line: number;
}

export interface PageText {
  /** All lines, without byte order mark and line ends. */
  readonly lines: readonly string[];
  readonly byteOrderMark: boolean;
  readonly lineEnd: '\n' | '\r\n' | '\r';
}

export interface ReadPage {
  readonly file: string;
  /** The Markdown that export gives back; an HTML page has none. */
  readonly source: PageText | undefined;
  headline: string | undefined;
  readonly headlineLine: number;
  /** Address that the page says it has. */
  url: string | undefined;
  readonly urlLine: number;
  readonly questions: PageQuestion[];
  readonly cards: PageCard[];
  readonly blocks: readonly PageBlock[];
  /** Language that the page says it is in. */
  readonly language?: string | undefined;
}

/** One JSON-LD block after it was compared with what the page shows. */
export interface ReconciledBlock extends PageBlock {
  /** Not JSON. `type` says what it probably was. */
  readonly broken: boolean;
  readonly type: string | undefined;
  /** Whether `value` says something else than `lines`. */
  readonly corrected: boolean;
}

/** A page that no longer contradicts itself. */
export interface ImportedPage extends Omit<ReadPage, 'blocks'> {
  readonly blocks: readonly ReconciledBlock[];
  readonly warnings: readonly Warning[];
}
