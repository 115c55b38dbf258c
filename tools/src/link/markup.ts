import {escapeHtml} from 'term-elements/rich-text';
import {PRELINKED, TIP_LINK} from 'term-elements/linking';
import type {Mention} from 'term-elements/matching';
import type {Form} from './settings.js';
import {referenceOf} from './written.js';

/** The tags around words: a tip, a link in it, or one of them. */
export interface Markup {
  /** What the tip names; absent without a tip. */
  readonly tip?: string | undefined;
  /** Where the link leads; absent without a link. */
  readonly href?: string | undefined;
  /** Of a tip that a linker in the browser takes over: units of the words. */
  readonly length?: number | undefined;
}

/**
 * How words are written that name entries: `undefined` where they cannot be in
 * this form.
 *
 * @param tip Ids of the entries, separated by space.
 */
export const markupFor = (
  tip: string,
  href: string | undefined,
  form: Form,
): Markup | undefined => {
  if (form === 'link') return href === undefined ? undefined : {href};
  return form === 'tip' ? {tip} : {tip, href};
};

/** How a mention is written. */
export const markupOf = (
  mention: Mention,
  href: string | undefined,
  form: Form,
): Markup | undefined => markupFor(referenceOf(mention), href, form);

/** Class of a link that stands without a tip, for style sheets. */
export const LINK_CLASS = 'term';

/** HTML around the words: what stands before them, and after. */
export const tagsOf = (
  {tip, href, length}: Markup,
  addition = '',
): readonly [string, string] => {
  const added = escapeHtml(addition);
  const own = length === undefined ? '' : ` ${PRELINKED}="${length}"`;
  const tipTag =
    tip === undefined ? '' : `<term-tip term="${escapeHtml(tip)}"${own}>`;
  const address = href === undefined ? '' : escapeHtml(href);
  const link =
    tip === undefined
      ? `<a class="${LINK_CLASS}" href="${address}">`
      : `<a href="${address}" ${TIP_LINK}>`;
  const linkTag = href === undefined ? '' : link;
  const linkEnd = linkTag && '</a>';
  return [
    tipTag + linkTag,
    // Inside what is a tip or a link as a whole, so that it differs from text.
    tipTag ? `${linkEnd}${added}</term-tip>` : added + linkEnd,
  ];
};
