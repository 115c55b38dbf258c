import {html, type TemplateResult} from 'lit';
import {linkAddress} from '../glossary/address.js';
import type {TermLinks} from '../glossary/source.js';
import type {RichText} from '../glossary/types.js';
import {mathTemplate} from './math.js';
import {type Inline, parseRichText} from './parse.js';

/**
 * A text as templates, never as an HTML string: there is nothing to sanitise,
 * and it works under Trusted Types and on a server. A plain text is one
 * paragraph, verbatim.
 *
 * @param links Finds the addresses of `[[term-id]]`; without one the label is text.
 */
export const toLit = (
  text: RichText,
  links?: TermLinks,
): TemplateResult | TemplateResult[] => {
  if (typeof text === 'string') return html`<p>${text}</p>`;
  const anchor = (address: unknown, label: unknown) => {
    const href = linkAddress(address, links?.origin);
    return href === undefined ? label : html`<a href=${href}>${label}</a>`;
  };
  const inline = (nodes: readonly Inline[]): unknown[] =>
    nodes.map((node) => {
      switch (node.type) {
        case 'text':
          return node.text;
        case 'code':
          return html`<code>${node.text}</code>`;
        case 'math':
          return mathTemplate(node.tree) ?? html`<code>${node.text}</code>`;
        case 'emphasis':
          return html`<em>${inline(node.children)}</em>`;
        case 'strong':
          return html`<strong>${inline(node.children)}</strong>`;
        case 'link':
          return anchor(node.url, inline(node.children));
        case 'term':
          return anchor(links?.addressOf(node.id), inline(node.children));
      }
    });
  return parseRichText(text.markdown, text.math).map((block) => {
    if (block.type === 'paragraph')
      return html`<p>${inline(block.children)}</p>`;
    const items = block.items.map((item) => html`<li>${inline(item)}</li>`);
    return block.ordered
      ? html`<ol start=${block.start}>${items}</ol>`
      : html`<ul>${items}</ul>`;
  });
};
