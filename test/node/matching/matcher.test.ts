import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {TermNames} from '../../../src/glossary/source.js';
import {
  buildMatcher,
  createMatcher,
  LONGEST_NAME,
  type Matcher,
} from '../../../src/matching/matcher.js';
import {LONGEST_WORD} from '../../../src/matching/scanner.js';

type Words = string | Omit<TermNames, 'id'>;

/** A matcher of terms with the ids `0`, `1`, …; a string is a name. */
const matcherOf = (language: string | undefined, words: readonly Words[]) =>
  createMatcher([
    {
      language,
      terms: words.map((each, index) => ({
        id: String(index),
        ...(typeof each === 'string' ? {name: each} : each),
      })),
    },
  ]);

/** The words that were found. */
const found = (matcher: Matcher, text: string) =>
  matcher.find(text).map(({start, end}) => text.slice(start, end));

/** Names, a text, and what is found in it: `|`-separated. */
type Case = readonly [names: readonly Words[], text: string, expected: string];

const table = (language: string | undefined, cases: readonly Case[]) => {
  for (const [names, text, expected] of cases) {
    const title = names.map((each) =>
      typeof each === 'string' ? each : JSON.stringify(each),
    );
    it(`${title.join(', ')} in “${text}”: ${expected || 'nothing'}`, () => {
      assert.equal(found(matcherOf(language, names), text).join('|'), expected);
    });
  }
};

describe('one of several', () => {
  table('en', [
    [['option', 'call option'], 'a call option', 'call option'],
    [
      ['call', 'call option', 'option premium'],
      'call option premium',
      'call option',
    ],
    [['a b c d', 'b', 'c'], 'a b c e', 'b|c'],
    [['delta', 'gamma'], 'delta gamma, delta', 'delta|gamma|delta'],
    [['delta hedge', 'hedge'], 'delta, hedge', 'hedge'],
  ]);

  it('names all terms that have the name, in their order', () => {
    const matcher = createMatcher([
      {
        language: 'en',
        terms: [
          {id: 'a', name: 'Delta'},
          {id: 'b', name: 'Other', aliases: ['delta']},
        ],
      },
      {language: 'es', terms: [{id: 'a', name: 'Delta'}]},
    ]);
    const [mention] = matcher.find('deltas');
    assert.deepEqual(
      mention?.terms.map(({id}) => id),
      ['a', 'b'],
    );
  });
});

describe('whole words', () => {
  table('en', [
    [['price'], 'mark_price prices-price priced pricey', 'prices|price'],
    [['price'], 'déprice priceé 1price price1', ''],
    [['market maker'], 'the market maker’s quote', 'market maker'],
    [['market maker'], 'the market makerʼs quote', 'market maker'],
    [
      ['Newton’s method'],
      "Newton's method, Newtonʼs method",
      "Newton's method|Newtonʼs method",
    ],
    [['option'], "l’option, l'option", 'option|option'],
    [['s', 'v'], "it’s s, v'", 's'],
    [
      ['Put-call parity'],
      'put call parity, put–call\n   parity, put\u00a0call\u2011parity',
      'put call parity|put–call\n   parity|put\u00a0call\u2011parity',
    ],
    [
      ['put call parity'],
      'put, call parity; put. call parity; put/call parity',
      '',
    ],
    [['C++', 'S&P 500', 'C'], 'C++ and S&P 500, C.', 'C++|S&P 500|C'],
    [
      ['51% attack'],
      'a 51% attack, a 3.51% attack, 3,51% attack, 151% attack',
      '51% attack',
    ],
    [['S&P 500'], 'S&P 500.5, S&P 500,000, S&P 5000, S&P 500. 1', 'S&P 500'],
    [['option'], 'op\u00adtion, o\u200bption', 'op\u00adtion|o\u200bption'],
    [['😀 coin'], 'a 😀 coin', '😀 coin'],
  ]);

  it('nothing is found inside addresses', () => {
    const matcher = matcherOf('en', ['delta', '期权', 'https']);
    for (const address of [
      'https://delta.example/delta?delta#delta',
      'https://x.example/a(delta)/期权',
      'delta+x://delta',
      'www.delta.example/delta',
      'delta@desk.example',
      'a.delta@delta.example',
      '@delta',
    ]) {
      assert.deepEqual(found(matcher, `${address} delta`), ['delta'], address);
      assert.deepEqual(found(matcher, `(“${address}”, delta`), ['delta']);
      assert.deepEqual(found(matcher, `<${address}>delta`), ['delta']);
      assert.deepEqual(found(matcher, `期权。${address}。期权`), [
        '期权',
        '期权',
      ]);
    }
    assert.deepEqual(
      found(matcher, 'delta @ 5, delta: delta, www. delta'),
      Array(4).fill('delta').slice(0, 4),
    );
  });
});

describe('accents and width', () => {
  table('fr', [
    [['Créateur de marché'], 'le createur de MARCHE', 'createur de MARCHE'],
    [['Prime'], 'la prim\u0065\u0301', 'prim\u0065\u0301'],
    [['Straße'], 'eine STRASSE und strasse', 'STRASSE|strasse'],
    [['ＤＡＯ'], 'a DAO', 'DAO'],
  ]);

  it('leave offsets right', () => {
    const text = 'ßß ﷺ e\u0301 İ ü \u{1d400} Straße!';
    const [mention] = matcherOf('de', ['strasse']).find(text);
    assert.equal(text.slice(mention!.start, mention!.end), 'Straße');
  });
});

describe('case', () => {
  table('en', [
    [['Implied volatility'], 'IMPLIED Volatility', 'IMPLIED Volatility'],
    [['IV'], 'IV, iv, Iv, IVs, IVS', 'IV|IVs'],
    [['DEX'], 'DEXs, DEXes, DEX’s, dexes', 'DEXs|DEXes|DEX'],
    [['DeFi'], 'defi', 'defi'],
    [['X'], 'x', 'x'],
    [['51% VWAP'], '51% vwap, 51% VWAP', '51% VWAP'],
    [['期权'], '期权', '期权'],
    [
      [{name: 'Greeks', caseSensitive: true}],
      'greeks, Greeks, GREEKS',
      'Greeks',
    ],
    [
      [{name: 'perp', caseSensitive: true}],
      'perp, Perps, PERP, perps',
      'perp|Perps|perps',
    ],
    [
      [{name: 'Zürich', caseSensitive: true}],
      'Zu\u0308rich, Zurich, zürich',
      'Zu\u0308rich|Zurich',
    ],
    [['IV', 'Iv drip'], 'iv drip', 'iv drip'],
  ]);

  it('decides which of two terms is meant', () => {
    const matcher = matcherOf('en', ['IT', {name: 'it', caseSensitive: true}]);
    const ids = (text: string) =>
      matcher.find(text).map(({terms}) => terms.map(({id}) => id).join());
    assert.deepEqual(ids('IT it It'), ['0', '1', '1']);
  });
});

describe('names as people write them', () => {
  table('en', [
    [
      ['Replace-by-fee (RBF)'],
      'RBF, rbf, replace by fee, Replace-by-fee (RBF)',
      'RBF|replace by fee|Replace-by-fee (RBF)',
    ],
    [
      ['RBAC (Role-Based Access Control)'],
      'RBAC and role-based access controls',
      'RBAC|role-based access controls',
    ],
    [
      ['Proof-of-stake (PoS)'],
      'PoS, pos, proof of stake',
      'PoS|proof of stake',
    ],
    [['HTLCs'], 'an HTLC, HTLCs, htlc', 'HTLC|HTLCs'],
    [
      ['Just-In-Time (JIT) channels'],
      'a JIT channel, just-in-time channels',
      'JIT channel|just-in-time channels',
    ],
    [['Maker / Taker'], 'maker, takers', 'maker|takers'],
    [['Option, American'], 'American options, option', 'American options'],
    [['Fork (software)'], 'forks of software', 'forks'],
    [['Containers'], 'container, containers', 'container|containers'],
    [['Silent payments'], 'a silent payment', 'silent payment'],
    [['Policies of use'], 'a policy of use', 'policy of use'],
    [['Futures', 'Basis', 'News'], 'future, basi, new', ''],
    [
      ['Time-lock'],
      'timelock, time lock, Timelocks',
      'timelock|time lock|Timelocks',
    ],
    [['order book'], 'orderbook, order-books', 'orderbook|order-books'],
    [['Implied volatility'], 'impliedvolatility', ''],
    [['ServiceAccount'], 'service accounts', 'service accounts'],
    [['IV rank'], 'ivrank', ''],
    [
      ['Offers'],
      'It offers keys, can offer keys, offers more keys and sends offers, an offer.',
      'offers|offer',
    ],
    [['Silent offers'], 'silent offers the key', 'silent offers'],
  ]);
  table('es', [
    [
      ['Contratos inteligentes'],
      'contrato inteligente',
      'contrato inteligente',
    ],
    [['Opción'], 'la opción a la vista', 'opción'],
  ]);
  table('fr', [[['Capitaux'], 'le capital', 'capital']]);
  table('pt', [[['Opções'], 'opção', 'opção']]);

  it('an abbreviation belongs to the name that it abbreviates', () => {
    const matcher = matcherOf('en', [
      {
        name: 'Order book',
        abbreviation: 'CLOB',
        aliases: ['central limit order book', 'Depth of market (DOM)'],
      },
    ]);
    assert.deepEqual(
      matcher.find('CLOB, DOM, order book').map(({fullName}) => fullName),
      ['central limit order book', 'Depth of market', undefined],
    );
  });
});

describe('what a term says of its names', () => {
  it('autoLink: false leaves it out', () => {
    const matcher = matcherOf('en', [{name: 'Basis', autoLink: false}]);
    assert.deepEqual(found(matcher, 'basis'), []);
    assert.equal(matcher.size, 0);
  });

  it('ambiguous: true is said of names of one word', () => {
    const matcher = matcherOf('en', [
      {name: 'Leverage', aliases: ['leverage ratio'], ambiguous: true},
      'margin',
    ]);
    const mentions = matcher.find('leverages, leverage ratio, margin');
    assert.deepEqual(
      mentions.map(({isAmbiguous}) => isAmbiguous),
      [true, false, false],
    );
  });

  it('ambiguous: true is not said of a name of two terms, which offers a choice', () => {
    const matcher = matcherOf('en', [
      {name: 'Delta', ambiguous: true},
      {name: 'delta', ambiguous: true},
    ]);
    const [mention] = matcher.find('delta');
    assert.equal(mention!.terms.length, 2);
    assert.equal(mention!.isAmbiguous, false);
  });

  it('the abbreviation is told from the name', () => {
    const matcher = matcherOf('en', [
      {name: 'Automated market maker', abbreviation: 'AMM', aliases: ['AMM']},
    ]);
    const mentions = matcher.find('AMMs, automated market makers, AMM');
    assert.deepEqual(
      mentions.map(({isAbbreviation}) => isAbbreviation),
      [true, false, true],
    );
  });

  it('names that are none are passed over', () => {
    const broken = {name: 5, aliases: 'delta', abbreviation: null};
    const matcher = matcherOf('en', [
      broken as unknown as TermNames,
      '',
      ' - ',
      '\u0301',
      'x'.repeat(LONGEST_WORD + 1),
      'x '.repeat(LONGEST_NAME + 1),
      'delta',
    ]);
    assert.equal(matcher.size, 1);
    assert.deepEqual(found(matcher, 'delta'), ['delta']);
  });

  it('the longest name and the longest word are found', () => {
    for (const name of [
      'x '.repeat(LONGEST_NAME).trim(),
      'x'.repeat(LONGEST_WORD),
    ]) {
      assert.deepEqual(found(matcherOf('xx', [name]), `a ${name} b`), [name]);
    }
  });
});

describe('Chinese', () => {
  table('zh', [
    [['期权', '看涨期权'], '买入看涨期权和期权', '看涨期权|期权'],
    [['隐含 波动率'], '隐含波动率，隐含\n波动率', '隐含波动率|隐含\n波动率'],
    [['隐含波动率'], '隐含，波动率', ''],
    [['股'], '股票 a股b 股 个股', '股|股'],
    [['ETF'], '买ETF吧', 'ETF'],
    [['\u{20000}\u{20001}'], '在\u{20000}\u{20001}中', '\u{20000}\u{20001}'],
  ]);
});

describe('Japanese', () => {
  table('ja', [
    [['ガンマ'], 'ガンマの ガンマレイ オガンマ ガンマー ｶﾞﾝﾏ', 'ガンマ|ｶﾞﾝﾏ'],
    [['ガンマ'], 'カンマ', ''],
    [['オプション価格'], 'コールオプション価格', ''],
    [['証拠金'], '取引証拠金を', '証拠金'],
    [['株'], 'この株は', '株'],
  ]);
});

describe('Korean', () => {
  table('ko', [
    [
      ['변동성'],
      '변동성을 변동성이란 변동성, 변동성들의 고변동성',
      '변동성|변동성|변동성|변동성',
    ],
    [['ETF'], 'ETF를', 'ETF'],
    [['내재 변동성'], '내재 변동성에서는 내재의 변동성', '내재 변동성'],
    [['변동', '변동성'], '변동성이', '변동성'],
    [
      ['변동성'],
      `${'변동성'.normalize('NFD')}${'을'.normalize('NFD')}`,
      '변동성'.normalize('NFD'),
    ],
    [['옵션'], '옵션시장', ''],
    [['옵션 시장'], '옵션은 시장', ''],
  ]);
});

describe('Thai, Lao, Khmer and Myanmar', () => {
  table('th', [
    [['ราคา'], 'ในราคาใช้สิทธิของ', 'ราคา'],
    [['าคา'], 'ในราคาใช้สิทธิของ', ''],
    [['สิทธิของ'], 'ในราคาใช้สิทธิของเรา', 'สิทธิของ'],
    [['ตลาด'], `${'ดูราคา'.repeat(200)}ตลาด`, 'ตลาด'],
    [['ราคาตลาด'], 'ในราคาตลาดของออปชัน', 'ราคาตลาด'],
    [['ตลาด'], 'ตลาด ETF', 'ตลาด'],
    [['តម្លៃ'], 'តម្លៃ', 'តម្លៃ'],
  ]);
});

describe('other scripts', () => {
  table('ru', [
    [['ёмкость'], 'Емкость', 'Емкость'],
    [['дельта'], 'ДЕЛЬТА дельтаплан', 'ДЕЛЬТА'],
  ]);
  table('el', [[['ΛΟΓΟΣ'], 'λόγος', '']]);
  table('el', [[['λόγος'], 'ΛΟΓΟΣ', 'ΛΟΓΟΣ']]);
  table('ar', [[['خيار'], 'خِيَار', 'خِيَار']]);
  table('he', [[['אופציה'], 'אוֹפְּצִיָה', 'אוֹפְּצִיָה']]);
  table('hi', [[['मूल्य'], 'मूल्य मूल', 'मूल्य']]);
});

describe('plurals', () => {
  it('are those of the language of the vocabulary', () => {
    const terms = [{id: 'a', name: 'Opción'}];
    const text = 'opciones';
    assert.equal(
      createMatcher([{language: 'es-MX', terms}]).find(text).length,
      1,
    );
    assert.equal(createMatcher([{language: 'en', terms}]).find(text).length, 0);
  });

  it('are English ones where no language is given', () => {
    assert.deepEqual(found(matcherOf(undefined, ['bounty']), 'bounties'), [
      'bounties',
    ]);
  });

  it('can be added and replaced', () => {
    const matcher = createMatcher(
      [
        {language: 'it', terms: [{id: 'a', name: 'Opzione'}]},
        {language: 'en', terms: [{id: 'b', name: 'ox'}]},
      ],
      {
        plurals: {
          it: (word) => [word.replace(/e$/, 'i')],
          en: (word) => [`${word}en`],
        },
      },
    );
    assert.deepEqual(found(matcher, 'Opzioni oxen oxes'), ['Opzioni', 'oxen']);
  });
});

describe('buildMatcher', () => {
  it('pauses, and returns the same as createMatcher', () => {
    const terms = Array.from({length: 1000}, (_, index) => ({
      id: String(index),
      name: `Name ${index}`,
    }));
    const building = buildMatcher([{language: 'en', terms}]);
    let pauses = 0;
    let step = building.next();
    for (; !step.done; step = building.next()) pauses++;
    assert.ok(pauses >= 10, String(pauses));
    assert.equal(step.value.size, 1000);
    const text = 'name 7, name 999, name 1000';
    assert.deepEqual(
      step.value.find(text),
      createMatcher([{language: 'en', terms}]).find(text),
    );
  });

  it('of nothing finds nothing', () => {
    assert.deepEqual(createMatcher([]).find('text'), []);
    assert.equal(createMatcher([]).size, 0);
  });
});
