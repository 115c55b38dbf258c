/**
 * Links would change more of a document than they should. `offset` is where in
 * the source the first of them stands.
 */
export class ChangedDocumentError extends Error {
  override readonly name = 'ChangedDocumentError';

  constructor(readonly offset: number) {
    super('links would change what is around them');
  }

  /** What the author can do about it. */
  readonly help =
    'Name what it stands in with --exclude, or write these links by hand.';
}
