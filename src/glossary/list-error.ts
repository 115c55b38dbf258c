/** The terms of a glossary cannot be listed, or not as an element wants them. */
export class GlossaryListError extends Error {
  override readonly name = 'GlossaryListError';
  readonly code = 'list';

  constructor(
    /** What the glossary is, as in messages. */
    readonly label: string,
    detail: string,
  ) {
    super(`${label}: ${detail}`);
  }
}
