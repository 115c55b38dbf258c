/**
 * What can be traded here, and the rules of the house for it. Their numbers are
 * those of venue.json, so that the page computes with what its cards say.
 */
import venue from '../../venue.json' with {type: 'json'};

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
  start: 64_177.9,
  volatility: 0.44,
};

export const ETH: Contract = {
  symbol: 'ETH-PERP',
  coin: 'ETH',
  tick: 0.05,
  decimals: 2,
  sizeDecimals: 2,
  start: 3_318.42,
  volatility: 0.58,
};

export const SOL: Contract = {
  symbol: 'SOL-PERP',
  coin: 'SOL',
  tick: 0.01,
  decimals: 2,
  sizeDecimals: 1,
  start: 158.36,
  volatility: 0.76,
};

export const contracts: readonly Contract[] = [BTC, ETH, SOL];

const {marginTiers, funding} = venue;

/**
 * Margin of a position by its value in dollars at entry: the tier does not move
 * with the price.
 */
const tierOf = (value: number) =>
  marginTiers.find(({to}) => value <= to) ?? marginTiers.at(-1)!;

/** What a position must keep as margin, as a share of its value. */
export const maintenanceRate = (value: number): number =>
  tierOf(value).maintenance;

/** The highest leverage with which a position of this value may be opened. */
export const mostLeverage = (value: number): number =>
  Math.round(1 / tierOf(value).initial);

/** Shares of the value of a trade, and the name of the tier that has them. */
export const fees = venue.fees[0]!;

/** Funding is paid at 00:00, 08:00 and 16:00 UTC. */
export const fundingHours = funding.hours;

const clamp = (value: number, limit: number): number =>
  Math.max(-limit, Math.min(limit, value));

/** @param premium Mean share by which the contract trades above its index. */
export const fundingRate = (premium: number): number =>
  clamp(
    premium + clamp(funding.interest - premium, funding.clamp),
    funding.cap,
  );

export const roundTo = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toFixed(6));
