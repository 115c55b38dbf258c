/** Finds the glossary of an element as elements do in a browser. */
import {
  AddressedSource,
  addressFaults,
  bundledSource,
  documentSource,
  type GlossarySource,
  HttpSource,
  layered,
  LayeredSource,
  type SiteAddresses,
} from 'term-elements/glossary';
import {addressesIn, firstNamed} from 'term-elements/prerendering';
import type {Head} from './html/head.js';
import {
  ancestors,
  attribute,
  childElements,
  type Element,
  languageOf,
  lineOf,
  textContent,
} from '../documents/html/tree.js';
import type {PrerenderOptions} from './options.js';

/** No retries at build time: what is missing is reported at once. */
const LIMITS = {retries: 0};

/** A layer has unlimited time, because no reader waits. */
const PATIENT = {after: () => () => undefined, warn: () => undefined};

const isDataBlock = (element: Element): boolean =>
  element.tagName === 'script' &&
  attribute(element, 'type')?.trim().toLowerCase() === 'application/json';

/** The addresses that a `<term-glossary>` sets. */
const siteAddresses = (element: Element): SiteAddresses => ({
  term: attribute(element, 'term-href'),
  area: attribute(element, 'area-href'),
  home: attribute(element, 'home-href'),
});

/** Why addresses of a `<term-glossary>` give no links. */
export const siteAddressFaults = (element: Element): readonly string[] =>
  addressFaults(siteAddresses(element));

/** The glossaries that the elements of one page read. */
export class PageGlossaries {
  readonly #addresses = new Set<string>();
  readonly #inline = new Map<Element, GlossarySource>();
  readonly #given = new Map<Element, GlossarySource>();
  #page: GlossarySource | undefined;

  constructor(
    readonly head: Head,
    readonly options: PrerenderOptions,
  ) {}

  /** Absolute addresses of those that were found. */
  get addresses(): readonly string[] {
    return [...this.#addresses];
  }

  /**
   * The glossary of an element, in the language that the element is in.
   *
   * @throws {Error} Where a glossary in the page is no JSON.
   */
  of(element: Element): GlossarySource {
    const source = this.#givenTo(element);
    const language = languageOf(element);
    return (language && source.in?.(language)) || source;
  }

  #givenTo(element: Element): GlossarySource {
    return firstNamed<GlossarySource>({
      property: () => undefined, // only a script sets it
      address: () => {
        const src = attribute(element, 'src')?.trim();
        return src ? this.#at(src, this.head.base, element) : undefined;
      },
      inline: () => this.#inlineOf(element),
      around: () => this.#around(element),
      page: () => this.#ofPage(),
    });
  }

  #inlineOf(element: Element): GlossarySource | undefined {
    const known = this.#inline.get(element);
    if (known) return known;
    const block = childElements(element).find(isDataBlock);
    if (!block) return undefined;
    let document: unknown;
    try {
      document = JSON.parse(textContent(block.childNodes));
    } catch (error) {
      throw new Error(
        `line ${lineOf(block)}: expected JSON in the glossary inside <${element.tagName}>: ${(error as Error).message}`,
        {cause: error},
      );
    }
    const source = documentSource(document, 'inline glossary');
    this.#inline.set(element, source);
    return source;
  }

  /** What the closest `<term-glossary>` gives to those inside it. */
  #around(element: Element): GlossarySource | undefined {
    for (const around of ancestors(element)) {
      if (around.tagName !== 'term-glossary') continue;
      let given = this.#given.get(around);
      if (!given) {
        const source = this.#givenTo(around);
        const addresses = siteAddresses(around);
        given = Object.values(addresses).some(Boolean)
          ? new AddressedSource(source, addresses)
          : source;
        this.#given.set(around, given);
      }
      return given;
    }
    return undefined;
  }

  #ofPage(): GlossarySource {
    const {head, options} = this;
    this.#page ??= head.glossaries.length
      ? this.#together(
          head.glossaries.flatMap((link) =>
            this.#named(attribute(link, 'href')!, head.base, link),
          ),
        )
      : (options.glossary ?? bundledSource);
    return this.#page;
  }

  #at(addresses: string, base: string, place: Element): GlossarySource {
    return this.#together(
      this.#named(addresses, base, place),
      attribute(place, 'integrity'),
    );
  }

  #together(
    sources: readonly GlossarySource[],
    integrity?: string,
  ): GlossarySource {
    if (sources.length < 2) return sources[0]!;
    // One `integrity` for several addresses is refused, as in a browser.
    return integrity
      ? layered(sources, integrity)
      : new LayeredSource(sources, PATIENT);
  }

  #named(
    addresses: string,
    base: string,
    place: Element,
  ): readonly GlossarySource[] {
    const integrity = attribute(place, 'integrity');
    return addressesIn(addresses, base).map((absolute) => {
      this.#addresses.add(absolute);
      const key = `${absolute}\n${integrity ?? ''}`;
      const sources = this.options.sources ?? this.#own;
      let source = sources.get(key);
      if (!source) {
        source = new HttpSource(absolute, {
          integrity,
          platform: {fetch: this.#fetch, warn: () => undefined},
          limits: LIMITS,
        });
        sources.set(key, source);
      }
      return source;
    });
  }

  readonly #own = new Map<string, GlossarySource>();

  readonly #fetch: typeof fetch = (request, init) =>
    (this.options.fetch ?? refuse)(
      request instanceof Request ? request.url : String(request),
      init?.signal ?? undefined,
    );
}

const refuse = (address: string): Promise<never> =>
  Promise.reject(
    new Error(`${address} is not read: prerender() was given no \`fetch\``),
  );
