import type {Glossary} from '../../../src/glossary/types.js';

const site = 'https://glossary.example/';

const term = (
  id: string,
  name: string,
  kind: 'term' | 'definition',
  summary: string,
) => ({
  id,
  name,
  kind,
  summary,
  url: `${site}${kind}/${id}/`,
});

/** A small glossary in the form of a publisher who marks its sentences. */
export const glossary: Glossary = {
  format: 1,
  name: 'Example Glossary',
  url: site,
  language: 'en',
  publisher: {type: 'Organization', name: 'Example Glossary'},
  kinds: {
    term: {label: 'Term', summaryForm: 'Meaning ⎊ {} ⎊ Term'},
    definition: {label: 'Definition', summaryForm: '{} ⎊ Term'},
  },
  answerForm: '⎊ {}',
  terms: [
    {
      ...term(
        'strike',
        'Strike price',
        'term',
        'The price at which an option may be exercised.',
      ),
      formerIds: ['exercise-price'],
      abbreviation: 'K',
      published: '2026-03-12T10:00:00+00:00',
      reviewed: '2026-10-01',
      difficulty: 2,
      author: {type: 'Person', name: 'Example Desk', url: `${site}desk/`},
      related: ['premium', 'gone'],
      sources: [{title: 'Rule book', url: 'https://rules.example/strike'}],
      definition: {
        markdown:
          'Fixed when the *option* is listed. See [[premium|the premium]].',
      },
    },
    term(
      'premium',
      'Premium',
      'definition',
      'What the buyer of an option pays.',
    ),
    term(
      'expiry',
      'Expiry',
      'term',
      'The moment after which an option is worth nothing more.',
    ),
    {
      ...term(
        'assignment',
        'Assignment',
        'definition',
        'The duty to deliver, given to a seller.',
      ),
      deprecated: {use: 'strike'},
    },
  ],
  areas: [
    {
      id: 'options',
      name: 'Options',
      url: `${site}area/options/`,
      questions: [
        {
          question: 'What is the Purpose of Options?',
          answer: 'They move risk. They have a price. They expire.',
        },
        {
          question: 'What is the Cost of Options?',
          answer: {markdown: 'A **premium**.'},
        },
      ],
      resources: [
        {
          number: 1,
          url: `${site}area/options/resource/1/`,
          terms: ['strike', 'premium'],
        },
        {
          number: 2,
          url: `${site}area/options/resource/2/`,
          terms: ['expiry', 'assignment'],
        },
      ],
    },
    {id: 'bare', name: 'Bare area'},
  ],
};

/** An area of many terms without resources: the element pages it. */
export const longGlossary: Glossary = {
  format: 1,
  name: 'Long',
  terms: Array.from({length: 30}, (_, index) => ({
    id: `t${index + 1}`,
    name: `Term ${index + 1}`,
    summary: `Sentence ${index + 1}.`,
    areas: ['long'],
  })),
  areas: [{id: 'long', name: 'Long area'}],
};
