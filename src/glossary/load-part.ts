/**
 * A part of the library could not be loaded: the page is offline or has a
 * policy against it, or a release has replaced the file under its old name.
 */
export class PartLoadError extends Error {
  override readonly name = 'PartLoadError';
  readonly code = 'part';

  constructor(cause: unknown) {
    const detail = cause instanceof Error ? `: ${cause.message}` : '';
    super(`a part of term-elements could not be loaded${detail}`, {cause});
  }
}

/** Loads a part; rejects with a `PartLoadError`. */
export const loadPart = async <T>(load: () => Promise<T>): Promise<T> => {
  try {
    return await load();
  } catch (error) {
    throw new PartLoadError(error);
  }
};
