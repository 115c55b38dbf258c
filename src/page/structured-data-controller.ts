import type {ReactiveController, ReactiveElement} from 'lit';
import type {Locale} from '../glossary/locale/locale.js';
import type * as structuredData from './graph/index.js';

/** An element that stands for structured data. */
export interface DataOwner extends ReactiveElement {
  structuredData: string;
  /** The strings that it shows, if it does. */
  readonly locale?: Locale;
}

type Builders = typeof structuredData;

let builders: Builders | undefined;
let loading: Promise<unknown> | undefined;

/**
 * Structured data is for machines: it is a chunk of its own, asked for when the
 * first element connects, so that it never stands between a reader and a card.
 */
const loadBuilders = (): Promise<unknown> =>
  (loading ??= import('./later.js').then(
    ({graph}) => (builders = graph),
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
  /** Where it claims; by the time an element leaves, its document may be another. */
  #graph: structuredData.PageGraph | undefined;
  #unlisten: (() => void) | undefined;

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
    if (this.#built && builders)
      this.#join(builders).claim(this.host, this.#nodes);
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#graph?.release(this.host);
    this.#graph = undefined;
    this.#unlisten?.();
  }

  /** The graph of the document that the host is in, which reports navigation too. */
  #join({pageGraph, pageWatch}: Builders): structuredData.PageGraph {
    if (this.#graph) return this.#graph;
    const {ownerDocument} = this.host;
    this.#unlisten = pageWatch(ownerDocument).listen({
      addressChanged: () => {
        this.hostUpdated();
      },
    });
    return (this.#graph = pageGraph(ownerDocument));
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
    if (!subject) {
      this.#built = undefined;
      this.#graph?.release(this.host);
      return;
    }
    const graph = this.#join(using);
    const {structuredData, ownerDocument, locale} = this.host;
    const page = {
      ...using.pageAddresses(ownerDocument),
      structuredData,
      locale,
    };
    if (
      subject === this.#built &&
      page.address === this.#page?.address &&
      page.base === this.#page.base &&
      structuredData === this.#page.structuredData &&
      locale === this.#page.locale
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
