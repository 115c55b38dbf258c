import {
  type AreaPage,
  type AreaRequest,
  type Awaitable,
  type Entry,
  type GlossarySource,
  type TermLinks,
  type TextRuns,
  whenReady,
} from './source.js';
import type {GlossaryInfo} from './types.js';

/** Where a site has what a glossary gives no address for; `{}` is the id. */
export interface SiteAddresses {
  readonly term?: string | undefined;
  readonly area?: string | undefined;
  readonly home?: string | undefined;
}

const fill = (form: string | undefined, id: string): string | undefined =>
  form ? form.split('{}').join(encodeURIComponent(id)) : undefined;

/** A source whose entries and areas have an address on the site that shows them. */
export class AddressedSource implements GlossarySource {
  readonly label: string;
  readonly #views = new Map<GlossarySource, GlossarySource>();

  constructor(
    readonly inner: GlossarySource,
    readonly addresses: SiteAddresses,
  ) {
    this.label = inner.label;
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
      const url = area.url ?? fill(this.addresses.area, area.id);
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

  readonly #entry = (entry: Entry): Entry => ({
    ...entry,
    url: entry.url ?? fill(this.addresses.term, entry.term.id),
    glossary: this.#glossary(entry.glossary),
    related: entry.related.map((other) => ({
      ...other,
      url: other.url ?? fill(this.addresses.term, other.id),
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
      addressOf: (id) => links.addressOf(id) ?? fill(this.addresses.term, id),
      nameOf: (id) => links.nameOf(id),
    };
  }
}
