import type {Awaitable} from './awaitable.js';
import type {AreaRequest, GlossarySource, TextRuns} from './source.js';

/** Calls a source as soon as it is there. */
export type AskSource = <T>(
  question: (source: GlossarySource) => Awaitable<T>,
  signal?: AbortSignal,
) => Awaitable<T>;

/**
 * A source that delegates to another one, which may have to be loaded first: a
 * document, or a view of a source in a language. Status and changes are the
 * same in every language.
 */
export class DeferredSource implements GlossarySource {
  readonly #views = new Map<string, GlossarySource>();

  /** @param whole The source that this is a view of, which has the status. */
  constructor(
    readonly label: string,
    readonly ask: AskSource,
    readonly whole?: Pick<GlossarySource, 'in' | 'status' | 'watch'>,
  ) {}

  get status() {
    return this.whole?.status;
  }

  entry(reference: string, signal?: AbortSignal) {
    return this.ask((source) => source.entry(reference, signal), signal);
  }

  named(name: string, signal?: AbortSignal) {
    return this.ask((source) => source.named(name, signal), signal);
  }

  areaPage(request: AreaRequest, signal?: AbortSignal) {
    return this.ask((source) => source.areaPage(request, signal), signal);
  }

  vocabulary(signal?: AbortSignal, runs?: TextRuns) {
    return this.ask((source) => source.vocabulary(signal, runs), signal);
  }

  list(signal?: AbortSignal) {
    return this.ask((source) => source.list?.(signal), signal);
  }

  changes(signal?: AbortSignal) {
    return this.ask((source) => source.changes?.(signal), signal);
  }

  in(language: string): GlossarySource {
    if (this.whole?.in) return this.whole.in(language);
    let view = this.#views.get(language);
    if (!view) {
      const ask: AskSource = (question, signal) =>
        this.ask((source) => question(source.in?.(language) ?? source), signal);
      view = new DeferredSource(this.label, ask, this);
      this.#views.set(language, view);
    }
    return view;
  }

  watch(changed: () => void): () => void {
    return this.whole?.watch?.(changed) ?? (() => undefined);
  }
}
