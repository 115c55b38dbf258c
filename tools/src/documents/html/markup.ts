import {escapeHtml} from 'term-elements/rich-text';

/** HTML that is finished; everything else is a text, and escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What may stand in a template. */
export type Value =
  string | number | Markup | false | null | undefined | readonly Value[];

/**
 * HTML as a string, safe by default: what is put in is escaped, in content and
 * in attributes in double quotes, unless it is `Markup` itself. `undefined`,
 * `null` and `false` are nothing.
 */
export const markup = (
  strings: TemplateStringsArray,
  ...values: readonly Value[]
): Markup => {
  let text = strings[0]!;
  for (const [index, value] of values.entries()) {
    text += textOf(value) + strings[index + 1]!;
  }
  return new Markup(text);
};

const textOf = (value: Value): string => {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Markup) return value.text;
  return typeof value === 'object'
    ? value.map(textOf).join('')
    : escapeHtml(String(value));
};
