/** Every Greek that has an entry: what the entry says of it, against the price. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as fc from 'fast-check';
import {
  type Greek,
  greekOf,
} from '../../../src/elements/term-figure/finance.js';
import {blockFormulas, terms, textOf} from '../../support/entry-texts.js';
import * as finance from '../../support/finance.js';
import {type OptionInputs, price} from '../../support/finance.js';
import {
  type By,
  closedForm,
  difference,
  GREEK_IDS,
  type GreekId,
  scaleOf,
} from '../../support/greeks.js';
import {texDerivative, texSides, texValue} from '../../support/tex-value.js';

/** The Greek that a formula means by a symbol. */
const SYMBOLS: Readonly<Record<string, GreekId>> = {
  '\\Delta': 'delta',
  '\\Gamma': 'gamma',
  '\\nu': 'vega',
  '\\Theta': 'theta',
  '\\rho': 'rho',
};

const INPUTS: Readonly<Record<string, By>> = {
  S: 'S',
  K: 'K',
  t: 't',
  '\\sigma': 'sigma',
  r: 'r',
  q: 'q',
};

/** What the price is differentiated by, as the formula of the entry has it. */
const pathsOf = (id: string): readonly (readonly By[])[] =>
  blockFormulas(id)
    .flatMap(texSides)
    .flatMap((side) => {
      const found = texDerivative(side);
      if (!found) return [];
      const by = found.by.map((name) => INPUTS[name]!);
      const inner = SYMBOLS[found.of];
      return [inner ? [...pathsOf(inner)[0]!, ...by] : by];
    });

/** How large a derivative is where the option has much of it. */
const sizeOf = (path: readonly By[], inputs: OptionInputs): number =>
  path.reduce(
    (size, by) => size / scaleOf(by, inputs),
    inputs.S * inputs.sigma * Math.sqrt(inputs.T),
  );

const close = (
  actual: number,
  expected: number,
  size: number,
  what: string,
  tolerance = 1e-5,
) => {
  assert.ok(
    Math.abs(actual - expected) <=
      tolerance * Math.max(size, Math.abs(expected)),
    `${what}: ${actual}, expected ${expected}`,
  );
};

/** Strikes up to three deviations from the price, from a day to three years. */
const shape = {
  type: fc.constantFrom('call' as const, 'put' as const),
  S: fc.double({min: 1, max: 1e5, noNaN: true}),
  deviations: fc.double({min: -3, max: 3, noNaN: true}),
  T: fc.double({min: 1 / 365, max: 3, noNaN: true}),
  sigma: fc.double({min: 0.05, max: 2, noNaN: true}),
  r: fc.double({min: -0.02, max: 0.15, noNaN: true}),
};

const withStrike = ({
  deviations,
  ...inputs
}: Omit<OptionInputs, 'K'> & {readonly deviations: number}): OptionInputs => ({
  ...inputs,
  K: inputs.S * Math.exp(deviations * inputs.sigma * Math.sqrt(inputs.T)),
});

/** Black-Scholes-Merton: an asset with income. */
const spotOptions = fc
  .record({...shape, q: fc.double({min: 0, max: 0.1, noNaN: true})})
  .map(withStrike);

/** Black (1976): the price is that of a future. */
const futureOptions = fc.record({...shape, b: fc.constant(0)}).map(withStrike);

const withoutRates = fc
  .record(shape)
  .map((inputs) => withStrike({...inputs, r: 0}));

const holds = (
  options: fc.Arbitrary<OptionInputs>,
  check: (inputs: OptionInputs) => void,
  numRuns = 100,
) => fc.assert(fc.property(options, check), {numRuns});

const isWorthSomething = (inputs: OptionInputs): boolean =>
  price(inputs) > 1e-8 * inputs.S;

const described = GREEK_IDS.filter((id) =>
  terms.some((term) => term.id === id),
);

/** What the formulas of the entries may name. */
const scopeOf = (inputs: OptionInputs) => ({
  variables: {
    S: inputs.S,
    K: inputs.K,
    T: inputs.T,
    r: inputs.r ?? 0,
    '\\sigma': inputs.sigma,
    d_1: finance.d1(inputs),
    d_2: finance.d2(inputs),
    V: price(inputs),
    ...Object.fromEntries(
      Object.entries(SYMBOLS).map(([symbol, id]) => [
        symbol,
        closedForm(id, inputs),
      ]),
    ),
  },
  functions: {
    N: finance.normalCdf,
    // The density of the price at expiry, which is lognormal.
    f: (strike: number) => {
      const at = {...inputs, K: strike};
      return (
        finance.normalPdf(finance.d2(at)) /
        (strike * inputs.sigma * Math.sqrt(inputs.T))
      );
    },
  },
});

describe('the Greeks that have an entry', () => {
  it('are all known here', () => {
    assert.deepEqual(
      terms
        .filter(
          ({id, tags}) => tags.includes('greeks') && pathsOf(id).length > 0,
        )
        .map(({id}) => id)
        .filter((id) => !described.includes(id as GreekId)),
      [],
    );
  });

  for (const [model, options] of [
    ['Black-Scholes', spotOptions],
    ['Black-76', futureOptions],
  ] as const) {
    for (const id of described) {
      const paths = pathsOf(id).filter(
        (path) => model === 'Black-Scholes' || !path.includes('q'),
      );
      if (!paths.length) continue;
      it(`are the derivatives that their entries name: ${id}, ${model}`, () => {
        holds(options, (inputs) => {
          for (const path of paths)
            close(
              closedForm(id, inputs),
              difference(price, inputs, path),
              sizeOf(path, inputs),
              `${id} by ${path.join()}`,
              // Differences of differences are less exact.
              path.length > 2 ? 1e-3 : undefined,
            );
        });
      });

      it(`obey put–call parity: ${id}, ${model}`, () => {
        const forward = (inputs: OptionInputs) => {
          const {S, K, T, r = 0, q = 0, b = r - q} = inputs;
          return S * Math.exp((b - r) * T) - K * Math.exp(-r * T);
        };
        holds(options, (inputs) => {
          for (const path of paths)
            close(
              closedForm(id, {...inputs, type: 'call'}) -
                closedForm(id, {...inputs, type: 'put'}),
              difference(forward, inputs, path),
              sizeOf(path, inputs),
              `${id} by ${path.join()}`,
            );
        });
      });
    }
  }

  for (const id of described) {
    const formulas = blockFormulas(id)
      .map(texSides)
      // Of the Greek itself: the entry of gamma also has a formula of theta.
      .filter(
        ([name = '']) =>
          texDerivative(name) || SYMBOLS[name.trim()] !== 'theta',
      )
      .flatMap((sides) => sides.slice(1))
      .filter((side) => !texDerivative(side));
    if (!formulas.length) continue;
    it(`have the closed form that the entry gives: ${id}`, () => {
      holds(spotOptions, (option) => {
        if (id === 'option-elasticity' && !isWorthSomething(option)) return;
        const inputs = id.startsWith('dual-')
          ? {...option, type: 'call' as const}
          : option;
        for (const side of formulas) {
          // The probability that the entry says it is.
          const tex = side.replace('Q(S_T > K)', 'N(d_2)');
          const expected = closedForm(id, inputs);
          close(texValue(tex, scopeOf(inputs)), expected, 0, tex);
        }
      });
    });
  }

  it('balance gamma by theta where there is no interest', () => {
    const formula = blockFormulas('gamma').at(-1)!;
    const [left = '', right = ''] = texSides(formula);
    assert.equal(left.trim(), '\\Theta');
    holds(withoutRates, (inputs) => {
      close(
        texValue(right, scopeOf(inputs)),
        closedForm('theta', inputs),
        0,
        formula,
      );
    });
  });

  it('of first and second order approximate a change of value', () => {
    const [, sum = ''] = blockFormulas('second-order-greeks')[0]!.split(
      '\\approx',
    );
    const tex = sum.replace(
      /d(S|t|\\sigma)(?![a-zA-Z])/g,
      (_, name: string) => `\\text{change${name.replace('\\', '')}}`,
    );
    holds(withoutRates, (inputs) => {
      const {S, T, sigma} = inputs;
      const scale = S * sigma * Math.sqrt(T);
      const [dS, dSigma, dt] = [0.01 * scale, 0.01 * sigma, 1e-4 * T];
      const scope = scopeOf(inputs);
      const value = texValue(tex, {
        variables: {
          ...scope.variables,
          '\\text{changeS}': dS,
          '\\text{changesigma}': dSigma,
          '\\text{changet}': dt,
          '\\text{Vanna}': closedForm('vanna', inputs),
          '\\text{Volga}': closedForm('volga', inputs),
        },
      });
      const moved = {...inputs, S: S + dS, sigma: sigma + dSigma, T: T - dt};
      close(value, price(moved) - price(inputs), scale * (1 + sigma ** 3), tex);
    });
  });
});

describe('the units of Greeks', () => {
  for (const [id, says, part, computed] of [
    ['delta', 'for a one-unit rise in the underlying price', 1, finance.delta],
    ['gamma', 'for a one-unit rise in the underlying price', 1, finance.gamma],
    ['vega', 'divided by 100 it gives the usual figure', 100, finance.vega],
    ['theta', 'per calendar day, divided by 365', 365, finance.theta],
    ['rho', 'a hundredth of the derivative', 100, finance.rho],
    ['vanna', 'for a change of σ by 1.00', 1, finance.vanna],
    ['volga', '\\nu\\,\\frac{d_1 d_2}{\\sigma}', 1, finance.volga],
    ['charm', 'usually stated per day', 365, finance.charm],
  ] as const)
    it(`are those that the entry states: ${id}`, () => {
      assert.ok(textOf(id).includes(says), says);
      const [path = []] = pathsOf(id);
      holds(fc.oneof(spotOptions, futureOptions), (inputs) => {
        const {S, sigma, T} = inputs;
        // Examples are computed with fixed steps, for options of some width.
        if (sigma * Math.sqrt(T) < 0.1) return;
        const expected = closedForm(id, inputs) / part;
        const value = computed(inputs);
        assert.ok(
          Math.abs(value - expected) <= (2e-3 * sizeOf(path, inputs)) / part,
          `${id}: ${value}, expected ${expected} at ${S}`,
        );
      });
    });

  it('are those that figures state', () => {
    for (const [greek, id, part] of [
      ['delta', 'delta', 1],
      ['gamma', 'gamma', 1],
      ['vega', 'vega', 100],
      ['theta', 'theta', 365],
      ['rho', 'rho', 100],
      ['vanna', 'vanna', 100],
      ['volga', 'volga', 1e4],
      ['charm', 'charm', 365],
    ] as const satisfies readonly (readonly [Greek, GreekId, number])[])
      holds(withoutRates, (inputs) => {
        const {type, S, K, T, sigma} = inputs;
        const drawn = greekOf(greek, {
          isCall: type === 'call',
          price: S,
          strike: K,
          years: T,
          volatility: sigma,
        });
        close(drawn * part, closedForm(id, inputs), 1e-9, greek);
      });
  });
});

/** What an entry says, where it says it, and when that holds. */
interface Claim {
  readonly id: GreekId;
  readonly says: string;
  readonly of?: fc.Arbitrary<OptionInputs>;
  readonly where?: (inputs: OptionInputs) => boolean;
  readonly is: (value: number, inputs: OptionInputs) => boolean;
}

const isCall = ({type}: OptionInputs) => type === 'call';
const isPut = ({type}: OptionInputs) => type === 'put';
const isPositive = (value: number) => value > 0;
const isNegative = (value: number) => value < 0;
const forwardOf = ({S, T, r = 0, q = 0}: OptionInputs) =>
  S * Math.exp((r - q) * T);
const product = (inputs: OptionInputs) =>
  finance.d1(inputs) * finance.d2(inputs);
/** With the strike at the price. */
const atTheMoney = withoutRates.map((inputs) => ({...inputs, K: inputs.S}));
const isOutOfTheMoney = ({type, S, K, sigma, T}: OptionInputs) =>
  (type === 'call' ? 1 : -1) * Math.log(K / S) > 0.5 * sigma ** 2 * T;

const CLAIMS: readonly Claim[] = [
  {
    id: 'delta',
    says: 'from 0 to 1 for a long call, from −1 to 0 for a long put',
    // Far from the strike it is rounded to the bound itself.
    is: (value, inputs) =>
      isCall(inputs) ? value >= 0 && value <= 1 : value >= -1 && value <= 0,
  },
  {
    id: 'gamma',
    says: 'positive for every long call or put',
    is: isPositive,
  },
  {id: 'vega', says: 'positive for every long call or put', is: isPositive},
  {
    id: 'theta',
    says: 'A European [[put-option|put]] deep in the money can gain value with time when interest rates are positive',
    where: (inputs) =>
      isPut(inputs) &&
      inputs.r! > 0.02 &&
      inputs.q === 0 &&
      finance.d1(inputs) < -4,
    of: spotOptions.map((inputs) => ({...inputs, q: 0, K: inputs.K * 3})),
    is: isPositive,
  },
  {
    id: 'rho',
    says: 'rho is positive for a long [[call-option|call]]',
    where: isCall,
    is: isPositive,
  },
  {
    id: 'rho',
    says: 'and negative for a long [[put-option|put]]',
    where: isPut,
    is: isNegative,
  },
  {
    id: 'rho',
    says: 'the rate only discounts: rho is negative for both',
    of: futureOptions,
    is: isNegative,
  },
  {
    id: 'vanna',
    says: 'positive vanna when its [[strike-price|strike]] is above the forward',
    where: (inputs) => inputs.K > forwardOf(inputs),
    is: isPositive,
  },
  {
    id: 'vanna',
    says: 'roughly, and negative vanna below it',
    where: ({sigma, T, K, ...inputs}) =>
      K < forwardOf({sigma, T, K, ...inputs}) * Math.exp(-(sigma ** 2) * T),
    is: isNegative,
  },
  {
    id: 'volga',
    says: 'At the money volga is slightly negative',
    of: atTheMoney,
    is: isNegative,
  },
  {
    id: 'volga',
    says: 'has positive volga',
    of: withoutRates,
    where: (inputs) => product(inputs) > 0,
    is: isPositive,
  },
  {
    id: 'charm',
    says: 'towards zero',
    of: withoutRates,
    where: isOutOfTheMoney,
    is: (value, inputs) => (isCall(inputs) ? value < 0 : value > 0),
  },
  {
    id: 'veta',
    says: 'At the money vega falls',
    of: atTheMoney,
    where: ({sigma, T}) => sigma ** 2 * T < 4,
    is: isNegative,
  },
  {
    id: 'speed',
    says: 'strike]] clearly above the price has positive speed',
    of: withoutRates,
    where: ({S, K, sigma, T}) => Math.log(K / S) > 1.5 * sigma ** 2 * T,
    is: isPositive,
  },
  {
    id: 'speed',
    says: 'With the strike at or below the price it is negative',
    of: withoutRates,
    where: ({S, K}) => K <= S,
    is: isNegative,
  },
  {
    id: 'color',
    says: 'so color is positive for the holder',
    of: atTheMoney,
    is: isPositive,
  },
  {
    id: 'color',
    says: 'Away from the [[strike-price|strike]] gamma fades, and color is negative',
    of: withoutRates,
    where: (inputs) => product(inputs) > 1,
    is: isNegative,
  },
  {
    id: 'zomma',
    says: 'Negative at the money',
    of: atTheMoney,
    is: isNegative,
  },
  {
    id: 'zomma',
    says: 'positive away from it',
    of: withoutRates,
    where: (inputs) => product(inputs) > 1,
    is: isPositive,
  },
  {
    id: 'option-elasticity',
    says: 'It is above 1 for a [[call-option|call]] and negative for a put',
    // A share of the price, which has no digits left where it is next to nothing.
    where: isWorthSomething,
    is: (value, inputs) => (isCall(inputs) ? value > 1 : value < 0),
  },
  {
    id: 'dual-delta',
    says: 'For a put the sign is positive',
    where: isPut,
    is: isPositive,
  },
];

describe('the signs of Greeks', () => {
  for (const {id, says, of = spotOptions, where = () => true, is} of CLAIMS)
    it(`are those that the entry states: ${id}, ${says}`, () => {
      assert.ok(textOf(id).includes(says), says);
      let cases = 0;
      const check = (inputs: OptionInputs) => {
        if (!where(inputs)) return;
        cases++;
        const value = closedForm(id, inputs);
        assert.ok(is(value, inputs), `${id}: ${value}`);
      };
      // Some hold for few options: enough of them, so that it is tried.
      holds(of, check, 3000);
      assert.ok(cases > 10, String(cases));
    });
});
