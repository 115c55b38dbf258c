/** What an option is worth, and how that changes (Black 1976, no interest). */

export interface Greeks {
  readonly price: number;
  readonly delta: number;
  readonly gamma: number;
  /** For one percentage point of volatility. */
  readonly vega: number;
  /** For one day. */
  readonly theta: number;
}

/** Density of the standard normal distribution. */
const density = (x: number): number =>
  Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/**
 * Its distribution, by a rational function of the tail that is off by less
 * than 1e-7 (Abramowitz and Stegun, 26.2.17).
 */
export const cumulative = (x: number): number => {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    density(x) *
    t *
    (0.31938153 +
      t *
        (-0.356563782 +
          t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x < 0 ? tail : 1 - tail;
};

/**
 * @param forward Price of the future of the same expiry.
 * @param years Time to expiry.
 * @param volatility Of a year, as a share.
 */
export const greeksOf = (
  type: 'call' | 'put',
  forward: number,
  strike: number,
  years: number,
  volatility: number,
): Greeks => {
  const root = Math.sqrt(years);
  const width = volatility * root;
  const d1 = Math.log(forward / strike) / width + width / 2;
  const d2 = d1 - width;
  const call = forward * cumulative(d1) - strike * cumulative(d2);
  return {
    price: type === 'call' ? call : call - forward + strike,
    delta: type === 'call' ? cumulative(d1) : cumulative(d1) - 1,
    gamma: density(d1) / (forward * width),
    vega: (forward * density(d1) * root) / 100,
    theta: (-forward * density(d1) * volatility) / (2 * root) / 365,
  };
};

/** One strike of the chain. */
export interface OptionRow {
  readonly strike: number;
  readonly volatility: number;
  readonly call: Greeks;
  readonly put: Greeks;
  /** Counts the quotes of this strike. */
  readonly quote: number;
}

export interface OptionChain {
  readonly expiry: string;
  readonly days: number;
  readonly forward: number;
  /** Implied volatility where strike and forward meet. */
  readonly atTheMoney: number;
  readonly rows: readonly OptionRow[];
}

/** The smile: higher away from the forward, and more so for low strikes. */
export const smile = (
  atTheMoney: number,
  forward: number,
  strike: number,
  years: number,
): number => {
  const away = Math.log(strike / forward) / Math.sqrt(years);
  return atTheMoney * (1 - 0.11 * away + 0.32 * away * away);
};
