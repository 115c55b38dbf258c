import type {Dot, Label} from './drawing.js';

/**
 * The least room that a drawing has, in CSS pixels: in a card on a screen of
 * 320. In a wider box lines are stretched and words are not, so that labels
 * which are clear of each other here are so at every width.
 */
const WIDTH = 180;
const HEIGHT = 186;

/** Of a line of text of 12 pixels. */
const TEXT_HEIGHT = 14;
const GAP = 7;

/** A text that has to go somewhere, with the points that it may stand at, best first. */
export interface WantedLabel {
  readonly text: string;
  readonly points: readonly Dot[];
  /** Stands beside its point, and above or below only if there is no room. */
  readonly isBeside?: boolean;
  /** Number of the line that it names. */
  readonly line?: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Width of a text in a wide font; Chinese letters are squares. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => {
    if (letter > '\u2E80') return sum + 12.5;
    return sum + (letter === '%' ? 11 : 7.3);
  }, 0);

const boxOf = ({x, y, text, anchor, dx, dy}: Label): Box => {
  const width = widthOf(text);
  const at = (x / 100) * WIDTH + dx;
  const left =
    at - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
  const bottom = (y / 100) * HEIGHT + dy + 3;
  return {left, right: left + width, top: bottom - TEXT_HEIGHT, bottom};
};

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether no two of a row of texts touch. */
export const areApart = (labels: readonly Label[]): boolean =>
  labels.every(
    (label, index) =>
      !index || boxOf(labels[index - 1]!).right + GAP < boxOf(label).left,
  );

/** How far a box is out of the room, in pixels. */
const outside = ({left, right, top, bottom}: Box): number =>
  Math.max(0, -left - 4) +
  Math.max(0, right - WIDTH - 10) +
  Math.max(0, -top) +
  Math.max(0, bottom - HEIGHT - 3);

/** Between two points, which may be far outside. */
const MOST_STEPS = 100;

/** Points of a line, close enough that no label slips between two of them. */
const trace = (points: readonly Dot[]): readonly Dot[] =>
  points.flatMap((point, index) => {
    const next = points[index + 1];
    if (!next) return [point];
    const [dx, dy] = [next.x - point.x, next.y - point.y];
    const steps = Math.min(
      MOST_STEPS,
      Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / 2) || 1,
    );
    return Array.from({length: steps}, (_, step) => ({
      x: point.x + (dx * step) / steps,
      y: point.y + (dy * step) / steps,
    }));
  });

const within = ({left, right, top, bottom}: Box, {x, y}: Dot): boolean => {
  const [px, py] = [(x / 100) * WIDTH, (y / 100) * HEIGHT];
  return px > left - 2 && px < right + 2 && py > top - 1 && py < bottom + 1;
};

/** Places around a point: direction, and how much worse than the first. */
const PLACES = [
  ['middle', 0, -GAP],
  ['start', GAP, -GAP + 1],
  ['end', -GAP, -GAP + 1],
  ['middle', 0, GAP + 10],
  ['start', GAP, GAP + 9],
  ['end', -GAP, GAP + 9],
  ['start', GAP + 1, 4],
  ['end', -GAP - 1, 4],
  ['start', GAP - 2, -GAP - 14],
  ['end', -GAP + 2, -GAP - 14],
  ['start', GAP - 2, GAP + 24],
  ['end', -GAP + 2, GAP + 24],
] as const;

const BESIDE_FIRST = [...PLACES.slice(6, 8), ...PLACES.slice(0, 6)];

/** A distance in pixels up to which another line makes a label doubtful. */
const NEAR = 26;

/**
 * Finds a place for each text: clear of the lines, of other texts and of the
 * edge, and next to the line that it names rather than another.
 *
 * @param lines Everything that is drawn, as points.
 * @param placed Texts that have their place.
 */
export const placeLabels = (
  wanted: readonly WantedLabel[],
  lines: readonly (readonly Dot[])[],
  placed: readonly Label[],
): readonly Label[] => {
  const traces = lines.map(trace);
  const boxes = placed.map(boxOf);
  const cost = (label: Label, {line}: WantedLabel, rank: number): number => {
    const box = boxOf(label);
    let sum = rank + 3 * outside(box);
    for (const other of boxes) if (overlap(box, other)) sum += 60;
    for (const points of traces)
      sum += 9 * Math.min(5, points.filter((dot) => within(box, dot)).length);
    if (line !== undefined)
      traces.forEach((points, index) => {
        if (index === line) return;
        const near = Math.min(
          ...points.map(({x, y}) =>
            Math.hypot(
              ((x - label.x) * WIDTH) / 100,
              ((y - label.y) * HEIGHT) / 100,
            ),
          ),
        );
        sum += NEAR - Math.min(NEAR, near);
      });
    return sum;
  };
  return wanted.map((want) => {
    let best: Label | undefined;
    let least = Infinity;
    want.points.forEach(({x, y}, order) => {
      (want.isBeside ? BESIDE_FIRST : PLACES).forEach(
        ([anchor, dx, dy], place) => {
          const label = {x, y, text: want.text, anchor, dx, dy};
          const sum = cost(label, want, order * 0.5 + place * 0.6);
          if (sum < least) [best, least] = [label, sum];
        },
      );
    });
    boxes.push(boxOf(best!));
    return best!;
  });
};
