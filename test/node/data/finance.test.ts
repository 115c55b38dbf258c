/** The functions that check the glossary's numbers, against what is known of them. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {readSources} from '../../../scripts/glossary/sources.js';
import {
  type Svi,
  sviVolatility,
} from '../../../src/elements/term-figure/finance.js';
import {tailOf} from '../../../src/elements/term-figure/kinds/lines.js';
import {
  bankruptcyPrice,
  black76,
  call,
  charm,
  d1,
  d2,
  delta,
  gamma,
  impermanentLoss,
  inversePnl,
  linearPnl,
  liquidationPrice,
  normalCdf,
  normalInverse,
  normalPdf,
  type OptionInputs,
  price,
  put,
  rho,
  swapOut,
  theta,
  vanna,
  vega,
  volga,
} from '../../support/finance.js';
import {normalNumbers} from '../../support/random.js';

const close = (actual: number, expected: number, tolerance = 1e-6) =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)),
    `${actual}, expected ${expected}`,
  );

const terms = readSources(
  fileURLToPath(new URL('../../..', import.meta.url)),
).areas.flatMap(({value}) => value.terms);

/** Prices near and far from the strike, short and long, with and without rates. */
const cases: readonly OptionInputs[] = [
  {S: 100, K: 100, T: 1, sigma: 0.2, r: 0.05},
  {S: 100, K: 130, T: 0.25, sigma: 0.6},
  {S: 60_000, K: 50_000, T: 30 / 365, sigma: 0.55, r: 0.02, q: 0.01},
  {S: 50, K: 100, T: 1, sigma: 0.3, r: 0.05},
];

describe('the normal distribution', () => {
  it('has the quantiles that tables give', () => {
    close(normalCdf(0), 0.5);
    close(normalCdf(1.959963985), 0.975);
    close(normalInverse(0.99), 2.326347874);
    assert.equal(normalCdf(9), 1);
    assert.equal(normalCdf(-9), 0);
  });
});

describe('option prices', () => {
  it('agree with a published value', () => {
    // Hull, Options, Futures, and Other Derivatives: S 42, K 40, r 10 %, σ 20 %, half a year.
    const inputs = {S: 42, K: 40, T: 0.5, sigma: 0.2, r: 0.1};
    close(call(inputs), 4.759422, 1e-5);
    close(put(inputs), 0.808599, 1e-5);
  });

  it('obey put–call parity', () => {
    for (const inputs of cases) {
      const {S, K, T, r = 0, q = 0} = inputs;
      close(
        call(inputs) - put(inputs),
        S * Math.exp(-q * T) - K * Math.exp(-r * T),
      );
    }
  });

  it('of futures are those of a spot that yields the rate', () => {
    const inputs = {K: 100, T: 0.5, sigma: 0.6, r: 0.04};
    close(
      black76({...inputs, F: 100}),
      price({...inputs, S: 100, q: inputs.r}),
    );
  });

  it('of futures obey put–call parity', () => {
    for (const {S: F, K, T, sigma, r = 0} of cases) {
      const inputs = {F, K, T, sigma, r};
      close(
        black76({...inputs, type: 'call'}) - black76({...inputs, type: 'put'}),
        Math.exp(-r * T) * (F - K),
      );
    }
  });

  it('of a put deep in the money may lie below what exercise pays', () => {
    const inputs = {S: 50, K: 100, T: 1, sigma: 0.3, r: 0.05};
    close(put(inputs) - 50, -4.76, 1e-2);
  });
});

describe('Greeks', () => {
  for (const inputs of cases) {
    const {S, K, T, sigma, r = 0, q = 0} = inputs;
    const pdf = normalPdf(d1(inputs)) * Math.exp(-q * T);
    it(`by differences are the closed forms at ${JSON.stringify(inputs)}`, () => {
      close(delta(inputs), Math.exp(-q * T) * normalCdf(d1(inputs)), 1e-4);
      close(gamma(inputs), pdf / (S * sigma * Math.sqrt(T)), 1e-4);
      close(vega(inputs), (S * pdf * Math.sqrt(T)) / 100, 1e-4);
      close(
        rho(inputs),
        (K * T * Math.exp(-r * T) * normalCdf(d2(inputs))) / 100,
        1e-4,
      );
      close(
        theta(inputs),
        ((-S * pdf * sigma) / (2 * Math.sqrt(T)) -
          r * K * Math.exp(-r * T) * normalCdf(d2(inputs)) +
          q * S * Math.exp(-q * T) * normalCdf(d1(inputs))) /
          365,
        1e-3,
      );
      close(vanna(inputs), (-pdf * d2(inputs)) / sigma, 1e-3);
      close(
        volga(inputs),
        (S * pdf * Math.sqrt(T) * d1(inputs) * d2(inputs)) / sigma,
        1e-2,
      );
    });
  }

  it('of a call and a put of one strike share gamma and vega', () => {
    for (const inputs of cases) {
      close(gamma(inputs), gamma(inputs, put), 1e-4);
      close(vega(inputs), vega(inputs, put), 1e-4);
    }
  });

  it('move delta towards its end with time', () => {
    // Out of the money, without rates: a call's delta falls.
    assert.ok(charm({S: 100, K: 120, T: 0.2, sigma: 0.5}) < 0);
    assert.ok(charm({S: 120, K: 100, T: 0.2, sigma: 0.5}) > 0);
  });
});

describe('positions', () => {
  it('lose all of their margin at the bankruptcy price', () => {
    for (const side of [1, -1] as const) {
      const exit = bankruptcyPrice(side, 60_000, 0.1);
      close(linearPnl(side, 2, 60_000, exit), -0.1 * 2 * 60_000);
    }
  });

  it('have their maintenance margin left at the liquidation price', () => {
    for (const side of [1, -1] as const) {
      const exit = liquidationPrice(side, 60_000, 0.1, 0.005);
      const equity = 0.1 * 60_000 + linearPnl(side, 1, 60_000, exit);
      close(equity, 0.005 * exit);
    }
  });

  it('of inverse contracts gain in coins what they gain in dollars', () => {
    const coins = inversePnl(1, 60_000, 60_000, 75_000);
    close(coins * 75_000, 15_000);
    close(inversePnl(-1, 60_000, 60_000, 75_000), -coins);
  });
});

describe('pools', () => {
  it('keep the product of their reserves', () => {
    const out = swapOut(100, 400_000, 5);
    close((100 + 5) * (400_000 - out), 100 * 400_000);
    assert.ok(swapOut(100, 400_000, 5, 0.003) < out);
  });

  it('lose against holding what swaps to the new price take from them', () => {
    for (const factor of [0.25, 0.8, 1, 1.5, 4]) {
      // Coins and money in the pool, where a coin costs 1 at first.
      let [x, y] = [1, 1];
      // Swaps towards the new price, half as large whenever one would overshoot it.
      for (let amount = 1; amount > 1e-12;) {
        const isBuying = factor > y / x;
        const [coins, money] = isBuying
          ? [x - swapOut(y, x, amount), y + amount]
          : [x + amount, y - swapOut(x, y, amount)];
        if (isBuying ? money / coins <= factor : money / coins >= factor)
          [x, y] = [coins, money];
        else amount /= 2;
      }
      close(y / x, factor);
      close(impermanentLoss(factor), (x * factor + y) / (factor + 1) - 1);
    }
    close(impermanentLoss(4), -0.2);
  });
});

describe('losses of a normal distribution', () => {
  const count = 400_000;
  /** The largest first. */
  const sample = Float64Array.from({length: count}, normalNumbers(1))
    .sort()
    .reverse();

  for (const confidence of [0.95, 0.975, 0.99])
    it(`beyond ${confidence} are those of a simulation`, () => {
      const tail = sample.subarray(0, Math.round(count * (1 - confidence)));
      const quantile = tail.at(-1)!;
      const mean = tail.reduce((sum, loss) => sum + loss, 0) / tail.length;
      const z = normalInverse(confidence);
      close(z, quantile, 5e-3);
      close(normalPdf(z) / (1 - confidence), mean, 5e-3);
      // A position of a million whose return has a mean, as a figure has it.
      const {valueAtRisk, shortfall} = tailOf({
        type: 'distribution',
        x: 'return',
        mean: 0.01,
        deviation: 0.03,
        confidence,
      });
      close(1e6 * valueAtRisk, 1e6 * (0.03 * quantile - 0.01), 5e-3);
      close(1e6 * shortfall, 1e6 * (0.03 * mean - 0.01), 5e-3);
    });
});

describe('SVI slices', () => {
  /** Total variance at a log-moneyness, with its first two derivatives. */
  const varianceOf = ({a, b, rho, m, sigma}: Svi, k: number) => {
    const root = Math.hypot(k - m, sigma);
    return [
      a + b * (rho * (k - m) + root),
      b * (rho + (k - m) / root),
      (b * sigma ** 2) / root ** 3,
    ] as const;
  };

  /** Negative where the density is: Gatheral and Jacquier (2014), g(k). */
  const densityOf = (slice: Svi, k: number): number => {
    const [w, slope, curvature] = varianceOf(slice, k);
    return (
      (1 - (k * slope) / (2 * w)) ** 2 -
      (slope ** 2 / 4) * (1 / w + 1 / 4) +
      curvature / 2
    );
  };

  const moneyness = Array.from({length: 601}, (_, i) => (i - 300) / 100);

  it('of a published example have butterfly arbitrage', () => {
    // Axel Vogt's, in Gatheral and Jacquier (2014): variance is positive, density is not.
    const vogt = {a: -0.041, b: 0.1331, rho: 0.306, m: 0.3586, sigma: 0.4153};
    assert.ok(moneyness.every((k) => varianceOf(vogt, k)[0] > 0));
    assert.ok(moneyness.some((k) => densityOf(vogt, k) < 0));
  });

  const ofFigures = terms.flatMap(({id, figure}) =>
    figure?.type === 'smile' || figure?.type === 'surface'
      ? figure.slices.map((slice) => ({
          name: `${id}, ${slice.days} days, ρ ${slice.rho}`,
          slice,
          years: slice.days / 365,
        }))
      : [],
  );
  const [a, b, rho, m, sigma, years] = terms
    .find(({id}) => id === 'svi-parametrization')!
    .example!.match(/−?\d+(?:\.\d+)?/g)!
    .map((number) => Number(number.replace('−', '-'))) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const example = {name: 'the example', slice: {a, b, rho, m, sigma}, years};

  it('of figures lie in order of their time, without calendar arbitrage', () => {
    for (const {id, figure} of terms) {
      if (figure?.type !== 'smile' && figure?.type !== 'surface') continue;
      const byTime = figure.slices.toSorted((a, c) => a.days - c.days);
      for (const [i, slice] of byTime.entries()) {
        const longer = byTime[i + 1];
        // Slices of one time are alternatives.
        if (!longer || longer.days === slice.days) continue;
        for (const k of moneyness)
          assert.ok(
            varianceOf(slice, k)[0] < varianceOf(longer, k)[0],
            `${id}: ${slice.days} and ${longer.days} days at ${k}`,
          );
      }
    }
  });

  it('of figures have wings that moments allow', () => {
    // Lee (2004): total variance grows at most twice as fast as log-moneyness.
    for (const {name, slice} of [...ofFigures, example])
      for (const k of [-1e3, 1e3])
        assert.ok(Math.abs(varianceOf(slice, k)[1]) < 2, name);
  });

  for (const {name, slice, years} of [...ofFigures, example])
    it(`have positive variance and density: ${name}`, () => {
      const {a, b, rho, sigma} = slice;
      assert.ok(a + b * sigma * Math.sqrt(1 - rho ** 2) > 0);
      for (const k of moneyness) {
        const [variance] = varianceOf(slice, k);
        close(sviVolatility(slice, k, years) ** 2 * years, variance);
        assert.ok(densityOf(slice, k) >= 0, `${k}: ${densityOf(slice, k)}`);
      }
    });

  it('of the example give the volatility that it states', () => {
    close(sviVolatility(example.slice, 0, years), 0.4);
    close(sviVolatility(example.slice, -0.2, years), 0.474, 1e-3);
  });
});
