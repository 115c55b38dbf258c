/**
 * A figure as it is drawn: shapes and words in a box of 100 by 100, x to the
 * right and y down. Shapes stretch with the box, words do not. Pure.
 */

/** How a line or an area is drawn; a reader distinguishes them without colour. */
export type Look =
  | 'line'
  | 'dashed'
  | 'dotted'
  | 'dash-dot'
  | 'thin'
  | 'grid'
  | 'axis'
  | 'guide'
  | 'soft'
  | 'hollow';

/** Looks of the lines of one figure, in order. */
export const LINES: readonly Look[] = [
  'line',
  'dashed',
  'dotted',
  'dash-dot',
  'thin',
];

/** A line or an area, as an SVG path. */
export interface Shape {
  readonly look: Look;
  readonly path: string;
}

/** A point on a line. */
export interface Dot {
  readonly x: number;
  readonly y: number;
}

/** A text at a point, moved by a distance in pixels. */
export interface Label extends Dot {
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly dx: number;
  readonly dy: number;
  /** Ticks and titles of axes are quieter than what names a line or a point. */
  readonly isQuiet?: boolean;
}

/** The numbers of a figure: a heading for each column, and rows of texts. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Drawing {
  /** What is drawn: "Profit at expiry". */
  readonly title: string;
  /** What is to be seen in it, in sentences. */
  readonly description: string;
  readonly table: Table;
  readonly shapes: readonly Shape[];
  readonly dots: readonly Dot[];
  readonly labels: readonly Label[];
}

/** What a kind of figure says; the rest is what its plot has drawn. */
export type DrawingTexts = Pick<Drawing, 'title' | 'description' | 'table'>;
