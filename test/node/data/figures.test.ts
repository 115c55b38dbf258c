/** The figures of the bundled glossary: drawn, described, and at one with the examples. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {readSources} from '../../../scripts/glossary/sources.js';
import {draw} from '../../../src/elements/term-figure/draw.js';
import {sviVolatility} from '../../../src/elements/term-figure/finance.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const figures = readSources(root).areas.flatMap(({value, place}) =>
  value.terms.flatMap(({id, figure, example = ''}, index) =>
    figure ? [{id, figure, example, place: place('terms', index)}] : [],
  ),
);

/** What the figure of an entry says in words and in its table. */
const textOf = (id: string): string => {
  const {figure} = figures.find((it) => it.id === id)!;
  const {description, table} = draw(figure);
  return `${description} ${table.rows.flat().join(' ')}`;
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

  it('have surfaces without arbitrage between expiries, and wings within their bound', () => {
    for (const {figure, id} of figures) {
      if (figure.type !== 'smile' && figure.type !== 'surface') continue;
      for (const {b, rho} of figure.slices)
        assert.ok(b * (1 + Math.abs(rho)) < 2, id); // Lee (2004)
      const byTime = figure.slices.toSorted((a, c) => a.days - c.days);
      for (let k = -0.6; k <= 0.6; k += 0.1) {
        const variances = byTime.map(
          (slice) =>
            sviVolatility(slice, k, slice.days / 365) ** 2 * slice.days,
        );
        if (new Set(byTime.map(({days}) => days)).size < byTime.length)
          continue;
        assert.deepEqual(
          variances,
          variances.toSorted((a, c) => a - c),
          id,
        );
      }
    }
  });
});
