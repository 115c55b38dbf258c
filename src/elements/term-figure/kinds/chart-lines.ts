import type {Drawing, Table} from '../drawing.js';
import {type Axis, Plot, type Point, rangeOf, type Series} from '../plot.js';

type LabelledSeries = Series & {readonly label: string};

interface Lines {
  readonly title: string;
  readonly x: Omit<Axis, 'from' | 'to'>;
  readonly y: Omit<Axis, 'from' | 'to'>;
  readonly series: readonly LabelledSeries[];
  /** For one line that the title names already. */
  readonly isUnnamed?: boolean;
  /** In the place of the table of the points. */
  readonly table?: Table;
  /** A sentence in front of those on the lines. */
  readonly intro?: string;
  /** Draws more, below the lines. */
  readonly more?: (plot: Plot) => void;
}

/** Rows of a table of points, however many the lines have. */
const MOST_ROWS = 13;

/** Named lines in one plot, described by their ends and their extremes. */
export const chartLines = ({
  title,
  x,
  y,
  series,
  isUnnamed,
  table,
  intro,
  more,
}: Lines): Drawing => {
  const all = series.flatMap(({points}) => points);
  const xs = all.map(([value]) => value);
  const plot = new Plot(
    {...x, from: Math.min(...xs), to: Math.max(...xs)},
    {...y, ...rangeOf(all.map(([, value]) => value))},
  );
  more?.(plot);
  for (const {label, ...rest} of series)
    plot.line(isUnnamed ? rest : {...rest, label});
  return plot.drawing({
    title,
    description: [intro, ...series.map((line) => sentence(line, x, y))]
      .filter(Boolean)
      .join(' '),
    table: table ?? pointTable(series, x, y),
  });
};

type Texts = Pick<Axis, 'title' | 'text'>;

/** "30 days: from 0.1 at 60 to 0.9 at 140, highest 1.2 at 100." */
const sentence = (
  {label, points}: LabelledSeries,
  x: Texts,
  y: Texts,
): string => {
  const say = ([at, value]: Point) => `${y.text(value)} at ${x.text(at)}`;
  const first = points[0]!;
  const last = points.at(-1)!;
  const by = (sign: number) =>
    points.reduce((a, b) => (sign * b[1] > sign * a[1] ? b : a));
  const inside = ([value, text]: readonly [Point, string]) =>
    value[1] === first[1] || value[1] === last[1]
      ? []
      : [`${text} ${say(value)}`];
  return `${[
    `${label}: from ${say(first)} to ${say(last)}`,
    ...inside([by(1), 'highest']),
    ...inside([by(-1), 'lowest']),
  ].join(', ')}.`;
};

const pointTable = (
  series: readonly LabelledSeries[],
  x: Texts,
  y: Texts,
): Table => {
  const all = [
    ...new Set(series.flatMap(({points}) => points.map(([at]) => at))),
  ].sort((a, b) => a - b);
  const every = Math.ceil(all.length / MOST_ROWS);
  return {
    head: [x.title, ...series.map(({label}) => label)],
    rows: all
      .filter((_, index) => index % every === 0)
      .map((at) => [
        x.text(at),
        ...series.map(({points}) => {
          const point = points.find(([value]) => value === at);
          return point ? y.text(point[1]) : '';
        }),
      ]),
  };
};
