import {excerpts, type Warning} from '../../terminal/warning.js';
import {type Node, textOf} from './nodes.js';
import {sameText} from './same-text.js';

/** A name in a message: quoted, and not too long. */
export const named = (name: string): string => `"${name.slice(0, 60)}"`;

export type Same = (a: string, b: string) => boolean;

/** Settles one value: keeps the data, or corrects it. */
export class Reconciliation {
  readonly warnings: Warning[] = [];
  corrected = false;

  constructor(readonly file: string) {}

  /**
   * @param node Node of the data; corrected in place.
   * @param keys Its properties that say it: the first that is a text counts.
   * @returns The value that holds.
   */
  value<T extends string | undefined>(
    what: string,
    visible: T,
    line: number,
    node: Node | undefined,
    keys: readonly string[],
    same: Same = sameText,
  ): T {
    let result = visible;
    let isReported = false;
    for (const key of keys) {
      const data = textOf(node, key);
      if (!node || data === undefined || visible === undefined) continue;
      if (same(visible, data)) {
        result = data as T;
        continue;
      }
      if (!isReported) this.#warn(what, visible, line, key, data);
      isReported = true;
      node[key] = visible;
      this.corrected = true;
    }
    return result;
  }

  /** Corrects the data in something other than a text. */
  correct(line: number, message: string): void {
    this.corrected = true;
    this.warn(line, message);
  }

  warn(line: number, message: string): void {
    this.warnings.push({file: this.file, line, message});
  }

  #warn(
    what: string,
    visible: string,
    line: number,
    key: string,
    data: string,
  ) {
    const [shown, stated] = excerpts(visible, data);
    this.warnings.push({
      file: this.file,
      line,
      message: `${what}: the page shows ${shown}, its JSON-LD (${key}) says ${stated}; the visible text is kept`,
      visible,
      data,
    });
  }
}
