/**
 * The formulas that figures draw. Prices are those of Black (1976) on a forward
 * price, without interest: what is drawn is the shape. Pure.
 */
import type {GreekFigure} from '../../glossary/figure-types.js';

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
  // Written so that it ends for what is no number too.
  for (let i = 3; Math.abs(term) > 1e-17; i += 2) sum += term *= (x * x) / i;
  return 0.5 + sum * normalPdf(x);
};

/** Where the cumulative distribution is `p`, by bisection. */
export const normalInverse = (p: number): number =>
  rootOf((x) => normalCdf(x) - p, -8, 8);

/** Where a function that changes its sign between two values is zero. */
export const rootOf = (
  f: (x: number) => number,
  from: number,
  to: number,
): number => {
  const isRising = f(to) > f(from);
  let [low, high] = [from, to];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0 === isRising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** An option: `volatility` a year as a fraction, `years` to expiry. */
export interface OptionState {
  readonly isCall: boolean;
  readonly price: number;
  readonly strike: number;
  readonly years: number;
  readonly volatility: number;
}

/** What an option of this type pays when it expires. */
export const intrinsic = (
  isCall: boolean,
  price: number,
  strike: number,
): number => Math.max(0, isCall ? price - strike : strike - price);

/**
 * The value of an option and its sensitivities in the units of a trading
 * screen: vega for a percentage point of volatility, theta and charm for a
 * calendar day, rho for a percentage point of interest with the spot price
 * fixed, vanna and volga of delta and vega for a percentage point.
 */
export type Greek = GreekFigure['greek'];

export const greekOf = (
  greek: Greek,
  {isCall, price, strike, years, volatility}: OptionState,
): number => {
  const sign = isCall ? 1 : -1;
  const root = Math.sqrt(years);
  const deviation = volatility * root;
  const d1 = Math.log(price / strike) / deviation + deviation / 2;
  const d2 = d1 - deviation;
  const density = normalPdf(d1);
  switch (greek) {
    case 'price':
      return years > 0
        ? sign * (price * normalCdf(sign * d1) - strike * normalCdf(sign * d2))
        : intrinsic(isCall, price, strike);
    case 'delta':
      return sign * normalCdf(sign * d1);
    case 'gamma':
      return density / (price * deviation);
    case 'vega':
      return (price * density * root) / 100;
    case 'theta':
      return (-price * density * volatility) / (2 * root) / 365;
    case 'rho':
      return (sign * strike * years * normalCdf(sign * d2)) / 100;
    case 'vanna':
      return (-density * d2) / volatility / 100;
    case 'volga':
      return (price * density * root * d1 * d2) / volatility / 1e4;
    case 'charm':
      return (density * d2) / (2 * years) / 365;
  }
};

/** Parameters of a slice in the raw form of Gatheral and Jacquier (2014). */
export interface Svi {
  readonly a: number;
  readonly b: number;
  readonly rho: number;
  readonly m: number;
  readonly sigma: number;
}

/** Implied volatility at a log-moneyness `k`, of a slice of total variance. */
export const sviVolatility = (
  {a, b, rho, m, sigma}: Svi,
  k: number,
  years: number,
): number =>
  Math.sqrt(
    Math.max(0, a + b * (rho * (k - m) + Math.hypot(k - m, sigma))) / years,
  );

/**
 * A pool position against holding what was put into it, after the price has
 * moved by a factor; negative. With a range, liquidity lies in it alone.
 */
export const lossAgainstHolding = (
  factor: number,
  range?: readonly [number, number],
): number => {
  if (!range) return (2 * Math.sqrt(factor)) / (1 + factor) - 1;
  const [low, high] = range;
  const root = Math.sqrt(Math.min(high, Math.max(low, factor)));
  const coins = 1 / root - 1 / Math.sqrt(high);
  const money = root - Math.sqrt(low);
  const held = (1 - 1 / Math.sqrt(high)) * factor + 1 - Math.sqrt(low);
  return (coins * factor + money) / held - 1;
};

/** Funding rate of an interval: the premium, pulled to the interest rate within the clamp. */
export const fundingRate = (
  premium: number,
  interest: number,
  clamp: number,
): number => premium + Math.min(clamp, Math.max(-clamp, interest - premium));
