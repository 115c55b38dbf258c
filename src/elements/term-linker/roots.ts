import {warnOnce} from '../../glossary/warnings.js';
import {Claims} from './claims.js';
import {DECISIVE_ATTRIBUTES} from './left-out.js';

/** A part of the page whose text is linked. */
export type Root = Element | ShadowRoot;

/** What says which parts of a page a linker has. */
export interface RootNamer extends HTMLElement {
  readonly for: string;
  readonly roots: readonly ShadowRoot[];
}

const isRoot = (node: Node): node is Document | ShadowRoot =>
  node instanceof Document || node instanceof ShadowRoot;

/** The parts that a linker names. */
const namedRoots = (namer: RootNamer): readonly Root[] => {
  if (!namer.for.trim()) return [namer];
  const tree = namer.getRootNode();
  if (!isRoot(tree)) return [];
  try {
    const all = [...tree.querySelectorAll(namer.for)];
    return all.filter(
      (element) =>
        !all.some((other) => other !== element && other.contains(element)),
    );
  } catch {
    warnOnce(
      'selector',
      `<term-linker for>: "${namer.for}" is not a selector; nothing is linked.`,
    );
    return [];
  }
};

/** The parts of the page that a linker looks after, and what happens in them. */
export class Roots {
  #all: readonly Root[] = [];
  #selector = '';
  readonly #claims: Claims;
  readonly #observer: MutationObserver;
  /** Sees parts come and go that are named by a selector. */
  readonly #arrivals = new MutationObserver(() => {
    if (this.find()) this.changed([]);
  });

  /** @param changed Receives changes in the parts; no records when the parts are others. */
  constructor(
    readonly namer: RootNamer,
    readonly changed: (records: readonly MutationRecord[]) => void,
  ) {
    this.#observer = new MutationObserver(changed);
    this.#claims = new Claims(() => {
      this.find();
      changed([]);
    });
  }

  get all(): readonly Root[] {
    return this.#all;
  }

  isForeign(node: Node): boolean {
    return this.#claims.isForeign(node);
  }

  /** Looks where the parts are now; whether they are others. */
  find(): boolean {
    const {namer} = this;
    const wanted = [...namedRoots(namer), ...namer.roots];
    const found = this.#claims.take(wanted);
    if (found.length < wanted.length)
      warnOnce(
        'two-linkers',
        '<term-linker>: a part of the page is inside two linkers; the first one links it.',
      );
    const isSame =
      found.length === this.#all.length &&
      found.every((root, index) => root === this.#all[index]);
    if (!isSame || namer.for !== this.#selector) {
      this.#all = found;
      this.#selector = namer.for;
      this.#observe();
    }
    return !isSame;
  }

  /**
   * Makes changes that are not observed. The callback receives the changes of
   * the page that have not been reported yet.
   */
  quietly(change: (missed: readonly MutationRecord[]) => void): void {
    const missed = this.#observer.takeRecords();
    change(missed);
    this.#observer.takeRecords();
    if (missed.length) this.changed(missed);
  }

  end(): void {
    this.#observer.disconnect();
    this.#arrivals.disconnect();
    this.#claims.end();
    this.#all = [];
  }

  #observe(): void {
    this.#observer.disconnect();
    for (const root of this.#all) {
      this.#observer.observe(root, {
        childList: true,
        characterData: true,
        subtree: true,
        attributeFilter: DECISIVE_ATTRIBUTES,
      });
    }
    this.#arrivals.disconnect();
    if (this.namer.for.trim()) {
      this.#arrivals.observe(this.namer.getRootNode(), {
        childList: true,
        subtree: true,
      });
    }
  }
}
