import {deepEqual, equal, ok} from 'node:assert/strict';
import {describe, it} from 'node:test';
import {textRuns} from '../../../src/matching/text-runs.js';

/** Each run as its words; stems after a word in brackets. */
const read = (text: string): readonly string[] =>
  textRuns(text).map((run) =>
    run
      .map(({word, stems}) => (stems ? `${word}[${stems.join()}]` : word))
      .join(' '),
  );

describe('the words of a text', () => {
  for (const [what, text, runs] of [
    ['are folded', 'Ｍargin Größe CAFÉ', ['margin grosse cafe']],
    ['are parted by hyphens as by spaces', 'on-chain data', ['on chain data']],
    ['have marks between them', 'risk, C++ (x)', ['risk , c + + ( x )']],
    [
      'end at an address and begin again behind it',
      'ask me@margin.example now',
      ['ask', 'now'],
    ],
    [
      'have nothing of an address in them',
      'at https://x.test/margin-call yes',
      ['at', 'yes'],
    ],
    ['are characters where no spaces are', '保証金 a', ['保 証 金 a']],
    [
      'are given without Korean particles too, longest first',
      '토큰에서는 토큰',
      ['토큰에서는[토큰에서,토큰] 토큰'],
    ],
  ] as const) {
    it(what, () => {
      deepEqual(read(text), runs);
    });
  }

  it('do not include what is longer than any word', () => {
    deepEqual(read(`before ${'x'.repeat(101)} after`), ['before', 'after']);
    equal(read('x'.repeat(100))[0]?.length, 100);
  });

  it('are none of an empty text', () => {
    ok(!textRuns('').length);
    ok(!textRuns(' – ').length);
  });
});
