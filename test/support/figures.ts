/** A figure of each type, with everything that the type knows. */
import type {Figure} from '../../src/glossary/types.js';

const SLICES = [
  {days: 7, a: 0.004, b: 0.03, rho: -0.3, m: 0, sigma: 0.08},
  {days: 30, a: 0.014, b: 0.06, rho: -0.25, m: 0, sigma: 0.15},
  {days: 90, a: 0.04, b: 0.12, rho: -0.2, m: 0, sigma: 0.25},
] as const;

export const FIGURES: {
  readonly [Type in Figure['type']]: Extract<Figure, {readonly type: Type}>;
} = {
  payoff: {
    type: 'payoff',
    legs: [
      {type: 'call', side: 'long', at: 100, premium: 6.86, quantity: 1},
      {type: 'call', side: 'short', at: 120, premium: 1.42, days: 30},
    ],
    from: 60,
    to: 150,
    volatility: 0.6,
    days: 30,
    caption: 'A spread',
  },
  greek: {
    type: 'greek',
    greek: 'gamma',
    option: 'call',
    strike: 100,
    volatility: 0.6,
    days: [7, 30, 90],
    prices: [80, 100, 120],
    from: 60,
    to: 150,
    caption: 'Gamma',
  },
  smile: {type: 'smile', slices: SLICES, from: 0.6, to: 1.6, caption: 'Smile'},
  surface: {
    type: 'surface',
    slices: SLICES,
    from: 0.6,
    to: 1.6,
    caption: 'Surface',
  },
  lines: {
    type: 'lines',
    title: 'Rates',
    x: 'utilisation',
    y: 'rate a year',
    series: [
      {
        label: 'borrow',
        points: [
          [0, 0],
          [0.8, 0.04],
          [1, 0.6],
        ],
        steps: false,
      },
      {
        label: 'supply',
        points: [
          [0, 0],
          [0.8, 0.0288],
          [1, 0.54],
        ],
      },
    ],
    percent: 'both',
    caption: 'Rates',
  },
  pool: {
    type: 'pool',
    x: 100,
    y: 400_000,
    trade: 25,
    range: [2000, 8000],
    caption: 'Pool',
  },
  'impermanent-loss': {
    type: 'impermanent-loss',
    from: 0.2,
    to: 5,
    range: [0.5, 2],
    caption: 'Loss',
  },
  funding: {
    type: 'funding',
    premiums: [0.0001, 0.0003, 0.0012, 0.0009, -0.0003, -0.0008, 0.0001],
    interest: 0.0001,
    clamp: 0.0005,
    hours: 8,
    caption: 'Funding',
  },
  cascade: {
    type: 'cascade',
    price: 60_000,
    shock: 2500,
    impact: 4,
    positions: [
      {at: 57_800, size: 300},
      {at: 56_500, size: 250},
      {at: 52_000, size: 400},
    ],
    caption: 'Cascade',
  },
  'order-book': {
    type: 'order-book',
    bids: [
      [99.9, 4],
      [99.8, 7],
      [99.5, 12],
    ],
    asks: [
      [100.1, 3],
      [100.2, 6],
      [100.4, 8],
    ],
    order: {side: 'buy', size: 12},
    caption: 'Book',
  },
  'margin-ladder': {
    type: 'margin-ladder',
    side: 'long',
    entry: 60_000,
    leverage: 5,
    maintenance: 0.05,
    caption: 'Ladder',
  },
  'margin-tiers': {
    type: 'margin-tiers',
    tiers: [
      {to: 1e6, initial: 0.01, maintenance: 0.005},
      {to: 5e6, initial: 0.02, maintenance: 0.01},
    ],
    caption: 'Tiers',
  },
  waterfall: {
    type: 'waterfall',
    loss: 100,
    layers: [
      {label: "trader's margin", amount: 30},
      {label: 'insurance fund', amount: 45},
    ],
    caption: 'Waterfall',
  },
  distribution: {
    type: 'distribution',
    x: 'daily return',
    mean: 0,
    deviation: 0.03,
    confidence: 0.99,
    caption: 'Distribution',
  },
};
