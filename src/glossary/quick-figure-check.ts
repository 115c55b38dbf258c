/**
 * Whether the figure of an entry is plainly right: for documents from an
 * address, which may have many. As in `quick-check.ts`, what does not pass is
 * for the schema to judge (`figure-schema.ts`), and a test compares them. Pure.
 */
import {
  type Check,
  flag,
  isObject,
  object,
  oneOf,
  plainEntries,
  text,
} from './quick-check.js';

const number: Check = (value) =>
  typeof value === 'number' && Number.isFinite(value);

const below =
  (limit: number): Check =>
  (value) =>
    typeof value === 'number' && value > 0 && value < limit;

const positive = below(Infinity);

const correlation: Check = (value) =>
  typeof value === 'number' && Math.abs(value) <= 1;

const LINES = 5;
const ITEMS = 400;

const listOf =
  (item: Check, most = ITEMS): Check =>
  (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= most &&
    // Holes, too, which `every` would pass over.
    Array.from(value).every(item);

const pairOf =
  (item: Check): Check =>
  (value) =>
    Array.isArray(value) &&
    value.length === 2 &&
    item(value[0]) &&
    item(value[1]);

const side = oneOf('long', 'short');
const range = pairOf(positive);
const levels = listOf(range);
const fromTo = {from: positive, to: positive};

const volatilities = object(
  {
    slices: listOf(
      object({
        days: positive,
        a: number,
        b: positive,
        rho: correlation,
        m: number,
        sigma: positive,
      }),
      LINES,
    ),
  },
  fromTo,
);

const BY_TYPE = new Map<unknown, Check>([
  [
    'payoff',
    object(
      {
        legs: listOf(
          object(
            {
              type: oneOf(
                'call',
                'put',
                'future',
                'inverse',
                'inverse-call',
                'inverse-put',
                'binary-call',
                'binary-put',
              ),
              at: positive,
            },
            {side, premium: number, quantity: positive, days: positive},
          ),
        ),
        ...fromTo,
      },
      {volatility: positive, days: positive},
    ),
  ],
  [
    'greek',
    object(
      {
        greek: oneOf(
          'price',
          'delta',
          'gamma',
          'vega',
          'theta',
          'rho',
          'vanna',
          'volga',
          'charm',
        ),
        strike: positive,
        volatility: positive,
        days: listOf(positive, LINES),
      },
      {
        option: oneOf('call', 'put'),
        prices: listOf(positive, LINES),
        ...fromTo,
      },
    ),
  ],
  ['smile', volatilities],
  ['surface', volatilities],
  [
    'lines',
    object(
      {
        title: text,
        x: text,
        y: text,
        series: listOf(
          object({label: text, points: listOf(pairOf(number))}, {steps: flag}),
          LINES,
        ),
      },
      {percent: oneOf('x', 'y', 'both')},
    ),
  ],
  ['pool', object({x: positive, y: positive}, {trade: positive, range})],
  ['impermanent-loss', object(fromTo, {range})],
  [
    'funding',
    object(
      {premiums: listOf(number)},
      {interest: number, clamp: positive, hours: positive},
    ),
  ],
  [
    'cascade',
    object({
      price: positive,
      shock: positive,
      impact: positive,
      positions: listOf(object({at: positive, size: positive})),
    }),
  ],
  [
    'order-book',
    object(
      {bids: levels, asks: levels},
      {order: object({side: oneOf('buy', 'sell'), size: positive})},
    ),
  ],
  [
    'margin-ladder',
    object(
      {entry: positive, leverage: positive, maintenance: positive},
      {side},
    ),
  ],
  [
    'margin-tiers',
    object({
      tiers: listOf(
        object({to: positive, initial: positive, maintenance: positive}),
      ),
    }),
  ],
  [
    'waterfall',
    object({
      loss: positive,
      layers: listOf(object({label: text, amount: positive})),
    }),
  ],
  [
    'distribution',
    object(
      {x: text, deviation: positive},
      {mean: number, confidence: below(1)},
    ),
  ],
]);

const captioned = object({}, {caption: text});

const isPlainFigure: Check = (figure) =>
  isObject(figure) &&
  captioned(figure) &&
  BY_TYPE.get(figure.type)?.(figure) === true;

/** For each list of a document, whether an entry of it is plainly right. */
export const isPlainEntry = plainEntries(isPlainFigure);
