/** A figure is of no known type, or its numbers cannot be drawn. */
export class FigureError extends Error {
  override readonly name = 'FigureError';
  /** Of the event `term-error` and of the warning. */
  readonly code = 'format';
}
