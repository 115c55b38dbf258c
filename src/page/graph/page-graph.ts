import {render} from 'lit';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import {warnOnce} from '../../glossary/warnings.js';
import {SINGLE_TYPES} from '../../structured-data/host-data.js';
import {scriptText} from '../../structured-data/json-text.js';
import {mergeNodes} from '../../structured-data/merge-nodes.js';
import {type JsonLdNode, typesOf} from '../../structured-data/nodes.js';
import {sortComposed} from './composed-order.js';
import {hostTypes, MARK} from './host-types.js';
import {pageAddresses} from './page-address.js';
import {pageWatch} from './page-watch.js';
import {PrerenderedNodes} from './prerendered-nodes.js';
import {Visibility} from './visibility.js';

/**
 * The structured data of one document: the only code that touches `<head>`.
 * Copies of the library on one page share it, so this is all that any of them
 * may call.
 */
export interface PageGraph {
  /** States the nodes of an element; a later call replaces an earlier one. */
  claim(owner: Element, nodes: readonly JsonLdNode[]): void;
  /** Removes what an element claimed. */
  release(owner: Element): void;
}

const KEY = Symbol.for('term-elements.graph.1');

/** The graph of a document, made by whichever copy of the library is first. */
export const pageGraph = (document: Document): PageGraph => {
  const holder = document as Document & {[KEY]?: PageGraph};
  return (holder[KEY] ??= new ScriptGraph(document));
};

/**
 * A script for a text that `scriptText` has made safe. It comes from a Lit
 * template, because Trusted Types refuse to set the text of a script; a changed
 * text gets a new element, because edits are reported as violations.
 */
const createScript = (text: string): HTMLScriptElement => {
  const holder = document.createElement('div');
  render(
    unsafeHTML(`<script type="application/ld+json" ${MARK}>${text}</script>`),
    holder,
  );
  return holder.querySelector('script')!;
};

const isSingle = (type: string) =>
  (SINGLE_TYPES as readonly string[]).includes(type);

/**
 * If the host removes scripts again this soon after they were restored, in
 * milliseconds, it does so on purpose.
 */
const FIGHT = 1000;

/** How often scripts are restored within that time. */
const MOST_RETURNS = 20;

class ScriptGraph implements PageGraph {
  readonly #claims = new Map<Element, readonly JsonLdNode[]>();
  readonly #visibility: Visibility;
  #prerendered: PrerenderedNodes | undefined;
  /** Scripts of ours by their text. */
  #scripts = new Map<string, HTMLScriptElement>();
  #scheduled = false;
  /** When scripts of ours were first put back lately, and how often since. */
  #returns = {since: 0, count: 0};

  constructor(readonly document: Document) {
    this.#visibility = new Visibility(document, () => {
      this.#schedule();
    });
    pageWatch(document).listen({
      dataChanged: () => {
        this.#schedule();
      },
    });
    this.#schedule();
  }

  claim(owner: Element, nodes: readonly JsonLdNode[]): void {
    if (this.#claims.get(owner) === nodes) return;
    this.#claims.set(owner, nodes);
    this.#returns.count = 0;
    this.#schedule();
  }

  release(owner: Element): void {
    if (this.#claims.delete(owner)) this.#schedule();
  }

  /** All that happens in one task is one update. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      if (this.#isIncomplete()) {
        this.document.addEventListener('DOMContentLoaded', this.#run, {
          once: true,
        });
      } else {
        this.#run();
      }
    });
  }

  /** Claims come one by one; what is prerendered is for all of them. */
  #isIncomplete(): boolean {
    const {document} = this;
    return (
      document.readyState === 'loading' &&
      document.querySelector(`script[${MARK}]`) !== null
    );
  }

  readonly #run = () => {
    this.#scheduled = false;
    this.#update();
    pageWatch(this.document).settle();
  };

  #update(): void {
    const claims = this.#currentClaims();
    const owners = sortComposed(this.#seen([...claims.keys()]));
    const nodes = mergeNodes(
      owners.flatMap((owner) => claims.get(owner) ?? []),
      warnOfAnswers,
    );
    this.#write(this.#leaveToHost(nodes).map(scriptText));
  }

  /**
   * What the elements of the page stand for. A prerenderer speaks for those that
   * have stated nothing themselves, defined or not.
   */
  #currentClaims(): ReadonlyMap<Element, readonly JsonLdNode[]> {
    const {document} = this;
    const claims = new Map<Element, readonly JsonLdNode[]>();
    for (const [owner, nodes] of this.#claims) {
      if (owner.isConnected && owner.ownerDocument === document)
        claims.set(owner, nodes);
      else this.#claims.delete(owner);
    }
    const prerendered = (this.#prerendered ??= new PrerenderedNodes(document));
    prerendered.look();
    for (const host of prerendered.hosts)
      if (!claims.has(host)) claims.set(host, prerendered.of(host) ?? []);
    return claims;
  }

  /** What readers cannot see is not stated; a trail may be for machines only. */
  #seen(owners: readonly Element[]): readonly Element[] {
    const isTrail = ({localName}: Element) => localName === 'breadcrumb-jsonld';
    const seen = this.#visibility.seen(
      owners.filter((owner) => !isTrail(owner)),
    );
    return [...seen, ...owners.filter(isTrail)];
  }

  /** What the host states itself is left out. */
  #leaveToHost(nodes: readonly JsonLdNode[]): readonly JsonLdNode[] {
    if (!nodes.some((node) => typesOf(node).some(isSingle))) return nodes;
    const taken = hostTypes(this.document, pageAddresses(this.document));
    return nodes.filter((node) => {
      const type = typesOf(node).find(
        (name) => isSingle(name) && taken.has(name),
      );
      if (type) warnOfHost(type);
      return !type;
    });
  }

  /**
   * Makes the marked scripts of the document those with these texts. One that is
   * there already is used, whoever wrote it or put it back; others are removed,
   * such as those of a page that a router has left.
   */
  #write(texts: readonly string[]): void {
    if (this.#isFought(texts)) return;
    const present = new Map<string, HTMLScriptElement>();
    const found = this.document.querySelectorAll<HTMLScriptElement>(
      `script[${MARK}]`,
    );
    for (const script of found) {
      const text = script.textContent;
      if (!present.has(text) || this.#scripts.get(text) === script)
        present.set(text, script);
    }
    const scripts = new Map<string, HTMLScriptElement>();
    for (const text of texts)
      scripts.set(text, present.get(text) ?? this.#scriptOf(text));
    const current = new Set(scripts.values());
    for (const script of found) if (!current.has(script)) script.remove();
    this.#scripts = scripts;
    this.#place([...scripts.values()]);
  }

  /** A script that the page has removed, or a new one. */
  #scriptOf(text: string): HTMLScriptElement {
    const known = this.#scripts.get(text);
    return known?.textContent === text ? known : createScript(text);
  }

  /**
   * Whether the page removes our scripts whenever they are restored. Then they
   * stay out until the nodes of an element change.
   */
  #isFought(texts: readonly string[]): boolean {
    const isReturn = texts.some(
      (text) => this.#scripts.get(text)?.isConnected === false,
    );
    if (!isReturn) return false;
    const now = performance.now();
    if (now - this.#returns.since > FIGHT)
      this.#returns = {since: now, count: 0};
    return ++this.#returns.count > MOST_RETURNS;
  }

  /** In order, at the end of the head; a script that stands right is not moved. */
  #place(scripts: readonly HTMLScriptElement[]): void {
    const {head} = this.document;
    let next: Element | null = null;
    for (const script of scripts.toReversed()) {
      const stands =
        script.isConnected &&
        (!next ||
          script.compareDocumentPosition(next) &
            Node.DOCUMENT_POSITION_FOLLOWING);
      if (!stands)
        head?.insertBefore(script, next?.parentNode === head ? next : null);
      next = script;
    }
  }
}

const warnOfHost = (type: string): void => {
  warnOnce(
    'host-data',
    `this page has a ${type} of its own, so ours stays out of its structured data. ` +
      'If that is intended, set structured-data="none" on the elements.',
  );
};

const warnOfAnswers = ({name}: Readonly<Record<string, unknown>>): void => {
  warnOnce(
    'two-answers',
    `this page has two answers to the question "${String(name)}"; its structured data has the first.`,
  );
};
