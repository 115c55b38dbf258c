/** One list of the lists of several layers. */
import {allReady} from '../awaitable.js';
import {letterOf, letterOrder, nameOrder} from '../letters.js';
import {GlossaryListError} from '../list-error.js';
import type {
  Entry,
  GlossarySource,
  Letter,
  ListedEntry,
  TermList,
} from '../source.js';
import {listOfEntries, termListOf, WholeList} from '../term-list.js';
import type {MergingTerm} from '../types.js';
import {attempt} from './outcome.js';

/** What a layer lists, and the ids that it answers for. */
interface ListedLayer {
  readonly list: TermList;
  readonly ids: ReadonlySet<string>;
}

const idsOfLayer = async (
  layer: GlossarySource,
  list: TermList,
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string>> => {
  if (!list.all) return new Set();
  const words = await layer.vocabulary(signal);
  return new Set([
    ...list.all.map(({term}) => term.id),
    ...words.flatMap(({otherIds = []}) => otherIds),
  ]);
};

/**
 * A layer over another one, term by term. One of them may be a built glossary:
 * its list is read as it is shown, with what the other layers have between.
 *
 * @param source All layers, which answer for what several of them have.
 * @param layers Uppermost first.
 * @param changed What layers change in terms of those below.
 * @throws {GlossaryListError} If more than one of them has names only.
 */
export const layeredList = async (
  source: GlossarySource,
  layers: readonly GlossarySource[],
  changed: readonly MergingTerm[],
  signal?: AbortSignal,
): Promise<TermList> => {
  const outcomes = await allReady(
    layers.map((layer) =>
      attempt(async (): Promise<ListedLayer> => {
        const list = await termListOf(layer, '', signal);
        return {list, ids: await idsOfLayer(layer, list, signal)};
      }),
    ),
  );
  const found = outcomes.flatMap((outcome) =>
    'value' in outcome ? outcome.value : [],
  );
  if (!found.length) throw (outcomes[0] as {readonly error: unknown}).error;
  const built = found.filter(({list}) => !list.all);
  if (built.length > 1)
    throw new GlossaryListError(
      source.label,
      'expected at most one built glossary among the layers of a list, ' +
        `received ${built.length}. Build one glossary of them, or list each by itself.`,
    );

  const changes = new Set(changed.map(({id}) => id));
  const current = async (id: string) =>
    (await source.entry(id, signal)) ?? undefined;
  const claimed = new Set<string>();
  /** What the layer with names only no longer answers for. */
  let above: ReadonlySet<string> = new Set();
  const wanted: (Entry | Promise<Entry | undefined>)[] = [];
  for (const {list, ids} of found) {
    if (!list.all) above = new Set(claimed);
    for (const entry of list.all ?? []) {
      const {id} = entry.term;
      if (claimed.has(id)) continue;
      wanted.push(changes.has(id) ? current(id) : entry);
    }
    for (const id of ids) claimed.add(id);
  }
  const entries = (await allReady(wanted)).flatMap((entry) => entry ?? []);
  const [base] = built;
  if (!base) return listOfEntries(entries, '');
  const {list} = base;
  // What layers below the built one have, it may have itself.
  const isBelow = found.indexOf(base) < found.length - 1;
  const own = isBelow
    ? await withoutCovered(entries, found, base, source, signal)
    : entries;
  return new ListOver(
    list,
    new WholeList(own, list.language),
    above,
    changes,
    current,
  );
};

/** Entries of layers below a built one are shown unless the layers together have another. */
const withoutCovered = async (
  entries: readonly Entry[],
  found: readonly ListedLayer[],
  base: ListedLayer,
  source: GlossarySource,
  signal: AbortSignal | undefined,
): Promise<readonly Entry[]> => {
  const lower = new Set(
    found
      .slice(found.indexOf(base) + 1)
      .flatMap(({list}) => list.all?.map(({term}) => term) ?? []),
  );
  const kept = await allReady(
    entries.map(async (entry) => {
      if (!lower.has(entry.term)) return entry;
      const now = await source.entry(entry.term.id, signal);
      return now?.term === entry.term ? entry : undefined;
    }),
  );
  return kept.flatMap((entry) => entry ?? []);
};

const inOrder =
  (language: string) =>
  (a: ListedEntry, b: ListedEntry): number => {
    const letter = (item: ListedEntry) => letterOf(item.name, language);
    return (
      letterOrder(language)(letter(a), letter(b)) ||
      nameOrder(language)(a.name, b.name)
    );
  };

/**
 * A list of names with a few entries over it. Places are those of the names; an
 * entry is listed with the name that it comes before.
 */
class ListOver implements TermList {
  readonly language: string;
  readonly count: number;
  readonly letters: readonly Letter[];
  readonly #order: (a: ListedEntry, b: ListedEntry) => number;

  /**
   * @param hidden Ids that the list no longer answers for.
   * @param changed Ids whose entries are asked for.
   */
  constructor(
    readonly base: TermList,
    readonly over: WholeList,
    readonly hidden: ReadonlySet<string>,
    readonly changed: ReadonlySet<string>,
    readonly current: (id: string) => Promise<Entry | undefined>,
  ) {
    this.language = base.language;
    // Without names there is one place, before which all else is.
    this.count = Math.max(base.count, Math.min(1, over.count));
    this.#order = inOrder(base.language);
    this.letters = this.#merged();
  }

  /** All places after the last name are those of what comes after it. */
  async items(from: number, to: number, signal?: AbortSignal) {
    const {base, over} = this;
    if (from >= this.count) return [];
    const end = to >= base.count ? base.count : to;
    const read = await base.items(Math.max(0, from - 1), end, signal);
    const names = from > 0 ? read.slice(1) : read;
    const before = from > 0 ? read[0] : undefined;
    const last = end < base.count ? names.at(-1) : undefined;
    const between = over
      .items(0, over.count)
      .filter(
        (item) =>
          (!before || this.#order(item, before) > 0) &&
          (!last || this.#order(item, last) <= 0),
      );
    const shown = await this.#shown(names);
    return [...shown, ...between].sort(this.#order);
  }

  async placeOf(id: string, signal?: AbortSignal) {
    const place = this.over.placeOf(id);
    if (place === undefined) return this.base.placeOf(id, signal);
    const item = this.over.items(place, place + 1)[0]!;
    const letter = letterOf(item.name, this.language);
    return this.letters.find((one) => one.letter === letter)?.start;
  }

  async beginning(text: string, most: number, signal?: AbortSignal) {
    const found = await this.base.beginning(text, most, signal);
    const own = this.over.beginning(text, most);
    return [...own, ...(await this.#shown(found))].slice(0, most);
  }

  async #shown(names: readonly ListedEntry[]): Promise<readonly ListedEntry[]> {
    const visible = names.filter(({id}) => !this.hidden.has(id));
    const shown = await allReady(
      visible.map(async (item) => {
        if (!this.changed.has(item.id)) return item;
        const entry = await this.current(item.id);
        return entry && {id: item.id, name: entry.term.name, url: entry.url};
      }),
    );
    return shown.flatMap((item) => item ?? []);
  }

  /** A letter of few entries begins where it would among the names. */
  #merged(): readonly Letter[] {
    const byLetters = letterOrder(this.language);
    const letters = new Map(this.base.letters.map((one) => [one.letter, one]));
    for (const {letter, count} of this.over.letters) {
      const own = letters.get(letter);
      const next = this.base.letters.find(
        (one) => byLetters(one.letter, letter) > 0,
      );
      const start = own?.start ?? next?.start ?? this.base.count;
      letters.set(letter, {letter, start, count: count + (own?.count ?? 0)});
    }
    return [...letters.values()].sort((a, b) => byLetters(a.letter, b.letter));
  }
}
