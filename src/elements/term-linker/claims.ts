/**
 * Which linker looks after which part of a page. A linker inside another one,
 * or one that names its part by a selector, has that part for itself.
 */
const holders = new WeakMap<Node, object>();

/** Linkers to notify when a part is claimed or released. */
const watchers = new Set<() => void>();

const notify = (except: () => void): void => {
  for (const watcher of watchers) if (watcher !== except) watcher();
};

/** The parts of the page that one linker has. */
export class Claims {
  readonly #own = new Set<Node>();
  readonly #changed: () => void;

  /** @param changed Called when another linker claims or releases a part. */
  constructor(changed: () => void) {
    this.#changed = changed;
    watchers.add(changed);
  }

  /**
   * Claims these parts and releases the others; returns those that it has now.
   */
  take<T extends Node>(parts: readonly T[]): readonly T[] {
    const taken = parts.filter((part) => !this.isForeign(part));
    const isSame =
      taken.length === this.#own.size &&
      taken.every((part) => this.#own.has(part));
    if (isSame) return taken;
    for (const part of this.#own) holders.delete(part);
    this.#own.clear();
    for (const part of taken) {
      holders.set(part, this);
      this.#own.add(part);
    }
    notify(this.#changed);
    return taken;
  }

  /** Whether a part of the page is another linker's. */
  isForeign(part: Node): boolean {
    return (holders.get(part) ?? this) !== this;
  }

  end(): void {
    watchers.delete(this.#changed);
    this.take([]);
  }
}
