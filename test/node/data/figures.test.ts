/** The figures of the bundled glossary: drawn, described, and at one with the examples. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {readSources} from '../../../scripts/glossary/sources.js';
import {draw} from '../../../src/elements/term-figure/draw.js';
import {sviVolatility} from '../../../src/elements/term-figure/finance.js';
import type {Figure} from '../../../src/glossary/types.js';
import {isAmong, numbersIn} from '../../support/numbers.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const figures = readSources(root).areas.flatMap(({value, place}) =>
  value.terms.flatMap(({id, figure, example = '', definition}, index) =>
    figure
      ? [{id, figure, example, definition, place: place('terms', index)}]
      : [],
  ),
);

/** What the figure of an entry says in words and in its table. */
const textOf = (id: string): string => {
  const {figure} = figures.find((it) => it.id === id)!;
  const {description, table} = draw(figure);
  return `${description} ${table.rows.flat().join(' ')}`;
};

/** As texts write a fraction. */
const percent = (share: number): number =>
  Number((share * 100).toPrecision(12));

/** Texts round what is computed. */
const isStated = (number: number, text: string): boolean =>
  isAmong(number, numbersIn(text)) ||
  numbersIn(text).includes(Number(number.toFixed(2)));

/**
 * The quantities of a figure that its example names too: the inputs, and of a
 * position of options what it costs.
 */
const inputsOf = (figure: Figure, example: string): readonly number[] => {
  switch (figure.type) {
    case 'payoff': {
      const cost = figure.legs.reduce(
        (sum, {side, premium = 0, quantity = 1}) =>
          sum + (side === 'short' ? -1 : 1) * premium * quantity,
        0,
      );
      const premiums = figure.legs.flatMap(({premium = []}) => premium);
      return [
        ...figure.legs.map(({at}) => at),
        ...figure.legs.flatMap(({days = []}) => days),
        ...(figure.volatility ? [percent(figure.volatility)] : []),
        // What is paid for each, or for all together.
        ...(premiums.every((premium) => isStated(premium, example))
          ? []
          : [Math.abs(cost)]),
      ];
    }
    case 'greek':
      return [
        figure.strike,
        ...(example.includes('σ = ') ? [percent(figure.volatility)] : []),
      ];
    case 'smile':
    case 'surface':
      return example.includes('a = ')
        ? figure.slices.flatMap(({a, b, rho, m, sigma}) =>
            [a, b, rho, m, sigma].map(Math.abs),
          )
        : [];
    case 'pool': {
      const {x, y, trade, range = []} = figure;
      return [x, y, ...(trade === undefined ? [] : [trade]), ...range];
    }
    case 'cascade':
      return [
        figure.price,
        figure.shock,
        figure.impact,
        ...figure.positions.map(({at}) => at),
        // The last one is out of reach.
        ...figure.positions.slice(0, -1).map(({size}) => size),
      ];
    case 'order-book':
      return figure.order ? [figure.order.size] : [];
    case 'margin-ladder':
      return [figure.entry, figure.leverage, percent(figure.maintenance)];
    case 'margin-tiers':
      return figure.tiers.flatMap(({to, initial, maintenance}) => [
        to,
        percent(initial),
        percent(maintenance),
      ]);
    case 'waterfall':
      // The last layer bears what is left, whatever it could bear.
      return [
        figure.loss,
        ...figure.layers.slice(0, -1).map(({amount}) => amount),
      ];
    case 'distribution':
      return [figure.deviation, figure.confidence ?? 0.99].map(percent);
    default:
      return [];
  }
};

describe('the figures of the bundled glossary', () => {
  it('are at least 48, of every type', () => {
    assert.ok(figures.length >= 48, String(figures.length));
    assert.equal(new Set(figures.map(({figure}) => figure.type)).size, 14);
  });

  it('have captions that stand alone', () => {
    assert.deepEqual(
      figures.flatMap(({figure: {caption = ''}, place}) =>
        caption.endsWith('.') && caption.length <= 140
          ? []
          : [`${place}: ${caption}`],
      ),
      [],
    );
  });

  for (const {id, figure} of figures)
    it(`are drawn: ${id}`, () => {
      const {description, table} = draw(figure);
      assert.ok(description && table.rows.length > 0);
      assert.doesNotMatch(
        JSON.stringify([description, table.rows]),
        /NaN|Infinity/,
      );
    });

  for (const [id, ...numbers] of [
    ['straddle', '86.29', '113.7'],
    ['strangle', '84.04', '116'],
    ['covered-call', '13.27', '96.73'],
    ['protective-put', '12.69', '102.7'],
    ['cash-secured-put', '87.31'],
    ['collar', '9.42', '10.58'],
    ['vertical-spread', '6.42', '103.6'],
    ['butterfly-spread', 'loss 2.254', '92.25', '107.7'],
    ['iron-butterfly', 'profit 7.746', 'loss 2.254', '92.25', '107.7'],
    ['iron-condor', '3.86', '6.14'],
    ['ratio-spread', '9.69', '119.7'],
    ['slippage', '101.3'],
    ['order-book', '101.3'],
    ['market-depth', '10'],
    ['default-waterfall', '15'],
    ['value-at-risk', '6.98%'],
    ['expected-shortfall', '7.01%'],
    ['time-value', '11.84', '6.854', '1.253'],
    ['risk-reversal', '−0.58', '110.6'],
    ['delta', '0.5343'],
    ['gamma', '0.02311'],
    ['vega', '0.114', '0.1959'],
    ['theta', '−0.6264'],
    ['rho', '0.2054'],
    ['vanna', '0.004979'],
    ['volga', '0.001085'],
    ['charm', '−0.01838'],
    ['volatility-skew', '62.5%'],
    ['volatility-smile', '60%'],
    ['volatility-term-structure', '80%', '60%'],
    ['svi-parametrization', '40%'],
    ['binary-option', '0.532'],
    ['dual-investment', '57,000', 'profit 57 from'],
    ['forward-contract', '1.1'],
    ['funding-rate', '0.02%', '0.01%', '0.1%', '0.05%'],
    ['interest-component', '0.01%'],
    ['leverage-tier', '0.8%', '0.4%', '0.5%'],
    ['liquidation-price', '55,102'],
    ['bankruptcy-price', '64,706', '66,000', '1,294'],
    ['insurance-fund', 'margin 6 of 6', 'fund 4 of 4', 'deleveraging 2 of'],
    ['liquidation-cascade', '57,500', '750 are sold', '54,500'],
    ['constant-product-formula', '272,727', '2,727', '2,479'],
    ['concentrated-liquidity', '29.29', '87,868'],
    ['impermanent-loss', '−5.72%', '−20%', '−19.53%'],
    ['interest-rate-model', '3.556%', '2.56%', '34%'],
  ] as const)
    it(`have the numbers of the example: ${id}`, () => {
      for (const number of numbers) assert.ok(textOf(id).includes(number));
    });

  it('have the inputs of the example', () => {
    assert.deepEqual(
      figures.flatMap(({figure, example, place}) => {
        const missing = inputsOf(figure, example).filter(
          (input) => example && !isStated(input, example),
        );
        return missing.length ? [`${place}: ${missing.join(', ')}`] : [];
      }),
      [],
    );
  });

  it('of lines have points of the example, and of Greeks a time of it', () => {
    assert.deepEqual(
      figures.flatMap(({id, figure, example}) => {
        const stated = numbersIn(example);
        if (figure.type === 'greek') {
          const named = [
            ...example.matchAll(/(\d+)(?: and (\d+))? days/g),
          ].flatMap(([, ...days]) => days.filter(Boolean).map(Number));
          const isDrawn = figure.prices
            ? Math.max(...figure.days) >= Math.max(...named)
            : figure.days.some((days) => named.includes(days));
          return isDrawn || !named.length ? [] : [id];
        }
        if (figure.type !== 'lines') return [];
        const points = figure.series.flatMap((line) =>
          line.points.map(([, y]) =>
            // Rates that are computed are rounded in the text.
            figure.percent ? Number(percent(y).toFixed(2)) : y,
          ),
        );
        return points.some((y) => isAmong(y, stated)) ? [] : [id];
      }),
      [],
    );
  });

  it('of smiles have the volatilities of the example at its strikes', () => {
    for (const [id, ...quotes] of [
      ['volatility-skew', [90, 66], [100, 62.5], [110, 60]],
      ['volatility-smile', [100, 60], [114.5, 62], [89.6, 66]],
    ] as const) {
      const {figure, example} = figures.find((it) => it.id === id)!;
      assert.ok(figure.type === 'smile');
      const slice = figure.slices.find(({days}) => days === 30)!;
      for (const [strike, volatility] of quotes) {
        const k = Math.log(strike / 100);
        const drawn = 100 * sviVolatility(slice, k, slice.days / 365);
        assert.ok(Math.abs(drawn - volatility) < 0.1, `${id}: ${drawn}`);
        for (const number of [strike, volatility])
          assert.ok(isAmong(number, numbersIn(example)), `${id}: ${number}`);
      }
    }
  });

  it('have no number in the caption that neither entry nor figure has', () => {
    assert.deepEqual(
      figures.flatMap(({id, figure, example, definition}) => {
        const {caption = '', ...data} = figure;
        const {description, table} = draw(figure);
        const known = numbersIn(
          `${definition} ${example} ${description} ${table.rows.flat().join(' ')} ${JSON.stringify(data)}`,
        );
        const unknown = numbersIn(caption).filter(
          (number) => !isAmong(number, known),
        );
        return unknown.length ? [`${id}: ${unknown.join(', ')}`] : [];
      }),
      [],
    );
  });

  it('have an example beside them, except where they show no numbers of the text', () => {
    assert.deepEqual(
      figures.flatMap(({id, example}) => (example ? [] : [id])),
      ['volatility-surface'],
    );
  });

  it('count the last days of an option in tenths, and long times in whole days', () => {
    const daysOf = (id: string) =>
      draw(figures.find((it) => it.id === id)!.figure).table.rows.map(
        ([days]) => days!,
      );
    assert.deepEqual(daysOf('pin-risk').slice(-2), ['0.6', '0.1']);
    assert.deepEqual(daysOf('theta').slice(-2), ['6', '1']);
  });
});
