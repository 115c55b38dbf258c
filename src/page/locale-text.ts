/**
 * Locale strings in templates, marked if they are English in a page that is not
 * (WCAG 2.2, 3.1.2).
 */
import {html, nothing, type TemplateResult} from 'lit';
import type {Locale} from '../glossary/locale/locale.js';
import type {StringName} from '../glossary/locale/locale-strings.js';

/**
 * Class of a string that takes up its space but is not painted, because its
 * language is being loaded.
 */
export const AWAITED = 'awaited';

const marked = (text: string, {isPending}: Locale): TemplateResult<1> =>
  html`<span lang="en" dir="ltr" class=${isPending ? AWAITED : nothing}>${text}</span>`;

/** A string as content. */
export const textOf = (
  locale: Locale,
  name: StringName,
): TemplateResult<1> | string => {
  const text = locale.strings[name];
  return locale.english.has(name) ? marked(text, locale) : text;
};

/** A string with content in its place. */
export const textWith = (
  locale: Locale,
  name: StringName,
  content: unknown,
): TemplateResult<1> => {
  const [before, after] = locale.strings[name]
    .split('{}')
    .map((text) =>
      text.trim() && locale.english.has(name) ? marked(text, locale) : text,
    );
  return html`${before}${content}${after}`;
};

/** The `lang` of an element whose label is a locale string. */
export const langFor = (
  {english}: Locale,
  name: StringName,
): string | typeof nothing => (english.has(name) ? 'en' : nothing);

/** The `lang` of the content of such an element. */
export const aroundFor = (
  {english, language}: Locale,
  name: StringName,
): string | typeof nothing => (english.has(name) ? language : nothing);
