/** A document is not valid MDX. `offset` is where the parser stopped, if it is known. */
export class MdxError extends Error {
  override readonly name = 'MdxError';

  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }

  /** What the author can do about it. */
  readonly help =
    'Correct the syntax there, or name the file .md if it is plain Markdown.';
}
