/** The bundled glossary as the few files that a page loads it by. */
import {
  areaKey,
  type AreaTexts,
  MOST_PARTS,
  placesOf,
  type TermTexts,
} from '../../src/glossary/parts/parts.js';
import type {Area, Glossary, Term} from '../../src/glossary/types.js';

/** The files, by name without an ending, and the way to them. */
export interface Parts {
  readonly language: string;
  readonly table: string;
  /** Names of the parts, by number. */
  readonly parts: readonly string[];
  readonly names: string;
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

/**
 * @param document The glossary; an entry is in the part of the first of its areas.
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
  const numbers = new Map(areas.map(({id}, number) => [id, number]));
  const places = new Map<string, number>(
    areas.map(({id}, number) => [areaKey(id), number]),
  );
  for (const {id, formerIds = [], areas: [area = ''] = []} of terms) {
    const number = numbers.get(area);
    if (number === undefined)
      throw new Error(`expected an area of "${id}", received "${area}"`);
    for (const key of [id, ...formerIds]) places.set(key, number);
  }

  for (const [number, area] of areas.entries()) {
    const isHere = ({id}: Term) => places.get(id) === number;
    const named = new Set([
      ...linksIn(area.questions),
      ...terms
        .filter(isHere)
        .flatMap(({related = [], definition, deprecated}) => [
          ...related,
          ...linksIn(definition),
          ...(deprecated?.use ? [deprecated.use] : []),
        ]),
    ]);
    files.set(`part-${area.id}`, {
      ...head,
      terms: terms.flatMap((term): readonly Term[] => {
        if (isHere(term)) return [without(term, 'translations')];
        const {id, name, formerIds, areas: own} = term;
        const isMember = own.includes(area.id);
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
      areas: [
        {
          ...without(area, 'translations'),
          ...(area.questions && {
            questions: area.questions.map((question) =>
              without(question, 'translations'),
            ),
          }),
        },
      ],
    });
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
    parts: areas.map(({id}) => `part-${id}`),
    names: 'names',
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
    throw new Error(`expected at most ${MOST_PARTS} areas`);
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
      return digits.map((digit) => digit.toString(MOST_PARTS)).join('');
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
