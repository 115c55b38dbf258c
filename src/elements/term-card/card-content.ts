import {
  type ContentKey,
  DEFAULT_LEVEL,
  numberFrom,
  type ReadAttribute,
} from '../../page/content-contract.js';
import type {EntrySettings} from './entry-template.js';

/** What decides the content of a card. */
export interface CardSettings extends EntrySettings {
  readonly term: string;
}

/** The settings of a card, as its attributes state them. */
export const cardSettings = (read: ReadAttribute): CardSettings => ({
  term: read('term') ?? '',
  headingLevel: numberFrom(read('heading-level')) ?? DEFAULT_LEVEL,
  images: read('images') ?? '',
});

/** What a card requests from the glossary; `undefined` for nothing. */
export const cardRequest = ({term}: CardSettings): ContentKey | undefined =>
  term ? [term] : undefined;

/** The key of a card's content. */
export const cardKey = (card: CardSettings): ContentKey => [
  card.term,
  card.headingLevel,
];
