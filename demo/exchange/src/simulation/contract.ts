/** What can be traded here, and the rules of the house for it. */

/** A perpetual future that is margined and settled in dollars. */
export interface Contract {
  readonly symbol: string;
  readonly coin: string;
  /** Prices are multiples of it. */
  readonly tick: number;
  /** Decimals of a price. */
  readonly decimals: number;
  /** Decimals of a size. */
  readonly sizeDecimals: number;
  readonly maxLeverage: number;
  /** Index price when the simulation begins. */
  readonly start: number;
  /** A year's standard deviation of the logarithm of the price. */
  readonly volatility: number;
}

export const BTC: Contract = {
  symbol: 'BTC-PERP',
  coin: 'BTC',
  tick: 0.5,
  decimals: 1,
  sizeDecimals: 3,
  maxLeverage: 50,
  start: 64_177.9,
  volatility: 0.44,
};

export const ETH: Contract = {
  symbol: 'ETH-PERP',
  coin: 'ETH',
  tick: 0.05,
  decimals: 2,
  sizeDecimals: 2,
  maxLeverage: 50,
  start: 3_318.42,
  volatility: 0.58,
};

export const SOL: Contract = {
  symbol: 'SOL-PERP',
  coin: 'SOL',
  tick: 0.01,
  decimals: 2,
  sizeDecimals: 1,
  maxLeverage: 25,
  start: 158.36,
  volatility: 0.76,
};

export const contracts: readonly Contract[] = [BTC, ETH, SOL];

/** What a position must keep as margin, as a share of its value, by its value. */
const maintenanceTiers = [
  {upTo: 100_000, rate: 0.004},
  {upTo: 1_000_000, rate: 0.005},
  {upTo: 5_000_000, rate: 0.01},
  {upTo: Infinity, rate: 0.025},
] as const;

/** @param value Dollars, at entry: the tier does not move with the price. */
export const maintenanceRate = (value: number): number =>
  maintenanceTiers.find(({upTo}) => value <= upTo)!.rate;

/** Shares of the value of a trade. */
export const fees = {maker: 0.0002, taker: 0.0005} as const;

/** Funding is paid at 00:00, 08:00 and 16:00 UTC. */
export const fundingHours = 8;

/** The interest part of the funding rate, for one period. */
const interestRate = 0.0001;
/** The premium has to leave this band around the interest to count. */
const interestBand = 0.0001;
const fundingCap = 0.0075;

const clamp = (value: number, limit: number): number =>
  Math.max(-limit, Math.min(limit, value));

/** @param premium Mean share by which the contract trades above its index. */
export const fundingRate = (premium: number): number =>
  clamp(premium + clamp(interestRate - premium, interestBand), fundingCap);

export const roundTo = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toFixed(6));
