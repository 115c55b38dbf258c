import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  createMatcher,
  LONGEST_NAME,
  type TrieMatcher,
} from '../../../src/matching/matcher.js';

const LENGTH = 100_000;

const fill = (part: string, length = LENGTH) =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);

const upTo = (count: number, name: (index: number) => string) =>
  Array.from({length: count}, (_, index) => name(index + 1));

/** Names and a text that are bad for matchers that look back, ahead or again. */
const cases: Readonly<Record<string, readonly [readonly string[], string]>> = {
  'one long word': [upTo(100, (size) => 'a'.repeat(size)), fill('a')],
  'one letter again and again': [
    upTo(40, (size) => fill('a ', size * 2)),
    fill('a '),
  ],
  'names that nearly fit at every word': [
    [`${fill('a ', 78)}b`, `${fill('a ', 38)}c`],
    fill('a '),
  ],
  'names that begin alike': [
    upTo(1000, (index) => `a a a x${index}`),
    fill('a a a y '),
  ],
  'spaces only': [['a b'], fill(' ')],
  'a name with a long gap': [['a b c'], `a${fill(' ')}b${fill('-')}c`],
  'invisible characters only': [['ab'], `a${fill('\u200b')}b`],
  'accents only': [['a'], `a${fill('\u0301')}`],
  'accents in any order': [['ệ'], fill('e\u0302\u0323')],
  'apostrophes only': [["a'b"], fill("'")],
  'letters and apostrophes': [["a'a'b", 'a'], fill("a'")],
  'dots and digits': [['5', '5.5 attack'], fill('5.')],
  'Chinese that nearly fits': [[`${fill('期', 39)}权`], fill('期')],
  'Chinese of one character': [['期'], fill('期')],
  'one run of Katakana': [['ア', 'アア'], fill('ア')],
  'one word of Hangul': [['가', '가가'], fill('가')],
  'words and particles': [['가', '가 가'], fill('가는 ')],
  'Hangul in parts': [['옵'], fill('옵'.normalize('NFD'))],
  'one run of Thai': [['ราคา', 'รา', 'กา'], fill('ราคา')],
  'Thai without a space': [['ก', 'กก'], fill('ก')],
  'at signs': [['a'], fill('a@')],
  'at signs before spaces': [['a'], fill('a@ ')],
  'colons and slashes': [['a'], fill('a://')],
  'one long address': [['a'], `https://${fill('a/')}`],
  'one long name before an at sign': [['a'], `${fill('a.')}@ a`],
  'www and dots': [['a'], fill('www. ')],
  'halves of pairs': [['a'], fill('\ud800')],
  'a name of a thousand terms': [upTo(1000, () => 'a'), fill('b a ')],
};

const stepsIn = (names: readonly string[], text: string): number => {
  const terms = names.map((name, index) => ({id: String(index), name}));
  const matcher = createMatcher([{language: 'en', terms}]) as TrieMatcher;
  matcher.find(text);
  return matcher.steps;
};

describe('what a text costs grows with its length alone', () => {
  for (const [why, [names, text]] of Object.entries(cases)) {
    it(why, () => {
      const steps = stepsIn(names, text);
      assert.ok(steps >= text.length / 2, 'the steps are counted');
      // Each character is read once, and each word begins one walk at most.
      const bound = (LONGEST_NAME + 4) * text.length;
      assert.ok(steps <= bound, `${steps / text.length} steps a character`);
      const half = stepsIn(names, text.slice(0, text.length / 2));
      assert.ok(steps <= 2.2 * half + 1000, `${half} steps for half of it`);
    });
  }
});
