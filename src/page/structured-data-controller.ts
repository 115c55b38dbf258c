import type {ReactiveController, ReactiveElement} from 'lit';
import type * as structuredData from './graph/index.js';

/** An element that stands for structured data. */
export interface DataOwner extends ReactiveElement {
  structuredData: string;
}

type Builders = typeof structuredData;

let builders: Builders | undefined;
let loading: Promise<unknown> | undefined;

/**
 * Structured data is for machines: it is a chunk of its own, asked for when the
 * first element connects, so that it never stands between a reader and a card.
 */
const loadBuilders = (): Promise<unknown> =>
  (loading ??= import('./graph/index.js').then(
    (module) => (builders = module),
    () => (loading = undefined), // the page shows all the same; the next element tries again
  ));

/**
 * Claims what an element stands for in the page's structured data while it is
 * connected. A `<term-area>` speaks for all that is inside it; what is inside a
 * `<term-card>` is never on screen beside its entry.
 */
export class StructuredDataController<
  Subject extends object,
> implements ReactiveController {
  #nodes: readonly structuredData.JsonLdNode[] = [];
  #built: Subject | undefined;
  #page: structuredData.HostPage | undefined;

  /**
   * @param subject What the nodes are made of, compared by identity; `undefined`
   *     for no nodes.
   * @param build Makes the nodes, for the page that shows the element.
   */
  constructor(
    readonly host: DataOwner,
    readonly subject: () => Subject | undefined,
    readonly build: (
      subject: Subject,
      builders: Builders,
      page: structuredData.HostPage,
    ) => readonly (object | undefined)[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (!builders) void loadBuilders();
    if (!this.host.hasUpdated) return;
    // At once, so that a move is no change; the update looks at the new place.
    if (this.#built)
      builders
        ?.pageGraph(this.host.ownerDocument)
        .claim(this.host, this.#nodes);
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    builders?.pageGraph(this.host.ownerDocument).release(this.host);
  }

  hostUpdated(): void {
    const subject = this.#speaks() ? this.subject() : undefined;
    if (builders) this.#claim(builders, subject);
    else if (subject)
      void loadBuilders().then(() => {
        if (builders) this.hostUpdated();
      });
  }

  #speaks(): boolean {
    const {host} = this;
    return (
      host.isConnected &&
      host.structuredData !== 'none' &&
      !host.parentElement?.closest('term-area,term-card')
    );
  }

  #claim(using: Builders, subject: Subject | undefined): void {
    const {ownerDocument} = this.host;
    const graph = using.pageGraph(ownerDocument);
    if (!subject) {
      this.#built = undefined;
      graph.release(this.host);
      return;
    }
    const {structuredData} = this.host;
    const page = {address: using.pageAddress(ownerDocument), structuredData};
    if (
      subject === this.#built &&
      page.address === this.#page?.address &&
      structuredData === this.#page.structuredData
    )
      return;
    this.#built = subject;
    this.#page = page;
    this.#nodes = this.build(subject, using, page).filter(
      (node) => node !== undefined,
    ) as structuredData.JsonLdNode[];
    graph.claim(this.host, this.#nodes);
  }
}
