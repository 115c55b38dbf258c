import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  applyForm,
  publishedSummary,
  publisherMark,
  publisherOf,
  stripForm,
} from '../../../src/glossary/forms.js';
import {kindLabel} from '../../../src/glossary/kinds.js';
import type {Term} from '../../../src/glossary/types.js';
import {example} from './example.js';

const term = (kind?: string): Term => ({
  id: 'x',
  name: 'X',
  summary: 'A $& {} sentence.',
  ...(kind === undefined ? {} : {kind}),
});

describe('forms', () => {
  for (const [form, text, published] of [
    ['Meaning ⎊ {} ⎊ Term', 'A.', 'Meaning ⎊ A. ⎊ Term'],
    ['{} ⎊ Term', 'A.', 'A. ⎊ Term'],
    ['⎊ {}', '', '⎊ '],
    ['{}', 'A.', 'A.'],
    ['{} – {}', 'A.', 'A. – A.'],
    ['$& {} $1', "$' A.", "$& $' A. $1"],
    ['{}', '{}', '{}'],
    ['no place', 'A.', 'A.'],
    ['', 'A.', 'A.'],
  ] as const) {
    it(`writes ${JSON.stringify(text)} as ${JSON.stringify(published)} and reads it back`, () => {
      assert.equal(applyForm(form, text), published);
      assert.equal(stripForm(form, published), text);
    });
  }

  for (const [form, text] of [
    ['Meaning ⎊ {} ⎊ Term', 'A.'],
    ['Meaning ⎊ {} ⎊ Term', 'Meaning ⎊ A.'],
    ['Meaning ⎊ {} ⎊ Term', 'Meaning ⎊ Term'],
    ['aba{}bab', 'abab'],
    ['{} – {}', 'A. – B.'],
    ['{} – {}', 'A. – A'],
  ] as const) {
    it(`finds no ${JSON.stringify(form)} in ${JSON.stringify(text)}`, () => {
      assert.equal(stripForm(form, text), undefined);
    });
  }

  it('read back whatever was written', () => {
    const piece = fc.string({unit: fc.constantFrom('a', '⎊', ' ', '{', '}')});
    const form = fc
      .array(piece, {minLength: 1, maxLength: 4})
      .map((pieces) => pieces.join('{}'));
    fc.assert(
      fc.property(form, fc.string({unit: 'binary'}), (shape, text) => {
        assert.equal(stripForm(shape, applyForm(shape, text)), text);
      }),
    );
  });

  it('leave a text alone where there is no form', () => {
    assert.equal(applyForm(undefined, 'A.'), 'A.');
  });
});

describe('kinds', () => {
  for (const [kind, label, summary] of [
    ['term', 'Term', 'Meaning ⎊ A $& {} sentence. ⎊ Term'],
    ['definition', 'Definition', 'A $& {} sentence. ⎊ Term'],
    ['other', 'other', 'A $& {} sentence.'],
    ['toString', 'toString', 'A $& {} sentence.'],
    ['__proto__', '__proto__', 'A $& {} sentence.'],
    [undefined, undefined, 'A $& {} sentence.'],
  ] as const) {
    it(`show ${kind} as ${label}`, () => {
      assert.equal(kindLabel(example, term(kind)), label);
      assert.equal(publishedSummary(example, term(kind)), summary);
    });
  }
});

describe('publisherMark', () => {
  for (const [why, glossary, mark] of [
    ['of an answer form', {answerForm: '⎊ {}'}, '⎊'],
    [
      'of a kind',
      {kinds: {a: {}, b: {summaryForm: 'Meaning ⎊ {} ⎊ Term'}}},
      '⎊',
    ],
    ['of several characters', {answerForm: '>> {}'}, '>>'],
    ['is absent without forms', {}, undefined],
    ['is absent in a form of words', {answerForm: 'Answer {}'}, undefined],
    [
      'is no accent of a word',
      {answerForm: 'Bedeutung der Wo\u0308rter {}'},
      undefined,
    ],
    ['is no vowel sign of a script', {answerForm: 'अर्थ ⎊ {}'}, '⎊'],
  ] as const) {
    it(why, () => {
      assert.equal(publisherMark({format: 1, name: 'X', ...glossary}), mark);
    });
  }
});

it('publisherOf is the glossary itself where none is named', () => {
  assert.equal(publisherOf(example), example.publisher);
  assert.deepEqual(publisherOf({format: 1, name: 'X'}), {
    type: 'Organization',
    name: 'X',
  });
});
