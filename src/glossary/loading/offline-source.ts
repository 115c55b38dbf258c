import {whenReady} from '../awaitable.js';
import {loadPart} from '../load-part.js';
import type {AreaRequest, Entry, GlossarySource, TextRuns} from '../source.js';

/** The answers of an offline copy, each with the time when it was stored. */
export class OfflineSource implements GlossarySource {
  readonly label: string;

  constructor(
    readonly inner: GlossarySource,
    readonly keptAt: Date,
  ) {
    this.label = inner.label;
  }

  entry(reference: string, signal?: AbortSignal) {
    return whenReady(
      this.inner.entry(reference, signal),
      (entry) => entry && this.#marked(entry),
    );
  }

  named(name: string, signal?: AbortSignal) {
    return whenReady(this.inner.named(name, signal), (entries) =>
      entries.map(this.#marked),
    );
  }

  areaPage(request: AreaRequest, signal?: AbortSignal) {
    return whenReady(
      this.inner.areaPage(request, signal),
      (page) =>
        page && {
          ...page,
          entries: page.entries.map(this.#marked),
          keptAt: this.keptAt,
        },
    );
  }

  list(signal?: AbortSignal) {
    return whenReady(this.inner.list?.(signal), async (list) => {
      if (!list) return undefined;
      const {mappedList} = await loadPart(() => import('../mapped-list.js'));
      return mappedList(list, {item: (item) => item, entry: this.#marked});
    });
  }

  changes(signal?: AbortSignal) {
    return this.inner.changes?.(signal);
  }

  vocabulary(signal?: AbortSignal, runs?: TextRuns) {
    return this.inner.vocabulary(signal, runs);
  }

  /** A view of the copy, with the same date. */
  in(language: string): GlossarySource {
    const view = this.inner.in?.(language) ?? this.inner;
    return view === this.inner ? this : new OfflineSource(view, this.keptAt);
  }

  readonly #marked = (entry: Entry): Entry => ({
    ...entry,
    keptAt: this.keptAt,
  });
}
