import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {linkHtml} from '../../../../tools/src/link/html/link-html.js';
import {linkMarkdown} from '../../../../tools/src/link/markdown/link-markdown.js';
import {MdxError} from '../../../../tools/src/documents/markdown/mdx-error.js';
import {mdxParser} from '../../../../tools/src/documents/markdown/mdx.js';
import {glossary} from './example.js';

/** Links MDX, or finds that it is none. */
const linkMdx = (text: string) => {
  try {
    linkMarkdown(text, {glossary, first: 'all', parser: mdxParser});
  } catch (error) {
    assert.ok(error instanceof MdxError);
  }
};

const SIZE = 20_000;
const filled = (part: string, end = 'option') =>
  part.repeat(Math.floor(SIZE / part.length)) + end;

const parts = [
  ...['[', ']', '<', '*', '_', '`', '&', '\\', '{', '|'],
  ...['[[', '{{', '{%', '![', '](', '<b>', '</b>', '<a>', '<p>', '<!--', '<a '],
  ...['<div>', '<table>', '<term-tip term=option>', '<i hidden>', '<h2>'],
  ...['> ', '- ', '1. ', '*a ', '**a', '> a\n', '|a', '[a](', '[a]: /x\n'],
  ...['option ', 'option</b>', '&amp', '&#111;', '<b>option</b>', 'o\u0301'],
  ...['期权', '[^1]', '[^1]: x\n\n', 'x@y.', 'www.', '::: ', '{x}', '<X>'],
];

/** Within two seconds of one core, whatever the machine does besides. */
const soon = (work: () => void) => {
  const started = process.cpuUsage();
  work();
  const {user, system} = process.cpuUsage(started);
  assert.ok(user + system < 2e6);
};

describe('20,000 hostile characters take under two seconds', () => {
  for (const part of parts) {
    const text = filled(part);
    it(JSON.stringify(part), () => {
      soon(() => linkHtml(text, {glossary, first: 'all'}));
      soon(() => linkMarkdown(text, {glossary, first: 'all'}));
      // What MDX reads otherwise.
      if (/[{<]/.test(part)) soon(() => linkMdx(text));
    });
  }
});

/** Seconds of one core. */
const timeOf = (work: () => void): number => {
  const started = process.cpuUsage();
  work();
  const {user, system} = process.cpuUsage(started);
  return (user + system) / 1e6;
};

describe('a paragraph of a million characters', () => {
  const text = (sentences: number) =>
    'Some words that go on and on. '.repeat(sentences) + 'An option.';
  const [short, long] = [text(3300), text(33_000)];
  for (const [format, link] of [
    ['HTML', linkHtml],
    ['Markdown', linkMarkdown],
  ] as const)
    it(`takes time in proportion to its length in ${format}`, () => {
      const run = (of: string) => () =>
        assert.equal(link(of, {glossary}).links.length, 1);
      run(short)(); // compiled before it is measured
      const ratio = timeOf(run(long)) / timeOf(run(short));
      // Ten times the length; a quadratic reader takes a hundred times as long.
      assert.ok(ratio < 40, String(ratio));
    });
});
