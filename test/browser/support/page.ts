import {aTimeout, fixture, oneEvent} from '@open-wc/testing';
import {html, type LitElement, type TemplateResult} from 'lit';
import type {JsonLdNode} from '../../../src/structured-data/nodes.js';

const OURS = 'script[type="application/ld+json"][data-term-elements]';

/** The scripts of ours that are in the page. */
export const scripts = (root: ParentNode = document): HTMLScriptElement[] => [
  ...root.querySelectorAll<HTMLScriptElement>(OURS),
];

/** Our nodes, in page order. */
export const nodes = (root: ParentNode = document): JsonLdNode[] =>
  scripts(root).map((script) => JSON.parse(script.textContent) as JsonLdNode);

export const nodesOf = (type: string): JsonLdNode[] =>
  nodes().filter((node) => node['@type'] === type);

/** Waits until something holds; the message says what did not. */
export const until = async (
  holds: () => unknown,
  what: string,
  ms = 5000,
): Promise<void> => {
  const end = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > end)
      throw new Error(`${what}: did not come to be in ${ms} ms`);
    await aTimeout(10);
  }
};

/**
 * Has the server build the glossary of an address, which takes its time when it
 * is first asked for. For `before`: what a test measures begins after that.
 */
export const whenBuilt = (address: string) =>
  async function (this: Mocha.Context): Promise<void> {
    this.timeout(120_000);
    await (await fetch(address)).arrayBuffer();
  };

/** What is written to the console as a warning while something runs. */
export const warningsWhile = async (
  run: (warnings: readonly string[]) => Promise<void>,
): Promise<readonly string[]> => {
  const {warn} = console;
  const warnings: string[] = [];
  console.warn = (message: string) => warnings.push(message);
  try {
    await run(warnings);
  } finally {
    console.warn = warn;
  }
  return warnings;
};

/** What is loaded as a chunk follows updates by a microtask, once it is there. */
export const graphSettled = async (): Promise<void> => {
  await Promise.all([
    import('../../../src/page/graph/index.js'),
    import('../../../src/elements/author-markup.js'),
    import('../../../src/elements/term-card/card-nodes.js'),
    import('../../../src/elements/term-area/area-nodes.js'),
    import('../../../src/elements/term-index/index-nodes.js'),
    import('../../../src/elements/faq-block/question-nodes.js'),
    import('../../../src/elements/breadcrumb-jsonld/trail-nodes.js'),
    import('../../../src/page/language-marks.js'),
  ]);
  await aTimeout(20);
};

/** An element of a template, updated, with its structured data in place. */
export const mount = async <T extends LitElement>(
  template: TemplateResult,
): Promise<T> => {
  const element = await fixture<T>(template);
  await element.updateComplete;
  await graphSettled();
  return element;
};

/** Gives the page a canonical address until the test ends. */
export const canonical = (href: string): void => {
  const link = document.createElement('link');
  link.rel = 'canonical';
  link.href = href;
  document.head.append(link);
  canonicals.push(link);
};

const canonicals: HTMLLinkElement[] = [];

afterEach(() => {
  for (const link of canonicals.splice(0)) link.remove();
});

/** The text of a shadow root as it reads, spaces folded. */
export const shadowText = (element: Element): string =>
  (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Whether the author's own markup is what is on screen. */
export const showsFallback = (element: Element): boolean =>
  [...(element.shadowRoot?.querySelectorAll('slot') ?? [])].some(
    (slot) => slot.assignedElements({flatten: true}).length > 0,
  );

/** A page in a frame of its own, loaded. */
export const framed = async (address: string): Promise<HTMLIFrameElement> => {
  const frame = await fixture<HTMLIFrameElement>(
    html`<iframe title="Page" width="1000" height="800"></iframe>`,
  );
  const loaded = oneEvent(frame, 'load');
  frame.src = address;
  await loaded;
  return frame;
};

/** Sees what a test must not cause. */
export const watchRejections = (): {seen: unknown[]; stop: () => void} => {
  const seen: unknown[] = [];
  const note = (event: PromiseRejectionEvent) => seen.push(event.reason);
  addEventListener('unhandledrejection', note);
  return {
    seen,
    stop: () => {
      removeEventListener('unhandledrejection', note);
    },
  };
};
