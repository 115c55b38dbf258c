import {
  type Dot,
  type Drawing,
  type DrawingTexts,
  type Label,
  LINES,
  type Look,
  type Shape,
} from './drawing.js';
import {areApart, placeLabels, type WantedLabel} from './place-labels.js';

export type Point = readonly [x: number, y: number];

/** An axis: what it measures, from where to where, and how its numbers are written. */
export interface Axis {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly text: (value: number, step?: number) => string;
  /** Where numbers stand; by default at round ones. */
  readonly ticks?: readonly number[];
}

/** A named line. */
export interface Series {
  readonly label?: string;
  readonly points: readonly Point[];
  readonly look?: Look;
}

/** The round number (1, 2 or 5 times a power of ten) that is closest to a part of a span. */
const roundStep = (span: number, parts: number): number => {
  const power = 10 ** Math.floor(Math.log10(span / parts));
  const ratio = span / parts / power;
  return power * (ratio < 1.5 ? 1 : ratio < 3.3 ? 2 : ratio < 7.5 ? 5 : 10);
};

/** Round numbers inside a range, at about so many equal distances. */
export const ticksOf = (
  {from, to}: Pick<Axis, 'from' | 'to'>,
  parts: number,
): readonly number[] => {
  const step = roundStep(to - from, parts);
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  return Array.from({length: count}, (_, i) => (first + i) * step);
};

const stepOf = ([first, second]: readonly number[]): number | undefined =>
  second === undefined ? undefined : second - first!;

/** A range that holds values, with a margin on both sides. */
export const rangeOf = (
  values: readonly number[],
): {readonly from: number; readonly to: number} => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  // What is flat has a range too.
  const margin = (high - low) * 0.12 || Math.abs(high) * 0.1 || 1;
  const isTouching = low >= 0 && low < margin;
  return {from: isTouching ? 0 : low - margin, to: high + margin};
};

/** Numbers at equal distances, both ends among them. */
export const spread = (
  from: number,
  to: number,
  count: number,
): readonly number[] =>
  Array.from({length: count}, (_, i) => from + ((to - from) * i) / (count - 1));

/** A line that keeps each value until the next. */
export const stepped = (points: readonly Point[]): readonly Point[] =>
  points.flatMap(([x, y], index) => {
    const next = points[index + 1];
    return next ? [[x, y] as Point, [next[0], y] as Point] : [[x, y] as Point];
  });

const round = (value: number): number => Math.round(value * 100) / 100;

/** Where on its line a name may stand: towards the end first. */
const NAME_PLACES = [0.96, 0.86, 0.75, 0.64, 0.52, 0.4, 0.28, 0.16, 0.05];

/** Collects what is drawn in the numbers of its axes, and places the texts. */
export class Plot {
  readonly #shapes: Shape[] = [];
  readonly #lines: (readonly Dot[])[] = [];
  readonly #dots: Dot[] = [];
  readonly #labels: Label[] = [];
  readonly #wanted: WantedLabel[] = [];
  #series = 0;

  constructor(
    readonly x: Axis,
    readonly y: Axis,
  ) {
    this.#axisX();
    this.#axisY();
  }

  /** A place of the plot as one of the drawing. */
  at([x, y]: Point): Dot {
    const share = (value: number, {from, to}: Axis) =>
      (value - from) / (to - from);
    const dot = {
      x: round(100 * share(x, this.x)),
      y: round(100 * (1 - share(y, this.y))),
    };
    if (!Number.isFinite(dot.x + dot.y))
      throw new RangeError(`a figure cannot draw (${x}, ${y})`);
    return dot;
  }

  /** A line, named where there is room beside it; each has a look of its own. */
  line({points, label, look = LINES[this.#series++ % LINES.length]!}: Series) {
    const dots = points.map((point) => this.at(point));
    this.#draw(look, dots);
    const line = this.#lines.push(dots) - 1;
    if (label)
      this.#wanted.push({
        text: label,
        line,
        points: NAME_PLACES.map(
          (share) => dots[Math.round(share * (dots.length - 1))]!,
        ),
      });
  }

  /** A closed area. */
  area(points: readonly Point[], look: 'soft' | 'hollow' = 'soft') {
    this.#draw(
      look,
      points.map((point) => this.at(point)),
      'Z',
    );
  }

  bar(
    x: readonly [number, number],
    y: readonly [number, number],
    look?: 'soft' | 'hollow',
  ) {
    this.area(
      [
        [x[0], y[0]],
        [x[1], y[0]],
        [x[1], y[1]],
        [x[0], y[1]],
      ],
      look,
    );
  }

  /** A point, with a text next to it. */
  dot(point: Point, label?: string) {
    const dot = this.at(point);
    this.#dots.push(dot);
    if (label) this.#wanted.push({text: label, points: [dot]});
  }

  /** A text at a point. */
  note(point: Point, label: string) {
    this.#wanted.push({text: label, points: [this.at(point)], isBeside: true});
  }

  /** A thin broken line between two points, with a text along it. */
  guide(from: Point, to: Point, label?: string) {
    const ends = [this.at(from), this.at(to)] as const;
    this.#draw('guide', ends);
    this.#lines.push(ends);
    const [a, b] = ends;
    if (label)
      this.#wanted.push({
        text: label,
        isBeside: true,
        points: [1, 0.5, 0.8, 0.2, 0].map((share) => ({
          x: a.x + (b.x - a.x) * share,
          y: a.y + (b.y - a.y) * share,
        })),
      });
  }

  drawing(texts: DrawingTexts): Drawing {
    // Points come before lines, which can be named in many places.
    const wanted = this.#wanted.toSorted(
      (a, b) => a.points.length - b.points.length,
    );
    return {
      ...texts,
      shapes: this.#shapes,
      dots: this.#dots,
      labels: [
        ...this.#labels,
        ...placeLabels(wanted, this.#lines, this.#labels),
      ],
    };
  }

  #draw(look: Look, dots: readonly Dot[], end = '') {
    this.#shapes.push({
      look,
      path: `M${dots.map(({x, y}) => `${x} ${y}`).join('L')}${end}`,
    });
  }

  #axisX() {
    const {text, title} = this.x;
    const labelsAt = (ticks: readonly number[]) =>
      ticks.map((tick): Label => ({
        x: this.at([tick, this.y.from]).x,
        y: 100,
        text: text(tick, stepOf(ticks)),
        anchor: 'middle',
        dx: 0,
        dy: 16,
        isQuiet: true,
      }));
    // As many numbers as stand side by side where there is least room.
    const given = this.x.ticks;
    const labels = [1, 2, 3, 4]
      .map((nth) =>
        labelsAt(
          given?.filter((_, index) => index % nth === 0) ??
            ticksOf(this.x, 6 - nth),
        ),
      )
      .find(areApart);
    const place = {x: 100, y: 100, anchor: 'end', dx: 10, dy: 33} as const;
    this.#labels.push(...(labels ?? []), {
      ...place,
      text: title,
      isQuiet: true,
    });
  }

  #axisY() {
    const {title, from, to, text, ticks = ticksOf(this.y, 3)} = this.y;
    const base = from < 0 && to > 0 ? 0 : from;
    for (const tick of new Set([...ticks, base])) {
      const {y} = this.at([this.x.from, tick]);
      this.#draw(tick === base ? 'axis' : 'grid', [
        {x: 0, y},
        {x: 100, y},
      ]);
      // No name is to stand on the line of zero.
      if (tick === 0)
        this.#lines.push([
          {x: 0, y},
          {x: 100, y},
        ]);
      if (!ticks.includes(tick)) continue;
      const label = {x: 0, y, anchor: 'end', dx: -6, dy: 4} as const;
      this.#labels.push({
        ...label,
        text: text(tick, stepOf(ticks)),
        isQuiet: true,
      });
    }
    const place = {x: 0, y: 0, anchor: 'start', dx: -40, dy: -10} as const;
    this.#labels.push({...place, text: title, isQuiet: true});
  }
}
