/** The Greeks that have an entry: closed forms, and derivatives by differences. */
import {
  d1,
  d2,
  normalCdf,
  normalPdf,
  type OptionInputs,
  price,
} from './finance.js';

/** An option as formulas need it; `b` is given for options on futures alone. */
interface State {
  readonly sign: 1 | -1;
  readonly S: number;
  readonly K: number;
  readonly T: number;
  readonly sigma: number;
  readonly r: number;
  /** Cost of carry. */
  readonly b: number;
  readonly isFuture: boolean;
  readonly d1: number;
  readonly d2: number;
  /** Density at d1, times what discounts the asset; N(±d1) likewise. */
  readonly density: number;
  readonly share: number;
  readonly value: number;
}

const stateOf = (inputs: OptionInputs): State => {
  const {type = 'call', S, K, T, sigma, r = 0, q = 0} = inputs;
  const b = inputs.b ?? r - q;
  const sign = type === 'call' ? 1 : -1;
  const discount = Math.exp((b - r) * T);
  return {
    sign,
    S,
    K,
    T,
    sigma,
    r,
    b,
    isFuture: inputs.b !== undefined,
    d1: d1(inputs),
    d2: d2(inputs),
    density: discount * normalPdf(d1(inputs)),
    share: discount * normalCdf(sign * d1(inputs)),
    value: price(inputs),
  };
};

const strikeShare = ({sign, T, r, d2}: State) =>
  Math.exp(-r * T) * normalCdf(sign * d2);

const gammaOf = ({S, T, sigma, density}: State) =>
  density / (S * sigma * Math.sqrt(T));

const vegaOf = ({S, T, density}: State) => S * density * Math.sqrt(T);

/** By how much the logarithm of the density falls as time passes, a year. */
const decay = ({r, b, T, sigma, d1}: State) =>
  r - b + (b * d1) / (sigma * Math.sqrt(T));

/**
 * Closed forms of Black-Scholes-Merton with cost of carry (Haug, The Complete
 * Guide to Option Pricing Formulas, chapter 2), by the id of the entry: for a
 * change by 1.00 of what is changed, time in years and passing.
 */
const CLOSED_FORMS = {
  delta: ({sign, share}) => sign * share,
  gamma: gammaOf,
  vega: vegaOf,
  theta: (state) => {
    const {sign, S, K, T, sigma, r, b, density, share} = state;
    return (
      (-S * density * sigma) / (2 * Math.sqrt(T)) -
      sign * ((b - r) * S * share + r * K * strikeShare(state))
    );
  },
  rho: (state) =>
    state.isFuture
      ? -state.T * state.value
      : state.sign * state.K * state.T * strikeShare(state),
  epsilon: ({sign, S, T, share}) => -sign * T * S * share,
  vanna: ({density, d2, sigma}) => (-density * d2) / sigma,
  volga: (state) => (vegaOf(state) * state.d1 * state.d2) / state.sigma,
  charm: ({sign, T, sigma, r, b, d2, density, share}) =>
    -density * (b / (sigma * Math.sqrt(T)) - d2 / (2 * T)) -
    sign * (b - r) * share,
  veta: (state) =>
    vegaOf(state) * (decay(state) - (1 + state.d1 * state.d2) / (2 * state.T)),
  speed: (state) =>
    (-gammaOf(state) / state.S) *
    (1 + state.d1 / (state.sigma * Math.sqrt(state.T))),
  color: (state) =>
    gammaOf(state) * (decay(state) + (1 - state.d1 * state.d2) / (2 * state.T)),
  zomma: (state) => (gammaOf(state) * (state.d1 * state.d2 - 1)) / state.sigma,
  ultima: (state) => {
    const product = state.d1 * state.d2;
    return (
      (-vegaOf(state) / state.sigma ** 2) *
      (product * (1 - product) + state.d1 ** 2 + state.d2 ** 2)
    );
  },
  vera: (state) =>
    state.isFuture
      ? -state.T * vegaOf(state)
      : (-state.K *
          state.T *
          Math.exp(-state.r * state.T) *
          normalPdf(state.d2) *
          state.d1) /
        state.sigma,
  'dual-delta': (state) => -state.sign * strikeShare(state),
  'dual-gamma': ({K, T, sigma, r, d2}) =>
    (Math.exp(-r * T) * normalPdf(d2)) / (K * sigma * Math.sqrt(T)),
  'option-elasticity': ({sign, share, S, value}) => (sign * share * S) / value,
} as const satisfies Record<string, (state: State) => number>;

export type GreekId = keyof typeof CLOSED_FORMS;

export const GREEK_IDS = Object.keys(CLOSED_FORMS) as readonly GreekId[];

export const closedForm = (id: GreekId, inputs: OptionInputs): number =>
  CLOSED_FORMS[id](stateOf(inputs));

/** What a value is differentiated by; `t` is time that passes, in years. */
export type By = 'S' | 'K' | 't' | 'sigma' | 'r' | 'q';

/** Over how much of an input a price changes its shape. */
export const scaleOf = (by: By, {S, K, T, sigma}: OptionInputs): number => {
  const deviation = sigma * Math.sqrt(T);
  switch (by) {
    // Of a wide distribution, no more than a part of the price.
    case 'S':
      return S * Math.min(deviation, 0.5);
    case 'K':
      return K * Math.min(deviation, 0.5);
    case 't':
      return T / Math.max(deviation, 1);
    case 'sigma':
      return sigma / Math.max(deviation, 1);
    default:
      return Math.min(sigma / Math.sqrt(T), 1 / T);
  }
};

const shifted = (inputs: OptionInputs, by: By, shift: number): OptionInputs =>
  by === 't'
    ? {...inputs, T: inputs.T - shift}
    : {...inputs, [by]: (inputs[by] ?? 0) + shift};

/**
 * A derivative of a function of the inputs by central differences of fourth
 * order, one after the other for a mixed or higher one.
 */
export const difference = (
  f: (inputs: OptionInputs) => number,
  inputs: OptionInputs,
  [by, ...more]: readonly By[],
  // Of the inputs at the start, so that a second difference is one of equal steps.
  start = inputs,
): number => {
  if (!by) return f(inputs);
  const step = scaleOf(by, start) / 50;
  const at = (count: number) =>
    difference(f, shifted(inputs, by, count * step), more, start);
  return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step);
};
