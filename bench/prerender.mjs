/** What it costs to prerender a site, beside reading and writing the same files unchanged. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {measure} from './commands/measure.mjs';
import {inRounds, middle, summaries} from './report.mjs';
import {median} from './statistics.mjs';

const PAGES = 1_000;
const CARDS = 20;
const TERMS = 2_000;

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const BIN = path('../tools/dist/bin.js');

/** Terms with what terms have: a definition, a date, an author, others to see. */
const glossary = {
  format: 1,
  name: 'Benchmark',
  language: 'en',
  url: 'https://bench.example/',
  terms: Array.from({length: TERMS}, (_, index) => ({
    id: `term-${index}`,
    name: `Term ${index}`,
    summary: `The sentence that says what term ${index} is, of a usual length for a card.`,
    definition: {
      markdown: `It is **longer** than [[term-${(index + 1) % TERMS}|the next]].\n\n- one\n- two`,
    },
    url: `https://bench.example/term/${index}/`,
    related: [1, 2, 3].map((step) => `term-${(index + step) % TERMS}`),
    published: '2026-03-19T10:00:43+00:00',
    author: {name: 'Somebody', url: 'https://bench.example/somebody/'},
  })),
};

const paragraph = `<p>${'Words of a paragraph between two cards, as a page has them. '.repeat(8)}</p>`;

const page = (number) => {
  const cards = Array.from({length: CARDS}, (_, card) => {
    const term = (number * CARDS + card) % TERMS;
    return `${paragraph}\n<term-card term="term-${term}">Term ${term}</term-card>`;
  });
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Page ${number}</title>\n</head>\n<body>\n<h1>Page ${number}</h1>\n${cards.join('\n')}\n</body>\n</html>\n`;
};

const writeSite = (folder) => {
  const site = join(folder, 'site');
  mkdirSync(site);
  for (let number = 0; number < PAGES; number++)
    writeFileSync(join(site, `${number}.html`), page(number));
  writeFileSync(join(folder, 'glossary.json'), JSON.stringify(glossary));
};

const perSecond = (times) =>
  middle(
    times.map((time) => (PAGES / time) * 1000),
    0,
  );

export const run = async ({samples = 5}) => {
  if (!existsSync(BIN)) {
    throw new Error(
      'prerender: the package is not built; run "npm run build".',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-prerender-'));
  try {
    writeSite(folder);
    const place = (name) => join(folder, name);
    const command = [
      ...[BIN, 'prerender', place('site'), '-o', place('out')],
      ...['--site-url', 'https://bench.example/'],
      ...['--glossary', place('glossary.json'), '--quiet'],
    ];
    const anew = (args) => {
      rmSync(place('out'), {recursive: true, force: true});
      return measure(args);
    };
    const variants = {
      all: () => anew(command),
      one: () => anew([...command, '--jobs', '1']),
      copy: () =>
        anew([path('commands/copy.mjs'), place('site'), place('out')]),
      again: async () => {
        await anew(command);
        return measure(command);
      },
    };
    const titles = {
      all: 'prerendered, a thread for each core',
      one: 'prerendered in one thread',
      again: 'prerendered again, nothing changed',
      copy: 'read and written unchanged',
    };
    const taken = await inRounds(
      {variants: Object.keys(variants), samples, warmUp: 1},
      (variant) => variants[variant](),
    );
    return {
      about: `${PAGES} pages of ${CARDS} cards, of ${TERMS} terms, ${samples} samples; the start of Node is part of it`,
      figures: {pages: PAGES, cards: CARDS, variants: summaries(taken)},
      tables: [
        {
          head: ['', 'pages per second', 'seconds', 'peak MiB'],
          rows: Object.entries(titles).map(([name, title]) => [
            title,
            perSecond(taken[name].time),
            middle(
              taken[name].time.map((time) => time / 1000),
              2,
            ),
            middle(taken[name].peak, 0),
          ]),
        },
      ],
      checks: [
        {
          what: 'peak memory of prerendering in one thread, in MiB',
          found: median(taken.one.peak),
          limit: 512,
          digits: 0,
        },
      ],
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
};
