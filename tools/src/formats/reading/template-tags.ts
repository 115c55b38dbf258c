/** Tags of site generators in the text of an entry: shortcodes, macros, includes. */

/** Blocks and spans of code, in which such tags are examples. */
const CODE = /^(`{3,}|~{3,})[^]*?(?:^\1|(?![^]))|(`+)(?!`)[^]*?[^`]\2(?!`)/gm;

const TAG =
  /\{\{<[^<>{}]{0,1000}>\}\}|\{\{%[^{}]{0,1000}%\}\}|\{%[^{}]{0,1000}%\}|\{\{[^{}]{0,1000}\}\}/g;

const TOOLTIP = /^\{\{[<%]\s*glossary_(?:tooltip|definition)\s([^]*?)[%>]\}\}$/;
const MACRO =
  /^\{\{\s*Glossary\(\s*["']([^"']{1,200})["'](?:\s*,\s*["']([^"']{1,200})["'])?[^)]*\)\s*\}\}$/i;

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`).exec(attributes)?.[1];

/** A tag that names an entry, with the words that it shows. */
const referenceOf = (
  tag: string,
): {readonly id: string; readonly words: string} | undefined => {
  const attributes = TOOLTIP.exec(tag)?.[1];
  if (attributes !== undefined) {
    const id = attribute(attributes, 'term_id');
    const words = attribute(attributes, 'text') ?? id?.replaceAll('-', ' ');
    return id && words ? {id, words} : undefined;
  }
  const [, id, words = id] = MACRO.exec(tag) ?? [];
  return id && words ? {id, words} : undefined;
};

/**
 * A text without the tags of generators: one that names an entry becomes
 * `[[id|words]]`, any other is left out. Lines stay where they are.
 *
 * @param dropped Called for each tag that is left out, with its line in the text.
 * @param asText The text is plain: a name of an entry becomes its words alone.
 */
export const withoutTemplateTags = (
  text: string,
  dropped: (tag: string, line: number) => void,
  {asText = false}: {readonly asText?: boolean} = {},
): string => {
  if (!/\{[{%]/.test(text)) return text;
  let line = 1;
  const part = (source: string, isCode: boolean): string => {
    const first = line;
    line += source.split('\n').length - 1;
    if (isCode) return source;
    let counted = 0;
    let own = first;
    return source.replace(TAG, (tag, index: number) => {
      own += source.slice(counted, index).split('\n').length - 1;
      counted = index;
      const reference = referenceOf(tag);
      if (reference)
        return asText
          ? reference.words
          : `[[${reference.id}|${reference.words}]]`;
      dropped(tag, own);
      return tag.replace(/[^\n]/g, '');
    });
  };
  let result = '';
  let from = 0;
  for (const {0: code, index} of text.matchAll(CODE)) {
    result += part(text.slice(from, index), false) + part(code, true);
    from = index + code.length;
  }
  return result + part(text.slice(from), false);
};

/** The tag by its name, so that a report counts those of one name together. */
export const tagName = (tag: string): string =>
  `the template tag ${/[\p{L}\p{N}_-]+/u.exec(tag)?.[0] ?? tag.slice(0, 20)}`;
