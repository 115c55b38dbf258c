import {absoluteAddress, linkAddress} from '../glossary/address.js';
import type {TermLinks} from '../glossary/source.js';
import {escapeHtml} from './escape-html.js';
import {mathMarkup} from './math-markup.js';
import type {Block, Inline} from './parse.js';

/**
 * The HTML that `Answer.text` may hold: p, br, ol, ul, li, a, strong, em. Code
 * has no element there and becomes its text; formulas are MathML.
 *
 * @param links Finds the addresses of `[[term-id]]`.
 * @param base Makes addresses absolute; without it they stay as written.
 * @see https://developers.google.com/search/docs/appearance/structured-data/faqpage
 */
export const toHtml = (
  blocks: readonly Block[],
  links?: TermLinks,
  base?: string,
): string => {
  const anchor = (address: string | undefined, label: string) => {
    const safe = linkAddress(address, links?.origin);
    const href =
      safe !== undefined && base !== undefined && !safe.startsWith('mailto:')
        ? absoluteAddress(safe, base)
        : safe;
    return href === undefined
      ? label
      : `<a href="${escapeHtml(href)}">${label}</a>`;
  };
  const inline = (nodes: readonly Inline[]): string =>
    nodes
      .map((node) => {
        switch (node.type) {
          case 'text':
          case 'code':
            return escapeHtml(node.text);
          case 'math':
            return mathMarkup(node.tree) ?? escapeHtml(node.text);
          case 'emphasis':
            return `<em>${inline(node.children)}</em>`;
          case 'strong':
            return `<strong>${inline(node.children)}</strong>`;
          case 'link':
            return anchor(node.url, inline(node.children));
          case 'term':
            return anchor(links?.addressOf(node.id), inline(node.children));
        }
      })
      .join('');
  return blocks
    .map((block) => {
      if (block.type === 'paragraph') return `<p>${inline(block.children)}</p>`;
      const items = block.items
        .map((item) => `<li>${inline(item)}</li>`)
        .join('');
      if (!block.ordered) return `<ul>${items}</ul>`;
      return block.start === 1
        ? `<ol>${items}</ol>`
        : `<ol start="${block.start}">${items}</ol>`;
    })
    .join('');
};
