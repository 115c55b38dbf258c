/** Random glossaries with everything that a format may fail to hold. */
import fc from 'fast-check';
import type {Glossary} from '../../../../src/glossary/types.js';

// A failure shows what was compared.
fc.configureGlobal({includeErrorInReport: true});

const IDS = [
  '__proto__',
  'constructor',
  'toString',
  'margin-call',
  'Größe',
  '用語',
  'a b',
  'a"b<c>',
  "'=id",
  '%41',
  '#x',
] as const;

const TEXTS = [
  '=1+1',
  "'=1+1",
  "''-x",
  '@SUM(A1)',
  '\ttab first',
  '\rreturn',
  'two\nlines',
  'two\r\nlines',
  'with "quotes"',
  '"""',
  "'apostrophe",
  'a,b;c|d',
  'back\\slash\\',
  ' space around ',
  'ends in \\ ',
  '{"@value": "x"}',
  '保証金 😀',
  'e\u0301',
  '\u0000\u0001',
  '\u2028',
  '+49 30',
  'true',
  '12',
  '-',
] as const;

const text = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom(...TEXTS)},
  {
    weight: 1,
    arbitrary: fc.string({minLength: 1, maxLength: 8, unit: 'binary'}),
  },
);
const maybeEmpty = fc.oneof({weight: 9, arbitrary: text}, fc.constant(''));
const id = fc.constantFrom(...IDS);
const url = fc.constantFrom(
  'https://site.test/term/x/',
  'https://site.test/term/y',
  '/term/z/',
  'relative',
  'https://other.test/?a=1&b="2"',
);
const texts = fc.array(maybeEmpty, {maxLength: 3});
const rich = fc.oneof(maybeEmpty, fc.record({markdown: maybeEmpty}));
const date = fc.constantFrom(
  '2026',
  '2026-03',
  '2026-03-19',
  '2026-03-19T10:00:43+00:00',
);
const optional = <T>(shape: {[K in keyof T]: fc.Arbitrary<T[K]>}) =>
  fc.record(shape, {requiredKeys: []});

const translations = fc.dictionary(
  fc.constantFrom('es', 'pt-BR', 'en', 'zh-Hant', 'EN-us', '__proto__', 'a.b'),
  optional({
    name: maybeEmpty,
    summary: maybeEmpty,
    definition: rich,
    aliases: texts,
    abbreviation: maybeEmpty,
    image: optional({caption: maybeEmpty, alt: maybeEmpty}),
    extra: text,
  }),
  {maxKeys: 3, noNullPrototype: true},
);

const person = fc.record(
  {
    type: fc.constantFrom('Person', 'Organization'),
    name: maybeEmpty,
    url,
  },
  {requiredKeys: ['name']},
);

const unknown = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      '__proto__',
      'constructor',
      'synonyms',
      'image.url',
      'a.b',
      ' spaced ',
      '=formula',
      'Name',
      '@id',
    ),
    text,
  ),
  fc.oneof(
    text,
    fc.constantFrom(5, true, null),
    fc.constant(['x']),
    fc.constant({a: 1}),
  ),
  {maxKeys: 2, noNullPrototype: true},
);

const termOf = (termId: string) =>
  fc
    .tuple(
      fc.record(
        {
          id: fc.constant(termId),
          name: text,
          summary: maybeEmpty,
          kind: maybeEmpty,
          definition: rich,
          url,
          aliases: texts,
          abbreviation: maybeEmpty,
          formerIds: texts,
          caseSensitive: fc.boolean(),
          autoLink: fc.boolean(),
          ambiguous: fc.boolean(),
          related: fc.array(id, {maxLength: 3}),
          areas: fc.array(id, {maxLength: 2}),
          tags: texts,
          difficulty: fc.integer({min: 1, max: 5}),
          image: fc.record(
            {
              url,
              width: fc.integer({min: 1, max: 9999}),
              height: fc.integer({min: 1, max: 9999}),
              caption: maybeEmpty,
              alt: maybeEmpty,
              credit: text,
            },
            {requiredKeys: ['url']},
          ),
          published: date,
          modified: date,
          reviewed: date,
          author: person,
          sources: fc.array(
            fc.record({title: maybeEmpty, url}, {requiredKeys: ['title']}),
            {maxLength: 3},
          ),
          deprecated: optional({use: id}),
          translations,
        },
        {requiredKeys: ['id', 'name', 'summary']},
      ),
      fc.oneof({weight: 2, arbitrary: fc.constant({})}, unknown),
    )
    .map(([known, others]) => withOthers(known, others));

/** Not by spreading, which gives `__proto__` its other meaning. */
const withOthers = (known: object, others: object): object =>
  Object.fromEntries([...Object.entries(others), ...Object.entries(known)]);

const question = fc.record(
  {question: text, answer: rich, id: text, language: fc.constant('de')},
  {requiredKeys: ['question', 'answer']},
);

const areaOf = (areaId: string) =>
  fc.record(
    {
      id: fc.constant(areaId),
      name: text,
      url,
      description: maybeEmpty,
      questions: fc.array(question, {maxLength: 2}),
      resources: fc.array(
        fc.record(
          {
            number: fc.integer({min: 1, max: 3}),
            url,
            terms: fc.array(id, {maxLength: 4}),
            page: fc.constant({headline: 'Own'}),
          },
          {requiredKeys: ['terms']},
        ),
        {maxLength: 2},
      ),
      translations: fc.dictionary(
        fc.constantFrom('es', 'pt-BR'),
        optional({name: maybeEmpty, description: maybeEmpty}),
        {maxKeys: 2},
      ),
    },
    {requiredKeys: ['id', 'name']},
  );

const each = <T>(make: (id: string) => fc.Arbitrary<T>, maxLength: number) =>
  fc
    .uniqueArray(id, {maxLength})
    .chain((ids) => fc.tuple(...ids.map(make)) as fc.Arbitrary<T[]>);

/** A document as it is read: fast-check makes some objects without a prototype. */
export const randomGlossary: fc.Arbitrary<Glossary> = fc
  .record(
    {
      format: fc.constant(1),
      name: maybeEmpty,
      url,
      language: fc.constantFrom('en', 'pt-BR', 'de'),
      publisher: person,
      kinds: fc.constant({term: {label: 'Term', summaryForm: 'Meaning {}'}}),
      answerForm: fc.constant('A: {}'),
      translations: fc.dictionary(
        fc.constantFrom('es', 'fr'),
        optional({name: maybeEmpty, answerForm: fc.constant('R: {}')}),
        {maxKeys: 2},
      ),
      terms: each(termOf, 4),
      areas: each(areaOf, 2),
      more: text,
    },
    {requiredKeys: ['format', 'name', 'terms']},
  )
  .map((document) => JSON.parse(JSON.stringify(document)) as Glossary);
