/** What an index shows of a list: pages, filters, letters. Pure. */
import {linkAddress} from '../../glossary/address.js';
import {kindLabel} from '../../glossary/kinds.js';
import {letterOf, letterOrder} from '../../glossary/letters.js';
import {localizeArea} from '../../glossary/localize.js';
import {listOf} from '../../glossary/json-shapes.js';
import type {
  Entry,
  Letter,
  ListedEntry,
  TermList,
} from '../../glossary/source.js';
import type {Area, Glossary} from '../../glossary/types.js';

/** Entries on a page: more than a reader looks through, few enough to render at once. */
export const ENTRIES_PER_PAGE = 200;

/** What entries can be filtered by, in the order of the controls. */
export const FILTERS = ['kind', 'area', 'tag', 'difficulty'] as const;

export type FilterName = (typeof FILTERS)[number];

/** Values that entries have to have; an empty one does not filter. */
export type Filters = Readonly<Record<FilterName, string>>;

/** The values of an entry that a filter compares. */
const valuesOf: Readonly<
  Record<FilterName, (entry: Entry) => readonly string[]>
> = {
  kind: ({term}) => (term.kind === undefined ? [] : [term.kind]),
  area: (entry) => areasOf(entry).map(({id}) => id),
  tag: ({term}) => listOf(term.tags),
  difficulty: ({term}) =>
    term.difficulty === undefined ? [] : [String(term.difficulty)],
};

/** The areas of a glossary, as far as its entries carry them. */
const allAreas = ({glossary}: Entry): readonly Area[] =>
  listOf((glossary as Partial<Glossary>).areas);

/** An entry names its areas, or one of their resources names it. */
export const areasOf = (entry: Entry): readonly Pick<Area, 'id'>[] => {
  const {id, areas} = entry.term;
  const own = listOf(areas);
  const listing = membersOf(entry.glossary as Partial<Glossary>).get(id) ?? [];
  return [...new Set([...own, ...listing])].map(
    (area) => allAreas(entry).find((known) => known.id === area) ?? {id: area},
  );
};

const members = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

/** By the id of a term, the areas whose resources list it. */
const membersOf = (
  glossary: Partial<Glossary>,
): ReadonlyMap<string, readonly string[]> => {
  const known = members.get(glossary);
  if (known) return known;
  const map = new Map<string, string[]>();
  for (const {id, resources} of listOf(glossary.areas))
    for (const {terms} of listOf(resources))
      for (const term of terms) {
        const areas = map.get(term);
        if (areas) areas.push(id);
        else map.set(term, [id]);
      }
  members.set(glossary, map);
  return map;
};

/** The name of an area in the language of the entry. */
export const areaName = (
  area: Pick<Area, 'id'> & Partial<Area>,
  {glossary, language}: Entry,
): string =>
  area.name === undefined
    ? area.id
    : language === undefined
      ? area.name
      : localizeArea(area as Area, language, glossary.language).area.name;

/** Those of the entries that pass all filters. */
export const filteredEntries = (
  entries: readonly Entry[],
  filters: Filters,
): readonly Entry[] => {
  const wanted = FILTERS.filter((name) => filters[name] !== '');
  return wanted.length
    ? entries.filter((entry) =>
        wanted.every((name) => valuesOf[name](entry).includes(filters[name])),
      )
    : entries;
};

/** A value that a filter can have, as a reader sees it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

const labelOf = (name: FilterName, value: string, entry: Entry): string => {
  if (name === 'kind') return kindLabel(entry.glossary, entry.term) ?? value;
  if (name !== 'area') return value;
  const area = areasOf(entry).find(({id}) => id === value);
  return area ? areaName(area, entry) : value;
};

const knownChoices = new WeakMap<
  readonly Entry[],
  Map<FilterName, readonly Choice[]>
>();

/** The values of entries, by their labels; looked for once in a list. */
export const choicesOf = (
  name: FilterName,
  entries: readonly Entry[],
  language: string,
): readonly Choice[] => {
  let known = knownChoices.get(entries);
  if (!known)
    knownChoices.set(
      entries,
      (known = new Map<FilterName, readonly Choice[]>()),
    );
  let choices = known.get(name);
  if (!choices)
    known.set(name, (choices = findChoices(name, entries, language)));
  return choices;
};

const findChoices = (
  name: FilterName,
  entries: readonly Entry[],
  language: string,
): readonly Choice[] => {
  const labels = new Map<string, string>();
  for (const entry of entries)
    for (const value of valuesOf[name](entry))
      if (!labels.has(value)) labels.set(value, labelOf(name, value, entry));
  const order = letterOrder(language);
  return [...labels]
    .map(([value, label]) => ({value, label}))
    .sort((a, b) => order(a.label, b.label));
};

/** The names in an attribute such as `filters="kind area"`; all for none, in our order. */
export const filterNames = (
  attribute: string | null | undefined,
): readonly FilterName[] => {
  if (attribute == null) return [];
  const names = attribute.split(/[\s,]+/).filter(Boolean);
  const known = FILTERS.filter((name) => names.includes(name));
  return known.length ? known : FILTERS;
};

/** A letter of the bar; `start` is absent where no term begins with it. */
export interface BarLetter {
  readonly letter: string;
  readonly start?: number;
}

const LATIN = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The letters of a list, and of the Latin alphabet those between that it does not have. */
export const barLetters = (
  letters: readonly Letter[],
  language: string,
): readonly BarLetter[] => {
  const all = new Map<string, BarLetter>(
    letters.map((one) => [one.letter, one]),
  );
  if (LATIN.some((letter) => all.has(letter)))
    for (const letter of LATIN) if (!all.has(letter)) all.set(letter, {letter});
  const order = letterOrder(language);
  return [...all.values()].sort((a, b) => order(a.letter, b.letter));
};

/** Items that follow each other under one letter. */
export interface LetterGroup {
  readonly letter: string;
  readonly items: readonly ListedEntry[];
}

export const letterGroups = (
  items: readonly ListedEntry[],
  language: string,
): readonly LetterGroup[] => {
  const groups: {letter: string; items: ListedEntry[]}[] = [];
  for (const item of items) {
    const letter = letterOf(item.name, language);
    const last = groups.at(-1);
    if (last?.letter === letter) last.items.push(item);
    else groups.push({letter, items: [item]});
  }
  return groups;
};

/** Address of a page: its number in the place of `{}`; `undefined` if that is no link. */
export const pageAddress = (form: string, page: number): string | undefined =>
  form.includes('{}')
    ? linkAddress(form.split('{}').join(String(page)))
    : undefined;

/**
 * The number of the page that an address is of.
 *
 * @param form Address of a page with `{}` for its number.
 * @param base What a relative form is resolved against.
 */
export const pageOfAddress = (
  form: string,
  here: string,
  base: string,
): number | undefined => {
  const MARK = '0000000000';
  const example = URL.canParse(form, base)
    ? new URL(form.split('{}').join(MARK), base).href
    : '';
  const [before, after] = example.split(MARK);
  const address = here.replace(/#.*$/, '');
  if (before === undefined || after === undefined) return undefined;
  if (!address.startsWith(before) || !address.endsWith(after)) return undefined;
  const number = Number(
    address.slice(before.length, address.length - after.length),
  );
  return Number.isInteger(number) && number > 0 ? number : undefined;
};

/** What an index has of a list: the terms from one place up to another. */
export class IndexPage {
  constructor(
    readonly list: TermList,
    readonly items: readonly ListedEntry[],
    readonly from: number,
    readonly to: number,
    /** The list before it was filtered, and the glossary that it is of. */
    readonly whole: TermList,
    readonly label: string,
  ) {}

  /** When the offline copy was stored that it comes from. */
  get keptAt(): Date | undefined {
    return this.items[0]?.entry?.keptAt;
  }

  /** What is compared with the next answer: what a reader sees. */
  toJSON(): unknown {
    const {items, from, to} = this;
    const {count, letters} = this.list;
    return {items, from, to, count, letters};
  }
}
