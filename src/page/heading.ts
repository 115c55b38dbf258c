import {html, type TemplateResult} from 'lit';

/** Level of a heading that nobody gives one. */
export const DEFAULT_LEVEL = 3;

/** What stands for the heading in a template: no element of that name exists. */
const TAG = /\bh0\b/g;

const strings = new WeakMap<TemplateStringsArray, TemplateStringsArray[]>();

/**
 * A template with its `<h0>` as a heading of a level, 1 to 6; what is out of
 * bounds goes to the closest one. Lit knows a template by its strings, so there
 * is one list of them for each level (`lit/static-html.js` does the same for
 * any part of a template, in six times the code).
 */
export const atLevel = (
  level: number,
  template: TemplateResult<1>,
): TemplateResult<1> => {
  const number = Math.min(6, Math.max(1, Math.round(level) || DEFAULT_LEVEL));
  let levels = strings.get(template.strings);
  if (!levels) strings.set(template.strings, (levels = []));
  levels[number] ??= Object.assign(
    template.strings.map((text) => text.replace(TAG, `h${number}`)),
    {raw: template.strings.raw},
  );
  return {...template, strings: levels[number]};
};

/** A heading of a level. */
export const heading = (
  level: number,
  part: string,
  content: unknown,
): TemplateResult => atLevel(level, html`<h0 part=${part}>${content}</h0>`);
