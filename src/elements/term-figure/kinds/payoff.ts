import type {PayoffFigure, PayoffLeg} from '../../../glossary/figure-types.js';
import type {Drawing} from '../drawing.js';
import {greekOf, intrinsic, rootOf} from '../finance.js';
import type {NumberText} from '../number-text.js';
import {Plot, type Point, rangeOf, spread} from '../plot.js';

const COINS = /^inverse/;

/** Value of one contract, its premium left out. */
const valueOf = (
  {type, at, days: left = 0}: PayoffLeg,
  price: number,
  days: number,
  volatility: number,
): number => {
  const isCall = type.endsWith('call');
  const years = (days + left) / 365;
  switch (type) {
    case 'future':
      return price - at;
    case 'inverse':
      return 1 - at / price;
    case 'inverse-call':
    case 'inverse-put':
      return intrinsic(isCall, price, at) / price;
    case 'binary-call':
    case 'binary-put':
      return price > at === isCall ? 1 : 0;
    default:
      return years && volatility
        ? greekOf('price', {isCall, price, strike: at, years, volatility})
        : intrinsic(isCall, price, at);
  }
};

/**
 * Profit of a position, in the currency of the price, or in coins.
 *
 * @param days Time to expiry.
 */
export const profitOf = (
  {legs, volatility = 0}: PayoffFigure,
  price: number,
  days = 0,
): number =>
  legs.reduce(
    (sum, leg) =>
      sum +
      (leg.side === 'short' ? -1 : 1) *
        (leg.quantity ?? 1) *
        (valueOf(leg, price, days, volatility) - (leg.premium ?? 0)),
    0,
  );

/** Where a profit of zero is crossed. */
const breakEvens = (
  points: readonly Point[],
  profit: (price: number) => number,
): readonly number[] =>
  points.flatMap(([price, value], index) => {
    const next = points[index + 1];
    // What only touches zero, as a position without a premium does, is no crossing.
    return next && value * next[1] < 0
      ? [rootOf(profit, price, next[0])]
      : value === 0 && index > 0 && next && points[index - 1]![1] * next[1] < 0
        ? [price]
        : [];
  });

export const payoff = (figure: PayoffFigure, {number}: NumberText): Drawing => {
  const {legs, from, to, days, volatility} = figure;
  const profit = (price: number) => profitOf(figure, price);
  const strikes = [...new Set(legs.map(({at}) => at))]
    .filter((at) => at > from && at < to)
    .sort((a, b) => a - b);
  const isCurved = legs.some(({type, days: left}) => left ?? COINS.test(type));
  const isBinary = legs.some(({type}) => type.startsWith('binary'));
  const prices = [
    // Each once: neighbours show where a curve rises.
    ...new Set([
      ...(isCurved ? spread(from, to, 81) : [from, to]),
      ...strikes,
      // On both sides of a step.
      ...(isBinary ? strikes.map((at) => at * (1 + 1e-9)) : []),
    ]),
  ].sort((a, b) => a - b);
  const points = prices.map((price): Point => [price, profit(price)]);
  const before =
    days && volatility
      ? spread(from, to, 61).map((price): Point => [
          price,
          profitOf(figure, price, days),
        ])
      : undefined;
  const values = points.map(([, value]) => value);
  const inCoins = legs.some(({type}) => COINS.test(type));
  const plot = new Plot(
    {title: 'price', from, to, text: number},
    {
      title: inCoins ? 'profit in coins' : 'profit',
      ...rangeOf([0, ...values, ...(before ?? []).map(([, value]) => value)]),
      text: number,
    },
  );
  if (before)
    plot.line({points: before, label: `${days} days before`, look: 'dashed'});
  plot.line({points, look: 'line', ...(before && {label: 'at expiry'})});
  const evens = breakEvens(points, profit);
  for (const price of evens) plot.dot([price, 0], number(price));
  const hasStrikes = legs.some(
    ({type}) => type !== 'future' && type !== 'inverse',
  );
  for (const at of strikes) {
    const value = profit(at);
    const name = hasStrikes ? (strikes.length > 2 ? '' : 'strike ') : 'entry ';
    if (value) plot.guide([at, 0], [at, value], name + number(at));
    else if (!evens.includes(at)) plot.dot([at, 0], name + number(at));
  }
  return plot.drawing({
    title: legs.some(({days: left}) => left)
      ? 'Profit when the near options expire'
      : hasStrikes
        ? 'Profit at expiry'
        : 'Profit',
    description: [
      extreme(points, 1, number),
      extreme(points, -1, number),
      evens.length
        ? `Break-even at ${evens.map((price) => number(price)).join(' and ')}.`
        : '',
      inCoins ? 'Profit is counted in coins.' : '',
    ]
      .filter(Boolean)
      .join(' '),
    table: {
      head: ['Price', 'Profit', ...(before ? [`${days} days before`] : [])],
      rows: [...new Set([from, ...strikes, ...evens, to])]
        .sort((a, b) => a - b)
        .map((price) => [
          number(price),
          number(profit(price)),
          ...(before ? [number(profitOf(figure, price, days))] : []),
        ]),
    },
  });
};

/** The largest profit (1) or loss (-1) and where it is, or how it grows. */
const extreme = (
  points: readonly Point[],
  sign: 1 | -1,
  number: NumberText['number'],
): string => {
  const name = sign > 0 ? 'profit' : 'loss';
  const sizes = points.map(([, value]) => sign * value);
  const most = Math.max(...sizes);
  if (most <= 0) return `There is no ${name}.`;
  const tolerance = 1e-9 * (1 + most);
  const end = points.length - 1;
  // A line that rises to the edge of the figure goes on behind it.
  const growing = (
    [
      [0, 1, 'falls'],
      [end, end - 1, 'rises'],
    ] as const
  ).filter(
    ([edge, inner]) =>
      sizes[edge]! > 0 && sizes[edge]! > sizes[inner]! + tolerance,
  );
  const growth = growing
    .map(
      ([edge, , how]) =>
        `${how}, to ${number(sizes[edge]!)} at ${number(points[edge]![0])}`,
    )
    .join(', and as it ');
  const isMost = (index: number) => sizes[index]! > most - tolerance;
  if (growing.some(([edge]) => isMost(edge)))
    return `The ${name} grows as the price ${growth}.`;
  const starts = points.flatMap((_, index) =>
    isMost(index) && !(index && isMost(index - 1)) ? [index] : [],
  );
  const places = starts.map((first) => {
    let last = first;
    while (last < end && isMost(last + 1)) last++;
    const [low, high] = [number(points[first]![0]), number(points[last]![0])];
    if (first === last) return `at ${low}`;
    if (first === 0) return last === end ? 'at every price' : `up to ${high}`;
    return last === end ? `from ${low} up` : `from ${low} to ${high}`;
  });
  const place = `${number(most)} ${places.join(' and ')}`;
  return growth
    ? `The ${name} is ${place}, and grows again as the price ${growth}.`
    : `Largest ${name} ${place}.`;
};
