/**
 * Lit templates as HTML, for templates that are rendered once: texts, nested
 * templates, lists, attributes and boolean attributes. Anything else throws, as
 * it would mean that an element shows what cannot be prerendered.
 */
import {nothing, type TemplateResult} from 'lit';
import {isTemplateResult} from 'lit/directive-helpers.js';
import {escapeHtml} from 'term-elements/rich-text';

/** HTML that goes into a template as it is. */
export class Markup {
  constructor(readonly html: string) {}
}

/** What stands before a value in a template, and what the value is there. */
interface Part {
  /** HTML up to the value, without the name of its attribute. */
  readonly html: string;
  /** The name of the attribute; `undefined` for content. */
  readonly attribute: string | undefined;
  readonly isBoolean: boolean;
}

interface Parts {
  readonly values: readonly Part[];
  /** After the last value. */
  readonly end: string;
}

const NAME = /(?<=\s)(\??)([a-z][a-z-]*)=$/i;

const isInTag = (html: string): boolean =>
  html.lastIndexOf('<') > html.lastIndexOf('>');

const partsOf = (strings: TemplateStringsArray): Parts => {
  let before = '';
  const values = strings.slice(0, -1).map((text): Part => {
    before += text;
    if (!isInTag(before))
      return {html: text, attribute: undefined, isBoolean: false};
    const [match, mark, name] = NAME.exec(text) ?? [];
    if (match === undefined)
      throw new SyntaxError(`cannot prerender a binding after ${text.trim()}`);
    return {
      html: text.slice(0, -match.length),
      attribute: name,
      isBoolean: mark === '?',
    };
  });
  return {values, end: strings.at(-1)!};
};

const known = new WeakMap<TemplateStringsArray, Parts>();

const attributeText = (
  {attribute, isBoolean}: Part,
  value: unknown,
): string => {
  if (isBoolean) return value && value !== nothing ? `${attribute}=""` : '';
  return value === nothing
    ? ''
    : `${attribute}="${escapeHtml(primitiveText(value))}"`;
};

const primitiveText = (value: unknown): string => {
  if (value == null) return '';
  if (typeof value === 'object' || typeof value === 'function')
    throw new TypeError('cannot prerender an object, or a directive');
  return String(value as string | number | boolean);
};

const contentText = (value: unknown): string => {
  if (value === nothing) return '';
  if (value instanceof Markup) return value.html;
  if (Array.isArray(value)) return value.map(contentText).join('');
  if (isTemplateResult(value)) return templateText(value as TemplateResult);
  return escapeHtml(primitiveText(value));
};

const templateText = ({strings, values}: TemplateResult): string => {
  let parts = known.get(strings);
  if (!parts) known.set(strings, (parts = partsOf(strings)));
  const text = parts.values.map(
    (part, index) =>
      part.html +
      (part.attribute === undefined
        ? contentText(values[index])
        : attributeText(part, values[index])),
  );
  return text.join('') + parts.end;
};

/**
 * A template as HTML.
 *
 * @throws {SyntaxError} If it has a binding of a property, an event or a part of
 *     an attribute.
 * @throws {TypeError} If a value is an object, or a directive.
 */
export const renderTemplate = (template: unknown): string =>
  contentText(template).trim();
