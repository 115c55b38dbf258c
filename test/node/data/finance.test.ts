/** The functions that check the glossary's numbers, against what is known of them. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
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

const close = (actual: number, expected: number, tolerance = 1e-6) =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)),
    `${actual}, expected ${expected}`,
  );

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

  it('lose against holding what their reserves lose', () => {
    for (const factor of [0.25, 1, 1.5, 4]) {
      // Reserves of a pool that began with 1 and 1, after the price moved.
      const pool = 2 * Math.sqrt(factor);
      close(impermanentLoss(factor), pool / (1 + factor) - 1);
    }
    close(impermanentLoss(4), -0.2);
  });
});
