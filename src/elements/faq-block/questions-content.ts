import {
  AUTHOR_MARKUP,
  type ContentKey,
  DEFAULT_LEVEL,
  numberFrom,
  type ReadAttribute,
} from '../../page/content-contract.js';

/** A question as it is shown. */
export interface ShownQuestion {
  /** Fragment of the page's address that opens it. */
  readonly id: string;
  readonly question: unknown;
  readonly answer: unknown;
}

/** How questions are shown. */
export interface QuestionsView {
  readonly headingLevel: number;
  /** One question is open at a time. */
  readonly exclusive?: boolean;
}

/** What decides the content of a block of questions. */
export interface QuestionsSettings extends QuestionsView {
  readonly area: string;
  readonly resource: number | undefined;
}

/** The settings of a block, as its attributes state them. */
export const questionsSettings = (read: ReadAttribute): QuestionsSettings => ({
  area: read('area') ?? '',
  resource: numberFrom(read('resource')),
  headingLevel: numberFrom(read('heading-level')) ?? DEFAULT_LEVEL,
  exclusive: read('exclusive') !== undefined,
});

/** What a block requests from the glossary; `undefined` if the questions are the author's. */
export const questionsRequest = ({
  area,
  resource,
}: QuestionsSettings): ContentKey | undefined =>
  area ? [area, resource] : undefined;

/** The key of a block's content. */
export const questionsKey = (block: QuestionsSettings): ContentKey => [
  ...(questionsRequest(block) ?? [AUTHOR_MARKUP]),
  block.headingLevel,
];
