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
  for (const unit of [']', '*a_', '*a', 'a*', '~a', '/*', '[*a]', '***a']) {
    it(`are read in proportion to their number: ${unit}`, () =>
      growsInProportion((size) => parse(unit.repeat(size / unit.length))));
  }

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
          fc.constantFrom(']', '*', '**', '_', '~~', 'a', '[', '\n', ' '),
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
