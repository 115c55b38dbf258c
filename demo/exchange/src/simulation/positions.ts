import {maintenanceRate, roundTo, type Contract} from './contract.js';

/** What is held of a contract, with a margin of its own. */
export interface Holding {
  readonly contract: Contract;
  readonly side: 'long' | 'short';
  /** Coins. */
  readonly size: number;
  /** Mean price of what is held. */
  readonly entry: number;
  readonly leverage: number;
}

/** A holding at the mark price. Amounts are dollars. */
export interface Position extends Holding {
  readonly mark: number;
  readonly value: number;
  readonly margin: number;
  readonly maintenance: number;
  readonly pnl: number;
  /** Profit as a share of the margin. */
  readonly returnOnMargin: number;
  readonly liquidation: number;
  readonly bankruptcy: number;
  /** Place in the queue of those who are deleveraged: 1 last, 5 first. */
  readonly rank: number;
}

export const directionOf = (side: 'long' | 'short' | 'buy' | 'sell'): 1 | -1 =>
  side === 'long' || side === 'buy' ? 1 : -1;

/** At this price the margin is used up. */
export const bankruptcyPrice = ({entry, leverage, side}: Holding): number =>
  entry * (1 - directionOf(side) / leverage);

/**
 * At this price margin and profit together are what the maintenance rate asks
 * for. With direction d, leverage L and rate m:
 *
 *     entry ÷ L + d (P − entry) = m P
 */
export const liquidationPrice = (holding: Holding): number => {
  const {entry, side, size} = holding;
  const rate = maintenanceRate(size * entry);
  const direction = directionOf(side);
  return bankruptcyPrice(holding) / (1 - direction * rate);
};

/** Steps of the score at which the rank goes up. */
const ranks = [0, 0.4, 1.6, 4];

/** Profit and effective leverage decide who is deleveraged first. */
const rankOf = (returnOnMargin: number, effectiveLeverage: number): number => {
  const score = returnOnMargin * effectiveLeverage;
  return 1 + ranks.filter((step) => score > step).length;
};

export const positionOf = (holding: Holding, mark: number): Position => {
  const {contract, entry, leverage, side, size} = holding;
  const value = size * mark;
  const margin = (size * entry) / leverage;
  const pnl = directionOf(side) * size * (mark - entry);
  return {
    ...holding,
    mark,
    value,
    margin,
    maintenance: maintenanceRate(size * entry) * value,
    pnl,
    returnOnMargin: pnl / margin,
    liquidation: roundTo(liquidationPrice(holding), contract.tick),
    bankruptcy: roundTo(bankruptcyPrice(holding), contract.tick),
    rank: rankOf(pnl / margin, value / Math.max(margin + pnl, 1)),
  };
};
