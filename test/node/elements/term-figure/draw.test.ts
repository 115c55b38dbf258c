/** What figures show, against direct computation. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {draw, FigureError} from '../../../../src/elements/term-figure/draw.js';
import {
  greekOf,
  lossAgainstHolding,
  normalInverse,
  sviVolatility,
} from '../../../../src/elements/term-figure/finance.js';
import {
  ladderOf,
  waterfallOf,
} from '../../../../src/elements/term-figure/kinds/margin.js';
import {
  cascadeSteps,
  fillOf,
} from '../../../../src/elements/term-figure/kinds/market.js';
import {profitOf} from '../../../../src/elements/term-figure/kinds/payoff.js';
import {tailOf} from '../../../../src/elements/term-figure/kinds/lines.js';
import {numberText} from '../../../../src/elements/term-figure/number-text.js';
import {
  areApart,
  placeLabels,
} from '../../../../src/elements/term-figure/place-labels.js';
import type {Figure, PayoffFigure} from '../../../../src/glossary/types.js';
import * as finance from '../../../support/finance.js';
import {FIGURES} from '../../../support/figures.js';

const close = (actual: number, expected: number, tolerance = 1e-6) =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)),
    `${actual}, expected ${expected}`,
  );

const payoffOf = (legs: PayoffFigure['legs']): PayoffFigure => ({
  type: 'payoff',
  legs,
  from: 50,
  to: 150,
});

describe('the formulas of figures', () => {
  const state = {price: 105, strike: 100, years: 0.2, volatility: 0.6};
  const inputs = {S: 105, K: 100, T: 0.2, sigma: 0.6};
  for (const isCall of [true, false]) {
    const other = {...inputs, type: isCall ? 'call' : 'put'} as const;
    for (const [greek, expected, tolerance] of [
      ['price', finance.price(other), 1e-9],
      ['delta', finance.delta(other), 1e-5],
      ['gamma', finance.gamma(other), 1e-5],
      ['vega', finance.vega(other), 1e-5],
      ['theta', finance.theta(other), 1e-5],
      ['rho', finance.rho(other), 1e-5],
      ['vanna', finance.vanna(other) / 100, 1e-5],
      ['volga', finance.volga(other) / 1e4, 1e-5],
      ['charm', finance.charm(other), 1e-5],
    ] as const)
      it(`have the ${greek} of a ${other.type} by differences`, () => {
        close(greekOf(greek, {...state, isCall}), expected, tolerance);
      });
  }

  it('have the loss of a pool against holding, whole and in a range', () => {
    for (const factor of [0.25, 0.8, 1, 2, 4]) {
      close(lossAgainstHolding(factor), finance.impermanentLoss(factor));
      // A range without end is the whole curve.
      close(
        lossAgainstHolding(factor, [1e-12, 1e12]),
        finance.impermanentLoss(factor),
        1e-4,
      );
    }
    close(lossAgainstHolding(1, [0.5, 2]), 0);
    // Above its range a position is all money: it has what it sold for.
    const held = (1 - 1 / Math.sqrt(2)) * 3 + 1 - Math.sqrt(0.5);
    const sold = Math.sqrt(2) - Math.sqrt(0.5);
    close(lossAgainstHolding(3, [0.5, 2]), sold / held - 1);
  });

  it('have the quantiles of the normal distribution', () => {
    close(normalInverse(0.99), finance.normalInverse(0.99), 1e-9);
    const {valueAtRisk, shortfall} = tailOf(FIGURES.distribution);
    close(valueAtRisk, 0.0697904, 1e-5);
    close(shortfall, 0.0799564, 1e-5);
  });

  it('have a volatility of which the total variance is the SVI form', () => {
    const svi = {a: 0.04, b: 0.12, rho: -0.2, m: 0.1, sigma: 0.25};
    const k = 0.3;
    const variance =
      0.04 + 0.12 * (-0.2 * (k - 0.1) + Math.sqrt((k - 0.1) ** 2 + 0.25 ** 2));
    close(sviVolatility(svi, k, 0.5) ** 2 * 0.5, variance);
  });
});

describe('pay-offs', () => {
  it('add up what each contract pays', () => {
    const spread = payoffOf([
      {type: 'call', at: 100, premium: 6},
      {type: 'call', at: 120, premium: 2, side: 'short', quantity: 2},
    ]);
    assert.deepEqual(
      [90, 110, 120, 140].map((price) => profitOf(spread, price)),
      [-2, 8, 18, -2],
    );
    close(
      profitOf(payoffOf([{type: 'inverse', at: 60_000}]), 75_000),
      finance.inversePnl(1, 60_000, 60_000, 75_000),
    );
    close(profitOf(payoffOf([{type: 'inverse-put', at: 100}]), 80), 20 / 80);
    close(profitOf(payoffOf([{type: 'binary-put', at: 100}]), 80), 1);
  });

  it('are worth what the options are, before expiry', () => {
    const figure: PayoffFigure = {
      ...payoffOf([{type: 'put', at: 100, premium: 6}]),
      volatility: 0.6,
    };
    const inputs = {S: 90, K: 100, T: 30 / 365, sigma: 0.6};
    close(profitOf(figure, 90, 30), finance.put(inputs) - 6);
  });

  for (const [name, legs, description] of [
    [
      'a bought straddle',
      [
        {type: 'call', at: 100, premium: 6},
        {type: 'put', at: 100, premium: 6},
      ],
      'The profit grows as the price falls, to 38 at 50, and as it rises, to 38 at 150. Largest loss 12 at 100. Break-even at 88 and 112.',
    ],
    [
      'a condor',
      [
        {type: 'put', at: 80, premium: 1},
        {type: 'put', at: 90, premium: 3, side: 'short'},
        {type: 'call', at: 110, premium: 3, side: 'short'},
        {type: 'call', at: 120, premium: 1},
      ],
      'Largest profit 4 from 90 to 110. Largest loss 6 up to 80 and from 120 up. Break-even at 86 and 114.',
    ],
    [
      'a binary call',
      [{type: 'binary-call', at: 100, premium: 0.45}],
      'Largest profit 0.55 from 100 up. Largest loss 0.45 up to 100. Break-even at 100.',
    ],
    [
      'a butterfly',
      [
        {type: 'call', at: 90, premium: 12},
        {type: 'call', at: 100, premium: 7, side: 'short', quantity: 2},
        {type: 'call', at: 110, premium: 4},
      ],
      'Largest profit 8 at 100. Largest loss 2 up to 90 and from 110 up. Break-even at 92 and 108.',
    ],
    [
      'an inverse contract, which is curved',
      [{type: 'inverse', at: 100}],
      'The profit grows as the price rises, to 0.3333 at 150. The loss grows as the price falls, to 1 at 50. Break-even at 100. Profit is counted in coins.',
    ],
    [
      'an inverse call, which is curved on one side',
      [{type: 'inverse-call', at: 100, premium: 0.05}],
      'The profit grows as the price rises, to 0.2833 at 150. Largest loss 0.05 up to 100. Break-even at 105.3. Profit is counted in coins.',
    ],
    [
      'a calendar spread, whose loss grows on both sides',
      [
        {type: 'call', at: 100, premium: 6.85, side: 'short'},
        {type: 'call', at: 100, premium: 9.68, days: 30},
      ],
      'Largest profit 4.024 at 100. The loss grows as the price falls, to 2.83 at 50, and as it rises, to 2.765 at 150. Break-even at 90.45 and 111.8.',
    ],
    [
      'two calls against one, whose profit goes on beyond the figure',
      [
        {type: 'call', at: 100, premium: 20, side: 'short'},
        {type: 'call', at: 130, premium: 4, quantity: 2},
      ],
      'The profit is 12 up to 100, and grows again as the price rises, to 2 at 150. Largest loss 18 at 130. Break-even at 112 and 148.',
    ],
    [
      'what is gained at every price',
      [
        {type: 'future', at: 90},
        {type: 'future', at: 100, side: 'short'},
      ],
      'Largest profit 10 at every price. There is no loss.',
    ],
  ] as const satisfies readonly (readonly [
    string,
    PayoffFigure['legs'],
    string,
  ])[])
    it(`say what is to be seen of ${name}`, () => {
      const figure = {...payoffOf(legs), volatility: 0.6};
      assert.equal(draw(figure).description, description);
    });
});

describe('positions and markets in figures', () => {
  it('are liquidated and bankrupt where arithmetic says', () => {
    for (const [side, sign] of [
      ['long', 1],
      ['short', -1],
    ] as const) {
      const figure = {...FIGURES['margin-ladder'], side};
      const {liquidation, bankruptcy} = ladderOf(figure);
      close(liquidation, finance.liquidationPrice(sign, 60_000, 0.2, 0.05));
      close(bankruptcy, finance.bankruptcyPrice(sign, 60_000, 0.2));
    }
  });

  it('sell one after the other until the price stops short of the next', () => {
    assert.deepEqual(cascadeSteps(FIGURES.cascade), [
      {at: 57_800, size: 300, price: 56_300},
      {at: 56_500, size: 250, price: 55_300},
    ]);
  });

  it('fill an order level by level', () => {
    const {asks} = FIGURES['order-book'];
    const {average, worst, unfilled} = fillOf(asks, 12);
    close(average, (3 * 100.1 + 6 * 100.2 + 3 * 100.4) / 12);
    assert.deepEqual([worst, unfilled], [100.4, 0]);
    assert.equal(fillOf(asks, 20).unfilled, 3);
  });

  it('pay a pool what keeps the product', () => {
    const {description} = draw({...FIGURES.pool, range: undefined});
    const out = finance.swapOut(100, 400_000, 25);
    assert.match(
      description,
      new RegExp(`${out.toLocaleString('en')} of y out`),
    );
  });

  it('bear a loss layer by layer', () => {
    assert.deepEqual(
      waterfallOf(FIGURES.waterfall).map(({borne, left}) => [borne, left]),
      [
        [30, 70],
        [45, 25],
      ],
    );
  });
});

describe('every figure', () => {
  for (const figure of Object.values(FIGURES) as readonly Figure[]) {
    const {type} = figure;
    it(`of type ${type} is drawn inside its box, with its numbers`, () => {
      const {title, description, table, shapes, labels} = draw(figure);
      assert.ok(title && description.endsWith('.'));
      assert.ok(table.rows.length > 1);
      for (const row of table.rows) assert.equal(row.length, table.head.length);
      assert.ok(shapes.length && labels.length);
      for (const {path} of shapes)
        for (const number of path.match(/-?[\d.]+/g)!)
          assert.ok(Number(number) >= -100 && Number(number) <= 200, path);
      assert.doesNotMatch(JSON.stringify([description, table]), /NaN|null|∞/);
    });

    it(`of type ${type} writes its numbers in the language of its entry`, () => {
      const english = JSON.stringify(draw(figure, 'en').table);
      const german = JSON.stringify(draw(figure, 'de').table);
      if (/\d\.\d/.test(english)) assert.match(german, /\d,\d/);
    });
  }

  it('of no known type is an error with a code', () => {
    for (const type of ['pie', 'constructor'])
      assert.throws(
        () => draw({type} as never),
        (error) => error instanceof FigureError && error.code === 'format',
      );
  });

  it('that cannot be drawn is an error that names it', () => {
    assert.throws(
      () => draw({...FIGURES.payoff, from: NaN}),
      /the figure "payoff" cannot be drawn: /,
    );
  });
});

describe('numbers of figures', () => {
  const {number, percent} = numberText('en');
  it('have as many digits as tell them apart', () => {
    assert.deepEqual(
      [number(86.284), number(0.0123456), number(60_000), number(-12)],
      ['86.28', '0.01235', '60,000', '−12'],
    );
    assert.deepEqual([number(20, 20), number(0.5, 0.5)], ['20', '0.5']);
    assert.deepEqual([number(2e6), percent(0.0001)], ['2M', '0.01%']);
  });

  it('know no negative zero', () => {
    assert.equal(number(-0), '0');
    assert.equal(number(-0.001, 1), '0');
    assert.equal(percent(-0.00001, 0.01), '0%');
    assert.equal(numberText('bn').number(-0.001, 1), '০');
  });

  for (const [language, text] of [
    ['bn', '−১২'],
    ['mr', '−१२'],
    ['ne', '−१२'],
    ['as', '−১২'],
    ['my', '−၁၂'],
  ] as const)
    it(`have their sign in the digits of ${language}`, () =>
      assert.equal(numberText(language).number(-12), text));

  for (const language of ['en_US', ''])
    it(`are English where "${language}" is not a language tag`, () =>
      assert.equal(numberText(language).number(1234), '1,234'));
});

describe('labels of figures', () => {
  it('keep clear of lines and of each other', () => {
    const line = [
      {x: 0, y: 50},
      {x: 100, y: 50},
    ];
    const at = [{x: 50, y: 50}];
    const labels = placeLabels(
      [
        {text: 'first', points: at},
        {text: 'second', points: at},
      ],
      [line],
      [],
    );
    const [first, second] = labels.map(({dy}) => dy) as [number, number];
    assert.ok(first < 0 && second > 4, `${first}, ${second}`);
  });

  it('are apart when each ends before the next begins', () => {
    const at = (x: number) =>
      ({x, y: 100, dx: 0, dy: 0, anchor: 'middle', text: '1,000'}) as const;
    assert.ok(areApart([at(0), at(50), at(100)]));
    assert.ok(!areApart([at(0), at(10)]));
  });
});
