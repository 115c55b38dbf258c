import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {linkHtml} from '../../../../tools/src/link/html/link-html.js';
import {linkMarkdown} from '../../../../tools/src/link/markdown/link-markdown.js';
import {MdxError} from '../../../../tools/src/documents/markdown/mdx-error.js';
import {mdxParser} from '../../../../tools/src/documents/markdown/mdx.js';
import {growsInProportion} from '../../../support/proportion.js';
import {glossary} from './example.js';

/** Links MDX, or finds that it is invalid. */
const linkMdx = (text: string) => {
  try {
    linkMarkdown(text, {glossary, first: 'all', parser: mdxParser});
  } catch (error) {
    assert.ok(error instanceof MdxError);
  }
};

const filled = (part: string, size: number) =>
  `${part.repeat(Math.floor(size / part.length))}option`;

const parts = [
  ...['[', ']', '<', '*', '_', '`', '&', '\\', '{', '|'],
  ...['[[', '{{', '{%', '![', '](', '<b>', '</b>', '<a>', '<p>', '<!--', '<a '],
  ...['<div>', '<table>', '<term-tip term=option>', '<i hidden>', '<h2>'],
  ...['> ', '- ', '1. ', '*a ', '**a', '> a\n', '|a', '[a](', '[a]: /x\n'],
  ...['option ', 'option</b>', '&amp', '&#111;', '<b>option</b>', 'o\u0301'],
  ...['期权', '[^1]', '[^1]: x\n\n', 'x@y.', 'www.', '::: ', '{x}', '<X>'],
];

describe('20,000 hostile characters take time in proportion', () => {
  const options = {glossary, first: 'all'} as const;
  for (const part of parts)
    it(JSON.stringify(part), async () => {
      for (const link of [
        (text: string) => linkHtml(text, options),
        (text: string) => linkMarkdown(text, options),
        // What MDX reads otherwise.
        ...(/[{<]/.test(part) ? [linkMdx] : []),
      ])
        await growsInProportion((size) => link(filled(part, size)));
    });
});

describe('a paragraph of a million characters', () => {
  const sentence = 'Some words that go on and on. ';
  const text = (size: number) =>
    `${sentence.repeat(size / sentence.length)}An option.`;
  for (const [format, link] of [
    ['HTML', linkHtml],
    ['Markdown', linkMarkdown],
  ] as const)
    it(`takes time in proportion to its length in ${format}`, async () => {
      await growsInProportion(
        (size) => assert.equal(link(text(size), {glossary}).links.length, 1),
        format,
        1e6,
      );
    });
});
