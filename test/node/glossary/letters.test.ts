import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {byLetter, letterOf} from '../../../src/glossary/letters.js';

describe('letters', () => {
  for (const [name, language, letter] of [
    ['Delta', 'en', 'D'],
    ['école', 'fr', 'E'],
    ['Öl', 'de', 'O'],
    ['Öl', 'sv', 'Ö'],
    ['ñu', 'es', 'Ñ'],
    ['Ñu', 'en', 'N'],
    ['Æther', 'en', 'A'],
    ['ёж', 'ru', 'Е'],
    ['йод', 'ru', 'Й'],
    ['헤지', 'ko', 'ㅎ'],
    ['까치', 'ko', 'ㄱ'],
    ['ガンマ', 'ja', 'か'],
    ['期权', 'zh', 'Q'],
    ['期权', 'zh-Hant', 'Q'],
    ['期権', 'ja', '漢'],
    ['الخيار', 'ar', 'ا'],
    ['iskonto', 'tr', 'İ'],
    ['ısı', 'tr', 'I'],
    ['เดลต้า', 'th', 'ด'],
    ['O\u0308l', 'sv', 'Ö'],
    ['7 turns', 'en', '#'],
    ['-', 'en', '#'],
    ['', 'en', '#'],
    [' x', 'not a tag', 'X'],
  ] as const) {
    it(`puts ${JSON.stringify(name)} in ${language} under ${letter}`, () => {
      assert.equal(letterOf(name, language), letter);
    });
  }

  it('are in the order of the language, what has none last', () => {
    const names = ['7', 'Öl', 'Zon', 'Ar', 'Äpple', 'ab'];
    assert.deepEqual(
      [...byLetter(names, (name) => name, 'sv')],
      [
        ['A', ['ab', 'Ar']],
        ['Z', ['Zon']],
        ['Ä', ['Äpple']],
        ['Ö', ['Öl']],
        ['#', ['7']],
      ],
    );
  });
});
