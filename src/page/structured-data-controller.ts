import type {ReactiveController, ReactiveElement} from 'lit';
import type {Locale} from '../glossary/locale/locale.js';
import type {JsonLdNode} from '../structured-data/nodes.js';
import type {HostPage} from '../structured-data/page-role.js';
import type {PageGraph} from './graph/index.js';
import {isInsideEntry} from './composed-parent.js';
import {LaterPart} from './later-part.js';

/** An element with structured data. */
export interface DataOwner extends ReactiveElement {
  structuredData: string;
  /** The locale strings that it shows, if any. */
  readonly locale?: Locale;
}

/**
 * Makes the nodes of what an element shows, for the page that shows it. Loaded
 * after the element.
 */
export type NodeBuilder<Subject> = LaterPart<{
  readonly build: (
    subject: Subject,
    page: HostPage,
  ) => readonly (object | undefined)[];
}>;

/**
 * Structured data is for machines: its code is loaded after the first element
 * has connected, so that it never delays a card. If that fails, the elements
 * render all the same.
 */
const pageData = new LaterPart(() =>
  import('./later.js').then(({graph}) => graph),
);

/**
 * Claims the nodes of an element in the page's structured data while it is
 * connected. Elements inside a `<term-area>` claim nothing, because the area
 * claims everything; neither do those inside a `<term-card>`, which are not on
 * screen beside its entry.
 */
export class StructuredDataController<
  Subject extends object,
> implements ReactiveController {
  #nodes: readonly JsonLdNode[] = [];
  #built: Subject | undefined;
  #page: HostPage | undefined;
  /** Where it claims; by the time an element leaves, its document may be another. */
  #graph: PageGraph | undefined;
  #unlisten: (() => void) | undefined;

  /**
   * @param subject What the nodes are made of, compared by identity; `undefined`
   *     for no nodes.
   */
  constructor(
    readonly host: DataOwner,
    readonly subject: () => Subject | undefined,
    readonly builder: NodeBuilder<Subject>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.#isReady) void this.#load();
    if (!this.host.hasUpdated) return;
    // At once, so that a move is no change; the update looks at the new place.
    if (this.#built && this.#isReady)
      this.#join().claim(this.host, this.#nodes);
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#graph?.release(this.host);
    this.#graph = undefined;
    this.#unlisten?.();
  }

  get #isReady(): boolean {
    return !!pageData.current && !!this.builder.current;
  }

  #load(): Promise<unknown> {
    return Promise.all([pageData.load(), this.builder.load()]);
  }

  /** The graph of the document that the host is in, which reports navigation too. */
  #join(): PageGraph {
    if (this.#graph) return this.#graph;
    const {ownerDocument} = this.host;
    const {pageGraph, pageWatch} = pageData.current!;
    this.#unlisten = pageWatch(ownerDocument).listen({
      addressChanged: () => {
        this.hostUpdated();
      },
    });
    return (this.#graph = pageGraph(ownerDocument));
  }

  hostUpdated(): void {
    const subject = this.#speaks() ? this.subject() : undefined;
    if (this.#isReady) this.#claim(subject);
    else if (subject)
      void this.#load().then(() => {
        if (this.#isReady) this.hostUpdated();
      });
  }

  #speaks(): boolean {
    const {host} = this;
    return (
      host.isConnected && host.structuredData !== 'none' && !isInsideEntry(host)
    );
  }

  #claim(subject: Subject | undefined): void {
    if (!subject) {
      this.#built = undefined;
      this.#graph?.release(this.host);
      return;
    }
    const graph = this.#join();
    const {structuredData, ownerDocument, locale} = this.host;
    const {pageAddresses} = pageData.current!;
    const page = {...pageAddresses(ownerDocument), structuredData, locale};
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
    this.#nodes = this.builder
      .current!.build(subject, page)
      .filter((node) => node !== undefined) as JsonLdNode[];
    graph.claim(this.host, this.#nodes);
  }
}
