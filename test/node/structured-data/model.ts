import {GlossaryIndex} from '../../../src/glossary/glossary-index.js';
import type {AreaPage} from '../../../src/glossary/source.js';
import type {Glossary, Page} from '../../../src/glossary/types.js';

export const site = 'https://glossary.example';

/** Where the pages are shown that have no address of their own. */
export const base = 'https://host.example/docs/page';

const author = {
  type: 'Person' as const,
  name: 'Example Desk',
  url: `${site}/author/desk/`,
};

/** A glossary in the form of the model pages: marks, kinds, numbered resources. */
export const glossary = {
  format: 1,
  name: 'Example Glossary',
  url: `${site}/`,
  language: 'en',
  publisher: {
    type: 'Organization',
    name: 'Example Glossary',
    url: `${site}/about/`,
  },
  kinds: {
    term: {label: 'Term', summaryForm: 'Meaning ⎊ {} ⎊ Term'},
    definition: {label: 'Definition', summaryForm: '{} ⎊ Term'},
  },
  answerForm: '⎊ {}',
  terms: [
    {
      id: 'tide',
      name: 'Tide',
      kind: 'term',
      summary: 'The rise and fall of the sea.',
      url: `${site}/term/tide/`,
      abbreviation: 'TD',
      aliases: ['Sea tide'],
      image: {
        url: `${site}/pictures/tide.jpg`,
        width: 1200,
        height: 800,
        caption: 'A beach at low water.',
        alt: 'Sand',
      },
      published: '2026-03-21T17:32:35+00:00',
      modified: '2026-03-21T17:32:55+00:00',
      author,
    },
    {
      id: 'ebb',
      name: 'Ebb',
      kind: 'definition',
      summary: 'The falling part of a tide.',
      url: `${site}/definition/ebb/`,
      aliases: ['Ebb tide'],
      image: {url: `${site}/pictures/ebb.jpg`},
      published: '2026-03-20',
    },
    {id: 'slack', name: 'Slack', summary: 'The still part of a tide.'},
  ],
  areas: [
    {
      id: 'tides',
      name: 'Tides',
      url: `${site}/area/tides/`,
      description: 'How the sea moves.',
      questions: [
        {
          question: 'What is the Cause of Tides?',
          answer: 'The moon pulls. The sun pulls too. The sea follows.',
        },
        {
          question: 'How high are tides?',
          answer: {markdown: 'It *depends*; see [[tide|tides]] & [a](/b).'},
        },
        {question: 'What is the Future of Tides?', answer: '  '},
      ],
      resources: [
        {url: `${site}/area/tides/`, terms: ['tide']},
        {
          number: 4,
          url: `${site}/area/tides/resource/4/`,
          terms: ['tide', 'ebb', 'slack'],
        },
      ],
    },
  ],
} as const satisfies Glossary;

/** What tests change of it. */
export interface Changes {
  readonly glossary?: Partial<Glossary>;
  readonly area?: Partial<NonNullable<Glossary['areas']>[number]>;
  readonly page?: Page;
  readonly origin?: string;
  readonly resource?: number;
}

/** Page 4 of the area, or another, with changes. */
export const areaPage = (changes: Changes = {}): AreaPage => {
  const [area] = glossary.areas;
  const resources = area.resources.map((resource) => ({
    ...resource,
    ...(changes.page && {page: changes.page}),
  }));
  const changed: Glossary = {
    ...glossary,
    areas: [{...area, resources, ...changes.area}],
    ...changes.glossary,
  };
  const resource = 'resource' in changes ? changes.resource : 4;
  const page = new GlossaryIndex(changed, changes.origin).areaPage({
    area: 'tides',
    resource: changes.area?.resources ? undefined : resource,
  });
  if (!page) throw new Error('The example has no such page.');
  return page;
};
