import {greeksOf, smile, type OptionChain} from './options.js';
import type {Random} from './random.js';

/** 25 December 2026, 08:00 UTC, as options on most venues expire. */
const expiryTime = Date.UTC(2026, 11, 25, 8);
const strikes = [
  56_000, 58_000, 60_000, 62_000, 64_000, 66_000, 68_000, 70_000, 72_000,
];
const yearMs = 365 * 24 * 3600 * 1000;
/** What dated futures trade above the index, for a year. */
const yearlyBasis = 0.068;
/** Mean time after which a market maker quotes a strike anew. */
const quoteMs = 2_500;

interface StrikeQuote {
  readonly noise: number;
  readonly count: number;
}

/** The quotes of one expiry, which follow the future and are renewed one by one. */
export class Chain {
  #atTheMoney = 0.452;
  #quotes: StrikeQuote[];

  constructor(random: Random) {
    this.#quotes = strikes.map(() => ({
      noise: 0.002 * random.normal(),
      count: 0,
    }));
  }

  step(ms: number, random: Random): void {
    this.#atTheMoney +=
      0.0005 * (0.452 - this.#atTheMoney) +
      0.00006 * Math.sqrt(ms / 40) * random.normal();
    this.#quotes = this.#quotes.map((quote) =>
      random.chance(ms / quoteMs)
        ? {noise: 0.002 * random.normal(), count: quote.count + 1}
        : quote,
    );
  }

  at(time: number, index: number): OptionChain {
    const years = (expiryTime - time) / yearMs;
    const forward = index * (1 + yearlyBasis * years);
    return {
      expiry: '25 Dec 2026',
      days: Math.ceil(years * 365),
      forward,
      atTheMoney: this.#atTheMoney,
      rows: strikes.map((strike, row) => {
        const {noise, count} = this.#quotes[row]!;
        const volatility =
          smile(this.#atTheMoney, forward, strike, years) + noise;
        return {
          strike,
          volatility,
          call: greeksOf('call', forward, strike, years, volatility),
          put: greeksOf('put', forward, strike, years, volatility),
          quote: count,
        };
      }),
    };
  }
}
