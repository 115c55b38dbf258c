import type {Awaitable} from '../../glossary/awaitable.js';
import type {LookUp} from './anchor.js';

/** What a card is opened with. */
export interface CardSubject {
  /** The words that it is opened for: the heading until the entry is there. */
  readonly title: string;
  readonly answer: LookUp;
  readonly value: string | undefined;
  readonly valueLabel: string | undefined;
  /** Where "Open entry" leads when the entry has no address. */
  readonly href: string | undefined;
  /** As the attribute of other elements. */
  readonly images: string;
  /** The host's own content for the slots of the card, each with its `slot` attribute. */
  readonly slotted: readonly Node[];
}

/** Callbacks of a card. */
export interface CardController {
  /** The reader has pressed the close button. */
  close(): void;
  /** Repeats a request that failed. */
  retry(): void;
  /** Looks another entry up, in the glossary of the open anchor. */
  lookUp(reference: string): Awaitable<LookUp>;
}
