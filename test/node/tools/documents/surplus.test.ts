import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';
import {
  maskSurplus,
  unmaskSurplus,
} from '../../../../tools/src/documents/markdown/surplus.js';
import {growsInProportion} from '../../../support/proportion.js';

const parse = (text: string) =>
  fromMarkdown(maskSurplus(text), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });

describe('surplus delimiters of Markdown', () => {
  const UNITS = [
    ...[']', '*a_', '*a', 'a*', '~a', '/*', '[*a]', '***a', '`a``'],
    ...['- ', '> ', '1. ', '> - ', '>'.repeat(300) + ' a\n'],
  ];
  for (const unit of UNITS) {
    it(`are read in proportion to their number: ${unit}`, () =>
      growsInProportion((size) => parse(unit.repeat(size / unit.length))));
  }

  for (const [what, line] of [
    ['lists that nest', (level: number) => `${'  '.repeat(level)}- a\n`],
    ['ever longer backticks', (level: number) => `${'`'.repeat(level)}a`],
  ] as const)
    it(`are read in proportion to their number: ${what}`, () =>
      growsInProportion((size) => {
        let text = '';
        for (let level = 1; text.length < size; level++) text += line(level);
        return parse(text);
      }));

  it('leave as many lists and quotes in each other as are read', () => {
    const deep = (levels: number) => `${'> - '.repeat(levels / 2)}a`;
    assert.equal(maskSurplus(deep(100)), deep(100));
    const masked = maskSurplus(deep(110));
    assert.equal(masked.slice(0, 200), deep(100).slice(0, 200));
    assert.doesNotMatch(masked.slice(202), /[->]/);
    assert.equal(unmaskSurplus(masked), deep(110));
    const code = `~~~\n${' '.repeat(300)}x - y\n~~~\n`;
    assert.equal(maskSurplus(code), code);
  });

  it('are none in what people write', () => {
    const page = '# *A* [b](c)\n\n- _d_ ~e~ [f]\n\n'.repeat(3000);
    assert.equal(maskSurplus(page), page);
  });

  it('count by the paragraph, also within quotes', () => {
    const paragraph = '*a* '.repeat(700);
    for (const end of ['\n\n', '\n> \n> ', '\r\n\r\n']) {
      const text = `${paragraph}${end}`.repeat(3);
      assert.equal(maskSurplus(text), text);
    }
    assert.notEqual(
      maskSurplus(`${paragraph}\n`.repeat(3)),
      `${paragraph}\n`.repeat(3),
    );
  });

  it('keep their places, and can be restored', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            ...[']', '*', '**', '_', '~~', 'a', '[', '\n', ' '],
            ...['- ', '> ', '1. ', '2) ', '+ ', '`', '  '.repeat(30)],
          ),
          {
            maxLength: 20,
          },
        ),
        (parts) => {
          const text = parts.join('').repeat(400);
          const masked = maskSurplus(text);
          assert.equal(masked.length, text.length);
          assert.equal(unmaskSurplus(masked), text);
        },
      ),
      {numRuns: 50},
    );
  });
});
