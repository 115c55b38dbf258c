import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createMatcher, LONGEST_NAME} from '../../../src/matching/matcher.js';
import {NameTrie} from '../../../src/matching/name-trie.js';

const LENGTH = 50_000;

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

type Method = (this: unknown, ...values: unknown[]) => unknown;

/**
 * Runs something and counts what it does with texts and with the names: the
 * characters that it asks for or copies, and the edges that it follows.
 */
const stepsOf = (run: () => void): number => {
  let steps = 0;
  const restore: (() => void)[] = [];
  const count = (
    prototype: object,
    name: string,
    cost: (result: unknown) => number,
  ) => {
    const own = Reflect.get(prototype, name) as Method;
    const counting: Method = function (...values) {
      const result = own.apply(this, values);
      steps += cost(result);
      return result;
    };
    Reflect.set(prototype, name, counting);
    restore.push(() => {
      Reflect.set(prototype, name, own);
    });
  };
  for (const name of ['charCodeAt', 'codePointAt', 'startsWith'])
    count(String.prototype, name, () => 1);
  count(String.prototype, 'slice', (part) => (part as string).length);
  for (const name of ['first', 'child'])
    count(NameTrie.prototype, name, () => 1);
  try {
    run();
  } finally {
    for (const step of restore) step();
  }
  return steps;
};

const stepsIn = (names: readonly string[], text: string): number => {
  const terms = names.map((name, index) => ({id: String(index), name}));
  const matcher = createMatcher([{language: 'en', terms}]);
  return stepsOf(() => matcher.find(text));
};

describe('what a text costs grows with its length alone', () => {
  for (const [why, [names, text]] of Object.entries(cases)) {
    it(why, () => {
      const steps = stepsIn(names, text);
      assert.ok(steps >= text.length / 2, 'the steps are counted');
      // Each character is read once, and each word begins one walk at most.
      const bound = (LONGEST_NAME + 4) * text.length;
      assert.ok(steps <= bound, `${steps / text.length} steps a character`);
      const twice = stepsIn(names, text + text);
      assert.ok(
        twice <= 2.2 * steps + 1000,
        `${steps} steps, ${twice} for twice the text`,
      );
    });
  }
});
