import type {
  CascadeFigure,
  OrderBookFigure,
} from '../../../glossary/figure-types.js';
import type {Drawing} from '../drawing.js';
import type {NumberText} from '../number-text.js';
import {Plot, type Point, rangeOf, stepped} from '../plot.js';

/** A forced sale: what was sold, and the price that it left. */
export interface CascadeStep {
  readonly at: number;
  readonly size: number;
  readonly price: number;
}

/** The sales that follow a fall: each position sells when the price has reached its level. */
export const cascadeSteps = ({
  price: start,
  shock,
  impact,
  positions,
}: CascadeFigure): readonly CascadeStep[] => {
  let price = start - shock;
  const steps: CascadeStep[] = [];
  for (const {at, size} of positions.toSorted((a, b) => b.at - a.at)) {
    if (at < price) break; // this one is out of reach, and all below it
    price -= size * impact;
    steps.push({at, size, price});
  }
  return steps;
};

/** Forced sales that move the price to the next ones. */
export const cascade = (
  figure: CascadeFigure,
  {number}: NumberText,
): Drawing => {
  const {price, shock, positions} = figure;
  const steps = cascadeSteps(figure);
  const levels = [price, price - shock, ...steps.map((step) => step.price)];
  const end = levels.length;
  const path = stepped(
    [...levels, levels.at(-1)!].map((level, i): Point => [i, level]),
  );
  const plot = new Plot(
    {title: 'steps', from: 0, to: end, ticks: [], text: number},
    {
      title: 'price',
      ...rangeOf([...levels, ...positions.map(({at}) => at)]),
      text: number,
    },
  );
  for (const {at, size} of positions)
    plot.guide([0, at], [end, at], `${number(size)} at ${number(at)}`);
  plot.line({points: path});
  steps.forEach(({at}, index) => {
    plot.dot([index + 1, at]);
  });
  const total = steps.reduce((sum, {size}) => sum + size, 0);
  const last = levels.at(-1)!;
  return plot.drawing({
    title: 'Liquidation cascade',
    description: `A fall from ${number(price)} to ${number(price - shock)} liquidates ${steps.length} of ${positions.length} positions one after the other; ${number(total)} are sold, and the price ends at ${number(last)}.`,
    table: {
      head: ['Liquidated at', 'Sold', 'Price after'],
      rows: steps.map((step) =>
        [step.at, step.size, step.price].map((it) => number(it)),
      ),
    },
  });
};

/** What a market order takes: levels with their sizes, and what remains unfilled. */
export const fillOf = (
  levels: readonly (readonly [number, number])[],
  size: number,
) => {
  let left = size;
  let paid = 0;
  let worst = levels[0]?.[0] ?? NaN;
  for (const [price, offered] of levels) {
    if (left <= 0) break;
    const taken = Math.min(left, offered);
    paid += taken * price;
    left -= taken;
    worst = price;
  }
  return {average: paid / (size - left), worst, unfilled: left};
};

/** Resting orders, summed up from the best price on. */
export const orderBook = (
  {bids, asks, order}: OrderBookFigure,
  {number}: NumberText,
): Drawing => {
  const depth = (levels: readonly (readonly [number, number])[]) => {
    let sum = 0;
    return levels.map(([price, size]): Point => [price, (sum += size)]);
  };
  const [below, above] = [depth(bids), depth(asks)];
  const prices = [...below, ...above].map(([price]) => price);
  const pad = (Math.max(...prices) - Math.min(...prices)) * 0.06;
  const [from, to] = [Math.min(...prices) - pad, Math.max(...prices) + pad];
  const most = Math.max(below.at(-1)![1], above.at(-1)![1]);
  const plot = new Plot(
    {title: 'price', from, to, text: number},
    {title: 'size up to this price', from: 0, to: most * 1.15, text: number},
  );
  const outline = (points: readonly Point[], end: number): readonly Point[] => [
    [points[0]![0], 0],
    ...stepped([...points, [end, points.at(-1)![1]]]),
    [end, 0],
  ];
  plot.area(outline(below, from));
  plot.area(outline(above, to), 'hollow');
  plot.note([from, most * 0.12], 'bids');
  plot.note([to, most * 0.12], 'asks');
  const [bid, ask] = [bids[0]![0], asks[0]![0]];
  const fill = order && fillOf(order.side === 'buy' ? asks : bids, order.size);
  if (fill) {
    const name = `average ${number(fill.average)}`;
    const filled = order.size - fill.unfilled;
    plot.guide([fill.average, 0], [fill.average, filled], name);
    plot.dot([fill.worst, filled], `last ${number(fill.worst)}`);
  }
  return plot.drawing({
    title: 'Order book',
    description:
      `Best bid ${number(bid)}, best ask ${number(ask)}, spread ${number(ask - bid)}.` +
      (fill
        ? ` A market order to ${order.side} ${number(order.size)} is filled at ${number(fill.average)} on average, the last part at ${number(fill.worst)}${fill.unfilled > 0 ? `; ${number(fill.unfilled)} remain unfilled` : ''}.`
        : ''),
    table: {
      head: ['Side', 'Price', 'Size', 'Size up to this price'],
      rows: (
        [
          ['bid', bids, below],
          ['ask', asks, above],
        ] as const
      ).flatMap(([side, levels, sums]) =>
        levels.map(([price, size], i) => [
          side,
          number(price),
          number(size),
          number(sums[i]![1]),
        ]),
      ),
    },
  });
};
