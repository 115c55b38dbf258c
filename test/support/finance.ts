/**
 * Prices, Greeks and profits, as the examples of the bundled glossary compute
 * them. Written for checking: short, slow and independent of the texts.
 */

export interface OptionInputs {
  readonly type?: 'call' | 'put';
  /** Price of the underlying. */
  readonly S: number;
  /** Strike price. */
  readonly K: number;
  /** Years to expiry. */
  readonly T: number;
  /** Volatility a year, as a fraction. */
  readonly sigma: number;
  /** Interest rate and yield, continuously compounded. */
  readonly r?: number;
  readonly q?: number;
  /** Cost of carry: `r - q`, or 0 for options on futures (Black 1976). */
  readonly b?: number;
}

type Pricer = (inputs: OptionInputs) => number;

/** Density of the standard normal distribution. */
export const normalPdf = (x: number): number =>
  Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

/**
 * Cumulative standard normal distribution, by the series of Marsaglia,
 * Evaluating the Normal Distribution (2004).
 */
export const normalCdf = (x: number): number => {
  if (Math.abs(x) > 8) return x > 0 ? 1 : 0;
  let sum = x;
  let term = x;
  for (let i = 3; sum + term !== sum; i += 2) {
    term *= (x * x) / i;
    sum += term;
  }
  return 0.5 + sum * normalPdf(x);
};

/** Where the cumulative distribution is `p`, by bisection. */
export const normalInverse = (p: number): number => {
  let low = -9;
  let high = 9;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

const carry = ({r = 0, q = 0, b = r - q}: OptionInputs) => b;

export const d1 = (inputs: OptionInputs): number => {
  const {S, K, T, sigma} = inputs;
  return (
    (Math.log(S / K) + (carry(inputs) + sigma ** 2 / 2) * T) /
    (sigma * Math.sqrt(T))
  );
};

export const d2 = (inputs: OptionInputs): number =>
  d1(inputs) - inputs.sigma * Math.sqrt(inputs.T);

/** Black-Scholes-Merton, with the cost of carry. */
export const price: Pricer = (inputs) => {
  const {type = 'call', S, K, T, r = 0} = inputs;
  const sign = type === 'call' ? 1 : -1;
  const spot = S * Math.exp((carry(inputs) - r) * T);
  return (
    sign * spot * normalCdf(sign * d1(inputs)) -
    sign * K * Math.exp(-r * T) * normalCdf(sign * d2(inputs))
  );
};

export const call: Pricer = (inputs) => price({...inputs, type: 'call'});
export const put: Pricer = (inputs) => price({...inputs, type: 'put'});

/** Black (1976): an option on a futures price `F`. */
export const black76 = ({
  F,
  ...inputs
}: Omit<OptionInputs, 'S' | 'b'> & {readonly F: number}): number =>
  price({...inputs, S: F, b: 0});

type Numeric = Exclude<keyof OptionInputs, 'type'>;

/** Central difference of a function of the inputs. */
const slope = (
  f: Pricer,
  inputs: OptionInputs,
  key: Numeric,
  step: number,
): number => {
  const at = (shift: number) =>
    f({...inputs, [key]: (inputs[key] ?? 0) + shift});
  return (at(step) - at(-step)) / (2 * step);
};

export const delta = (inputs: OptionInputs, f: Pricer = price): number =>
  slope(f, inputs, 'S', inputs.S * 1e-4);

export const gamma = (inputs: OptionInputs, f: Pricer = price): number => {
  const step = inputs.S * 1e-3;
  const at = (shift: number) => f({...inputs, S: inputs.S + shift});
  return (at(step) - 2 * at(0) + at(-step)) / step ** 2;
};

/** For one percentage point of volatility. */
export const vega = (inputs: OptionInputs, f: Pricer = price): number =>
  slope(f, inputs, 'sigma', 1e-5) / 100;

/** For one calendar day. */
export const theta = (inputs: OptionInputs, f: Pricer = price): number =>
  -slope(f, inputs, 'T', 1e-6) / 365;

/** For one percentage point of the interest rate. */
export const rho = (inputs: OptionInputs, f: Pricer = price): number =>
  slope(f, inputs, 'r', 1e-6) / 100;

export const vanna = (inputs: OptionInputs): number =>
  slope((other) => delta(other), inputs, 'sigma', 1e-3);

export const volga = (inputs: OptionInputs): number =>
  slope((other) => slope(price, other, 'sigma', 1e-4), inputs, 'sigma', 1e-3);

/** For one calendar day. */
export const charm = (inputs: OptionInputs): number =>
  -slope((other) => delta(other), inputs, 'T', 1e-4) / 365;

/** What a constant-product pool of reserves `x` and `y` pays in y for `amount` of x. */
export const swapOut = (
  x: number,
  y: number,
  amount: number,
  fee = 0,
): number => (y * amount * (1 - fee)) / (x + amount * (1 - fee));

/** Of a pool of two halves against holding, after a price move by a factor; negative. */
export const impermanentLoss = (factor: number): number =>
  (2 * Math.sqrt(factor)) / (1 + factor) - 1;

/** 1 long, -1 short. */
type Side = 1 | -1;

/** Profit of a linear contract, in the currency of the price. */
export const linearPnl = (
  side: Side,
  size: number,
  entry: number,
  exit: number,
): number => side * size * (exit - entry);

/** Profit of an inverse contract over `dollars`, in coins. */
export const inversePnl = (
  side: Side,
  dollars: number,
  entry: number,
  exit: number,
): number => side * dollars * (1 / entry - 1 / exit);

/** Of a linear position with isolated margin and without fees; rates as fractions. */
export const liquidationPrice = (
  side: Side,
  entry: number,
  initialMarginRate: number,
  maintenanceMarginRate: number,
): number =>
  (entry * (1 - side * initialMarginRate)) / (1 - side * maintenanceMarginRate);

export const bankruptcyPrice = (
  side: Side,
  entry: number,
  initialMarginRate: number,
): number => entry * (1 - side * initialMarginRate);

/** Of an inverse position, whose margin is a rate of its value in coins. */
export const inverseLiquidationPrice = (
  side: Side,
  entry: number,
  initialMarginRate: number,
  maintenanceMarginRate: number,
): number =>
  (entry * (1 + side * maintenanceMarginRate)) / (1 + side * initialMarginRate);

export const inverseBankruptcyPrice = (
  side: Side,
  entry: number,
  initialMarginRate: number,
): number => inverseLiquidationPrice(side, entry, initialMarginRate, 0);
