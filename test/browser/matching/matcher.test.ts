/** Character classes and dictionaries are the engine's: the same must be found in each. */
import {expect} from '@open-wc/testing';
import {createMatcher} from '../../../src/matching/matcher.js';

for (const [language, name, text, expected] of [
  [
    'en',
    'Put-call parity',
    'put–call\n parities, input call parity',
    'put–call\n parities',
  ],
  ['en', 'IV', 'iv, IVs, e.g. https://x.example/IV', 'IVs'],
  ['de', 'Straße', 'STRASSE, stra\u00adße', 'STRASSE|stra\u00adße'],
  [
    'fr',
    'Créateur de marché',
    'cre\u0301ateurs de marche',
    'cre\u0301ateurs de marche',
  ],
  ['el', 'λόγος', 'ΛΟΓΟΣ', 'ΛΟΓΟΣ'],
  ['ru', 'ёмкость', 'Емкость', 'Емкость'],
  ['zh', '期权', '看涨期权的', '期权'],
  ['zh', '股', '股票，股', '股'],
  ['zh', '\u{20000}\u{20001}', '在\u{20000}\u{20001}中', '\u{20000}\u{20001}'],
  ['ja', 'ガンマ', 'ガンマー、ｶﾞﾝﾏは', 'ｶﾞﾝﾏ'],
  ['ko', '변동성', '변동성이란 고변동성', '변동성'],
  ['th', 'ราคา', 'ในราคาใช้สิทธิ', 'ราคา'],
  ['th', 'าคา', 'ในราคาใช้สิทธิ', ''],
  ['ar', 'خيار', 'خِيَار', 'خِيَار'],
  ['he', 'אופציה', 'אוֹפְּצִיָה', 'אוֹפְּצִיָה'],
  ['hi', 'मूल्य', 'मूल्य', 'मूल्य'],
] as const) {
  it(`finds ${name} in ${text}`, () => {
    const matcher = createMatcher([{language, terms: [{id: 'a', name}]}]);
    const found = matcher.find(text);
    expect(
      found.map(({start, end}) => text.slice(start, end)).join('|'),
    ).to.equal(expected);
  });
}
