import {siteExporter} from '../../../../tools/src/site/export/site.js';
import {Report} from '../../../../tools/src/terminal/report.js';
import type {Glossary} from '../../../../src/glossary/types.js';

export const SITE = 'https://glossary.example/g/';

/** The files of a site, as the command line writes them. */
export const siteOf = async (
  glossary: object,
  {siteUrl = SITE, images}: {siteUrl?: string; images?: string} = {},
) => {
  const report = new Report();
  const files = new Map<string, string>();
  const options = {file: 'glossary.json', siteUrl, images};
  for await (const {path, content} of siteExporter.files(
    glossary as Glossary,
    options,
    report,
  )) {
    files.set(path, String(content));
  }
  return {
    files,
    notes: report.notes,
    pages: [...files].filter(([path]) => path.endsWith('.html')),
    page: (path: string): string => {
      const text = files.get(path);
      if (text === undefined) throw new Error(`the site has no ${path}`);
      return text;
    },
  };
};

/** A glossary with everything that makes a page. */
export const GLOSSARY = {
  format: 1,
  name: 'Knots & <Ropes>',
  language: 'en',
  url: SITE,
  publisher: {name: 'The "Harbour"', url: 'https://harbour.example/'},
  kinds: {knot: {label: 'knot', translations: {ar: {label: 'عقدة'}}}},
  translations: {ar: {name: 'العقد'}},
  terms: [
    {
      id: 'bowline',
      name: 'Bowline',
      kind: 'knot',
      summary: 'A loop that holds & comes loose.',
      definition: {markdown: 'See the [[sheet-bend|bend]] & *more*.'},
      aliases: ['King of <knots>'],
      related: ['sheet-bend', 'gone'],
      areas: ['loops'],
      formerIds: ['bow-line', '../../etc', 'sheet-bend'],
      published: '2026-03-01',
      image: {url: 'pictures/bowline.jpg', alt: 'A loop'},
      translations: {ar: {name: 'بولين', summary: 'حلقة لا تنزلق.'}},
    },
    {
      id: 'sheet-bend',
      name: 'Sheet bend',
      kind: 'knot',
      url: `${SITE}knots/sheet-bend`,
      summary: 'Joins two ropes.',
      related: ['bowline'],
      modified: '2026-04-02T10:00:00',
      published: '2026-01-01',
      image: {url: 'https://elsewhere.example/x.jpg'},
      sources: [{title: 'A book', url: 'https://books.example/1'}],
    },
    {
      id: 'hitch',
      name: 'Ünder-hitch',
      summary: 'Ties to a post.',
      url: 'https://old.example/hitch/',
      deprecated: {use: 'bowline'},
    },
    {id: '7-turns', name: '7 turns', summary: 'Many turns.'},
    {id: 'away', name: null},
  ],
  areas: [
    {
      id: 'loops',
      name: 'Loops',
      description: 'What goes round.',
      questions: [
        {
          question: 'Which loop?',
          answer: {markdown: 'The [[bowline]].'},
          translations: {ar: {question: 'أي حلقة؟', answer: 'البولين.'}},
        },
      ],
      translations: {ar: {name: 'حلقات', description: 'ما يدور.'}},
      resources: [{number: 4, terms: ['bowline', 'sheet-bend']}],
    },
  ],
};
