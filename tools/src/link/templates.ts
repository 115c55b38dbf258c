/** Templates in a source: what Liquid, Hugo, Jinja, Vue, ERB and the like replace before anyone reads it. */

/** With no empty line in it, and no code of Markdown. */
const TEMPLATE =
  /\{\{(?:(?!\n[ \t]*\r?\n)[^`]){0,2000}?\}\}|\{%(?:(?!\n[ \t]*\r?\n)[^`]){0,2000}?%\}|<%(?:(?!\n[ \t]*\r?\n)[^`]){0,2000}?%>/g;

/** A line in a template that would begin something else than text if it were none. */
const BEGINS_BLOCK = /\n[ \t]*(?![\w"'\r\n]|[-%>]{0,2}[%}]|[ \t])./;

/** A tag that has not ended. */
const IN_TAG = /<\/?[a-z][^<>]*$/i;
/** How far before a template the tag is looked for. */
const REACH = 1000;

/** Stands for a character of a template; Unicode keeps it out of all text. */
export const STAND_IN = '\ufdd4';

const filled = (text: string, by: string): string =>
  text.replace(/[^\r\n]/g, by);

/**
 * A source whose templates are out of sight, so that quotes and brackets in them
 * end no tag and no link; its length, and every place in it, are as they were.
 * In a tag a template is a value, or white space where it says when; elsewhere
 * its braces stay.
 */
export const maskTemplates = (source: string): string => {
  let masked = '';
  let from = 0;
  for (const {0: template, index} of source.matchAll(TEMPLATE)) {
    if (BEGINS_BLOCK.test(template)) continue;
    masked += source.slice(from, index);
    from = index + template.length;
    if (IN_TAG.test(masked.slice(-REACH)))
      masked += filled(template, /^(?:\{%|<%(?!=))/.test(template) ? ' ' : 'x');
    else if (template.startsWith('{'))
      masked += `{${filled(template.slice(1, -1), STAND_IN)}}`;
    else masked += filled(template, STAND_IN);
  }
  return masked + source.slice(from);
};
