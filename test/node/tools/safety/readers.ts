/** Every way by which a foreign text comes into a command. */
import type {Language} from './payloads.js';

export interface Reader {
  readonly name: string;
  /** The file that holds the foreign text. */
  readonly file: string;
  /** Payloads that stand in a text of the file. */
  readonly within: readonly Language[];
  /** Payloads that are the file. */
  readonly whole: readonly Language[];
  /** A good file, with a text where people write texts. */
  readonly frame: (text: string) => string;
  /** Files that the command needs besides. */
  readonly beside?: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

const json = JSON.stringify;

/** A glossary with foreign texts wherever the format has a text. */
export const glossaryOf = (
  texts: readonly string[],
  ids: readonly string[] = [],
): string =>
  json({
    format: 1,
    name: 'Own',
    url: 'https://glossary.example/',
    language: 'en',
    terms: [
      ...texts.map((text, index) => ({
        id: ids[index] ?? `term-${index}`,
        name: text.slice(0, 200).trim() || 'x',
        summary: text || 'x',
        definition: {markdown: text || 'x'},
        aliases: [text.slice(0, 5000).trim() || 'x'],
        related: ['beta'],
        note: text,
      })),
      {id: 'beta', name: 'Beta', summary: 'Plain.'},
    ],
    areas: [
      {
        id: ids[0] ?? 'area',
        name: texts[0]?.slice(0, 200).trim() || 'x',
        questions: texts.map((text) => ({
          question: text.slice(0, 200).trim() || 'x',
          answer: {markdown: text || 'x'},
        })),
        resources: [{number: 1, terms: ['beta']}],
      },
    ],
  });

const CONTEXT = {'@context': 'https://schema.org'};

const page = (text: string) => `# Area ⎊ Area ⎊ Own

## What is it?

⎊ ${text}

---

\`\`\`json
${json({
  ...CONTEXT,
  '@type': 'CollectionPage',
  headline: 'Area ⎊ Area ⎊ Own',
  url: 'https://glossary.example/area/area/',
  hasPart: [
    {
      '@type': 'Article',
      headline: 'Alpha',
      description: text,
      url: 'https://glossary.example/term/alpha/',
    },
  ],
})}
\`\`\`
`;

const termSet = (text: string) =>
  json({
    ...CONTEXT,
    '@type': 'DefinedTermSet',
    name: 'Own',
    hasDefinedTerm: [
      {'@type': 'DefinedTerm', name: 'A', termCode: 'a', description: text},
    ],
  });

const turtle = (
  text: string,
) => `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<#own> a skos:ConceptScheme ; skos:prefLabel "Own"@en .
<#a> a skos:Concept ; skos:inScheme <#own> ; skos:prefLabel "A"@en ;
  skos:definition ${json(text.replaceAll('\0', ' '))}@en .
`;

const wxr = (text: string) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Own</title><link>https://glossary.example</link><language>en</language>
<wp:wxr_version>1.2</wp:wxr_version>
<item><title>A</title><link>https://glossary.example/a/</link>
<content:encoded><![CDATA[<p>${text.replaceAll(']]>', ']] >').replaceAll(/[\0\ud800]/g, ' ')}</p>]]></content:encoded>
<wp:post_name>a</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
</channel></rss>
`;

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The file, what may stand in its text, what may stand in its place, and the file with a text. */
type Sample = readonly [
  file: string,
  within: readonly Language[],
  whole: readonly Language[],
  frame: (text: string) => string,
];

/** By the word after `--from`. */
export const IMPORTS: Readonly<Record<string, readonly Sample[]>> = {
  'one-page': [
    [
      'in.md',
      ['text', 'markdown'],
      ['markdown'],
      (text) => `# Glossary\n\n## Alpha\n\n${text}\n\n## Beta\n\nPlain.\n`,
    ],
  ],
  page: [
    ['in.md', ['text', 'markdown'], ['markdown', 'json'], page],
    [
      'in.html',
      ['html'],
      [],
      (text) =>
        `<!doctype html><script type="application/ld+json">${termSet('x')}</script><h1>Own</h1><p>${text}</p>`,
    ],
  ],
  glossary: [
    ['in.json', ['text', 'markdown'], ['json'], (text) => glossaryOf([text])],
  ],
  'term-page': [
    [
      'in.md',
      ['markdown', 'text'],
      [],
      (text) =>
        `# Alpha ⎊ Term\n\n**Published:** 2025-03-10\n\n---\n\n${text}\n\n## Glossary\n`,
    ],
  ],
  csv: [
    [
      'in.csv',
      ['text'],
      ['csv'],
      (text) => `id,name,summary\na,A,${cell(text)}\n`,
    ],
    [
      'in.tsv',
      ['csv'],
      ['csv'],
      (text) => `id\tname\tsummary\na\tA\t${cell(text)}\n`,
    ],
  ],
  json: [
    [
      'in.json',
      ['text'],
      ['json'],
      (text) => json([{name: 'A', summary: text}]),
    ],
  ],
  jsonld: [['in.jsonld', ['text', 'html'], ['json'], termSet]],
  skos: [
    ['in.ttl', ['text'], ['turtle'], turtle],
    [
      'in.jsonld',
      ['text'],
      ['json'],
      (text) =>
        json({
          '@context': {skos: 'http://www.w3.org/2004/02/skos/core#'},
          '@id': 'https://glossary.example/#a',
          '@type': 'skos:Concept',
          'skos:prefLabel': 'A',
          'skos:definition': text,
        }),
    ],
  ],
  markdown: [
    [
      'in.md',
      ['markdown', 'text'],
      ['yaml'],
      (text) => `---\nname: A\nsummary: Own.\n---\n\n${text}\n`,
    ],
  ],
  dl: [
    [
      'in.html',
      ['html', 'text'],
      [],
      (text) => `<!doctype html><dl><dt>A</dt><dd>${text}</dd></dl>`,
    ],
  ],
  wordpress: [['in.xml', ['text'], ['html'], wxr]],
};

export const importers = (format: string): readonly Reader[] =>
  (IMPORTS[format] ?? []).map(([file, within, whole, frame]) => ({
    name: `import --from ${format} ${file}`,
    file,
    within,
    whole,
    frame,
    args: ['import', file, '--from', format, '-o', 'out.json'],
  }));

const DOCUMENTS: readonly Sample[] = [
  [
    'in.md',
    ['markdown'],
    [],
    (text) => `# Beta\n\nBeta is plain. ${text} Beta.\n`,
  ],
  [
    'in.mdx',
    ['code'],
    [],
    (text) => `# Beta\n\n<X>{1}</X> Beta ${text} Beta.\n`,
  ],
  [
    'in.html',
    ['html'],
    [],
    (text) =>
      `<!doctype html><title>x</title><h1>Beta</h1><p>Beta ${text} Beta.</p>`,
  ],
];

/** A command that reads documents beside a glossary. */
export const documents = (...command: readonly string[]): readonly Reader[] =>
  DOCUMENTS.map(([file, within, whole, frame]) => ({
    name: `${command.join(' ')} ${file}`,
    file,
    within,
    whole,
    frame,
    beside: {'glossary.json': glossaryOf(['Plain words.'])},
    args: [...command, file, '--glossary', 'glossary.json'],
  }));

export const prerenders: Reader = {
  name: 'prerender',
  file: 'site/index.html',
  within: ['html', 'text'],
  whole: ['html'],
  frame: (text) =>
    `<!doctype html><title>x</title><term-card term="term-0"><p>${text}</p></term-card><term-linker><p>Beta ${text}</p></term-linker>`,
  beside: {'glossary.json': glossaryOf(['Plain words.'])},
  args: [
    ...['prerender', 'site', '-o', 'out', '--glossary', 'glossary.json'],
    ...['--site-url', 'https://own.example/'],
  ],
};

export const validate: Reader = {
  name: 'validate',
  file: 'in.json',
  within: ['text', 'markdown', 'html'],
  whole: ['json'],
  frame: (text) => glossaryOf([text]),
  args: ['validate', 'in.json'],
};
