/** Why a glossary could not be loaded. */
export type LoadErrorCode =
  | 'address' // not an http(s) address
  | 'network' // no answer: offline, refused, blocked by a policy, broken off
  | 'timeout' // no complete response within the time for it
  | 'http' // an answer other than success
  | 'size' // more than a page can be asked to hold
  | 'integrity' // not the content of `integrity`
  | 'encoding' // not UTF-8
  | 'json'; // not JSON: cut short by its server, or a page of HTML

/** Details of a failure. */
export interface LoadErrorOptions extends ErrorOptions {
  readonly status?: number | undefined;
  readonly retryAfter?: Date | undefined;
}

/** A glossary could not be loaded. `code` says which step failed. */
export class GlossaryLoadError extends Error {
  override readonly name = 'GlossaryLoadError';
  /** Of code `http`, and of an answer that was refused for its content: the status. */
  readonly status: number | undefined;
  /** When the server wants the next request, if it says so. */
  readonly retryAfter: Date | undefined;

  constructor(
    readonly code: LoadErrorCode,
    /** Address that was asked. */
    readonly address: string,
    detail: string,
    {status, retryAfter, ...options}: LoadErrorOptions = {},
  ) {
    super(`${address}: ${detail}`, options);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
