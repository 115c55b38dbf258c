/** Entries as plain Markdown, which any reader of Markdown takes for the same text. Pure. */
import {
  type Entry,
  linkAddress,
  type RichText,
  type TermLinks,
} from 'term-elements/glossary';
import {listedFields} from '../fields/listed.js';
import {type Inline, parseRichText} from 'term-elements/rich-text';

/** What would be markup, wherever it stands. */
const MARKS = /[\\`*[\]<]|&(?=#?\w{1,32};)|(?<!\w)_|_(?!\w)/g;
/** What would be markup at the start of a line. */
const STARTS = /^( {0,3})(?:([#>~=|+-])|(\d{1,9})([.)]))/gm;

/** A text that Markdown shows as it is. */
export const plainMarkdown = (text: string): string =>
  text
    .replace(MARKS, '\\$&')
    .replace(
      STARTS,
      (_, indent: string, mark?: string, digits = '', stop = '') =>
        mark === undefined
          ? `${indent}${digits}\\${stop}`
          : `${indent}\\${mark}`,
    );

/** As `plainMarkdown`, on one line: for headings and the texts of links. */
export const lineMarkdown = (text: string): string =>
  plainMarkdown(text.replace(/\s+/g, ' ').trim());

/** A link, or the text alone where there is no address. */
export const linkMarkdown = (
  label: string,
  address: string | undefined,
): string => linked(lineMarkdown(label), address);

const linked = (label: string, address: string | undefined): string =>
  address === undefined
    ? label
    : `[${label}](${address.replace(
        /[\s()<>\\]/g,
        (character) =>
          // The brackets are not among what `encodeURIComponent` escapes.
          ({'(': '%28', ')': '%29'})[character] ??
          encodeURIComponent(character),
      )})`;

const codeMarkdown = (text: string): string => {
  const longest = Math.max(
    0,
    ...(text.match(/`+/g) ?? []).map(({length}) => length),
  );
  const fence = '`'.repeat(longest + 1);
  const space = longest ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
};

/** A text of the subset as ordinary Markdown: `[[term-id]]` becomes a link. */
export const richMarkdown = (text: RichText, links: TermLinks): string => {
  if (typeof text === 'string') return plainMarkdown(text);
  const inline = (nodes: readonly Inline[]): string =>
    nodes
      .map((node) => {
        switch (node.type) {
          case 'text':
            return plainMarkdown(node.text);
          case 'code':
            return codeMarkdown(node.text);
          case 'math':
            return node.mark + node.text + node.mark;
          case 'emphasis':
            return `*${inline(node.children)}*`;
          case 'strong':
            return `**${inline(node.children)}**`;
          case 'link':
            return linked(
              inline(node.children),
              linkAddress(node.url, links.origin),
            );
          case 'term':
            return linked(inline(node.children), links.addressOf(node.id));
        }
      })
      // Before a link it would make a picture, which is loaded unasked.
      .reduce(
        (text, next) =>
          next.startsWith('[') ? text.replace(/!$/, '\\!') + next : text + next,
        '',
      );
  return parseRichText(text.markdown, text.math)
    .map((block) => {
      if (block.type === 'paragraph') return inline(block.children);
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${block.start + index}.` : '-';
          const indent = ' '.repeat(mark.length + 1);
          return `${mark} ${inline(item).replaceAll('\n', `\n${indent}`)}`;
        })
        .join('\n');
    })
    .join('\n\n');
};

/**
 * An entry, below its heading: blocks that are set apart by blank lines. Its
 * areas are left to the page, which has their addresses.
 */
export const entryMarkdown = (entry: Entry): readonly string[] => {
  const {term, links} = entry;
  const {definition} = term;
  const use = term.deprecated?.use;
  const instead =
    use === undefined
      ? ''
      : ` See ${linkMarkdown(links.nameOf(use) ?? use, links.addressOf(use))}.`;
  return [
    term.deprecated && `*No longer used.*${instead}`,
    term.summary.trim() && plainMarkdown(term.summary),
    definition !== undefined && richMarkdown(definition, links),
    ...listedFields(entry).map(
      ({label, values}) =>
        `${label}: ${values.map(({text, url}) => linkMarkdown(text, url)).join(', ')}`,
    ),
  ].filter((block): block is string => typeof block === 'string' && !!block);
};
