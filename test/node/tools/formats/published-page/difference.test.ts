import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {applyPatch} from '../../../../../tools/src/formats/published-page/apply-patch.js';
import {difference} from '../../../../../tools/src/formats/published-page/difference.js';
import {growsInProportion} from '../../../../support/proportion.js';

const lines = fc.array(fc.constantFrom('', ' ', 'a', 'b', 'c', '## d'), {
  maxLength: 30,
});

describe('difference', () => {
  it('turns one text into the other', () => {
    fc.assert(
      fc.property(lines, lines, (from, to) => {
        const result = applyPatch(from, difference(from, to));
        assert.deepEqual(result, {lines: to, dropped: 0});
      }),
      {numRuns: 500},
    );
  });

  it('is nothing between equal texts, and little between like ones', () => {
    assert.deepEqual(difference(['a', 'b'], ['a', 'b']), []);
    assert.deepEqual(difference(['a', 'b', 'c'], ['a', 'x', 'c']), [
      {line: 2, remove: ['b'], insert: ['x']},
    ]);
  });

  it('holds on to the line above what it puts in', () => {
    assert.deepEqual(difference(['a', '', 'b'], ['a', '', '', 'b']), [
      {line: 1, remove: ['a', ''], insert: ['a', '', '']},
    ]);
  });

  it('takes texts that have little in common as one change', () => {
    const numbers = (start: number, length: number) =>
      Array.from({length}, (_, index) => `${start + index}`);
    return growsInProportion(
      (length) => {
        const [from, to] = [numbers(0, length), numbers(length - 1, length)];
        const patch = difference(from, to);
        assert.deepEqual(applyPatch(from, patch).lines, to);
      },
      'lines',
      3000,
    );
  });
});

describe('applyPatch', () => {
  const patch = difference(['a', 'b', 'c'], ['a', 'x', 'c']);

  it('leaves out what no longer stands there', () => {
    assert.deepEqual(applyPatch(['a', 'B', 'c'], patch), {
      lines: ['a', 'B', 'c'],
      dropped: 1,
    });
  });

  it('changes the layout of data, never what it says', () => {
    const block = (...data: string[]) => [
      'q',
      '```json',
      ...data,
      '```',
      'end',
    ];
    const derived = block('{', '"a": 1,', '"b": 2', '}');
    const laidOut = block('{"a": 1,', '"b": 2}');
    const layout = difference(derived, laidOut);
    assert.deepEqual(applyPatch(derived, layout).lines, laidOut);
    // Half of the layout would break the block, so none of it is applied.
    const edited = block('{', '"a": 1,', '"b": 3', '}');
    assert.deepEqual(applyPatch(edited, layout).lines, edited);
    const forged = difference(derived, block('{', '"a": 9,', '"b": 2', '}'));
    assert.deepEqual(applyPatch(derived, forged).lines, derived);
  });

  it('brings no address back that runs something', () => {
    for (const insert of [
      '## [A](javascript:alert(1))',
      '[a]: <  vbscript:x>',
      '<a href="JavaScript:x">',
      '    "url": "data:text/html,x"',
    ])
      assert.deepEqual(
        applyPatch(['a'], [{line: 1, remove: ['a'], insert: [insert]}]),
        {
          lines: ['a'],
          dropped: 1,
        },
      );
    const text = 'JavaScript: a language; data: see below';
    assert.deepEqual(
      applyPatch(['a'], [{line: 1, remove: ['a'], insert: [text]}]).lines,
      [text],
    );
  });
});
