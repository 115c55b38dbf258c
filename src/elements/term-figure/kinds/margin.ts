import type {
  MarginLadderFigure,
  WaterfallFigure,
} from '../../../glossary/figure-types.js';
import type {Drawing, Label, Shape} from '../drawing.js';
import type {NumberText} from '../number-text.js';
import {Plot, type Point, rangeOf} from '../plot.js';

/** Prices at which a position with isolated margin is liquidated, and has nothing left. */
export const ladderOf = ({
  side,
  entry,
  leverage,
  maintenance,
}: MarginLadderFigure) => {
  const sign = side === 'short' ? -1 : 1;
  const bankruptcy = entry * (1 - sign / leverage);
  return {
    sign,
    bankruptcy,
    liquidation: bankruptcy / (1 - sign * maintenance),
  };
};

/** Equity and maintenance margin of one unit against the price. */
export const marginLadder = (
  figure: MarginLadderFigure,
  {number}: NumberText,
): Drawing => {
  const {entry, maintenance, leverage} = figure;
  const {sign, bankruptcy, liquidation} = ladderOf(figure);
  const equity = (price: number) => sign * (price - bankruptcy);
  const margin = (entry - bankruptcy) * 0.3;
  const ends = [bankruptcy - margin, entry + margin].sort((a, b) => a - b);
  const [from, to] = ends as [number, number];
  const points = (f: (price: number) => number): readonly Point[] =>
    ends.map((price) => [price, f(price)]);
  const plot = new Plot(
    {title: 'mark price', from, to, text: number},
    {
      title: 'margin of one unit',
      ...rangeOf(points(equity).map(([, value]) => value)),
      text: number,
    },
  );
  plot.line({points: points(equity), label: 'equity'});
  plot.line({
    points: points((price) => price * maintenance),
    label: 'maintenance',
  });
  const marks = [
    ['entry', entry],
    ['liquidation', liquidation],
    ['bankruptcy', bankruptcy],
  ] as const;
  for (const [name, price] of marks)
    plot.dot([price, equity(price)], `${name} ${number(price)}`);
  return plot.drawing({
    title: `Margin of a ${sign > 0 ? 'long' : 'short'} position with ${number(leverage)} times leverage`,
    description: `Entered at ${number(entry)} with a margin of ${number(equity(entry))}. Liquidation at ${number(liquidation)}, where equity has fallen to the maintenance margin of ${number(equity(liquidation))}. Bankruptcy at ${number(bankruptcy)}, where nothing is left.`,
    table: {
      head: ['', 'Price', 'Equity', 'Maintenance margin'],
      rows: marks.map(([name, price]) => [
        name,
        number(price),
        number(equity(price)),
        number(price * maintenance),
      ]),
    },
  });
};

/** What each layer bears of a loss, and what is left of it. */
export const waterfallOf = ({loss, layers}: WaterfallFigure) => {
  let left = loss;
  return layers.map(({label, amount}) => {
    const borne = Math.min(left, amount);
    left -= borne;
    return {label, amount, borne, left};
  });
};

/** A loss as a bar, and below it what each layer bears. */
export const waterfall = (
  figure: WaterfallFigure,
  {number}: NumberText,
): Drawing => {
  const {loss} = figure;
  const layers = waterfallOf(figure);
  const remains = layers.at(-1)?.left ?? loss;
  const rows = [
    {label: 'loss', from: 0, to: loss, look: 'soft'} as const,
    ...layers.map(({label, borne, left}) => ({
      label,
      from: left,
      to: left + borne,
      look: 'hollow' as const,
    })),
    ...(remains > 0
      ? [{label: 'not covered', from: 0, to: remains, look: 'soft' as const}]
      : []),
  ];
  const height = 108 / rows.length;
  const labels: Label[] = [];
  const shapes: Shape[] = [];
  rows.forEach(({label, from, to, look}, index) => {
    const top = index * height - 2 + height * 0.5;
    const bottom = (index + 1) * height - 4;
    const [left, right] = [from, to].map(
      (it) => Math.round((10_000 * it) / loss) / 100,
    );
    shapes.push({
      look: to > from ? look : 'guide',
      path: `M${left} ${top}H${right}V${bottom}H${left}Z`,
    });
    labels.push({
      x: 0,
      y: top,
      anchor: 'start',
      dx: 0,
      dy: -5,
      text: `${label} ${number(to - from)}`,
    });
  });
  return {
    title: 'Who bears a loss',
    description: `A loss of ${number(loss)}: ${layers
      .map(
        ({label, borne, amount}) =>
          `${label} ${number(borne)} of ${number(amount)}`,
      )
      .join(
        ', ',
      )}; ${remains > 0 ? `${number(remains)} are not covered` : 'all is covered'}.`,
    table: {
      head: ['Layer', 'Available', 'Used', 'Loss left'],
      rows: layers.map(({label, amount, borne, left}) => [
        label,
        ...[amount, borne, left].map((it) => number(it)),
      ]),
    },
    shapes,
    dots: [],
    labels,
  };
};
