/**
 * Figures that `<term-figure>` draws from data. Numbers are plain: shares,
 * rates and volatilities are fractions (0.6 is 60 %), volatilities and rates
 * are for a year, times are in days.
 */

type Long = 'long' | 'short';

interface Captioned {
  /** Shown below the figure. */
  readonly caption?: string | undefined;
}

/** A contract that is part of a position. */
export interface PayoffLeg {
  /**
   * `future`: linear; `inverse`: profit in coins, for a contract worth one coin
   * at entry; `inverse-call` and `inverse-put` pay in coins too; binary options
   * pay 1.
   */
  readonly type:
    | 'call'
    | 'put'
    | 'future'
    | 'inverse'
    | 'inverse-call'
    | 'inverse-put'
    | 'binary-call'
    | 'binary-put';
  readonly side?: Long | undefined;
  /** The strike price; of a future the price at entry. */
  readonly at: number;
  /** Paid when bought, received when sold. */
  readonly premium?: number | undefined;
  readonly quantity?: number | undefined;
  /** Days that a call or put has left when the others expire. */
  readonly days?: number | undefined;
}

/** Profit of a position when it expires, against the price. */
export interface PayoffFigure extends Captioned {
  readonly type: 'payoff';
  readonly legs: readonly PayoffLeg[];
  readonly from: number;
  readonly to: number;
  /** With `days`: draws the value so many days earlier too. */
  readonly volatility?: number | undefined;
  readonly days?: number | undefined;
}

/** A Greek, or the price, of an option. */
export interface GreekFigure extends Captioned {
  readonly type: 'greek';
  readonly greek:
    | 'price'
    | 'delta'
    | 'gamma'
    | 'vega'
    | 'theta'
    | 'rho'
    | 'vanna'
    | 'volga'
    | 'charm';
  readonly option?: 'call' | 'put' | undefined;
  readonly strike: number;
  readonly volatility: number;
  /** A line for each; against time, the first is where it begins. */
  readonly days: readonly number[];
  /** Draws against time, with a line for each price of the underlying. */
  readonly prices?: readonly number[] | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** One expiry of a volatility surface, in the raw form of SVI. */
export interface VolatilitySlice {
  readonly days: number;
  readonly a: number;
  readonly b: number;
  readonly rho: number;
  readonly m: number;
  readonly sigma: number;
}

interface Slices extends Captioned {
  readonly slices: readonly VolatilitySlice[];
  /** Strikes as parts of the forward price; by default from 0.6 to 1.6. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Implied volatility against the strike, a line for each expiry. */
export interface SmileFigure extends Slices {
  readonly type: 'smile';
}

/** Implied volatility over strike and time to expiry. */
export interface SurfaceFigure extends Slices {
  readonly type: 'surface';
}

/** Named lines through given points. */
export interface LinesFigure extends Captioned {
  readonly type: 'lines';
  readonly title: string;
  /** What the axes measure. */
  readonly x: string;
  readonly y: string;
  readonly series: readonly {
    readonly label: string;
    readonly points: readonly (readonly [number, number])[];
    /** Each value holds until the next. */
    readonly steps?: boolean | undefined;
  }[];
  /** Axes whose numbers are written in per cent. */
  readonly percent?: 'x' | 'y' | 'both' | undefined;
}

/** A pool that keeps the product of its reserves. */
export interface PoolFigure extends Captioned {
  readonly type: 'pool';
  readonly x: number;
  readonly y: number;
  /** An amount of x that is put in. */
  readonly trade?: number | undefined;
  /** Prices between which the same liquidity is provided with smaller reserves. */
  readonly range?: readonly [number, number] | undefined;
}

/** A pool position against holding, after the price has moved by a factor. */
export interface ImpermanentLossFigure extends Captioned {
  readonly type: 'impermanent-loss';
  readonly from: number;
  readonly to: number;
  /** Factors of the price between which a second position provides liquidity. */
  readonly range?: readonly [number, number] | undefined;
}

/** Premium index and funding rate, interval by interval. */
export interface FundingFigure extends Captioned {
  readonly type: 'funding';
  readonly premiums: readonly number[];
  /** For an interval; by default 0.0001. */
  readonly interest?: number | undefined;
  /** By default 0.0005. */
  readonly clamp?: number | undefined;
  /** Of an interval; by default 8. */
  readonly hours?: number | undefined;
}

/** Forced sales that move the price to the next ones. */
export interface CascadeFigure extends Captioned {
  readonly type: 'cascade';
  readonly price: number;
  /** Fall of the price that it begins with. */
  readonly shock: number;
  /** Fall of the price for each unit sold. */
  readonly impact: number;
  /** Long positions: liquidation price and size. */
  readonly positions: readonly {readonly at: number; readonly size: number}[];
}

/** Resting orders as price and size, best first. */
export interface OrderBookFigure extends Captioned {
  readonly type: 'order-book';
  readonly bids: readonly (readonly [number, number])[];
  readonly asks: readonly (readonly [number, number])[];
  /** A market order that meets them. */
  readonly order?:
    {readonly side: 'buy' | 'sell'; readonly size: number} | undefined;
}

/** Equity and maintenance margin of a position of one unit, down to its bankruptcy. */
export interface MarginLadderFigure extends Captioned {
  readonly type: 'margin-ladder';
  readonly side?: Long | undefined;
  readonly entry: number;
  readonly leverage: number;
  /** Maintenance margin, as part of the value at the present price. */
  readonly maintenance: number;
}

/** Margin rates by size of the position. */
export interface MarginTiersFigure extends Captioned {
  readonly type: 'margin-tiers';
  readonly tiers: readonly {
    /** Value of the position up to which it holds. */
    readonly to: number;
    readonly initial: number;
    readonly maintenance: number;
  }[];
}

/** A loss, and what bears it, in order. */
export interface WaterfallFigure extends Captioned {
  readonly type: 'waterfall';
  readonly loss: number;
  readonly layers: readonly {
    readonly label: string;
    readonly amount: number;
  }[];
}

/** A normal distribution of returns, with the tail beyond a confidence level. */
export interface DistributionFigure extends Captioned {
  readonly type: 'distribution';
  /** What is distributed. */
  readonly x: string;
  readonly mean?: number | undefined;
  readonly deviation: number;
  readonly confidence?: number | undefined;
}

/** A figure that is drawn from data. */
export type Figure =
  | PayoffFigure
  | GreekFigure
  | SmileFigure
  | SurfaceFigure
  | LinesFigure
  | PoolFigure
  | ImpermanentLossFigure
  | FundingFigure
  | CascadeFigure
  | OrderBookFigure
  | MarginLadderFigure
  | MarginTiersFigure
  | WaterfallFigure
  | DistributionFigure;

/** The texts of a figure in another language. */
export interface FigureTexts {
  readonly caption?: string | undefined;
}
