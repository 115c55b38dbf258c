import type {
  ImpermanentLossFigure,
  PoolFigure,
} from '../../../glossary/figure-types.js';
import type {Drawing} from '../drawing.js';
import {lossAgainstHolding} from '../finance.js';
import type {NumberText} from '../number-text.js';
import {Plot, type Point, spread} from '../plot.js';
import {chartLines} from './chart-lines.js';

/** Reserves of a pool that keeps their product, with a trade or within a range. */
export const pool = (figure: PoolFigure, text: NumberText): Drawing =>
  figure.range
    ? rangedPool(figure, figure.range, text)
    : wholePool(figure, text);

const wholePool = (
  {x, y, trade = 0}: PoolFigure,
  {number}: NumberText,
): Drawing => {
  const product = x * y;
  const [after, left] = [x + trade, product / (x + trade)];
  const [from, to] = [x * 0.4, Math.max(x * 2.2, after * 1.3)];
  const plot = new Plot(
    {title: 'reserve of x', from: 0, to, text: number},
    {title: 'reserve of y', from: 0, to: product / from, text: number},
  );
  plot.line({
    points: spread(from, to, 61).map((at): Point => [at, product / at]),
  });
  plot.dot([x, y], trade ? 'before' : `${number(x)}, ${number(y)}`);
  if (trade) {
    plot.guide([x, y], [x, left], `y −${number(y - left)}`);
    plot.guide([x, left], [after, left], `x +${number(trade)}`);
    plot.dot([after, left], 'after');
  }
  const rows = [
    ['x', number(x), number(after)],
    ['y', number(y), number(left)],
    ['Price of x in y', number(y / x), number(left / after)],
  ];
  return plot.drawing({
    title: 'Reserves with a constant product',
    description:
      `The pool holds ${number(x)} of x and ${number(y)} of y, product ${number(product)}.` +
      (trade
        ? ` ${number(trade)} of x in, ${number(y - left)} of y out: on average ${number((y - left) / trade)} for one; the price falls from ${number(y / x)} to ${number(left / after)}.`
        : ''),
    table: trade
      ? {head: ['', 'Before', 'After'], rows}
      : {head: ['', 'Reserve'], rows: rows.map((row) => row.slice(0, 2))},
  });
};

const rangedPool = (
  {x, y}: PoolFigure,
  [low, high]: readonly [number, number],
  {number}: NumberText,
): Drawing => {
  const liquidity = Math.sqrt(x * y);
  const xs = (price: number) => liquidity / Math.sqrt(price);
  const ys = (price: number) => liquidity * Math.sqrt(price);
  const real = (price: number): Point => [
    xs(price) - xs(high),
    ys(price) - ys(low),
  ];
  // Evenly in the root of the price, in which the curve is smooth.
  const roots = (from: number, to: number) =>
    spread(Math.sqrt(from), Math.sqrt(to), 41).map((root) => root ** 2);
  const [wide, narrow] = [high * 1.8, low / 1.8];
  const plot = new Plot(
    {title: 'reserve of x', from: 0, to: xs(narrow), text: number},
    {title: 'reserve of y', from: 0, to: ys(wide), text: number},
  );
  plot.line({
    points: roots(low, high).map(real),
    label: `${number(low)} to ${number(high)}`,
  });
  plot.line({
    points: roots(narrow, wide).map((price): Point => [xs(price), ys(price)]),
    label: 'without bounds',
  });
  const price = y / x;
  const inside = Math.min(high, Math.max(low, price));
  plot.dot(real(inside));
  plot.dot([x, y]);
  const row = (at: number, [a, b]: Point) => [
    number(at),
    number(a),
    number(b),
    number(xs(at)),
    number(ys(at)),
  ];
  return plot.drawing({
    title: 'Reserves for the same liquidity, in a range and without bounds',
    description: `At a price of ${number(price)} the position from ${number(low)} to ${number(high)} holds ${number(real(inside)[0])} of x and ${number(real(inside)[1])} of y; without bounds ${number(x)} and ${number(y)} would be needed. At ${number(low)} it is all x, at ${number(high)} all y.`,
    table: {
      head: [
        'Price',
        'x in range',
        'y in range',
        'x without bounds',
        'y without bounds',
      ],
      rows: [low, inside, high].map((at) => row(at, real(at))),
    },
  });
};

/** A pool position against holding, over the logarithm of the price. */
export const impermanentLoss = (
  {from, to, range}: ImpermanentLossFigure,
  text: NumberText,
): Drawing => {
  const factors = spread(Math.log2(from), Math.log2(to), 61).map((x) => 2 ** x);
  const curve = (within?: readonly [number, number]): readonly Point[] =>
    factors.map((at) => [Math.log2(at), lossAgainstHolding(at, within)]);
  const ticks = [-4, -3, -2, -1, 0, 1, 2, 3, 4].filter(
    (power) => 2 ** power >= from && 2 ** power <= to,
  );
  const times = (power: number) => `×${text.number(2 ** power, 0.01)}`;
  const tableAt = (power: number) => [
    times(power),
    text.percent(lossAgainstHolding(2 ** power), 0.0001),
    ...(range
      ? [text.percent(lossAgainstHolding(2 ** power, range), 0.0001)]
      : []),
  ];
  return chartLines({
    title: 'Pool position against holding',
    x: {title: 'price against the start', text: times, ticks},
    y: {title: 'difference', text: text.percent},
    isUnnamed: !range,
    series: [
      {label: 'whole curve', points: curve()},
      ...(range
        ? [
            {
              label: `range ×${text.number(range[0])} to ×${text.number(range[1])}`,
              points: curve(range),
            },
          ]
        : []),
    ],
    table: {
      head: ['Price', 'Whole curve', ...(range ? ['In the range'] : [])],
      rows: ticks.map(tableAt),
    },
  });
};
