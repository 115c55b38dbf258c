/**
 * A quick check of data in the page, without the validation chunk: such data
 * has to be on screen in the first update. What passes is valid; the rest is
 * left to the schema (`parse.ts`), which may still accept it. A test compares
 * this with the schema. Pure.
 */
import type {Glossary, Term} from './types.js';

export type Check = (value: unknown) => boolean;

export const text: Check = (value) => typeof value === 'string';
export const flag: Check = (value) => typeof value === 'boolean';
const name: Check = (value) => typeof value === 'string' && value !== '';
const count: Check = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1;
const date: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/.test(
    value,
  );
const form: Check = (value) =>
  typeof value === 'string' && value.includes('{}');

export const isObject = (
  value: unknown,
): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);

const list =
  (item: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return false;
    // `every` would skip holes.
    for (const one of value as readonly unknown[]) if (!item(one)) return false;
    return true;
  };

const record =
  (item: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(item);

/** An object with some properties, some of which may be absent. */
export const object = (
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check => {
  const needed = Object.entries(required);
  const others = Object.entries(optional);
  return (value) =>
    isObject(value) &&
    needed.every(([key, check]) => check(value[key])) &&
    others.every(([key, check]) => {
      const own = value[key];
      return own === undefined || check(own);
    });
};

/** Rare, and long to check. */
const leftToSchema: Check = () => false;

const texts = list(text);
const identities = list(
  (value) =>
    typeof value === 'string' && /^https?:\/\/[^\s/]+(?:\/\S*)?$/.test(value),
);
const markdown = object({markdown: text}, {math: record(Array.isArray)});
const richText: Check = (value) => text(value) || markdown(value);
const person = object(
  {name: text},
  {type: oneOf('Person', 'Organization'), url: text},
);
const image = object(
  {url: text},
  {width: count, height: count, caption: text, alt: text},
);
const pageFields = {
  byteOrderMark: flag,
  lineEnd: oneOf('\n', '\r\n', '\r'),
  patch: list(object({line: count, remove: texts, insert: texts})),
};

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

/** The same checks, which `null` passes too. */
const allOrNull = (
  checks: Readonly<Record<string, Check>>,
): Readonly<Record<string, Check>> =>
  Object.fromEntries(
    Object.entries(checks).map(([key, check]) => [key, orNull(check)]),
  );

type Translation = NonNullable<Term['translations']>[string];

/** The texts of a term in another language. */
export const translated = {
  name: text,
  summary: text,
  definition: richText,
  aliases: texts,
  abbreviation: text,
  image: object({}, {caption: text, alt: text}),
  figure: object({}, {caption: text}),
} satisfies Readonly<Record<keyof Translation, Check>>;

/** The fields of a term other than `id`, `translations` and the required texts. */
export const termFields = {
  formerIds: texts,
  kind: text,
  definition: richText,
  url: text,
  aliases: texts,
  abbreviation: text,
  caseSensitive: flag,
  autoLink: flag,
  ambiguous: flag,
  related: texts,
  areas: texts,
  tags: texts,
  difficulty: oneOf(1, 2, 3, 4, 5),
  image,
  figure: leftToSchema,
  published: date,
  modified: date,
  reviewed: date,
  author: person,
  sources: list(object({title: text}, {url: text})),
  sameAs: identities,
  deprecated: object({}, {use: text}),
  page: object({}, pageFields),
} satisfies Readonly<
  Record<Exclude<keyof Term, 'id' | 'name' | 'summary' | 'translations'>, Check>
>;

/** Whether an entry is plainly right, with or without a figure that is. */
const termCheck = (figure: Check): Check => {
  const fields = {...termFields, figure};
  const whole = object(
    {id: name, name: text, summary: text},
    {...fields, translations: record(object({}, translated))},
  );
  const removed = object({id: name, name: (value) => value === null});
  const merging = object(
    {id: name, merge: oneOf(true)},
    {
      ...allOrNull({name: text, summary: text, ...fields}),
      translations: record(orNull(object({}, allOrNull(translated)))),
    },
  );
  return (term) => whole(term) || removed(term) || merging(term);
};

const question = object(
  {question: text, answer: richText},
  {
    id: name,
    language: text,
    translations: record(object({}, {question: text, answer: richText})),
  },
);

const page = object(
  {},
  {
    ...pageFields,
    headline: text,
    description: orNull(text),
    questions: list(question),
    answerForm: form,
    trail: list(object({name: text}, {url: text})),
    texts: list(object({term: name, text: orNull(text)})),
    image: orNull(image),
    publisher: orNull(person),
    blocks: list((block) => text(block) || isObject(block)),
  },
);

const head = object(
  {format: oneOf(1), name: text},
  {
    $schema: text,
    url: text,
    language: text,
    publisher: person,
    kinds: record(
      object(
        {},
        {
          label: text,
          summaryForm: form,
          language: text,
          translations: record(object({}, {label: text, summaryForm: form})),
        },
      ),
    ),
    answerForm: form,
    translations: record(object({}, {name: text, answerForm: form})),
  },
);

const isPlainArea = object(
  {id: name, name: text},
  {
    url: text,
    description: text,
    questions: list(question),
    resources: list(object({terms: texts}, {number: count, url: text, page})),
    translations: record(object({}, {name: text, description: text})),
  },
);

/** The lists of a document whose items can be left out one by one. */
export const LISTS = ['terms', 'areas'] as const;

/**
 * For each list of a document, whether an entry of it is plainly right.
 *
 * @param figure The check of its figure; by default, that is for the schema.
 */
export const plainEntries = (
  figure = leftToSchema,
): Readonly<Record<(typeof LISTS)[number], Check>> => ({
  terms: termCheck(figure),
  areas: isPlainArea,
});

/** Whether a document is plainly right but for the entries of its lists. */
export const isPlainHead = (document: unknown): boolean => {
  if (!head(document)) return false;
  const {terms, areas} = document as Readonly<Record<string, unknown>>;
  return Array.isArray(terms) && (areas === undefined || Array.isArray(areas));
};

const {terms, areas} = plainEntries();
const lists = {terms: list(terms), areas: list(areas)};

/**
 * How many entries are checked synchronously, in a few milliseconds; more are
 * checked in slices.
 */
const MOST_AT_ONCE = 2000;

const lengthOf = (value: unknown): number =>
  Array.isArray(value) ? value.length : 0;

/**
 * Whether a document is certainly valid, and small enough to be checked
 * synchronously.
 */
export const isPlainGlossary = (document: unknown): document is Glossary => {
  if (!isPlainHead(document)) return false;
  const given = document as Readonly<Record<string, unknown>>;
  return (
    lengthOf(given.terms) + lengthOf(given.areas) <= MOST_AT_ONCE &&
    lists.terms(given.terms) &&
    (given.areas === undefined || lists.areas(given.areas))
  );
};
