import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as fc from 'fast-check';
import type {Mention} from '../../../src/matching/mention.js';
import {
  type Limits,
  type TextRunMentions,
  type ReaderNeeds,
  selectMentions,
} from '../../../src/matching/select.js';

/** `a` names the term a; `a/b` may mean either; `a?` is ambiguous. Difficulty: a is 1, b is 2, …; z has none. */
const mention = (word: string): Mention => ({
  start: 0,
  end: 1,
  terms: word
    .replace('?', '')
    .split('/')
    .map((id) => ({
      id,
      name: id,
      ...(id === 'z' ? {} : {difficulty: id.charCodeAt(0) - 96}),
    })),
  isAbbreviation: false,
  isAmbiguous: word.endsWith('?'),
});

/** `1: a b | 2: c`: two runs, each with its section. */
const runsOf = (text: string) =>
  text.split(' | ').map((run): TextRunMentions & {readonly words: string[]} => {
    const [section, ...words] = run.split(/:? /);
    return {section, mentions: words.map(mention), words};
  });

const select = (text: string, limits: Limits, needs?: ReaderNeeds): string => {
  const runs = runsOf(text);
  return selectMentions(runs, limits, needs)
    .map((shown, index) => {
      const {mentions, words} = runs[index]!;
      return shown.map((each) => words[mentions.indexOf(each)]).join(' ');
    })
    .join(' | ');
};

const all: Limits = {first: 'all'};
const page: Limits = {first: 'page'};
const section: Limits = {first: 'section'};
const knows = (id: string) => id === 'a';

describe('selectMentions', () => {
  for (const [what, text, limits, needs, expected] of [
    ['all', '1: a a | 2: a b', all, {}, 'a a | a b'],
    ['the first of the page', '1: a a | 2: a b', page, {}, 'a | b'],
    ['the first of a section', '1: a a | 2: a b', section, {}, 'a | a b'],
    [
      'the first of a section in runs',
      '1: a | 1: a b | 2: a | 1: b c',
      section,
      {},
      'a | b | a | c',
    ],
    [
      'at most so many',
      '1: a b | 2: c | 3: d',
      {first: 'all', limit: 3},
      {},
      'a b | c | ',
    ],
    ['none', '1: a', {first: 'all', limit: 0}, {}, ''],
    ['a shared name, which counts for both', '1: a/b a b c', page, {}, 'a/b c'],
    [
      'a shared name while one of its terms is due',
      '1: a a/b b',
      page,
      {},
      'a a/b',
    ],
    ['what is unknown', '1: a b a/b', all, {knows}, 'b a/b'],
    ['what is unknown, first', '1: b a/b a', page, {knows}, 'b'],
    [
      'what is as difficult, or has no difficulty',
      '1: a b c z',
      all,
      {difficulty: 2},
      'b c z',
    ],
    [
      'what is ambiguous only if named clearly, before',
      '1: a | 2: a? b?',
      section,
      {},
      'a | a?',
    ],
    [
      'what is ambiguous only if named clearly, later',
      '1: a? b? | 2: a',
      section,
      {},
      'a? | a',
    ],
    [
      'what is ambiguous if one of its terms is clear',
      '1: a/b? c/d? b',
      all,
      {},
      'a/b? b',
    ],
    [
      'an ambiguous one whose clear one is over the limit',
      '1: b a? a',
      {first: 'all', limit: 2},
      {},
      'b a?',
    ],
    [
      'no hidden one in place of a shown one',
      '1: a a? b',
      {first: 'all', limit: 1},
      {knows},
      'b',
    ],
  ] as const) {
    it(`shows ${what}`, () => {
      assert.equal(select(text, limits, needs), expected);
    });
  }

  it('gives the list of a run itself where all of it is shown', () => {
    const runs = runsOf('1: a b | 2: a a');
    const [first, second] = selectMentions(runs, section);
    assert.equal(first, runs[0]!.mentions);
    assert.notEqual(second, runs[1]!.mentions);
  });

  it('tells sections apart by identity', () => {
    const mentions = [mention('a')];
    const [one, other] = [{}, {}];
    const shown = selectMentions(
      [one, other, one].map((each) => ({section: each, mentions})),
      section,
    );
    assert.deepEqual(
      shown.map(({length}) => length),
      [1, 1, 0],
    );
  });

  it('keeps the order, the limit and one of each', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'a/b', 'b?', 'd?'));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(1, 2, 3), words)),
        fc.constantFrom('section', 'page', 'all'),
        fc.nat(12),
        (list, first, limit) => {
          const runs = list.map(([section, each]) => ({
            section,
            mentions: each.map(mention),
          }));
          const shown = selectMentions(runs, {first, limit});
          assert.equal(shown.length, runs.length);
          assert.ok(shown.flat().length <= limit);
          for (const [index, some] of shown.entries()) {
            const places = some.map((each) =>
              runs[index]!.mentions.indexOf(each),
            );
            assert.deepEqual(
              places,
              places.toSorted((a, b) => a - b),
            );
          }
          if (first !== 'page') return;
          const single = shown.flat().filter(({terms}) => terms.length === 1);
          const ids = single.map(({terms}) => terms[0]!.id);
          assert.equal(new Set(ids).size, ids.length);
        },
      ),
    );
  });
});
