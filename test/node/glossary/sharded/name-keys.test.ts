import {equal, notEqual} from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {foldName} from '../../../../src/glossary/fold.js';
import {
  nameTableKey,
  wordKey,
} from '../../../../src/glossary/sharded/name-keys.js';
import {splitName} from '../../../../src/matching/scanner.js';

/** What a builder, and a reader of a text, make of the words one by one. */
const byWords = (text: string): string =>
  splitName(text)
    .map((word) => wordKey(foldName(word)))
    .join('');

/** Characters at which words are told apart in different ways. */
const character = fc.constantFrom(
  ..."abs sS-_'’ʼ™№½´.…%$1²Éßſﬁ\u00ad\u200b\u0301",
  ...'토큰한국ᄒ\u11ab漢字かなｶﾞผู้ใช้ﷺЖς',
  '😀',
  '\u{1d4c8}',
);

describe('the keys of names', () => {
  it('are those of their words, in every script', () => {
    const text = fc.string({unit: character, maxLength: 24});
    fc.assert(
      fc.property(fc.oneof(text, fc.string({unit: 'binary'})), (name) => {
        equal(nameTableKey(name), byWords(name));
      }),
      {numRuns: 3000},
    );
  });

  for (const [a, b] of [
    ['Tokens™', 'token™'],
    ['on-chain data', 'On Chain  Data'],
    ['points of failure', 'Point of Failure'],
    ['Ｍａｒｇｉｎ', 'margin'],
  ] as const) {
    it(`do not tell ${a} from ${b}`, () => {
      equal(nameTableKey(a), nameTableKey(b));
    });
  }

  for (const [a, b] of [
    ['is', 'i'],
    ['as', 'a'],
    ['C++', 'C'],
  ] as const) {
    it(`tell ${a} from ${b}`, () => {
      notEqual(nameTableKey(a), nameTableKey(b));
    });
  }
});
