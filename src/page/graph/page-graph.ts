import {render} from 'lit';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import {warnOnce} from '../../glossary/warnings.js';
import {sortComposed} from './composed-order.js';
import {hostTypes, MARK, SINGLE_TYPES} from './host-types.js';
import {scriptText} from '../../structured-data/json-text.js';
import {mergeNodes, nodeIdentity} from '../../structured-data/merge-nodes.js';
import {type JsonLdNode, typesOf} from '../../structured-data/nodes.js';
import {prerenderedClaims} from './prerendered-nodes.js';

/**
 * The structured data of one document: the only code that touches `<head>`.
 * Copies of the library on one page share it, so this is all that any of them
 * may call.
 */
export interface PageGraph {
  /** Says which nodes an element stands for; the last word counts. */
  claim(owner: Element, nodes: readonly JsonLdNode[]): void;
  /** Takes back what an element claimed. */
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
 * template, which Trusted Types let pass where setting the text of a script is
 * refused; a text that changes gets a new element, because an edit is reported.
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

class ScriptGraph implements PageGraph {
  readonly #claims = new Map<Element, readonly JsonLdNode[]>();
  /** Scripts of ours by their text. */
  #scripts = new Map<string, HTMLScriptElement>();
  /**
   * Scripts that a prerenderer wrote and no element has claimed. What they are
   * of may be an element that is not defined on this page, so they stay.
   */
  #prerendered: Map<string, HTMLScriptElement> | undefined;
  #scheduled = false;
  #observing = false;

  constructor(readonly document: Document) {}

  claim(owner: Element, nodes: readonly JsonLdNode[]): void {
    if (this.#claims.get(owner) === nodes) return;
    this.#claims.set(owner, nodes);
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
  };

  #update(): void {
    const prerendered = (this.#prerendered ??= this.#adopt());
    const owners = sortComposed([...this.#claims.keys()]);
    const nodes = mergeNodes(
      owners.flatMap((owner) => this.#claims.get(owner) ?? []),
    );
    const kept = this.#leaveToHost(nodes);
    const scripts = new Map<string, HTMLScriptElement>();
    for (const node of kept) {
      const text = scriptText(node);
      const old = this.#scripts.get(text) ?? prerendered.get(text);
      scripts.set(text, old ?? createScript(text));
      prerendered.delete(text);
      if (!old) this.#replacePrerendered(node);
    }
    for (const [text, script] of this.#scripts) {
      if (!scripts.has(text)) script.remove();
    }
    this.#scripts = scripts;
    this.#place([...scripts.values()]);
  }

  /** What the host states itself is the host's to state. */
  #leaveToHost(nodes: readonly JsonLdNode[]): readonly JsonLdNode[] {
    if (!nodes.some((node) => typesOf(node).some(isSingle))) return nodes;
    this.#observeHost();
    const taken = hostTypes(this.document);
    return nodes.filter((node) => {
      const type = typesOf(node).find(
        (name) => isSingle(name) && taken.has(name),
      );
      if (type) warnOfHost(type);
      return !type;
    });
  }

  /** A host that writes its own data later is noticed too. */
  #observeHost(): void {
    if (this.#observing) return;
    this.#observing = true;
    const {document} = this;
    new MutationObserver((records) => {
      const theirs = records.some(({addedNodes, removedNodes}) =>
        [...addedNodes, ...removedNodes].some(
          (node) =>
            node instanceof HTMLScriptElement && !node.hasAttribute(MARK),
        ),
      );
      if (theirs) this.#schedule();
    }).observe(document.head, {childList: true});
    document.addEventListener('DOMContentLoaded', () => {
      this.#schedule();
    });
  }

  /**
   * What a prerenderer wrote stands for its elements until they say something
   * themselves, defined or not.
   */
  #adopt(): Map<string, HTMLScriptElement> {
    for (const [owner, nodes] of prerenderedClaims(this.document)) {
      if (owner.isConnected && !this.#claims.has(owner))
        this.#claims.set(owner, nodes);
    }
    const found = this.document.querySelectorAll<HTMLScriptElement>(
      `script[${MARK}]`,
    );
    return new Map([...found].map((script) => [script.textContent, script]));
  }

  /** A node of the same identity with another text: the element knows better. */
  #replacePrerendered(node: JsonLdNode): void {
    const identity = nodeIdentity(node);
    for (const [text, script] of this.#prerendered ?? []) {
      let old: JsonLdNode | undefined;
      try {
        old = JSON.parse(text) as JsonLdNode;
      } catch {
        // Not readable, so it is of no use to anybody.
      }
      if (old && nodeIdentity(old) !== identity) continue;
      script.remove();
      this.#prerendered?.delete(text);
    }
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
        head.insertBefore(script, next?.parentNode === head ? next : null);
      next = script;
    }
  }
}

const warnOfHost = (type: string): void => {
  warnOnce(
    'host-data',
    `this page has a ${type} of its own, so ours stays out of its structured data. ` +
      'Set structured-data="none" on the elements to say that this is meant.',
  );
};
