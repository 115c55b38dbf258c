/** The terms of several layers: found by precedence, changed by what merges into them. */
import {type Awaitable, whenReady} from '../awaitable.js';
import type {Entry, TermChanges} from '../source.js';
import type {MergingTerm} from '../types.js';
import {languageInstead, withoutLost} from './lost-translations.js';
import {mergeEntry} from './merge-term.js';
import type {LayerAnswer, Precedence, Resolution} from './precedence.js';

/** An entry, with the number of the layer that it is from; `null` if it is removed. */
export interface FoundEntry {
  readonly entry: Entry | null;
  readonly at: number;
}

/** What one layer has of a term. */
interface LayerTerm {
  readonly entry: Entry | null | undefined;
  /** What it changes in the term of a layer below. */
  readonly change: MergingTerm | undefined;
  readonly changes: TermChanges | undefined;
}

/** A change with the glossary that it comes from. */
interface Change {
  readonly change: MergingTerm;
  readonly changes: TermChanges;
}

export class LayeredTerms {
  constructor(readonly precedence: Precedence) {}

  /** What a layer changes in terms of the layers below. */
  changes(
    at: number,
    signal: AbortSignal | undefined,
  ): Awaitable<TermChanges | undefined> {
    // In the language of the layer: what is merged is translated with the change.
    return this.precedence.state.layerAt(at).changes?.(signal);
  }

  /** The current entry of a reference, which an upper layer may have under its id only. */
  current(
    reference: string,
    signal: AbortSignal | undefined,
  ): Awaitable<FoundEntry | undefined> {
    return whenReady(this.find(reference, signal), (found) => {
      const id = found?.entry?.term.id ?? reference;
      // A layer above overrides by id, and need not know the address or the
      // former id by which a layer below was found.
      return id === reference ? found : this.find(id, signal);
    });
  }

  /** @param only Numbers of the layers that are asked; by default all. */
  find(
    reference: string,
    signal: AbortSignal | undefined,
    only?: readonly number[],
  ): Awaitable<FoundEntry | undefined> {
    const {layers} = this.precedence;
    return this.precedence.first<LayerTerm, FoundEntry>(
      {
        key: `entry ${(only ?? [...layers.keys()]).join()} ${reference}`,
        ...(only && {only}),
        ask: (layer, at) =>
          whenReady(this.changes(at, signal), (changes) =>
            whenReady(layer.entry(reference, signal), (entry) => ({
              entry,
              changes,
              change: changes?.terms.find(({id}) => id === reference),
            })),
          ),
        matters: ({entry, change}) =>
          entry !== undefined || change !== undefined,
        resolve: (answers) =>
          this.#resolve(reference, answers, signal, {
            isPart: only !== undefined && only.length < layers.length,
          }),
      },
      signal,
    );
  }

  #resolve(
    reference: string,
    answers: readonly LayerAnswer<LayerTerm>[],
    signal: AbortSignal | undefined,
    {isPart}: {readonly isPart: boolean},
  ): Resolution<FoundEntry> {
    const above: Change[] = [];
    for (const {at, value} of answers) {
      const {entry, change, changes} = value;
      if (change && changes) above.push({change, changes});
      if (entry === undefined) continue;
      return {
        end: at,
        result: () =>
          whenReady(
            entry && this.#merged(entry, at, above, signal),
            (merged) => ({at, entry: merged}),
          ),
      };
    }
    return {
      end: undefined,
      result: () => {
        if (!above.length) return undefined;
        if (isPart) return this.find(reference, signal);
        this.#warnOfLoose(reference);
        return undefined;
      },
    };
  }

  /**
   * An entry with what the layers above change in it.
   *
   * @param above Uppermost first.
   */
  #merged(
    entry: Entry,
    at: number,
    above: readonly Change[],
    signal: AbortSignal | undefined,
  ): Awaitable<Entry> {
    const {state, language} = this.precedence;
    const own = withoutLost(above.map(({change}) => change));
    const merge = (below: Entry | null | undefined): Entry =>
      own.reduceRight(
        (merged, change, index) =>
          mergeEntry(merged, change, above[index]!.changes, language),
        below ?? entry,
      );
    const instead =
      language === undefined
        ? undefined
        : languageInstead(language, entry.language, own);
    if (instead === undefined) return merge(entry);
    const layer = state.layerAt(at);
    const local = instead ? layer.in?.(instead) : layer;
    return whenReady((local ?? layer).entry(entry.term.id, signal), merge);
  }

  #warnOfLoose(id: string): void {
    const {state} = this.precedence;
    state.warn(
      'merge',
      `"${id}" has "merge": true, but no layer below has a term of this id. ` +
        `Check the id, or give the term a name and a summary and remove "merge" (in ${state.label}).`,
    );
  }
}
