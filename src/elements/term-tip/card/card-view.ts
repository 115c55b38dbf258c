import type {TemplateResult} from 'lit';
import type {Locale} from '../../../glossary/locale/locale.js';
import type {Entry, RelatedTerm} from '../../../glossary/source.js';
import type {LookUp} from '../anchor.js';
import type {CardSubject} from '../card-contract.js';

/** What a card says through its live region. */
export interface News {
  readonly text: string;
  /** Where it is not the language of the card. */
  readonly language: string | undefined;
}

/** What a card shows. */
export interface CardView extends Omit<CardSubject, 'answer' | 'slotted'> {
  readonly answer: LookUp;
  readonly locale: Locale;
  /** The entry that the reader went on to; absent for what the words themselves name. */
  readonly id?: string;
  readonly isSheet: boolean;
  /** It stays until the reader closes it. */
  readonly isPinned: boolean;
  /** There is something to go back to. */
  readonly hasBack: boolean;
  /** What has changed since the card came. */
  readonly news: News | undefined;
  /** The reader's settings, in place of the entry. */
  readonly settings: TemplateResult | undefined;
}

/** What a reader can do in a card. */
export interface CardActions {
  /** Show another entry in this card; a click that wants a new tab is left to the browser. */
  readonly follow: (event: Event, term: RelatedTerm) => void;
  readonly choose: (entry: Entry) => void;
  readonly back: () => void;
  readonly close: () => void;
  readonly retry: () => void;
  readonly know: (id: string, knows: boolean) => void;
  readonly settings: () => void;
}

/** The entry of a view that shows one. */
export const entryOf = ({
  answer,
}: {
  readonly answer: LookUp;
}): Entry | undefined =>
  answer.status === 'found' && answer.entries.length === 1
    ? answer.entries[0]
    : undefined;
