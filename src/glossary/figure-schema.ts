/**
 * The figures of a glossary document; `figure-types.ts` says what they mean, and
 * `quick-figure-check.ts` has the check that right ones pass.
 */
import * as v from 'valibot';

const number = v.number();

const positive = v.pipe(
  v.number(),
  v.gtValue(0, 'Expected a number greater than 0'),
);

const text = v.string();

/**
 * More lines than a reader can distinguish, or more points than there are
 * pixels, are a mistake.
 */
const MOST_LINES = 5;
const MOST_ITEMS = 400;

const listOf = <Item extends v.GenericSchema>(item: Item, most = MOST_ITEMS) =>
  v.pipe(
    v.array(item),
    v.minLength(1, 'Expected at least one'),
    v.maxLength(most, `Expected at most ${most}`),
  );

const pairOf = <Item extends v.GenericSchema>(item: Item) =>
  v.tuple([item, item]);

const caption = v.optional(
  v.pipe(text, v.description('Shown below the figure.')),
);

const side = v.optional(v.picklist(['long', 'short']));

const slices = listOf(
  v.object({
    days: positive,
    a: number,
    b: positive,
    rho: v.pipe(number, v.minValue(-1), v.maxValue(1)),
    m: number,
    sigma: positive,
  }),
  MOST_LINES,
);

const range = v.optional(pairOf(positive));

const levels = listOf(pairOf(positive));

const strikes = {from: v.optional(positive), to: v.optional(positive)};

export const FigureSchema = v.pipe(
  v.variant('type', [
    v.object({
      type: v.literal('payoff'),
      caption,
      legs: listOf(
        v.object({
          type: v.picklist([
            'call',
            'put',
            'future',
            'inverse',
            'inverse-call',
            'inverse-put',
            'binary-call',
            'binary-put',
          ]),
          side,
          at: positive,
          premium: v.optional(number),
          quantity: v.optional(positive),
          days: v.optional(positive),
        }),
      ),
      from: positive,
      to: positive,
      volatility: v.optional(positive),
      days: v.optional(positive),
    }),
    v.object({
      type: v.literal('greek'),
      caption,
      greek: v.picklist([
        'price',
        'delta',
        'gamma',
        'vega',
        'theta',
        'rho',
        'vanna',
        'volga',
        'charm',
      ]),
      option: v.optional(v.picklist(['call', 'put'])),
      strike: positive,
      volatility: positive,
      days: listOf(positive, MOST_LINES),
      prices: v.optional(listOf(positive, MOST_LINES)),
      ...strikes,
    }),
    v.object({type: v.literal('smile'), caption, slices, ...strikes}),
    v.object({type: v.literal('surface'), caption, slices, ...strikes}),
    v.object({
      type: v.literal('lines'),
      caption,
      title: text,
      x: text,
      y: text,
      series: listOf(
        v.object({
          label: text,
          points: listOf(pairOf(number)),
          steps: v.optional(v.boolean()),
        }),
        MOST_LINES,
      ),
      percent: v.optional(v.picklist(['x', 'y', 'both'])),
    }),
    v.object({
      type: v.literal('pool'),
      caption,
      x: positive,
      y: positive,
      trade: v.optional(positive),
      range,
    }),
    v.object({
      type: v.literal('impermanent-loss'),
      caption,
      from: positive,
      to: positive,
      range,
    }),
    v.object({
      type: v.literal('funding'),
      caption,
      premiums: listOf(number),
      interest: v.optional(number),
      clamp: v.optional(positive),
      hours: v.optional(positive),
    }),
    v.object({
      type: v.literal('cascade'),
      caption,
      price: positive,
      shock: positive,
      impact: positive,
      positions: listOf(v.object({at: positive, size: positive})),
    }),
    v.object({
      type: v.literal('order-book'),
      caption,
      bids: levels,
      asks: levels,
      order: v.optional(
        v.object({side: v.picklist(['buy', 'sell']), size: positive}),
      ),
    }),
    v.object({
      type: v.literal('margin-ladder'),
      caption,
      side,
      entry: positive,
      leverage: positive,
      maintenance: positive,
    }),
    v.object({
      type: v.literal('margin-tiers'),
      caption,
      tiers: listOf(
        v.object({to: positive, initial: positive, maintenance: positive}),
      ),
    }),
    v.object({
      type: v.literal('waterfall'),
      caption,
      loss: positive,
      layers: listOf(v.object({label: text, amount: positive})),
    }),
    v.object({
      type: v.literal('distribution'),
      caption,
      x: text,
      mean: v.optional(number),
      deviation: positive,
      confidence: v.optional(v.pipe(positive, v.ltValue(1))),
    }),
  ]),
  v.description('Drawn from data by cards and by <term-figure>.'),
);
