import {
  type AreaPage,
  type AreaRequest,
  type Awaitable,
  type Entry,
  type GlossarySource,
  whenReady,
} from './source.js';

/**
 * Several sources, later over earlier, term by term. An entry keeps the
 * publisher, the forms and the address of the layer that it comes from, and a
 * layer that fails is passed over as long as another one answers.
 */
export class LayeredSource implements GlossarySource {
  readonly label: string;
  /** Uppermost first. */
  readonly #layers: readonly GlossarySource[];

  constructor(layers: readonly GlossarySource[]) {
    this.#layers = layers.toReversed();
    this.label = layers.map(({label}) => label).join(', ');
  }

  entry(
    reference: string,
    signal?: AbortSignal,
  ): Awaitable<Entry | null | undefined> {
    const byId = (id: string) =>
      this.#first((layer) => layer.entry(id, signal));
    // A layer above overrides by id, and need not know the address or the
    // former id by which a layer below was found.
    return whenReady(byId(reference), (entry) =>
      entry && entry.term.id !== reference ? byId(entry.term.id) : entry,
    );
  }

  named(name: string, signal?: AbortSignal): Awaitable<readonly Entry[]> {
    const found = this.#layers.map((layer) =>
      attempt(() => layer.named(name, signal)),
    );
    return whenReady(all(found), (answers) => {
      const failures = answers.filter((answer) => 'error' in answer);
      if (failures[0] && failures.length === answers.length) {
        throw failures[0].error;
      }
      const ids = new Set<string>();
      const entries = answers
        .flatMap((answer) => ('value' in answer ? answer.value : []))
        .filter(({term: {id}}) => !ids.has(id) && ids.add(id));
      // What an upper layer renames or removes, the lower one no longer answers for.
      const current = entries.map((entry) =>
        whenReady(
          this.entry(entry.term.id, signal),
          (top) => top?.term === entry.term,
        ),
      );
      return whenReady(all(current), (keep) =>
        entries.filter((_, index) => keep[index]),
      );
    });
  }

  areaPage(
    request: AreaRequest,
    signal?: AbortSignal,
  ): Awaitable<AreaPage | undefined> {
    const page = this.#first((layer) => layer.areaPage(request, signal));
    return whenReady(page, (found) => {
      if (!found) return undefined;
      const entries = found.entries.map((entry) =>
        this.entry(entry.term.id, signal),
      );
      return whenReady(all(entries), (resolved) => ({
        ...found,
        entries: resolved.flatMap((entry) => entry ?? []),
      }));
    });
  }

  async vocabulary(signal?: AbortSignal) {
    const {layeredVocabulary} = await import('./vocabulary.js');
    return layeredVocabulary(this.#layers, signal);
  }

  /** The first answer that is not `undefined`, from the top down. */
  #first<T>(
    ask: (layer: GlossarySource) => Awaitable<T | undefined>,
  ): Awaitable<T | undefined> {
    // All are asked at once: a layer below loads while the one above does.
    const answers = this.#layers.map((layer) => attempt(() => ask(layer)));
    const next = (
      index: number,
      failure?: Failed,
    ): Awaitable<T | undefined> => {
      const answer = answers[index];
      if (!answer) {
        if (failure) throw failure.error;
        return undefined;
      }
      return whenReady(answer, (result) => {
        if ('error' in result) return next(index + 1, failure ?? result);
        return result.value === undefined
          ? next(index + 1, failure)
          : result.value;
      });
    };
    return next(0);
  }
}

interface Failed {
  readonly error: unknown;
}

type Outcome<T> = {readonly value: T} | Failed;

/** Never throws and never rejects: a failure is an outcome. */
const attempt = <T>(ask: () => Awaitable<T>): Awaitable<Outcome<T>> => {
  try {
    const answer = ask();
    return answer instanceof Promise
      ? answer.then(
          (value) => ({value}),
          (error: unknown) => ({error}),
        )
      : {value: answer};
  } catch (error) {
    return {error};
  }
};

/** `Promise.all` that answers at once where nothing is to be waited for. */
const all = <T>(values: readonly Awaitable<T>[]): Awaitable<readonly T[]> =>
  values.some((value) => value instanceof Promise)
    ? Promise.all(values)
    : (values as readonly T[]);

/** One source as it is; several in layers, later over earlier. */
export const layered = (layers: readonly GlossarySource[]): GlossarySource =>
  layers.length === 1 && layers[0] ? layers[0] : new LayeredSource(layers);
