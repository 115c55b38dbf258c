/**
 * Writes the content of every element into finished HTML: for readers without
 * JavaScript, for crawlers, and for a first paint without delay.
 */
import MagicString from 'magic-string';
import {GlossaryLoadError, type GlossarySource} from 'term-elements/glossary';
import {PRERENDERED} from 'term-elements/prerendering';
import {SelectorError} from '../link/selector.js';
import type {JsonLdNode} from 'term-elements/structured-data';
import {contentOf, NothingToShow} from './content.js';
import {type Content, isShown, type Surroundings} from './shown-element.js';
import {PageGlossaries, siteAddressFaults} from './glossaries.js';
import {writeHead} from './head-edits.js';
import {HostEdits, insideOf, isPrerendered, misplaced} from './host-edits.js';
import {hydratorOf, isInIsland} from './hydrated.js';
import {asReferences, isAsciiOnly} from '../documents/html/encoding.js';
import {isOwnLink, readHead} from './html/head.js';
import {
  ancestors,
  descendants,
  type Element,
  isHtml,
  lineOf,
  parsePage,
  spanOf,
} from '../documents/html/tree.js';
import type {
  PrerenderNote,
  PrerenderOptions,
  PrerenderResult,
} from './options.js';
import {isWrapping, PageLinkers} from './linkers.js';
import {NodePlaces, pageNodes} from './page-nodes.js';
import {isLinkable, tipLink} from './tips.js';

export type {PrerenderNote, PrerenderOptions, PrerenderResult};

/** Names of our elements; a page without them need not be parsed. */
const OURS = /<(?:term-|faq-block|breadcrumb-jsonld)/i;

/**
 * Writes the content of our elements into a page. Everything else of it stays
 * as it is, byte for byte, and a page that was prerendered before comes out as
 * if it had not been.
 *
 * An element whose entry or glossary is not there is left as its author wrote
 * it, with a note. In a page that a framework hydrates all of them are, and only
 * their structured data is written.
 *
 * @param html A whole page.
 */
export const prerender = async (
  html: string,
  options: PrerenderOptions,
): Promise<PrerenderResult> => {
  if (!OURS.test(html))
    return {
      html,
      elements: 0,
      notes: [],
      glossaries: [],
      needsStylesheet: false,
    };
  // A parser of bytes takes the mark away; one of text takes it for a word.
  const mark = html.startsWith(MARK) ? MARK : '';
  const page = new Page(html.slice(mark.length), options, mark !== '');
  const result = await page.prerender();
  const whole = {...result, html: mark + result.html};
  return page.isToBeReadAgain ? prerender(whole.html, options) : whole;
};

const isOurs = (element: Element): boolean =>
  isShown(element) ||
  ['term-tip', 'term-linker', 'term-glossary'].includes(element.tagName);

/** Of the byte order. */
const MARK = '\uFEFF';

class Page {
  readonly #edits: MagicString;
  readonly #hosts: HostEdits;
  readonly #document: ReturnType<typeof parsePage>;
  readonly #elements: readonly Element[];
  readonly #linkers: PageLinkers;
  readonly #glossaries: PageGlossaries;
  readonly #surroundings: Surroundings;
  readonly #notes: PrerenderNote[] = [];
  /** What is written, by element, in the order of the page. */
  readonly #contents = new Map<Element, Content>();
  readonly #claims = new Map<Element, readonly JsonLdNode[]>();
  /** A framework hydrates the whole page. */
  readonly #isHydrated: boolean;
  #links = 0;

  constructor(
    readonly html: string,
    readonly options: PrerenderOptions,
    /** Whether a byte order mark says what its encoding is. */
    readonly isMarked: boolean,
  ) {
    this.#edits = new MagicString(html);
    this.#hosts = new HostEdits(html, this.#edits);
    this.#document = parsePage(html);
    this.#elements = [...descendants(this.#document)].filter(isHtml);
    this.#linkers = new PageLinkers(html, this.#edits, this.#elements);
    const hydrator = hydratorOf(this.#elements);
    this.#isHydrated = options.hydrated ?? hydrator !== undefined;
    if (options.hydrated === undefined && hydrator !== undefined)
      this.#noteHydration(hydrator);
    const head = readHead(this.#document, options.url, html);
    this.#glossaries = new PageGlossaries(head, options);
    this.#surroundings = {
      head,
      url: options.url,
      sourceOf: (element): GlossarySource => this.#glossaries.of(element),
    };
  }

  /** Markup that a template kept is in the page again, and has not been looked at. */
  get isToBeReadAgain(): boolean {
    return this.#hosts.hasRestored;
  }

  async prerender(): Promise<PrerenderResult> {
    const tips: Element[] = [];
    const linkers: Element[] = [];
    // What is written takes the place of what is inside.
    const isEntered = (element: Element) =>
      this.#contents.get(element)?.html === undefined &&
      !(isShown(element) && isPrerendered(element));
    const entered = descendants(this.#document, isEntered);
    for (const element of entered) {
      if (!isHtml(element)) continue;
      if (element.tagName === 'term-tip') tips.push(element);
      else if (element.tagName === 'term-linker') linkers.push(element);
      else if (element.tagName === 'term-glossary')
        for (const fault of siteAddressFaults(element))
          this.#note(element, fault);
      else if (isShown(element)) await this.#show(element);
    }
    const {head} = this.#surroundings;
    const nodes = pageNodes(this.#claims, this.#elements, head);
    const places = new NodePlaces(nodes);
    let needsStylesheet = false;
    for (const [host, content] of this.#contents) {
      if (this.#isLeftAlone(host)) {
        this.#hosts.restore(host);
        continue;
      }
      const own = this.#claims.get(host) ?? [];
      this.#hosts.write(host, content, places.of(own));
      needsStylesheet ||= !!content.html;
      // Whoever looks at the tree from here on is to see that.
      if (content.html !== undefined && !isPrerendered(host))
        host.attrs.push({name: PRERENDERED, value: ''});
    }
    for (const tip of tips) await this.#link(tip);
    for (const linker of linkers) await this.#linkText(linker);
    needsStylesheet ||= this.#links > 0 || this.#hasLinksAlready();
    const isLinked = needsStylesheet && !head.hasStylesheet;
    const {stylesheet} = this.options;
    const isAscii = !this.isMarked && isAsciiOnly(this.html, this.#elements);
    writeHead(this.html, this.#edits, head, this.#elements, {
      nodes,
      isAscii,
      stylesheet: isLinked ? stylesheet : undefined,
    });
    const html = this.#edits.toString();
    return {
      html: isAscii ? asReferences(html) : html,
      elements: this.#contents.size + this.#links,
      notes: this.#notes.toSorted((a, b) => a.line - b.line),
      glossaries: this.#glossaries.addresses,
      needsStylesheet: isLinked,
    };
  }

  async #show(host: Element): Promise<void> {
    try {
      const content = await contentOf(
        host,
        this.#surroundings,
        insideOf(host).own,
      );
      const problem =
        content?.html === undefined || this.#isLeftAlone(host)
          ? undefined
          : this.#problemOf(host);
      if (problem) this.#note(host, problem);
      if (!content || problem) {
        this.#hosts.restore(host);
        return;
      }
      this.#contents.set(host, content);
      for (const note of content.notes ?? []) this.#note(host, note);
      this.#claim(host, content);
    } catch (error) {
      this.#hosts.restore(host);
      this.#note(host, messageOf(error));
    }
  }

  #problemOf(host: Element): string | undefined {
    const problem = misplaced(host);
    if (problem ?? this.#hosts.isKeepable(host)) return problem;
    return 'a stray </template> is inside it';
  }

  /** What is inside an area, or a card, is not on screen beside it. */
  #claim(host: Element, {nodes}: Content): void {
    const isSpokenFor = [...ancestors(host)].some(
      ({tagName}) => tagName === 'term-area' || tagName === 'term-card',
    );
    if (isSpokenFor) return;
    const own = nodes.filter((node) => node !== undefined);
    if (own.length) this.#claims.set(host, own as readonly JsonLdNode[]);
  }

  async #link(tip: Element): Promise<void> {
    if (!spanOf(tip) || !isLinkable(tip)) return;
    if (this.#isLeftAlone(tip)) {
      this.#hosts.link(tip, undefined);
      return;
    }
    try {
      const link = await tipLink(tip, this.#glossaries.of(tip));
      const url = 'url' in link ? link.url : undefined;
      this.#hosts.link(tip, url);
      if (url !== undefined) this.#links++;
      else if ('problem' in link && link.problem !== undefined)
        this.#note(tip, link.problem);
    } catch (error) {
      this.#note(tip, messageOf(error));
    }
  }

  /** A linker leaves the words alone that it has linked before. */
  #hasLinksAlready(): boolean {
    return (
      this.#elements.some(isOwnLink) &&
      this.#elements.some(
        ({tagName, parentNode}) =>
          tagName === 'a' && parentNode?.nodeName === 'term-tip',
      )
    );
  }

  async #linkText(linker: Element): Promise<void> {
    if (!isWrapping(linker) || !spanOf(linker)) return;
    if (this.#isLeftAlone(linker)) return;
    try {
      const source = this.#glossaries.of(linker);
      this.#links += await this.#linkers.link(linker, source);
    } catch (error) {
      this.#note(linker, messageOf(error));
    }
  }

  /** A framework expects its own markup in the place of an element. */
  #isLeftAlone(element: Element): boolean {
    return this.#isHydrated || isInIsland(element);
  }

  #noteHydration(hydrator: string): void {
    const first = this.#elements.find((element) => isOurs(element));
    if (first)
      this.#note(
        first,
        `${hydrator} hydrates this page and expects its own markup, so only structured data is written`,
      );
  }

  #note(element: Element, message: string): void {
    this.#notes.push({line: lineOf(element), tag: element.tagName, message});
  }
}

const messageOf = (error: unknown): string => {
  if (error instanceof NothingToShow || error instanceof SelectorError)
    return error.message;
  const {cause} = error as Error;
  // The message is meant for pages; at build time the cause helps more.
  const isNetwork =
    error instanceof GlossaryLoadError &&
    error.code === 'network' &&
    cause instanceof Error;
  const {message} = isNetwork ? cause : (error as Error);
  return `the glossary cannot be loaded: ${message}`;
};
