import type {TemplateResult} from 'lit';
import {
  html as staticHtml,
  literal,
  type StaticValue,
} from 'lit/static-html.js';
import {DEFAULT_LEVEL} from './content-contract.js';

const TAGS = [
  literal`h1`,
  literal`h2`,
  literal`h3`,
  literal`h4`,
  literal`h5`,
  literal`h6`,
];

/** The tag of a heading of a level; what is out of bounds becomes 1 or 6. */
export const headingTag = (level: number): StaticValue =>
  TAGS[Math.min(6, Math.max(1, Math.round(level) || DEFAULT_LEVEL)) - 1]!;

/** A heading of a level. */
export const heading = (
  level: number,
  part: string,
  content: unknown,
): TemplateResult => {
  const tag = headingTag(level);
  return staticHtml`<${tag} part=${part}>${content}</${tag}>`;
};
