import type {Glossary} from '../../../../src/glossary/types.js';

/** Everything that schema.org holds of a glossary, and nearly all that SKOS does. */
export const WHOLE: Glossary = {
  format: 1,
  name: 'Bikes',
  url: 'https://bikes.test/',
  language: 'en',
  publisher: {
    type: 'Organization',
    name: 'Spokes',
    url: 'https://spokes.test/',
  },
  translations: {es: {name: 'Bicis'}},
  terms: [
    {
      id: 'rim-brake',
      formerIds: ['calliper'],
      name: 'Rim brake',
      kind: 'part',
      summary: 'Presses pads on the rim.',
      definition: {markdown: 'Presses **pads** on the rim.'},
      url: 'https://bikes.test/part/rim-brake/',
      aliases: ['calliper brake'],
      abbreviation: 'RB',
      related: ['pad'],
      areas: ['brakes'],
      tags: ['stopping'],
      difficulty: 2,
      image: {
        url: 'https://bikes.test/rim.webp',
        width: 800,
        height: 600,
        caption: 'A rim brake',
        alt: 'Two arms over a tyre',
      },
      published: '2026-03-19T10:00:43+00:00',
      modified: '2026-03-20',
      reviewed: '2026-03-21',
      author: {type: 'Person', name: 'Ann', url: 'https://ann.test/'},
      sources: [{title: 'A book', url: 'https://book.test/'}],
      sameAs: [
        'https://www.wikidata.org/wiki/Q1',
        'https://en.wikipedia.org/wiki/Rim_brake',
      ],
      translations: {
        es: {
          name: 'Freno de llanta',
          summary: 'Aprieta la llanta.',
          definition: {markdown: 'Aprieta la **llanta**.'},
          aliases: ['freno'],
          image: {caption: 'Un freno', alt: 'Dos brazos'},
        },
        'pt-BR': {name: 'Freio de aro'},
      },
    },
    {id: 'pad', name: 'Pad', summary: 'Rubs.'},
  ],
  areas: [
    {
      id: 'brakes',
      name: 'Brakes',
      url: 'https://bikes.test/area/brakes/',
      description: 'What stops a bike.',
      questions: [{question: 'Why two?', answer: 'One may fail.'}],
      resources: [
        {
          number: 1,
          url: 'https://bikes.test/area/brakes/resource/1/',
          terms: ['pad', 'rim-brake'],
        },
      ],
      translations: {es: {name: 'Frenos', description: 'Lo que para.'}},
    },
  ],
};
