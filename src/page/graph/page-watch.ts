import {
  type PageAddresses,
  SINGLE_TYPES,
} from '../../structured-data/host-data.js';
import {NODES} from '../content-contract.js';
import {JSON_LD} from './host-types.js';
import {pageAddresses} from './page-address.js';

/** Elements that state something about their page. */
const STATING = [
  JSON_LD,
  'link[rel~="canonical" i]',
  'base',
  'term-tip[structured-data]',
  `[${NODES}]`,
  ...SINGLE_TYPES.flatMap((type) => [
    `[itemtype*="${type}"]`,
    `[typeof*="${type}"]`,
  ]),
].join();

/** Their attributes, and those that make an element one of them. */
const ATTRIBUTES = [
  ...['type', 'href', 'rel', 'itemtype', 'itemscope', 'typeof'],
  NODES,
];

/** Elements on which any of these attributes may make the difference. */
const IN_HEAD = /^(?:script|link|base)$/;

const isElement = (node: Node): node is Element =>
  node.nodeType === Node.ELEMENT_NODE;

const states = (node: Node): boolean =>
  isElement(node) &&
  (node.matches(STATING) ||
    // Nearly all that a page adds is small.
    (node.firstElementChild !== null && node.querySelector(STATING) !== null));

/** Whether a mutation may change what a page says of itself. */
const matters = ({
  type,
  target,
  addedNodes,
  removedNodes,
  attributeName,
}: MutationRecord): boolean => {
  if (type === 'characterData') return true; // only of scripts
  const name = (target as Element).localName;
  if (type === 'attributes')
    return (
      attributeName === NODES ||
      /^(?:item|typeof)/.test(attributeName!) ||
      IN_HEAD.test(name)
    );
  if (name === 'script') return true; // its text
  for (const nodes of [addedNodes, removedNodes])
    for (const node of nodes) if (states(node)) return true;
  return false;
};

/** The part of the Navigation API that is used here; not in all engines yet. */
type Navigating = Window & {readonly navigation?: EventTarget};

/** Callbacks of a watcher. */
interface PageListener {
  /** Something that states data of the page has come, gone or changed. */
  readonly dataChanged?: () => void;
  /** The page has another address, or its relative addresses another base. */
  readonly addressChanged?: () => void;
}

/**
 * Watches a document for what may change its structured data: JSON-LD in head
 * and body, microdata, RDFa, the canonical address, the base, and navigation by
 * a router. There is one for a document, and it lives as long.
 *
 * It looks only at elements that come and go and at the texts of scripts, so
 * that a page that writes prices many times a second does not notice.
 */
class PageWatch {
  readonly #listeners = new Set<PageListener>();
  readonly #texts = new WeakSet<Element>();
  readonly #observer = new MutationObserver((records) => {
    const isOfData = records.some(matters);
    // A router that changes the address changes the document, too.
    if (isOfData || this.document.URL !== this.#url) this.#checkAddress();
    if (isOfData) this.#notify('dataChanged');
  });
  #url = '';
  #addresses: PageAddresses;

  constructor(readonly document: Document) {
    this.#addresses = pageAddresses(document);
    if (document.readyState === 'loading') {
      // The parser inserts nodes one by one; all of them are looked at then.
      document.addEventListener('DOMContentLoaded', this.#begin, {once: true});
    } else {
      this.#begin();
    }
  }

  readonly #begin = () => {
    this.#observer.observe(this.document, {
      childList: true,
      subtree: true,
      attributeFilter: ATTRIBUTES,
    });
    const view = this.document.defaultView as Navigating | null;
    view?.navigation?.addEventListener('currententrychange', this.#navigated);
    view?.addEventListener('popstate', this.#navigated);
    this.#navigated();
    this.#notify('dataChanged');
  };

  readonly #navigated = () => {
    this.#checkAddress();
  };

  /** @returns Ends it. */
  listen(listener: PageListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Called when the document has been read and written: drops the changes so
   * far, and watches the texts of its scripts.
   */
  settle(): void {
    this.#observer.takeRecords();
    this.#checkAddress();
    for (const script of this.document.querySelectorAll(JSON_LD)) {
      if (this.#texts.has(script)) continue;
      this.#texts.add(script);
      this.#observer.observe(script, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: ATTRIBUTES,
      });
    }
  }

  #checkAddress(): void {
    const {document} = this;
    const before = this.#addresses;
    this.#url = document.URL;
    this.#addresses = pageAddresses(document);
    const {address, base} = this.#addresses;
    if (address !== before.address || base !== before.base)
      this.#notify('addressChanged');
  }

  #notify(what: keyof PageListener): void {
    for (const listener of this.#listeners) listener[what]?.();
  }
}

const watches = new WeakMap<Document, PageWatch>();

/** The one watch of a document. */
export const pageWatch = (document: Document): PageWatch => {
  let watch = watches.get(document);
  if (!watch) watches.set(document, (watch = new PageWatch(document)));
  return watch;
};
