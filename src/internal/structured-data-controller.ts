import type {ReactiveController, ReactiveElement} from 'lit';
import type {JsonLdNode} from '../structured-data/nodes.js';
import {pageAddress} from '../structured-data/page-address.js';
import {pageGraph} from '../structured-data/page-graph.js';

/** An element that stands for structured data. */
export interface DataOwner extends ReactiveElement {
  structuredData: string;
}

/**
 * Claims what an element stands for in the page's structured data while it is
 * connected. A `<term-area>` speaks for all that is inside it.
 */
export class StructuredDataController implements ReactiveController {
  #nodes: readonly JsonLdNode[] = [];
  #source: unknown;
  #base = '';

  /**
   * @param subject What the nodes are made of; compared by identity.
   * @param build Makes the nodes, with the address of the page.
   */
  constructor(
    readonly host: DataOwner,
    readonly subject: () => unknown,
    readonly build: (base: string) => readonly (object | undefined)[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.host.hasUpdated) return;
    // At once, so that a move is no change; the update looks at the new place.
    if (this.#nodes.length) {
      pageGraph(this.host.ownerDocument).claim(this.host, this.#nodes);
    }
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    pageGraph(this.host.ownerDocument).release(this.host);
  }

  hostUpdated(): void {
    const {host} = this;
    if (!host.isConnected) return;
    const {ownerDocument} = host;
    const subject =
      host.structuredData === 'none' || host.parentElement?.closest('term-area')
        ? undefined
        : this.subject();
    if (subject === undefined) {
      this.#nodes = [];
      this.#source = undefined;
      pageGraph(ownerDocument).release(host);
      return;
    }
    const base = pageAddress(ownerDocument);
    if (subject !== this.#source || base !== this.#base) {
      this.#source = subject;
      this.#base = base;
      this.#nodes = this.build(base).filter(
        (node) => node !== undefined,
      ) as JsonLdNode[];
    }
    pageGraph(ownerDocument).claim(host, this.#nodes);
  }
}
