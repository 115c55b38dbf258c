import type {
  SmileFigure,
  SurfaceFigure,
} from '../../../glossary/figure-types.js';
import type {Drawing, Table} from '../drawing.js';
import {sviVolatility} from '../finance.js';
import type {NumberText} from '../number-text.js';
import {Plot, type Point, rangeOf, spread} from '../plot.js';
import {chartLines} from './chart-lines.js';

const volatilityAt = (
  slice: SmileFigure['slices'][number],
  moneyness: number,
): number => sviVolatility(slice, Math.log(moneyness), slice.days / 365);

const daysText = (days: number, {number}: NumberText) => `${number(days)} days`;

const tableOf = (
  {slices, from = 0.6, to = 1.6}: SmileFigure | SurfaceFigure,
  text: NumberText,
): Table => ({
  head: ['Strike / forward', ...slices.map(({days}) => daysText(days, text))],
  rows: spread(from, to, 11).map((at) => [
    text.percent(at, 0.01),
    ...slices.map((slice) => text.percent(volatilityAt(slice, at), 0.001)),
  ]),
});

/** Implied volatility against the strike, a line for each expiry. */
export const smile = (figure: SmileFigure, text: NumberText): Drawing => {
  const {slices, from = 0.6, to = 1.6} = figure;
  return chartLines({
    title: 'Implied volatility by strike',
    x: {title: 'strike / forward', text: text.percent},
    y: {title: 'implied volatility', text: text.percent},
    isUnnamed: slices.length === 1,
    table: tableOf(figure, text),
    series: slices.map((slice) => ({
      label: daysText(slice.days, text),
      points: spread(from, to, 51).map((at): Point => [
        at,
        volatilityAt(slice, at),
      ]),
    })),
  });
};

/** How far the last expiry stands to the right of the first, and above it, as parts of the box. */
const SHIFT_X = 0.3;
const SHIFT_Y = 0.45;

/** Width with the room for the names of the expiries. */
const ROOM = 1.34;

/** Implied volatility over strike and time, as a net of lines. */
export const surface = (figure: SurfaceFigure, text: NumberText): Drawing => {
  const {slices, from = 0.6, to = 1.6} = figure;
  const strikes = spread(from, to, 31);
  const values = slices.flatMap((slice) =>
    strikes.map((at) => volatilityAt(slice, at)),
  );
  const {from: low, to: high} = rangeOf(values);
  const depth = slices.map((_, index) =>
    slices.length > 1 ? index / (slices.length - 1) : 0,
  );
  // The box is one wide and one high; what is behind stands further right and higher.
  const place = (at: number, behind: number, value: number): Point => [
    ((at - from) / (to - from)) * (1 - SHIFT_X) + behind * SHIFT_X,
    ((value - low) / (high - low)) * (1 - SHIFT_Y) + behind * SHIFT_Y,
  ];
  const marks = spread(from, to, 6);
  const plot = new Plot(
    {
      title: 'strike / forward',
      from: 0,
      to: ROOM,
      ticks: marks
        .filter((_, index) => index % 2 === 0)
        .map((at) => place(at, 0, low)[0]),
      text: (x) => text.percent(from + (x / (1 - SHIFT_X)) * (to - from), 0.01),
    },
    {
      title: 'implied volatility',
      from: 0,
      to: 1,
      ticks: [0, 1 - SHIFT_Y],
      text: (y) => text.percent(low + (y / (1 - SHIFT_Y)) * (high - low), 0.01),
    },
  );
  slices.forEach((slice, index) => {
    const behind = depth[index]!;
    plot.line({
      look: index ? 'thin' : 'line',
      points: strikes.map((at) => place(at, behind, volatilityAt(slice, at))),
    });
    // Those between stand too close to be named.
    if (behind === 0 || behind === 1)
      plot.note(
        place(to, behind, volatilityAt(slice, to)),
        daysText(slice.days, text),
      );
  });
  for (const at of marks)
    plot.line({
      look: 'thin',
      points: slices.map((slice, index) =>
        place(at, depth[index]!, volatilityAt(slice, at)),
      ),
    });
  const say = (value: number) => text.percent(value, 0.001);
  return plot.drawing({
    title: 'Implied volatility by strike and expiry',
    description: slices
      .map((slice) => {
        const [a, b, c] = [from, 1, to].map((at) =>
          say(volatilityAt(slice, at)),
        );
        return `${daysText(slice.days, text)}: ${a} at a strike of ${text.percent(from)} of the forward, ${b} at the forward, ${c} at ${text.percent(to)}.`;
      })
      .join(' '),
    table: tableOf(figure, text),
  });
};
