/** Margins, funding, pools and models: the formulas of the entries, against what happens. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as fc from 'fast-check';
import {
  fundingRate,
  lossAgainstHolding,
} from '../../../src/elements/term-figure/finance.js';
import {
  blockFormulas,
  entryOf,
  inlineFormulas,
} from '../../support/entry-texts.js';
import {
  bankruptcyPrice,
  black76,
  call,
  impermanentLoss,
  inverseBankruptcyPrice,
  inverseLiquidationPrice,
  inversePnl,
  linearPnl,
  liquidationPrice,
  normalCdf,
  normalInverse,
  put,
  swapOut,
} from '../../support/finance.js';
import {normalNumbers, uniformNumbers} from '../../support/random.js';
import {texSides, texValue} from '../../support/tex-value.js';

const close = (actual: number, expected: number, tolerance = 1e-9) => {
  assert.ok(
    Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)),
    `${actual}, expected ${expected}`,
  );
};

const between = (min: number, max: number) =>
  fc.double({min, max, noNaN: true});

const holds = <T extends Readonly<Record<string, number>>>(
  values: {readonly [Name in keyof T]: fc.Arbitrary<T[Name]>},
  check: (values: T) => void,
) => fc.assert(fc.property(fc.record<T>({...values}), check));

type Variables = Readonly<Record<string, number>>;

/** The right side of a formula: of the only equation, or of the one of a name. */
const valueOf = (
  id: string,
  variables: Variables,
  name = '',
  functions = {},
): number => {
  const equation = blockFormulas(id)
    .flatMap((tex) => tex.split(/\\q?quad/))
    .find((tex) => tex.trim().startsWith(name))!;
  return texValue(texSides(equation).at(-1)!, {variables, functions});
};

const SIDES = [1, -1] as const;

/** A position with margin of its own, in the currency of the margin. */
interface Position {
  readonly margin: number;
  readonly profitAt: (price: number) => number;
  readonly valueAt: (price: number) => number;
}

const linear = (side: 1 | -1, entry: number, rate: number): Position => ({
  margin: 3 * entry * rate,
  profitAt: (price) => linearPnl(side, 3, entry, price),
  valueAt: (price) => 3 * price,
});

const inverse = (side: 1 | -1, entry: number, rate: number): Position => ({
  margin: (30_000 / entry) * rate,
  profitAt: (price) => inversePnl(side, 30_000, entry, price),
  valueAt: (price) => 30_000 / price,
});

/**
 * The price at which what remains after closing is no more than a rate of the
 * value: the price walks against the position in steps, the last ones small.
 *
 * @param fee Rate of the value that closing costs.
 */
const walk = (
  {margin, profitAt, valueAt}: Position,
  side: 1 | -1,
  entry: number,
  rate: number,
  fee: number,
): number => {
  let price = entry;
  for (let step = entry / 100; step > entry * 1e-12; step /= 10)
    for (;;) {
      const next = price - side * step;
      const equity = margin + profitAt(next) - fee * valueAt(next);
      if (equity <= rate * valueAt(next)) break;
      price = next;
    }
  return price;
};

describe('liquidation and bankruptcy', () => {
  const rates = {
    E: between(1, 1e5),
    i: between(0.02, 0.5),
    m: between(0, 0.015),
    fee: between(0, 0.001),
  };

  for (const side of SIDES) {
    const name = side === 1 ? 'long' : 'short';

    it(`of a linear ${name} come where its equity says`, () => {
      holds(rates, ({E, i, m, fee}) => {
        const position = linear(side, E, i);
        // What closing costs is asked for like a higher maintenance rate.
        close(
          walk(position, side, E, m, fee),
          liquidationPrice(side, E, i, m + fee),
        );
        close(walk(position, side, E, 0, 0), bankruptcyPrice(side, E, i));
      });
    });

    it(`of an inverse ${name} come where its equity says`, () => {
      holds(rates, ({E, i, m, fee}) => {
        const position = inverse(side, E, i);
        close(
          walk(position, side, E, m, fee),
          inverseLiquidationPrice(side, E, i, m + fee),
        );
        close(
          walk(position, side, E, 0, 0),
          inverseBankruptcyPrice(side, E, i),
        );
      });
    });

    it(`are the formulas of the entries: ${name}`, () => {
      holds(rates, ({E, i, m}) => {
        close(
          valueOf('liquidation-price', {E, i, m}, `P_{\\text{${name}}}`),
          liquidationPrice(side, E, i, m),
        );
        close(
          valueOf('bankruptcy-price', {E, i}, `B_{\\text{${name}}}`),
          bankruptcyPrice(side, E, i),
        );
      });
    });
  }

  it('of an inverse long are nearer to the entry, as the entry says', () => {
    const [formula = ''] = inlineFormulas('bankruptcy-price').filter((tex) =>
      tex.includes('/'),
    );
    holds(rates, ({E, i}) => {
      const price = texValue(formula, {variables: {E, i}});
      close(price, inverseBankruptcyPrice(1, E, i));
      assert.ok(price > bankruptcyPrice(1, E, i));
    });
  });
});

describe('profit', () => {
  const prices = {
    P_0: between(1, 1e5),
    P_1: between(1, 1e5),
    size: between(0.01, 1e4),
  };

  it('of contracts is what the formulas of the entries say', () => {
    holds(prices, ({P_0, P_1, size}) => {
      close(
        valueOf('linear-contract', {Q: size, P_0, P_1}),
        linearPnl(1, size, P_0, P_1),
      );
      close(
        valueOf('inverse-contract', {N: size, P_0, P_1}),
        inversePnl(1, size, P_0, P_1),
      );
      const [exit, entry] = ['P_{\\text{exit}}', 'P_{\\text{entry}}'];
      for (const [id, side] of [
        ['long-position', 1],
        ['short-position', -1],
      ] as const)
        close(
          valueOf(id, {Q: size, [entry!]: P_0, [exit!]: P_1}),
          linearPnl(side, size, P_0, P_1),
        );
    });
  });

  it('of an inverse contract is that of coins whose price in dollars moves', () => {
    holds(prices, ({P_0, P_1, size}) => {
      // As many coins as the dollars buy at first; the profit is paid at the end.
      for (const side of SIDES)
        close(
          inversePnl(side, size, P_0, P_1) * P_1,
          linearPnl(side, size / P_0, P_0, P_1),
          1e-7,
        );
    });
  });
});

describe('margin tiers', () => {
  it('ask by rate and deduction for what the bands ask in turn', () => {
    const bands = fc
      .array(
        fc.record({width: between(1e3, 1e6), step: between(0.001, 0.02)}),
        {minLength: 1, maxLength: 6},
      )
      .map((steps) => {
        let [from, rate] = [0, 0];
        return steps.map(({width, step}) => {
          const band = {from, to: from + width, rate: rate + step};
          ({to: from, rate} = band);
          return band;
        });
      });
    fc.assert(
      fc.property(bands, between(0, 1), (tiers, share) => {
        const notional = share * tiers.at(-1)!.to;
        const inTurn = tiers.reduce(
          (sum, {from, to, rate}) =>
            sum + Math.max(0, Math.min(notional, to) - from) * rate,
          0,
        );
        let deduction = 0;
        let before = 0;
        const tier = tiers.find(({from, to, rate}) => {
          deduction += from * (rate - before);
          before = rate;
          return notional <= to;
        })!;
        close(
          valueOf('leverage-tier', {
            '\\text{notional}': notional,
            '\\text{rateofthetier}': tier.rate,
            '\\text{deduction}': deduction,
          }),
          inTurn,
          1e-7,
        );
      }),
    );
  });
});

describe('funding', () => {
  const clamp = (value: number, low: number, high: number) =>
    Math.min(high, Math.max(low, value));
  const rateOf = (P: number, I: number) =>
    valueOf('funding-rate', {P, I}, '', {'\\text{clamp}': clamp});

  it('has the formula that figures draw', () => {
    holds({P: between(-0.01, 0.01), I: between(-0.001, 0.001)}, ({P, I}) => {
      close(fundingRate(P, I, 0.0005), rateOf(P, I), 1e-12);
    });
  });

  it('is the interest component up to the edges of the band, and follows the premium beyond', () => {
    for (const interest of [0.0001, 0, -0.0002])
      for (const side of SIDES) {
        const edge = interest + side * 0.0005;
        const tiny = side * 1e-9;
        close(rateOf(edge, interest), interest, 1e-15);
        close(rateOf(edge - tiny, interest), interest, 1e-15);
        close(rateOf(edge + tiny, interest), interest + tiny, 1e-15);
        close(
          rateOf(edge + side * 0.01, interest),
          interest + side * 0.01,
          1e-15,
        );
      }
  });

  it('has its edges in the figure of the interest component', () => {
    const {figure} = entryOf('interest-component');
    assert.equal(figure?.type, 'lines');
    const points = figure.type === 'lines' ? figure.series[0]!.points : [];
    for (const [premium, rate] of points)
      close(rate, fundingRate(premium, 0.0001, 0.0005), 1e-12);
    assert.deepEqual(
      points.slice(1, 3).map(([premium]) => premium),
      [-0.0004, 0.0006],
    );
  });

  it('makes an interest component of yearly rates by interval', () => {
    const I = valueOf('interest-component', {
      '\\text{quoterate}': 0.0006,
      '\\text{baserate}': 0.0003,
      '\\text{intervalsaday}': 3,
    });
    close(I, 0.0001, 1e-12);
  });
});

describe('pools', () => {
  const reserves = {
    x: between(1, 1e4),
    y: between(1, 1e7),
    share: between(0.001, 2),
    fee: between(0, 0.01),
  };

  it('give for a swap what the formula says, and keep the product without the fee', () => {
    holds(reserves, ({x, y, share, fee}) => {
      const paid = x * share;
      const variables = {x, y, '\\varphi': fee, '\\Delta': 1};
      const tex = texSides(blockFormulas('constant-product-formula')[0]!)
        .at(-1)!
        .replaceAll('\\Delta x', '\\text{paid}');
      const out = texValue(tex, {
        variables: {...variables, '\\text{paid}': paid},
      });
      close(out, swapOut(x, y, paid, fee));
      close((x + paid * (1 - fee)) * (y - out), x * y);
      // The fee stays in the pool: the product grows by it.
      assert.ok((x + paid) * (y - out) >= x * y * (1 - 1e-12));
    });
  });

  it('give for many small swaps what they give for one, without a fee', () => {
    let [x, y] = [100, 400_000];
    for (let i = 0; i < 1000; i++) {
      const out = swapOut(x, y, 0.025);
      [x, y] = [x + 0.025, y - out];
    }
    close(400_000 - y, swapOut(100, 400_000, 25));
  });

  /** Coins and money of liquidity between two prices, summed from price to price. */
  const amountsIn = (
    [low, high]: readonly [number, number],
    price: number,
    liquidity: number,
  ) => {
    const steps = 20_000;
    const sum = (from: number, to: number, density: (p: number) => number) => {
      const width = (to - from) / steps;
      let total = 0;
      for (let i = 0; i < steps; i++)
        total += density(from + (i + 0.5) * width) * width;
      return total;
    };
    const at = Math.min(high, Math.max(low, price));
    return {
      // dx = −L dp / (2 p^(3/2)), dy = L dp / (2 √p) of x = L / √p, y = L √p.
      coins: sum(at, high, (p) => liquidity / (2 * p ** 1.5)),
      money: sum(low, at, (p) => liquidity / (2 * Math.sqrt(p))),
    };
  };

  it('of concentrated liquidity hold what the curve sums up to', () => {
    const {coins, money} = amountsIn(
      [1500, 6000],
      3000,
      Math.sqrt(100 * 300_000),
    );
    // The example of the entry.
    close(coins, 29.29, 1e-3);
    close(money, 87_868, 1e-5);
    const whole = 100 * 3000 + 300_000;
    close(
      whole / (coins * 3000 + money),
      valueOf('concentrated-liquidity', {r: 2}),
      1e-6,
    );
  });

  it('of concentrated liquidity lose against holding what their amounts say', () => {
    for (const range of [
      [0.5, 2],
      [0.8, 1.5],
    ] as const) {
      const before = amountsIn(range, 1, 1);
      for (const factor of [0.3, 0.6, 0.9, 1, 1.2, 1.9, 4]) {
        const after = amountsIn(range, factor, 1);
        close(
          (after.coins * factor + after.money) /
            (before.coins * factor + before.money) -
            1,
          lossAgainstHolding(factor, range),
          1e-6,
        );
      }
    }
  });

  it('lose against holding what the formula says', () => {
    holds({r: between(0.01, 100)}, ({r}) => {
      const held = (1 + r) / 2;
      // Reserves of 1 and 1 at the new price: their product is still 1.
      const pool = (Math.sqrt(r) + Math.sqrt(1 / r) * r) / 2;
      close(valueOf('impermanent-loss', {r}), pool / held - 1);
      close(impermanentLoss(r), pool / held - 1);
      close(lossAgainstHolding(r), pool / held - 1);
    });
  });

  it('lose against rebalancing a share of the variance', () => {
    for (const sigma of [0.3, 0.6, 1.2]) {
      const years = 1e-7;
      // Pool of product 1 at price 1; a move up or down, equally likely, mean zero.
      const moves = SIDES.map((side) => 1 + side * sigma * Math.sqrt(years));
      const loss =
        moves.reduce(
          (sum, price) => sum + (price - 1 - (2 * Math.sqrt(price) - 2)),
          0,
        ) / moves.length;
      close(
        loss / 2 / years,
        valueOf('loss-versus-rebalancing', {'\\sigma': sigma}),
        1e-4,
      );
    }
  });
});

describe('measures of risk', () => {
  it('are quantiles of a simulation: value at risk', () => {
    const next = normalNumbers(2);
    const count = 200_000;
    const losses = Float64Array.from({length: count}, () => 1e6 * 0.03 * next())
      .sort()
      .reverse();
    const value = valueOf('value-at-risk', {
      'z_{\\alpha}': normalInverse(0.99),
      '\\sigma': 0.03,
      V: 1e6,
    });
    close(losses[count / 100]!, value, 1e-2);
  });
});

describe('pricing models', () => {
  const option = {
    S: between(1, 1e4),
    m: between(0.3, 3),
    T: between(0.01, 3),
    sigma: between(0.05, 2),
    r: between(-0.02, 0.15),
  };

  it('obey parity as the entry writes it, of an asset and of a future', () => {
    holds(option, ({S, m, T, sigma, r}) => {
      const K = S * m;
      const inputs = {S, K, T, sigma, r};
      const [ofAsset = '', ofFuture = ''] = blockFormulas('put-call-parity');
      const right = (tex: string, F: number) =>
        texValue(texSides(tex)[1]!, {variables: {S, K, T, r, F}});
      close(call(inputs) - put(inputs), right(ofAsset, 0), 1e-8);
      close(
        black76({...inputs, F: S}) - black76({...inputs, F: S, type: 'put'}),
        right(ofFuture, S),
        1e-8,
      );
    });
  });

  for (const [id, price] of [
    ['black-scholes-model', 'S'],
    ['black-76-model', 'F'],
  ] as const)
    it(`give calls as the entry computes them: ${id}`, () => {
      const [ofCall = '', ofArguments = ''] = blockFormulas(id);
      const [ofFirst = '', ofSecond = ''] = ofArguments
        .split(/,\s*\\quad/)
        .map((tex) => texSides(tex)[1]!);
      holds(option, ({S, m, T, sigma, r}) => {
        const K = S * m;
        const inputs = {K, T, sigma, r};
        let variables: Variables = {[price]: S, K, T, r, '\\sigma': sigma};
        const d_1 = texValue(ofFirst, {variables});
        variables = {...variables, d_1};
        variables = {...variables, d_2: texValue(ofSecond, {variables})};
        close(
          texValue(texSides(ofCall)[1]!, {
            variables,
            functions: {N: normalCdf},
          }),
          price === 'F' ? black76({...inputs, F: S}) : call({...inputs, S}),
          1e-8,
        );
      });
    });

  it('have the expected variance of Heston as its equation moves it', () => {
    // dv = κ(θ − v) dt + noise of mean zero, with the values of the example.
    let variance = 0.64;
    const steps = 100_000;
    for (let i = 0; i < steps; i++)
      variance += (2 * (0.36 - variance)) / 2 / steps;
    close(variance, 0.463, 1e-3);
    close(Math.sqrt(variance), 0.68, 1e-3);
  });

  it('have the variance of jumps as a simulation does', () => {
    const uniform = uniformNumbers(3);
    const normal = normalNumbers(4);
    const [sigma, intensity, mean, deviation] = [0.5, 4, -0.02, 0.1] as const;
    const steps = 200_000;
    const years = 1 / 500;
    let [sum, squares] = [0, 0];
    for (let i = 0; i < steps; i++) {
      let move = sigma * Math.sqrt(years) * normal();
      if (uniform() < intensity * years) move += mean + deviation * normal();
      sum += move;
      squares += move ** 2;
    }
    const variance = (squares / steps - (sum / steps) ** 2) / years;
    const stated = texValue(blockFormulas('jump-diffusion')[0]!, {
      variables: {
        '\\sigma': sigma,
        '\\lambda': intensity,
        m: mean,
        s: deviation,
      },
    });
    close(variance, stated, 1e-2);
  });

  it('have the deviation of a simulated payoff, as its example says', () => {
    const normal = normalNumbers(5);
    const count = 400_000;
    let [sum, squares] = [0, 0];
    for (let i = 0; i < count; i++) {
      const end = 100 * Math.exp(0.05 - 0.02 + 0.2 * normal());
      const payoff = Math.exp(-0.05) * Math.max(0, end - 100);
      sum += payoff;
      squares += payoff ** 2;
    }
    const mean = sum / count;
    close(mean, call({S: 100, K: 100, r: 0.05, sigma: 0.2, T: 1}), 1e-2);
    close(Math.sqrt(squares / count - mean ** 2), 14.72, 1e-2);
  });

  it('have the volatility of SABR at the money as a simulation does', () => {
    // The values of the example; antithetic paths of the volatility alone, since
    // given its path the price is lognormal (Romano and Touzi, 1997).
    const normal = normalNumbers(6);
    const [alpha, rho, nu, T] = [0.6, -0.2, 1, 0.25] as const;
    const [paths, steps] = [20_000, 50] as const;
    const dt = T / steps;
    let sum = 0;
    for (let path = 0; path < paths; path++) {
      const moves = Array.from({length: steps}, normal);
      for (const side of SIDES) {
        let volatility: number = alpha;
        let [variance, integral] = [0, 0];
        for (const move of moves) {
          const dW = side * move * Math.sqrt(dt);
          variance += volatility ** 2 * dt;
          integral += volatility * dW;
          volatility *= Math.exp(nu * dW - (nu ** 2 * dt) / 2);
        }
        const F = 100 * Math.exp(rho * integral - (rho ** 2 * variance) / 2);
        const sigma = Math.sqrt(((1 - rho ** 2) * variance) / T);
        sum += black76({F, K: 100, T, sigma});
      }
    }
    const value = sum / (2 * paths);
    close(value, black76({F: 100, K: 100, T, sigma: 0.607}), 1e-2);
  });
});
