import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parse} from 'parse5';
import {verifyHtml} from '../../../../tools/src/link/html/verify.js';
import {linkHtml} from '../../../../tools/src/link/html/link-html.js';
import type {Insertion} from '../../../../tools/src/link/insertions.js';
import {linkMarkdown} from '../../../../tools/src/link/markdown/link-markdown.js';
import type {MarkdownNode} from '../../../../tools/src/link/markdown/read.js';
import {verifyMarkdown} from '../../../../tools/src/link/markdown/verify.js';
import {mdxParser} from '../../../../tools/src/documents/markdown/mdx.js';
import {markdownParser} from '../../../../tools/src/documents/markdown/parse.js';
import {glossary} from './example.js';

/** Puts text around a word. */
const around = (
  source: string,
  word: string,
  [before, after]: readonly [string, string],
): Insertion => {
  const start = source.indexOf(word);
  const end = start + word.length;
  return {start, end, before, after, addition: ''};
};

const verify = (
  source: string,
  word: string,
  texts: readonly [string, string],
  parser = markdownParser,
) => {
  const {tree, parsed} = parser.document(source);
  const insertion = around(source, word, texts);
  verifyMarkdown(tree as MarkdownNode, parsed, [insertion], parser);
};

const LINK = ['[', '](/x)'] as const;
const TIP = ['<term-tip term="x">', '</term-tip>'] as const;

describe('reading linked Markdown again', () => {
  for (const [what, source, word] of [
    ['a paragraph', 'A\n\nAn option.\n', 'option'],
    ['an item', '- a\n- an option\n\n  b\n- c\n', 'option'],
    ['an item that is indented', 'A\n\n  1. a\n  2. an option\n', 'option'],
    ['a quote', '> an\n> option\n', 'option'],
    ['a cell', '|a|b|\n|-|-|\n|option|b|\n', 'option'],
    ['a note', 'A[^1]\n\n[^1]: An option.\n', 'option'],
    [
      'references',
      'A [b][c] option[^d] ![e]\n\n[c]: /c\n[e]: /e\n[^d]: D\n',
      'option',
    ],
  ] as const)
    for (const texts of [LINK, TIP])
      it(`finds ${what} to be the same with ${texts[0]}`, () => {
        verify(source, word, texts);
      });

  for (const [what, source, word, texts] of [
    ['a link in a link', '[an option](/y)', 'option', LINK],
    ['a link in code', '`an option`', 'option', LINK],
    ['a link in an address', '[a](/option)', 'option', LINK],
    ['a picture', 'No!option', 'option', LINK],
    ['emphasis that ends nothing any more', 'a**option**b', 'option', LINK],
    ['a reference', '[a]option\n\n[a]: /a', 'option', ['[', ']']],
    ['other text', 'An option.', 'option', ['[so ', '](/x)']],
    ['a new block', 'An option.', 'option', ['\n\n[', '](/x)']],
    ['a heading', 'An option', 'option', ['[', '](/x)\n===']],
  ] as const)
    it(`refuses ${what}`, () => {
      assert.throws(
        () => {
          verify(source, word, texts);
        },
        {name: 'ChangedDocumentError'},
      );
    });

  it('reads long blocks in short', () => {
    const words = 'some words that go on. '.repeat(2000);
    verify(`${words} *an* option ${words}\n${words}`, 'option', LINK);
    for (const source of [
      `\`a\` \` ${words} option ${words} \``,
      `[a ${words} option ${words}](/x)`,
    ])
      assert.throws(
        () => {
          verify(source, 'option', LINK);
        },
        {name: 'ChangedDocumentError'},
      );
  });

  it('refuses links in code of MDX', () => {
    verify('An option {x}', 'option', TIP, mdxParser);
    assert.throws(
      () => {
        verify('An {"option"}', 'option', LINK, mdxParser);
      },
      {name: 'ChangedDocumentError'},
    );
  });

  it('knows what is added to the words', () => {
    for (const as of ['link', 'tip', 'both'] as const)
      assert.match(
        linkMarkdown('A TWAP.', {glossary, as, expand: true}).text,
        /\(time-weighted average price\)/,
      );
  });
});

describe('reading a linked page again', () => {
  const verifyPage = (html: string, texts: readonly [string, string]) => {
    const tree = parse(html, {sourceCodeLocationInfo: true});
    verifyHtml(tree, html, [around(html, 'option', texts)]);
  };

  it('finds it to be the same', () => {
    verifyPage('<p>An option<table><tr><td>x</table>', TIP);
    assert.match(
      linkHtml('<p>A TWAP.', {glossary, expand: true}).text,
      /\(time-weighted average price\)/,
    );
  });

  for (const [what, html, texts] of [
    ['a link in a link', '<a href=x>option</a> x', ['<a href=y>', '</a>']],
    ['what ends the paragraph', '<p>option</p>', ['<div>', '</div>']],
    ['a link in an attribute', '<p title="option">', TIP],
    ['a link in a script', '<script>option</script>', TIP],
    ['other text', '<p>option', ['<i>so ', '</i>']],
  ] as const)
    it(`refuses ${what}`, () => {
      assert.throws(
        () => {
          verifyPage(html, texts);
        },
        {name: 'ChangedDocumentError'},
      );
    });
});
