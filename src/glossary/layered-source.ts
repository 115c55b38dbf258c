import {allReady, type Awaitable, whenReady} from './awaitable.js';
import {listOf} from './json-shapes.js';
import {
  LayerState,
  type LayerPlatform,
  layerPlatform,
} from './layers/layer-state.js';
import {LayeredTerms} from './layers/layered-terms.js';
import {connectEntry, connectPage} from './layers/links.js';
import {attempt, valuesOf} from './layers/outcome.js';
import {type LayerAnswer, Precedence} from './layers/precedence.js';
import {sharedPromise} from './layers/shared-promise.js';
import {loadPart} from './load-part.js';
import {nameKey} from './name-index.js';
import type {
  AreaPage,
  AreaRequest,
  Entry,
  GlossarySource,
  TermList,
  TextRuns,
} from './source.js';
import type {MergingTerm} from './types.js';

/**
 * Several sources, later over earlier, term by term; field by field where a
 * layer has a term with `merge`. An entry keeps the publisher, the forms and
 * the address of the layer that it comes from.
 *
 * Which layer answers is decided by `Precedence`, what a term is made of by
 * `LayeredTerms`, where its links lead in `layers/links.ts`.
 */
export class LayeredSource implements GlossarySource {
  readonly label: string;
  readonly #state: LayerState;
  readonly #precedence: Precedence;
  readonly #terms: LayeredTerms;
  readonly #views = new Map<string, GlossarySource>();

  /** @param view What this is a view of, and in which language. */
  constructor(
    layers: readonly GlossarySource[],
    readonly platform: LayerPlatform = layerPlatform,
    readonly view?: {
      readonly whole: LayeredSource;
      readonly language: string;
    },
  ) {
    this.label = layers.map(({label}) => label).join(', ');
    this.#state = view
      ? view.whole.#state
      : new LayerState(this.label, layers, platform);
    this.#precedence = new Precedence(
      layers.toReversed(),
      this.#state,
      view?.language,
    );
    this.#terms = new LayeredTerms(this.#precedence);
  }

  get status() {
    return this.#state.status;
  }

  in(language: string): GlossarySource {
    if (this.view) return this.view.whole.in(language);
    const {layers} = this.#state;
    const local = layers.map((layer) => layer.in?.(language) ?? layer);
    if (local.every((layer, index) => layer === layers[index])) return this;
    let view = this.#views.get(language);
    if (!view) {
      view = new LayeredSource(local, this.platform, {whole: this, language});
      this.#views.set(language, view);
    }
    return view;
  }

  watch(changed: () => void): () => void {
    const call = () => {
      changed();
    };
    const {layers, listeners} = this.#state;
    const ends = layers.map((layer) => layer.watch?.(call));
    listeners.add(call);
    return () => {
      listeners.delete(call);
      for (const end of ends) end?.();
    };
  }

  entry(
    reference: string,
    signal?: AbortSignal,
  ): Awaitable<Entry | null | undefined> {
    return whenReady(this.#terms.current(reference, signal), (found) =>
      found?.entry
        ? connectEntry(found.entry, found.at, this.#terms, signal)
        : found?.entry,
    );
  }

  named(name: string, signal?: AbortSignal): Awaitable<readonly Entry[]> {
    const {layers} = this.#precedence;
    const answers = allReady(
      layers.map((layer) => attempt(() => layer.named(name, signal))),
    );
    return whenReady(answers, (named) =>
      whenReady(this.#changes(signal), (changed) => {
        const first = named.find((answer) => 'error' in answer);
        if (first && named.every((answer) => 'error' in answer)) {
          throw first.error;
        }
        const listed = valuesOf(named)
          .flat()
          .map(({term}) => term);
        // A layer may give this name to a term of another one.
        const ids = new Set([...listed, ...changed].map(({id}) => id));
        const current = [...ids].map((id) => this.entry(id, signal));
        const known = new Set(listed);
        // A lower layer no longer answers for what an upper one renames or
        // removes.
        return whenReady(allReady(current), (entries) =>
          entries.flatMap((entry) =>
            entry && (known.has(entry.term) || isNamed(entry, name))
              ? entry
              : [],
          ),
        );
      }),
    );
  }

  areaPage(
    request: AreaRequest,
    signal?: AbortSignal,
  ): Awaitable<AreaPage | undefined> {
    const byId = (wanted: AreaRequest) => this.#areaPage(wanted, signal);
    const found = whenReady(byId(request), (answer) => {
      if (!answer || answer.value.area.id === request.area) return answer;
      // By its address: a layer above may have the area by its id.
      const {area, number} = answer.value;
      const resource = request.resource ?? number;
      return whenReady(byId({...request, area: area.id, resource}), (upper) =>
        upper && upper.at < answer.at ? upper : answer,
      );
    });
    return whenReady(found, (answer) => {
      if (!answer) return undefined;
      const {value: page, at} = answer;
      // The terms may be those of other layers.
      const ids = page.resource?.terms ?? page.entries.map(({term}) => term.id);
      const entries = allReady(ids.map((id) => this.entry(id, signal)));
      return whenReady(entries, (resolved) =>
        whenReady(connectPage(page, at, this.#terms, signal), (links) => ({
          ...page,
          entries: resolved.flatMap((entry) => entry ?? []),
          links,
        })),
      );
    });
  }

  async vocabulary(signal?: AbortSignal, runs?: TextRuns) {
    const {layeredVocabulary} = await loadPart(
      () => import('./document-extras.js'),
    );
    const changed = await this.#changes(signal);
    const ids = new Set(changed.filter(changesNames).map(({id}) => id));
    const renamed = await allReady(
      [...ids].map((id) => this.#terms.current(id, signal)),
    );
    const entries = renamed.flatMap((found) => found?.entry ?? []);
    return layeredVocabulary(this.#precedence.layers, signal, runs, entries);
  }

  /** Where no layer has a list of its own, that of their words is all there is. */
  list(signal?: AbortSignal): Awaitable<TermList | undefined> {
    const {layers} = this.#precedence;
    const lists = allReady(
      layers.map((layer) => attempt(() => layer.list?.(signal))),
    );
    return whenReady(lists, async (found) => {
      if (!valuesOf(found).some((list) => list)) return undefined;
      const {layeredList} = await loadPart(
        () => import('./layers/layered-list.js'),
      );
      const changed = await this.#changes(signal);
      return layeredList(this, layers, changed, signal);
    });
  }

  /** The changes of all layers in terms of those below, uppermost first. */
  #changes(signal: AbortSignal | undefined): Awaitable<readonly MergingTerm[]> {
    const changes = allReady(
      [...this.#precedence.layers.keys()].map((at) =>
        attempt(() => this.#terms.changes(at, signal)),
      ),
    );
    return whenReady(changes, (outcomes) =>
      valuesOf(outcomes).flatMap((found) => found?.terms ?? []),
    );
  }

  #areaPage(
    request: AreaRequest,
    signal: AbortSignal | undefined,
  ): Awaitable<LayerAnswer<AreaPage> | undefined> {
    const {area, resource, perPage} = request;
    return this.#precedence.first<AreaPage | undefined, LayerAnswer<AreaPage>>(
      {
        key: ['area', area, resource, perPage].join(' '),
        ask: (layer) => layer.areaPage(request, signal),
        matters: (page) => page !== undefined,
        resolve: (answers) => {
          const first = answers.find(
            (answer): answer is LayerAnswer<AreaPage> =>
              answer.value !== undefined,
          );
          return {
            end: first?.at,
            result: () => first && {value: first.value, at: first.at},
          };
        },
      },
      signal,
    );
  }
}

const isNamed = ({term, original}: Entry, name: string): boolean => {
  const {aliases, abbreviation} = term;
  return [term.name, abbreviation, original?.name, ...listOf(aliases)].some(
    (known) => known && nameKey(known) === nameKey(name),
  );
};

const changesNames = ({name, aliases, abbreviation}: MergingTerm): boolean =>
  [name, aliases, abbreviation].some((names) => names !== undefined);

/**
 * One source as it is; several in layers, later over earlier.
 *
 * @param integrity Hash that the page gives for all of them, which can be right for one file only: of several, none is requested.
 */
export const layered = (
  layers: readonly GlossarySource[],
  integrity?: string | null,
): GlossarySource => {
  if (layers.length === 1 && layers[0]) return layers[0];
  return integrity
    ? sharedPromise(layers, integrity)
    : new LayeredSource(layers);
};
