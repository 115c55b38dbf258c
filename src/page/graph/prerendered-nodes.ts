import {NODES} from '../content-contract.js';
import {MARK} from './host-types.js';
import {listOf} from '../../structured-data/merge-nodes.js';
import type {JsonLdNode} from '../../structured-data/nodes.js';

/** A script, and of its node's list one item or a range: `n1k`, `n1k.2`, `n1k.0-9`. */
const PLACE = /^([a-z\d]{1,13})(?:\.(\d{1,6})(?:-(\d{1,6}))?)?$/;

/** Nodes that are remembered: those of the pages that a router shows soon again. */
const MOST_NODES = 1000;

const read = (script: Element): JsonLdNode | undefined => {
  try {
    return JSON.parse(script.textContent) as JsonLdNode;
  } catch {
    return undefined; // not readable, so nothing can use it
  }
};

/**
 * The nodes that a prerenderer wrote for the elements of a document. A router
 * inserts head and body of the next page one after the other, so a script is
 * remembered by its name until its elements are there.
 */
export class PrerenderedNodes {
  readonly #nodes = new Map<string, JsonLdNode>();

  /** @param document A document that has been parsed. */
  constructor(readonly document: Document) {
    // Version 0.1.0 had no names, and counted the scripts of the page.
    for (const [index, script] of this.#scripts.entries())
      this.#remember(String(index), script);
    this.look();
  }

  /** Reads the scripts that have come into the document. */
  look(): void {
    for (const script of this.#scripts) {
      const name = script.getAttribute(MARK)!;
      if (name && !this.#nodes.has(name)) this.#remember(name, script);
    }
  }

  /** The elements for which scripts of the document speak. */
  get hosts(): Iterable<Element> {
    return this.document.querySelectorAll(
      `[${NODES}]:not([structured-data="none" i])`,
    );
  }

  of(host: Element): readonly JsonLdNode[] | undefined {
    return host
      .getAttribute(NODES)
      ?.trim()
      .split(/\s+/)
      .flatMap((place) => this.#nodeAt(place) ?? []);
  }

  get #scripts(): readonly Element[] {
    return [...this.document.querySelectorAll(`script[${MARK}]`)];
  }

  #remember(name: string, script: Element): void {
    const node = read(script);
    if (!node) return;
    this.#nodes.set(name, node);
    if (this.#nodes.size <= MOST_NODES) return;
    const [oldest] = this.#nodes.keys();
    this.#nodes.delete(oldest!);
  }

  /** The node that a place names, with only those items of its list. */
  #nodeAt(place: string): JsonLdNode | undefined {
    const [, name = '', first, last = first] = PLACE.exec(place) ?? [];
    const node = this.#nodes.get(name);
    const list = node && listOf(node);
    if (first === undefined || !list) return node;
    const items = [node[list]].flat().slice(Number(first), Number(last) + 1);
    return items.length ? {...node, [list]: items} : undefined;
  }
}
