import type {TemplateResult} from 'lit';
import {html as staticHtml, literal} from 'lit/static-html.js';

const TAGS = [
  literal`h1`,
  literal`h2`,
  literal`h3`,
  literal`h4`,
  literal`h5`,
  literal`h6`,
];

/**
 * The tag of a heading of a level, 1 to 6, for a static template; what is out
 * of bounds goes to the closest one.
 */
export const headingTag = (level: number) =>
  TAGS[Math.min(6, Math.max(1, Math.round(level) || 3)) - 1]!;

/** A heading of a level. */
export const heading = (
  level: number,
  part: string,
  content: unknown,
): TemplateResult => {
  const tag = headingTag(level);
  return staticHtml`<${tag} part=${part}>${content}</${tag}>`;
};
