/**
 * Links would change more of a document than they should. `offset` is where in
 * the source the first of them stands.
 */
export class ChangedDocumentError extends Error {
  override readonly name = 'ChangedDocumentError';

  constructor(readonly offset: number) {
    super('links would change the text around them');
  }

  /** What the author can do about it. */
  readonly help =
    'Exclude the element around it with --exclude, or write these links by hand.';
}
