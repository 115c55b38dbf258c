/** Why a glossary could not be had. */
export type LoadErrorCode =
  | 'address' // not an http(s) address
  | 'network' // no answer: offline, refused, blocked by a policy
  | 'http' // an answer other than success
  | 'json'; // an answer that is not JSON: truncated, or a page of HTML

/** A glossary could not be loaded. `code` says which step failed. */
export class GlossaryLoadError extends Error {
  override readonly name = 'GlossaryLoadError';

  constructor(
    readonly code: LoadErrorCode,
    /** Address that was asked. */
    readonly address: string,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`${address}: ${detail}`, options);
  }
}
