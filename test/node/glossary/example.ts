import type {Glossary} from '../../../src/glossary/types.js';

/** Where the example says that it was loaded from. */
export const origin = 'https://glossary.example/data/glossary.json';

/** A glossary with something of everything that is looked up. */
export const example = {
  format: 1,
  name: 'Example Glossary',
  url: 'https://glossary.example/',
  language: 'en',
  publisher: {type: 'Organization', name: 'Example Glossary'},
  kinds: {
    term: {label: 'Term', summaryForm: 'Meaning ⎊ {} ⎊ Term'},
    definition: {label: 'Definition', summaryForm: '{} ⎊ Term'},
  },
  answerForm: '⎊ {}',
  terms: [
    {
      id: 'maker',
      formerIds: ['market-maker', 'quoter'],
      name: 'Maker',
      kind: 'term',
      summary: 'One who quotes prices to others.',
      url: 'https://glossary.example/term/maker/',
      aliases: ['Market maker', 'Créateur de marché'],
      abbreviation: 'MM',
      related: ['spread', 'not-there', 'removed', 'old-spread'],
      areas: ['books'],
    },
    {
      id: 'spread',
      formerIds: ['old-spread'],
      name: 'Spread',
      kind: 'definition',
      summary: 'The gap between the two best prices.',
      url: '/term/spread/',
      areas: ['books'],
    },
    {
      id: 'order-book',
      name: 'Order book',
      summary: 'All open orders, by price.',
      abbreviation: 'mm',
    },
    {id: 'removed', name: null},
  ],
  areas: [
    {
      id: 'books',
      name: 'Order books',
      url: 'https://glossary.example/area/books/',
      questions: [
        {question: 'What is the Use of Order Books?', answer: 'They match.'},
      ],
      resources: [
        {url: 'https://glossary.example/area/books/', terms: ['maker']},
        {
          number: 2,
          url: '/area/books/resource/2/',
          terms: ['spread', 'not-there', 'removed', 'order-book'],
        },
      ],
    },
    {id: 'loose', name: 'Loose area', url: '/area/loose/'},
  ],
} as const satisfies Glossary;

/** A glossary of `count` terms in one area that numbers no pages. */
export const longExample = (count: number): Glossary => ({
  format: 1,
  name: 'Long',
  terms: Array.from({length: count}, (_, index) => ({
    id: `t${index + 1}`,
    name: `T ${index + 1}`,
    summary: 'S.',
    areas: ['long'],
  })),
  areas: [{id: 'long', name: 'Long area'}],
});
