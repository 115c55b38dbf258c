/** The bundled glossary as the few files that a page loads it by. */
import {
  areaKey,
  type AreaTexts,
  MOST_PARTS,
  placesOf,
  tableText,
  type TermTexts,
} from '../../src/glossary/parts/parts.js';
import type {Area, Glossary, Term} from '../../src/glossary/types.js';

/** The files, by name without an ending, and the way to them. */
export interface Parts {
  readonly language: string;
  readonly table: string;
  /** Names of the parts, by area and number. */
  readonly parts: readonly (readonly string[])[];
  readonly names: string;
  readonly list: string;
  /** Names of the files of languages, by tag. */
  readonly languages: Readonly<
    Record<string, {readonly terms: string; readonly areas: string}>
  >;
  readonly files: ReadonlyMap<string, unknown>;
}

/** Entries and areas, the former with an area each, as the bundled glossary has them. */
type Source = Omit<Glossary, 'terms' | 'areas'> & {
  readonly language: string;
  readonly terms: readonly (Term & {readonly areas: readonly string[]})[];
  readonly areas: readonly Area[];
};

/** Ids that a text links to. */
const linksIn = (text: unknown): readonly string[] =>
  [...JSON.stringify(text ?? '').matchAll(/\[\[([^\]|]+)/g)].map(([, id]) =>
    id!.trim(),
  );

/** A value without the properties that other files have. */
const without = <T extends object>(value: T, ...names: string[]): T =>
  Object.fromEntries(
    Object.entries(value).filter(([name]) => !names.includes(name)),
  ) as T;

/** The most entries of a part: a card loads all of them for one. */
const MOST_ENTRIES = 12;

/** Slices of equal length, as few as may be. */
const slicesOf = <T>(items: readonly T[], most: number): readonly T[][] => {
  const count = Math.max(1, Math.ceil(items.length / most));
  const length = Math.ceil(items.length / count);
  return Array.from({length: count}, (_, index) =>
    items.slice(index * length, (index + 1) * length),
  );
};

/**
 * @param document The glossary; an entry is in a part of the first of its areas.
 */
export const glossaryParts = (document: Source): Parts => {
  const {terms, areas} = document;
  const files = new Map<string, unknown>();
  const head = {
    ...without(document, '$schema', 'terms', 'areas', 'kinds'),
    kinds: Object.fromEntries(
      Object.entries(document.kinds ?? {}).map(([key, kind]) => [
        key,
        without(kind, 'translations'),
      ]),
    ),
  };
  for (const {id, areas: [area] = []} of terms)
    if (!areas.some((known) => known.id === area))
      throw new Error(`expected an area of "${id}", received "${area}"`);
  const slices = areas.map(({id: area}) =>
    slicesOf(
      terms.filter(({areas: [first]}) => first === area),
      MOST_ENTRIES,
    ),
  );
  const places = new Map<string, number>();
  let number = 0;
  for (const [at, area] of areas.entries()) {
    places.set(areaKey(area.id), number);
    for (const slice of slices[at]!) {
      for (const {id, formerIds = []} of slice)
        for (const key of [id, ...formerIds]) places.set(key, number);
      number++;
    }
  }

  // Numbered through: names of areas would be 0.4 kB more for every page.
  const names = slices.reduce<string[][]>((all, of) => {
    const before = all.flat().length;
    return [...all, of.map((_, index) => `part-${before + index}`)];
  }, []);
  for (const [at, area] of areas.entries()) {
    for (const [index, slice] of slices[at]!.entries()) {
      const isFirst = index === 0;
      const shown = {
        ...without(area, 'translations', 'questions'),
        ...(isFirst &&
          area.questions && {
            questions: area.questions.map((question) =>
              without(question, 'translations'),
            ),
          }),
      };
      const named = new Set([
        ...linksIn(shown),
        ...slice.flatMap(({related = [], definition, deprecated}) => [
          ...related,
          ...linksIn(definition),
          ...(deprecated?.use ? [deprecated.use] : []),
        ]),
      ]);
      files.set(names[at]![index]!, {
        ...head,
        terms: terms.flatMap((term): readonly Term[] => {
          if (slice.includes(term)) return [without(term, 'translations')];
          const {id, name, formerIds, areas: own} = term;
          const isMember = isFirst && own.includes(area.id);
          return isMember ||
            [id, ...(formerIds ?? [])].some((key) => named.has(key))
            ? [
                {
                  id,
                  name,
                  summary: '',
                  ...(formerIds && {formerIds}),
                  ...(isMember && {areas: [area.id]}),
                },
              ]
            : [];
        }),
        areas: [shown],
      });
    }
  }
  files.set('names', {
    ...head,
    terms: terms.map((term) =>
      without(
        {...term, summary: ''},
        ...['kind', 'definition', 'related', 'areas', 'tags', 'reviewed'],
        ...['sources', 'sameAs', 'translations', 'image', 'figure'],
      ),
    ),
  });
  files.set('list', {
    ...head,
    terms: terms.map((term) =>
      without(
        term,
        ...['definition', 'related', 'reviewed', 'sources', 'sameAs'],
        ...['translations', 'image', 'figure'],
      ),
    ),
    areas: areas.map(({id, name, url}) => ({
      id,
      name,
      ...(url !== undefined && {url}),
    })),
  });
  const tags = new Set(
    terms.flatMap(({translations = {}}) => Object.keys(translations)),
  );
  for (const tag of tags) {
    files.set(`terms-${tag}`, termsIn(document, tag));
    files.set(`areas-${tag}`, areasIn(document, tag));
  }
  return {
    language: document.language,
    table: tableOf(places),
    parts: names,
    names: 'names',
    list: 'list',
    languages: Object.fromEntries(
      [...tags].map((tag) => [
        tag,
        {terms: `terms-${tag}`, areas: `areas-${tag}`},
      ]),
    ),
    files,
  };
};

/** The texts of a value in a language, if it has any: none or one. */
const texts = <T>(
  {
    translations,
  }: {readonly translations?: Readonly<Record<string, T>> | undefined},
  tag: string,
): readonly T[] => {
  const found = translations?.[tag];
  return found ? [found] : [];
};

const termsIn = ({kinds = {}, terms}: Source, tag: string): TermTexts => ({
  kinds: Object.fromEntries(
    Object.entries(kinds).flatMap(([key, kind]) =>
      texts(kind, tag).map((own) => [key, own]),
    ),
  ),
  terms: Object.fromEntries(
    terms.flatMap((term) => texts(term, tag).map((own) => [term.id, own])),
  ),
});

const areasIn = ({areas}: Source, tag: string): AreaTexts => ({
  areas: Object.fromEntries(
    areas.flatMap((area) => {
      const questions = (area.questions ?? []).map(
        (question) => texts(question, tag)[0] ?? null,
      );
      const isTranslated = questions.some((question) => question !== null);
      const [own] = texts(area, tag);
      return own || isTranslated
        ? [[area.id, {...own, ...(isTranslated && {questions})}] as const]
        : [];
    }),
  ),
});

/** Digits for a key: with fewer, most tables cannot be made. */
const DIGITS_PER_KEY = 1.25;

/**
 * The `table` of `partOf` that leads every key to its number. Keys are taken
 * away one by one, each with a place that no other key looks at; in the opposite
 * order, that place is free to make the number right.
 */
const tableOf = (numbers: ReadonlyMap<string, number>): string => {
  if (Math.max(...numbers.values()) >= MOST_PARTS)
    throw new Error(`expected at most ${MOST_PARTS} parts`);
  let third = Math.ceil((numbers.size * DIGITS_PER_KEY) / 3);
  for (;;) {
    const order = peel([...numbers.keys()], third);
    if (order) {
      const digits = new Array<number>(3 * third).fill(0);
      for (const [key, free] of order.reverse())
        digits[free] = placesOf(key, third).reduce(
          (number, place) => number ^ digits[place]!,
          numbers.get(key)!,
        );
      return tableText(digits);
    }
    third++;
  }
};

/** All keys, each with a place that none after it looks at; nothing where that is impossible. */
const peel = (
  keys: readonly string[],
  third: number,
): [key: string, place: number][] | undefined => {
  const users = Array.from({length: 3 * third}, () => new Set<string>());
  for (const key of keys)
    for (const place of placesOf(key, third)) users[place]!.add(key);
  const order: [string, number][] = [];
  const queue = users.flatMap(({size}, place) => (size === 1 ? [place] : []));
  for (const place of queue) {
    const [key] = users[place]!;
    if (key === undefined) continue;
    order.push([key, place]);
    for (const other of placesOf(key, third)) {
      users[other]!.delete(key);
      if (users[other]!.size === 1) queue.push(other);
    }
  }
  return order.length === keys.length ? order : undefined;
};
