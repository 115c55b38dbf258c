/** Documents that do not follow the format, and some that hardly do. */
export const term = {id: 'a', name: 'A', summary: 'S.'};
export const empty = {format: 1, name: 'X', terms: []};
export const withTerm = (more: object) => ({
  ...empty,
  terms: [{...term, ...more}],
});
export const withArea = (more: object) => ({
  ...empty,
  areas: [{id: 'a', name: 'A', ...more}],
});
export const withPage = (page: unknown) =>
  withArea({resources: [{terms: [], page}]});

const missing = (path: string) =>
  `${path}: expected the property "${path.split('.').at(-1)}", received nothing`;
const date =
  'an ISO 8601 date such as "2026-03-19" or "2026-03-19T10:00:43+00:00"';

/** Why, the document, and every fault that it has. */
export const MALFORMED: readonly (readonly [
  string,
  unknown,
  readonly string[],
])[] = [
  ['null', null, ['(document): expected an object, received null']],
  ['a text', 'x', ['(document): expected an object, received "x"']],
  ['a number', 1, ['(document): expected an object, received 1']],
  ['a list', [], [missing('format'), missing('name'), missing('terms')]],
  ['nothing in it', {}, [missing('format'), missing('name'), missing('terms')]],
  [
    'a format of the future',
    {...empty, format: 2},
    ['format: expected 1, the format that this version reads, received 2'],
  ],
  [
    'a format as text',
    {...empty, format: '1'},
    ['format: expected 1, the format that this version reads, received "1"'],
  ],
  ['no name', {format: 1, terms: []}, [missing('name')]],
  [
    'a name of null',
    {...empty, name: null},
    ['name: expected a string, received null'],
  ],
  ['no terms', {format: 1, name: 'X'}, [missing('terms')]],
  [
    'terms by id',
    {...empty, terms: {a: term}},
    ['terms: expected an array, received an object'],
  ],
  [
    'terms of null',
    {...empty, terms: null},
    ['terms: expected an array, received null'],
  ],
  [
    'areas as text',
    {...empty, areas: 'a'},
    ['areas: expected an array, received "a"'],
  ],
  [
    'a publisher as text',
    {...empty, publisher: 'X'},
    ['publisher: expected an object, received "X"'],
  ],
  [
    'a publisher of another type',
    {...empty, publisher: {type: 'Robot', name: 'X'}},
    ['publisher.type: expected "Person" or "Organization", received "Robot"'],
  ],
  [
    'an answer form without a place',
    {...empty, answerForm: 'x'},
    ['answerForm: expected a form that contains {}, received "x"'],
  ],
  [
    'a kind with a faulty form',
    {...empty, kinds: {'a b': {summaryForm: 5}}},
    ['kinds["a b"].summaryForm: expected a string, received 5'],
  ],
  [
    'a term as text',
    {...empty, terms: ['a']},
    ['terms[0]: expected an object, received "a"'],
  ],
  [
    'a term of null',
    {...empty, terms: [null]},
    ['terms[0]: expected an object, received null'],
  ],
  [
    'a term without anything',
    {...empty, terms: [{}]},
    ['id', 'name', 'summary'].map((name) => missing(`terms[0].${name}`)),
  ],
  [
    'a term without an id',
    {...empty, terms: [term, {name: 'A', summary: 'S.'}]},
    [missing('terms[1].id')],
  ],
  [
    'an empty id',
    withTerm({id: ''}),
    ['terms[0].id: expected a name that is not empty, received ""'],
  ],
  [
    'a removal without an id',
    {...empty, terms: [{name: null}]},
    [
      missing('terms[0].id'),
      'terms[0].name: expected a string, received null',
      missing('terms[0].summary'),
    ],
  ],
  [
    'a difficulty as text',
    withTerm({difficulty: '2'}),
    ['terms[0].difficulty: expected a number, received "2"'],
  ],
  [
    'a difficulty between',
    withTerm({difficulty: 1.5}),
    ['terms[0].difficulty: expected a whole number, received 1.5'],
  ],
  [
    'a difficulty of 0',
    withTerm({difficulty: 0}),
    ['terms[0].difficulty: expected at least 1, received 0'],
  ],
  [
    'a difficulty of 6',
    withTerm({difficulty: 6}),
    ['terms[0].difficulty: expected at most 5, received 6'],
  ],
  [
    'a definition as a number',
    withTerm({definition: 5}),
    ['terms[0].definition: expected a string or an object, received 5'],
  ],
  [
    'a definition in another form',
    withTerm({definition: {html: '<p>'}}),
    [missing('terms[0].definition.markdown')],
  ],
  [
    'aliases as text',
    withTerm({aliases: 'B'}),
    ['terms[0].aliases: expected an array, received "B"'],
  ],
  [
    'an alias as a number',
    withTerm({aliases: ['B', 5]}),
    ['terms[0].aliases[1]: expected a string, received 5'],
  ],
  [
    'a truth as text',
    withTerm({autoLink: 'no'}),
    ['terms[0].autoLink: expected true or false, received "no"'],
  ],
  [
    'a date in words',
    withTerm({published: 'May 2026'}),
    [`terms[0].published: expected ${date}, received "May 2026"`],
  ],
  [
    'a date as a number',
    withTerm({reviewed: 20260319}),
    ['terms[0].reviewed: expected a string, received 20260319'],
  ],
  [
    'a picture without an address',
    withTerm({image: {}}),
    [missing('terms[0].image.url')],
  ],
  [
    'a picture with a width as text',
    withTerm({image: {url: 'x', width: '10'}}),
    ['terms[0].image.width: expected a number, received "10"'],
  ],
  [
    'an author without a name',
    withTerm({author: {}}),
    [missing('terms[0].author.name')],
  ],
  [
    'a source without a title',
    withTerm({sources: [{title: 'T'}, {url: 'x'}]}),
    [missing('terms[0].sources[1].title')],
  ],
  [
    'a translation as a number',
    withTerm({translations: {es: {name: 5}}}),
    ['terms[0].translations.es.name: expected a string, received 5'],
  ],
  [
    'an area without an id',
    {...empty, areas: [{name: 'A'}]},
    [missing('areas[0].id')],
  ],
  [
    'an area without a name',
    {...empty, areas: [{id: 'a'}]},
    [missing('areas[0].name')],
  ],
  [
    'a question without an answer',
    withArea({questions: [{question: 'Q?'}]}),
    [missing('areas[0].questions[0].answer')],
  ],
  [
    'an answer without a question',
    withArea({questions: [{answer: 'A.'}]}),
    [missing('areas[0].questions[0].question')],
  ],
  [
    'a resource without terms',
    withArea({resources: [{number: 1}]}),
    [missing('areas[0].resources[0].terms')],
  ],
  [
    'a resource numbered 0',
    withArea({resources: [{number: 0, terms: []}]}),
    ['areas[0].resources[0].number: expected at least 1, received 0'],
  ],
  [
    'a page as text',
    withPage('x'),
    ['areas[0].resources[0].page: expected an object, received "x"'],
  ],
  [
    'a block as a number',
    withPage({blocks: ['FAQPage', 5]}),
    [
      'areas[0].resources[0].page.blocks[1]: expected a string or an object, received 5',
    ],
  ],
  [
    'a line end of its own',
    withPage({lineEnd: '|'}),
    [
      'areas[0].resources[0].page.lineEnd: expected "\\n" or "\\r\\n" or "\\r", received "|"',
    ],
  ],
  [
    'several faults',
    {...empty, name: 5, terms: [{...term, id: 5}, term, {...term, tags: 5}]},
    [
      'name: expected a string, received 5',
      'terms[0].id: expected a string, received 5',
      'terms[2].tags: expected an array, received 5',
    ],
  ],
];

export const WELL_FORMED: readonly (readonly [string, unknown])[] = [
  ...[
    '2026',
    '2026-03',
    '2026-03-19',
    '2026-03-19T10:00Z',
    '2026-03-19T10:00:43+00:00',
    '2026-03-19T10:00:43.123-0500',
  ].map((date) => [`the date ${date}`, withTerm({modified: date})] as const),
  ...[
    {description: null, image: null, publisher: null},
    {texts: [{term: 'a', text: null}]},
    {blocks: ['FAQPage', {'@type': 'WebSite', anything: [1]}]},
    {byteOrderMark: true, lineEnd: '\r\n'},
    {patch: [{line: 1, remove: [], insert: ['x']}]},
  ].map(
    (page) => [`a page with ${JSON.stringify(page)}`, withPage(page)] as const,
  ),
  ['a removed term', {...empty, terms: [{id: 'a', name: null}]}],
  ['a removed term that has more', withTerm({name: null})],
  ['unknown properties', withTerm({volatility: {x: [1]}})],
  ['a definition in Markdown', withTerm({definition: {markdown: ''}})],
];
