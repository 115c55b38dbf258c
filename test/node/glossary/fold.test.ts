import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as fc from 'fast-check';
import {foldMarks, foldName} from '../../../src/glossary/fold.js';
import {nameKey} from '../../../src/glossary/name-index.js';

describe('foldName', () => {
  for (const [what, one, other] of [
    ['case', 'Gamma', 'gAMMA'],
    ['accents', 'Créateur', 'createur'],
    ['accents apart', 'u\u0308ber', 'Über'],
    ['several accents in any order', 'e\u0323\u0302', 'ệ'],
    ['letters that Unicode does not take apart', 'ßæœøđłı', 'ssaeoeodli'],
    ['their capitals', 'ẞÆŒØĐŁI', 'ssaeoeodli'],
    ['a capital with a dot', 'İ', 'i'],
    ['the end form of sigma', 'ΛΌΓΟΣ', 'λογος'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['Arabic vowel signs', 'خِيَار', 'خيار'],
    ['a stretched line', 'خيـــار', 'خيار'],
    ['width', 'ＤＡＯ ｶﾞﾝﾏ', 'dao ガンマ'],
    ['ligatures', 'ﬁx', 'fix'],
    ['Hangul in parts', '옵션'.normalize('NFD'), '옵션'],
    ['invisible characters', 'op\u00adti\u200bon\u200d', 'option'],
    ['apostrophes', 'Newton’s', "Newton's"],
  ] as const) {
    it(`makes one of ${what}`, () => {
      assert.equal(foldName(one), foldName(other));
    });
  }

  for (const [what, one, other] of [
    ['voiced kana', 'が', 'か'],
    ['voiced kana in parts', 'か\u3099', 'か'],
    ['Thai vowels', 'กิ', 'ก'],
    ['Thai tones', 'ก่', 'ก'],
    ['Devanagari vowels', 'कि', 'क'],
    ['the Arabic hamza', 'أ', 'ا'],
    ['final Hangul consonants', '각', '가'],
  ] as const) {
    it(`keeps apart ${what}`, () => {
      assert.notEqual(foldName(one), foldName(other));
    });
  }

  it('does nothing to what is folded', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        assert.equal(foldMarks(foldMarks(text)), foldMarks(text));
      }),
    );
  });

  it('leaves case to foldMarks', () => {
    assert.equal(foldMarks('Créateur ß'), 'Createur ß');
  });
});

describe('nameKey', () => {
  it('is one for hyphens, dashes and spaces', () => {
    assert.equal(nameKey(' Put–call\n  Parity '), nameKey('put-call parity'));
    assert.notEqual(nameKey('frontrunning'), nameKey('front-running'));
  });
});
