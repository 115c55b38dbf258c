import {filledAddress, formFault} from './address-form.js';
import {type Awaitable, whenReady} from './awaitable.js';
import type {
  AreaPage,
  AreaRequest,
  Entry,
  GlossarySource,
  TermLinks,
  TermList,
  TextRuns,
} from './source.js';
import {loadPart} from './load-part.js';
import type {GlossaryInfo} from './types.js';

/** Addresses on a site for what a glossary has without one; `{}` is the id. */
export interface SiteAddresses {
  readonly term?: string | undefined;
  readonly area?: string | undefined;
  readonly home?: string | undefined;
}

/** Why some of them give no links, with the attribute that has the fault. */
export const addressFaults = (addresses: SiteAddresses): readonly string[] =>
  (['term', 'area', 'home'] as const).flatMap(
    (name) => formFault(`${name}-href`, addresses[name]) ?? [],
  );

/** Those that give links. */
const usable = (addresses: SiteAddresses): SiteAddresses =>
  Object.fromEntries(
    Object.entries(addresses).filter(
      ([name, form]) => formFault(name, form) === undefined,
    ),
  );

/** A source whose entries and areas have an address on the site that shows them. */
export class AddressedSource implements GlossarySource {
  readonly label: string;
  readonly #views = new Map<GlossarySource, GlossarySource>();

  readonly addresses: SiteAddresses;

  /** @param addresses Those that make no link are left out, see `addressFaults`. */
  constructor(
    readonly inner: GlossarySource,
    addresses: SiteAddresses,
  ) {
    this.label = inner.label;
    this.addresses = usable(addresses);
  }

  get status() {
    return this.inner.status;
  }

  changes(signal?: AbortSignal) {
    return this.inner.changes?.(signal);
  }

  in(language: string): GlossarySource {
    const {inner, addresses} = this;
    const local = inner.in?.(language) ?? inner;
    if (local === inner) return this;
    let view = this.#views.get(local);
    if (!view) {
      this.#views.set(local, (view = new AddressedSource(local, addresses)));
    }
    return view;
  }

  watch(changed: () => void): () => void {
    return this.inner.watch?.(changed) ?? (() => undefined);
  }

  entry(
    reference: string,
    signal?: AbortSignal,
  ): Awaitable<Entry | null | undefined> {
    return whenReady(
      this.inner.entry(reference, signal),
      (entry) => entry && this.#entry(entry),
    );
  }

  named(name: string, signal?: AbortSignal): Awaitable<readonly Entry[]> {
    return whenReady(this.inner.named(name, signal), (entries) =>
      entries.map(this.#entry),
    );
  }

  areaPage(
    request: AreaRequest,
    signal?: AbortSignal,
  ): Awaitable<AreaPage | undefined> {
    return whenReady(this.inner.areaPage(request, signal), (page) => {
      if (!page) return undefined;
      const {area} = page;
      const url = area.url ?? filledAddress(this.addresses.area, area.id);
      return {
        ...page,
        area: url === undefined ? area : {...area, url},
        glossary: this.#glossary(page.glossary),
        entries: page.entries.map(this.#entry),
        links: this.#links(page.links),
      };
    });
  }

  vocabulary(signal?: AbortSignal, runs?: TextRuns) {
    return this.inner.vocabulary(signal, runs);
  }

  list(signal?: AbortSignal): Awaitable<TermList | undefined> {
    return whenReady(this.inner.list?.(signal), async (list) => {
      if (!list) return undefined;
      const {mappedList} = await loadPart(() => import('./mapped-list.js'));
      return mappedList(list, {
        item: (item) => ({
          ...item,
          url: item.url ?? filledAddress(this.addresses.term, item.id),
        }),
        entry: this.#entry,
      });
    });
  }

  readonly #entry = (entry: Entry): Entry => ({
    ...entry,
    url: entry.url ?? filledAddress(this.addresses.term, entry.term.id),
    glossary: this.#glossary(entry.glossary),
    related: entry.related.map((other) => ({
      ...other,
      url: other.url ?? filledAddress(this.addresses.term, other.id),
    })),
    links: this.#links(entry.links),
  });

  #glossary(glossary: GlossaryInfo): GlossaryInfo {
    const {home} = this.addresses;
    return glossary.url || !home ? glossary : {...glossary, url: home};
  }

  #links(links: TermLinks): TermLinks {
    return {
      origin: links.origin,
      addressOf: (id) =>
        links.addressOf(id) ?? filledAddress(this.addresses.term, id),
      nameOf: (id) => links.nameOf(id),
    };
  }
}
