/** Code that is loaded later, once for all that need it. */
export class LaterPart<T> {
  /** What has been loaded. */
  current: T | undefined;
  #loading: Promise<void> | undefined;

  constructor(readonly fetch: () => Promise<T>) {}

  /** Settles when `current` is there, or could not be loaded: the next call tries again. */
  load(): Promise<void> {
    return (this.#loading ??= this.fetch().then(
      (part) => {
        this.current = part;
      },
      () => {
        this.#loading = undefined;
      },
    ));
  }
}
