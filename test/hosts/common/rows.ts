/** Milliseconds between two redraws. */
export const TICK = 100;

export interface Row {
  readonly term: string;
  readonly name: string;
  readonly price: string;
}

const NAMES = ['Spoke', 'Tyre', 'Rim', 'Axle', 'Nipple'];

/**
 * A list as a market redraws it. The first row stays first; the others come in
 * the opposite order each time, so that a framework moves the node of the row in
 * the middle, which stays where it is on screen.
 */
export const rowsAt = (tick: number): readonly Row[] =>
  ['Hub', ...(tick % 2 ? NAMES.toReversed() : NAMES)].map((name, index) => ({
    term: name.toLowerCase(),
    name,
    price: (100 + index + (tick % 1000) / 100).toFixed(2),
  }));
