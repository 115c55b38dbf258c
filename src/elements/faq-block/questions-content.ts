import {
  AUTHOR_MARKUP,
  type ContentKey,
  numberFrom,
  type ReadAttribute,
} from '../../page/content-contract.js';
import {DEFAULT_LEVEL} from '../../page/heading.js';
import type {QuestionsView} from './questions-template.js';

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
