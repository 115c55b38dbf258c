/** Random glossary documents in which everything collides that can. */
import fc from 'fast-check';
import type {Glossary, Resource, Term} from '../../../../src/glossary/types.js';

/** Few, so that ids, former ids, addresses and references meet. */
export const IDS = [
  '__proto__',
  'constructor',
  'toString',
  'a/b',
  'gamma',
  'gamma/',
  'https://site.test/terms/gamma',
  'ключ',
  '用語',
  'a"b',
  ' ',
];

export const URLS = [
  'https://site.test/terms/gamma/',
  'https://site.test/terms/gamma',
  'https://other.test/x',
  '/terms/gamma/',
  'terms/delta',
  '../up/',
  'gamma',
  '#here',
];

export const NAMES = [
  'Gamma',
  'gamma',
  'Gámma',
  'Short-Call',
  'short calls',
  'Tokens™',
  'IV',
  'Größe',
  'Ключ',
  '保証金',
  'ガンマ',
  '토큰',
  'ราคา',
  'خيار',
  '__proto__',
  '-',
  '😀',
];

const some = <T>(values: readonly T[], maxLength = 3) =>
  fc.array(fc.constantFrom(...values), {maxLength});

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: undefined});

const AREAS = ['margin', '__proto__', 'gamma', 'https://site.test/area'];

const text = fc.constantFrom(
  'Plain.',
  'See [[gamma]] and [[__proto__|that]].',
  'Ключ',
);

const translation = fc.record(
  {
    name: fc.constantFrom('Gama', 'Llave', 'Gamma'),
    summary: fc.constantFrom('Resumen.', 'Otro.'),
    aliases: some(NAMES, 2),
  },
  {requiredKeys: []},
);

const translations = fc.dictionary(
  fc.constantFrom('es', 'pt', 'pt-BR', 'EN'),
  translation,
  {maxKeys: 3},
);

const term = (id: string): fc.Arbitrary<Term> =>
  fc.record(
    {
      id: fc.constant(id),
      name: fc.constantFrom(...NAMES),
      summary: text,
      definition: text.map((markdown) => ({markdown})),
      url: fc.constantFrom(...URLS),
      formerIds: some([...IDS, 'former']),
      aliases: some(NAMES),
      abbreviation: fc.constantFrom('IV', 'G'),
      related: some([...IDS, ...URLS, 'former', 'unknown'], 4),
      areas: some(AREAS),
      translations,
    },
    {requiredKeys: ['id', 'name', 'summary']},
  ) as fc.Arbitrary<Term>;

const resource = fc.record(
  {
    number: fc.integer({min: 1, max: 3}),
    url: fc.constantFrom(...URLS, 'https://site.test/area/'),
    terms: some([...IDS, ...URLS, 'former'], 5),
    page: fc.record(
      {
        questions: fc.constant([{question: 'Page?', answer: 'Yes.'}]),
      },
      {requiredKeys: []},
    ),
  },
  {requiredKeys: ['terms']},
) as fc.Arbitrary<Resource>;

const area = (id: string) =>
  fc.record(
    {
      id: fc.constant(id),
      name: fc.constantFrom('Margin', 'Área'),
      url: fc.constantFrom('https://site.test/area/', '/area', 'gamma'),
      description: text,
      questions: fc.constant([
        {
          question: 'What?',
          answer: {markdown: 'This: [[gamma]].'},
          translations: {es: {question: '¿Qué?'}},
        },
      ]),
      resources: fc.array(resource, {maxLength: 3}),
      translations: fc.constant({es: {name: 'Margen'}}),
    },
    {requiredKeys: ['id', 'name']},
  );

/** As the JSON of a document has it: no property is `undefined`. */
export const glossaries = fc
  .record({
    ids: fc.subarray(IDS, {minLength: 1}),
    areaIds: fc.subarray(AREAS),
    language: maybe(fc.constantFrom('en', 'EN-us')),
  })
  .chain(({ids, areaIds, language}) =>
    fc.record({
      format: fc.constant(1 as const),
      name: fc.constant('Random'),
      ...(language !== undefined && {language: fc.constant(language)}),
      terms: fc.tuple(
        ...ids.map((id) =>
          fc.oneof(
            {weight: 6, arbitrary: term(id)},
            {weight: 1, arbitrary: fc.constant({id, name: null})},
          ),
        ),
      ),
      areas: fc.tuple(...areaIds.map(area)),
    }),
  )
  .map((document) => JSON.parse(JSON.stringify(document)) as Glossary);
