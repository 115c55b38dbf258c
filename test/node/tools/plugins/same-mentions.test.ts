import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import markdownIt from 'markdown-it';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {linkHtml} from '../../../../tools/src/link/html/link-html.js';
import type {DocumentOptions} from '../../../../tools/src/link/links-of.js';
import {linkMarkdown} from '../../../../tools/src/link/markdown/link-markdown.js';
import markdownItTerms from '../../../../tools/src/plugins/markdown-it.js';
import rehypeTerms from '../../../../tools/src/plugins/rehype.js';
import remarkTerms from '../../../../tools/src/plugins/remark.js';
import {glossary} from '../link/example.js';

/** Words, and what they name. */
type Mentions = readonly (readonly [string, string])[];

const plain = (text: string) => text.replace(/&(?:amp|#x26);/g, '&');

/** The tips of HTML that a plug-in made. */
const tipsOf = (html: string): Mentions =>
  [...html.matchAll(/<term-tip term="([^"]*)">(?:<a [^>]*>)?([^<]*)/g)].map(
    ([, reference, words]) => [plain(words!), plain(reference!)],
  );

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly data?: {readonly hProperties?: {readonly term?: string}};
  readonly children?: readonly Node[];
}

const textOf = ({value = '', children = []}: Node): string =>
  value + children.map(textOf).join('');

const tipNodes = (node: Node): Mentions =>
  node.type === 'termTip'
    ? [[textOf(node), node.data!.hProperties!.term!]]
    : (node.children ?? []).flatMap(tipNodes);

const ways: Readonly<
  Record<string, (text: string, options: DocumentOptions) => Mentions>
> = {
  'markdown-it': (text, options) =>
    tipsOf(markdownIt({html: true}).use(markdownItTerms, options).render(text)),
  rehype: (text, options) =>
    tipsOf(
      String(
        unified()
          .use(rehypeParse, {fragment: true})
          .use(rehypeTerms, options)
          .use(rehypeStringify)
          .processSync(markdownIt({html: true}).render(text)),
      ),
    ),
  remark: (text, options) => {
    const processor = unified().use(remarkParse).use(remarkTerms, options);
    return tipNodes(processor.runSync(processor.parse(text)) as Node);
  },
  'term-elements link': (text, options) =>
    linkMarkdown(text, {...options, as: options.as ?? 'both'}).links.map(
      ({words, reference}) => [words, reference],
    ),
};

const expected = (text: string, options: DocumentOptions): Mentions =>
  linkHtml(markdownIt({html: true}).render(text), options).links.map(
    ({words, reference}) => [words, reference],
  );

const texts: Readonly<Record<string, string>> = {
  'a paragraph': 'An option has a premium; the option ends.',
  sections: '# Option\n\nAn option.\n\n## Two\n\nAn option, an option.',
  'code and links':
    '`option` and an option, [a premium](/x), ![premium](/p.png) and\n\n    premium\n\n```\npremium\n```\n\nThe premium.',
  emphasis: 'An *option*, a **premium**, un**option**al, a *strike* price.',
  'a name over two lines': 'Here the strike\nprice is said.',
  'a name over a hard break': 'Here the strike  \nprice is said.',
  'lists and quotes': '- an option\n- a premium\n\n> the strike\n> price',
  'a table': '| option | a |\n|---|---|\n| premium | b |',
  'HTML in a line':
    'An <b>option</b>, <span translate="no">premium</span>, un<i>premium</i>, <kbd>premium</kbd>, a premium.',
  'blocks of HTML':
    '<details><summary>Premium</summary>\n\nAn option.\n\n</details>\n\n<div class="notranslate">\n\nA premium.\n\n</div>\n\nA premium, an option.',
  references: 'P&amp;L and \\*option\\*, the &#112;remium.',
  'what is linked':
    'An [option](/terms/option/), an option; [premium](/terms/premium/), TWAP.',
  abbreviations: 'TWAP, then TWAP.',
};

describe('plug-ins find what a linker finds in the HTML', () => {
  for (const [name, find] of Object.entries(ways)) {
    for (const [what, text] of Object.entries(texts)) {
      it(`${name}: ${what}`, () => {
        const options = {glossary, expand: false};
        const found = find(text, options);
        assert.deepEqual(found, expected(text, options));
        if (what !== 'a name over a hard break') assert.ok(found.length);
      });
    }

    for (const [what, settings] of Object.entries({
      all: {first: 'all'},
      'first of the page': {first: 'page'},
      'a limit': {first: 'all', limit: 2},
      exclude: {exclude: 'blockquote, li > strong'},
      within: {within: 'blockquote'},
      'no tips': {first: 'section', limit: 0},
    } as const)) {
      it(`${name}: ${what}`, () => {
        const text =
          '# A\n\nAn option, an option.\n\n> An option.\n\n# B\n\n- An option **premium**.\n';
        const options = {glossary, ...settings};
        assert.deepEqual(find(text, options), expected(text, options));
      });
    }
  }
});
