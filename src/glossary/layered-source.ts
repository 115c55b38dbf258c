import {firstAnswer} from './layers/first-answer.js';
import {
  LayerState,
  type LayerPlatform,
  layerPlatform,
} from './layers/layer-state.js';
import {languageInstead, withoutLost} from './layers/lost-translations.js';
import {mentionedIds} from './layers/mentions.js';
import {mergeEntry} from './layers/merge-term.js';
import {attempt, type Outcome} from './layers/outcome.js';
import {sharedPromise} from './layers/shared-promise.js';
import {nameKey} from './name-index.js';
import {allReady, type Awaitable, whenReady} from './awaitable.js';
import type {
  AreaPage,
  AreaRequest,
  Entry,
  GlossarySource,
  TermChanges,
  TermLinks,
  TextRuns,
} from './source.js';
import type {MergingTerm} from './types.js';

/**
 * Milliseconds that a layer may take before what is below it is shown. A reader
 * does not wait longer for a page to stand still than for it to change.
 */
export const LAYER_PATIENCE = 250;

/** What one layer says of a term. */
interface Said {
  readonly entry: Entry | null | undefined;
  readonly change: MergingTerm | undefined;
  readonly changes: TermChanges | undefined;
}

/** An entry, with the number of the layer that it is from. */
interface Found {
  readonly entry: Entry | null;
  readonly at: number;
}

/**
 * Several sources, later over earlier, term by term; field by field where a
 * layer has a term with `merge`. An entry keeps the publisher, the forms and
 * the address of the layer that it comes from.
 *
 * Each layer answers on its own. One that fails is passed over as long as
 * another one answers; one that is slow is passed over too, and those who
 * `watch` are told when it answers otherwise.
 */
export class LayeredSource implements GlossarySource {
  readonly label: string;
  /** Uppermost first, in the language. */
  readonly #layers: readonly GlossarySource[];
  readonly #state: LayerState;
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
    this.#layers = layers.toReversed();
    this.label = layers.map(({label}) => label).join(', ');
    this.#state = view
      ? view.whole.#state
      : new LayerState(this.label, layers, platform);
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
    return whenReady(
      this.#current(reference, signal),
      (found) => found && found.entry && this.#connected(found, signal),
    );
  }

  named(name: string, signal?: AbortSignal): Awaitable<readonly Entry[]> {
    const found = this.#layers.map((layer) =>
      attempt(() => layer.named(name, signal)),
    );
    const changed = this.#layers.map((_, index) =>
      attempt(() => this.#changes(index, signal)),
    );
    return whenReady(allReady(found), (answers) =>
      whenReady(allReady(changed), (changes) => {
        const failures = answers.filter((answer) => 'error' in answer);
        if (failures[0] && failures.length === answers.length) {
          throw failures[0].error;
        }
        const ids = new Set(
          [
            ...answers.flatMap((answer) =>
              'value' in answer ? answer.value.map(({term}) => term) : [],
            ),
            // A layer may give a term of another one the name.
            ...changes.flatMap((answer) =>
              'value' in answer ? (answer.value?.terms ?? []) : [],
            ),
          ].map(({id}) => id),
        );
        const current = [...ids].map((id) => this.entry(id, signal));
        const listed = new Set(
          answers.flatMap((answer) =>
            'value' in answer ? answer.value.map(({term}) => term) : [],
          ),
        );
        // What an upper layer renames or removes, the lower one no longer answers for.
        return whenReady(allReady(current), (entries) =>
          entries.flatMap((entry) =>
            entry && (listed.has(entry.term) || isNamed(entry, name))
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
    const byId = (asked: AreaRequest) => this.#areaPage(asked, signal);
    const found = whenReady(byId(request), (page) => {
      if (!page || page.page.area.id === request.area) return page;
      // By its address: a layer above may have the area by its id.
      const resource = request.resource ?? page.page.number;
      return whenReady(
        byId({...request, area: page.page.area.id, resource}),
        (upper) => (upper && upper.at < page.at ? upper : page),
      );
    });
    return whenReady(found, (result) => {
      if (!result) return undefined;
      const {page, at} = result;
      // The terms may be those of other layers.
      const ids = page.resource?.terms ?? page.entries.map(({term}) => term.id);
      const entries = allReady(ids.map((id) => this.entry(id, signal)));
      const mentions = page.questions.flatMap(({answer}) =>
        mentionedIds(answer),
      );
      return whenReady(entries, (resolved) =>
        whenReady(this.#others(mentions, page.links, at, signal), (others) => ({
          ...page,
          entries: resolved.flatMap((entry) => entry ?? []),
          links: linksOver(page.links, others),
        })),
      );
    });
  }

  async vocabulary(signal?: AbortSignal, runs?: TextRuns) {
    const {layeredVocabulary} = await import('./vocabulary.js');
    const changed = await allReady(
      this.#layers.map((_, index) =>
        attempt(() => this.#changes(index, signal)),
      ),
    );
    const ids = changed.flatMap((answer) =>
      'value' in answer ? (answer.value?.terms ?? []) : [],
    );
    const renamed = await allReady(
      [...new Set(ids.filter(changesNames).map(({id}) => id))].map((id) =>
        this.#current(id, signal),
      ),
    );
    const terms = renamed.flatMap((found) => found?.entry ?? []);
    return layeredVocabulary(this.#layers, signal, runs, terms);
  }

  /** What is shown for a reference: by its id, where a layer knows more of it. */
  #current(
    reference: string,
    signal: AbortSignal | undefined,
  ): Awaitable<Found | undefined> {
    return whenReady(this.#lookUp(reference, signal), (found) => {
      const id = found?.entry?.term.id ?? reference;
      // A layer above overrides by id, and need not know the address or the
      // former id by which a layer below was found.
      return id === reference ? found : this.#lookUp(id, signal);
    });
  }

  /** @param only Numbers of the layers that are asked; by default all. */
  #lookUp(
    reference: string,
    signal: AbortSignal | undefined,
    only: readonly number[] = [...this.#layers.keys()],
  ): Awaitable<Found | undefined> {
    const question = `entry ${only.join()} ${reference}`;
    const asks = only.map(
      (at) => (): Awaitable<Said> =>
        whenReady(this.#changes(at, signal), (changes) =>
          whenReady(
            this.#layers[at]!.entry(reference, signal),
            (entry): Said => ({
              entry,
              changes,
              change: changes?.terms.find(({id}) => id === reference),
            }),
          ),
        ),
    );
    const isPart = only.length < this.#layers.length;
    const says = ({entry, change}: Said) =>
      entry !== undefined || change !== undefined;
    return this.#first(question, signal, only, asks, says, (answers) => {
      const changes: Said[] = [];
      for (const {at, said} of answers) {
        if (said.change) changes.push(said);
        const {entry} = said;
        if (entry === undefined) continue;
        return {
          end: at,
          give: () =>
            whenReady(
              entry && this.#merged(entry, at, changes, signal),
              (merged) => ({
                at,
                entry: merged,
              }),
            ),
        };
      }
      return {
        end: undefined,
        give: () => {
          if (changes[0] && isPart) return this.#lookUp(reference, signal);
          if (changes[0]) this.#tellLoose(reference);
          return undefined;
        },
      };
    });
  }

  /**
   * An entry with what the layers above change in it.
   *
   * @param said Uppermost first.
   */
  #merged(
    entry: Entry,
    at: number,
    said: readonly Said[],
    signal: AbortSignal | undefined,
  ): Awaitable<Entry> {
    const changes = withoutLost(said.map(({change}) => change!));
    const merge = (below: Entry | null | undefined): Entry =>
      changes.reduceRight(
        (merged, change, index) =>
          mergeEntry(
            merged,
            change,
            said[index]!.changes!,
            this.view?.language,
          ),
        below ?? entry,
      );
    const instead =
      this.view && languageInstead(this.view.language, entry.language, changes);
    if (instead === undefined) return merge(entry);
    const {layers} = this.#state;
    const layer = layers[layers.length - 1 - at]!;
    const local = instead ? layer.in?.(instead) : layer;
    return whenReady((local ?? layer).entry(entry.term.id, signal), merge);
  }

  #tellLoose(id: string): void {
    this.#state.tell(
      `"${id}" is to be merged into a term of a layer below, and no layer has one. ` +
        `Check the id, or give the term a name and a summary and take "merge" out (in ${this.label}).`,
    );
  }

  #changes(
    at: number,
    signal: AbortSignal | undefined,
  ): Awaitable<TermChanges | undefined> {
    // In the language of the layer: what is merged is translated with the change.
    const {layers} = this.#state;
    return layers[layers.length - 1 - at]?.changes?.(signal);
  }

  #areaPage(
    request: AreaRequest,
    signal: AbortSignal | undefined,
  ): Awaitable<{readonly page: AreaPage; readonly at: number} | undefined> {
    const {area, resource, perPage} = request;
    const only = [...this.#layers.keys()];
    const asks = this.#layers.map(
      (layer) => () => layer.areaPage(request, signal),
    );
    return this.#first(
      ['area', area, resource, perPage].join(' '),
      signal,
      only,
      asks,
      (page) => page !== undefined,
      (answers) => {
        const first = answers.find(({said}) => said !== undefined);
        return {
          end: first?.at,
          give: () => first && {page: first.said!, at: first.at},
        };
      },
    );
  }

  /**
   * The first answer from the top down.
   *
   * @param says Whether what a layer has said makes a difference.
   * @param pick Given what layers have said, uppermost first: which layer ends
   *     the search, and what is answered.
   */
  #first<T, R>(
    question: string,
    signal: AbortSignal | undefined,
    only: readonly number[],
    asks: readonly (() => Awaitable<T>)[],
    says: (said: T) => boolean,
    pick: (answers: readonly {readonly at: number; readonly said: T}[]) => {
      readonly end: number | undefined;
      readonly give: () => Awaitable<R | undefined>;
    },
  ): Awaitable<R | undefined> {
    const state = this.#state;
    const key = `${this.view?.language ?? ''} ${question}`;
    const answer = firstAnswer<T, Awaitable<R | undefined>>({
      asks,
      choose: (outcomes, isOver) => {
        if (signal?.aborted)
          return {
            used: [],
            give: () => {
              throw signal.reason;
            },
          };
        const answers = outcomes.flatMap((outcome, index) =>
          outcome && 'value' in outcome
            ? {at: only[index]!, said: outcome.value, outcome}
            : [],
        );
        const {end, give} = pick(answers);
        const last = end === undefined ? only.length : only.indexOf(end);
        const open = outcomes.findIndex((outcome) => !outcome);
        // One above may still say something; at the end, so may any.
        if (open >= 0 && open < last && !(isOver && end !== undefined))
          return undefined;
        const failure = this.#note(only, outcomes);
        return {
          used: answers
            .filter(({at, said}) => only.indexOf(at) <= last && says(said))
            .map(({outcome}) => outcome),
          give: () => {
            if (end === undefined && failure) throw failure.error;
            return give();
          },
        };
      },
      whenOver: (call) =>
        state.isAwaited(key)
          ? () => undefined
          : state.platform.after(LAYER_PATIENCE, call),
      late: () => {
        state.await(key);
      },
    });
    return whenReady(answer, (value) => value);
  }

  /** Keeps which layers have failed. Returns the uppermost failure. */
  #note(
    only: readonly number[],
    outcomes: readonly (Outcome<unknown> | undefined)[],
  ): {readonly error: unknown} | undefined {
    const failed = outcomes.flatMap((outcome, index) => {
      const label = this.#layers[only[index]!]!.label;
      if (outcome && 'error' in outcome) return {label, error: outcome.error};
      if (outcome) this.#state.answered(label);
      return [];
    });
    for (const {label, error} of failed) {
      this.#state.failed(label, error);
      if (failed.length === outcomes.length) continue; // it is thrown
      const why = error instanceof Error ? error.message : String(error);
      this.#state.tell(
        `the layer ${label} is left out, what the others have is shown: ${why}`,
      );
    }
    return failed[0];
  }

  /** An entry whose links lead to what other layers say. */
  #connected({entry, at}: Found, signal?: AbortSignal): Awaitable<Entry> {
    if (!entry) throw new TypeError('expected an entry');
    const {term, links} = entry;
    const related = Array.isArray(term.related)
      ? (term.related as readonly string[])
      : [];
    const use = term.deprecated?.use;
    const ids = [
      ...related,
      ...mentionedIds(term.definition),
      ...(use === undefined ? [] : [use]),
    ];
    return whenReady(this.#others(ids, links, at, signal), (others) => {
      if (!others.size) return entry;
      const over = linksOver(links, others);
      return {
        ...entry,
        links: over,
        related: related.flatMap((id) => {
          const name = over.nameOf(id);
          if (name === undefined) return [];
          const known = others.get(id)?.term.id ?? id;
          return {id: known, name, url: over.addressOf(id)};
        }),
      };
    });
  }

  /**
   * What other layers than the one with these links say of ids: those above of
   * what it knows itself, all of what it does not. A failure says nothing.
   */
  #others(
    ids: readonly string[],
    links: TermLinks,
    at: number,
    signal: AbortSignal | undefined,
  ): Awaitable<ReadonlyMap<string, Entry | null>> {
    const asked = [...new Set(ids)].map((id) => {
      const isKnown = links.nameOf(id) !== undefined;
      const only = [...this.#layers.keys()].filter((index) =>
        isKnown ? index < at : index !== at,
      );
      const answer = only.length
        ? attempt(() => this.#lookUp(id, signal, only))
        : undefined;
      return whenReady(answer, (outcome) => {
        const found = outcome && 'value' in outcome ? outcome.value : undefined;
        return [id, found?.entry] as const;
      });
    });
    return whenReady(
      allReady(asked),
      (answers) =>
        new Map(
          answers.flatMap(([id, entry]) =>
            entry === undefined ? [] : [[id, entry] as const],
          ),
        ),
    );
  }
}

const isNamed = ({term, original}: Entry, name: string): boolean => {
  const aliases = Array.isArray(term.aliases)
    ? (term.aliases as readonly string[])
    : [];
  return [term.name, term.abbreviation, original?.name, ...aliases].some(
    (known) => known && nameKey(known) === nameKey(name),
  );
};

const changesNames = ({name, aliases, abbreviation}: MergingTerm): boolean =>
  [name, aliases, abbreviation].some((names) => names !== undefined);

const linksOver = (
  links: TermLinks,
  others: ReadonlyMap<string, Entry | null>,
): TermLinks => ({
  origin: links.origin,
  addressOf: (id) =>
    others.has(id) ? others.get(id)?.url : links.addressOf(id),
  nameOf: (id) =>
    others.has(id) ? others.get(id)?.term.name : links.nameOf(id),
});

/**
 * One source as it is; several in layers, later over earlier.
 *
 * @param integrity What the page says that they all are, which can be true of
 *     one file only: of several, nothing is asked for.
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
