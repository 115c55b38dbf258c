/**
 * What a thousand cards cost, beside the same content as plain HTML and as a
 * plain Lit card. README.md says how it is measured.
 *
 *   npm run bench                     the table; exit code 1 over a limit
 *   npm run bench -- --samples=31     more samples of each variant
 *   npm run bench -- --pages=warm     all samples in one page
 *   npm run bench -- --json           figures for programs
 */
import {createServer} from 'node:http';
import {availableParallelism} from 'node:os';
import {parseArgs} from 'node:util';
import {launch} from 'puppeteer-core';
import {findEngines} from '../test/runner/engines.mjs';
import {buildPage} from './build.mjs';
import {median, spread} from './statistics.mjs';

const variants = {
  elements: '<term-card> with JSON-LD',
  html: 'plain HTML by innerHTML',
  lit: 'plain Lit card',
  'html-skipped': 'plain HTML, content-visibility',
  'elements-inside': 'ours inside a <term-glossary>',
};

/** The most that our cards may take of the time of another variant. */
const limits = {html: 0.6, lit: 1.2};

const {values} = parseArgs({
  options: {
    samples: {type: 'string', default: '21'},
    cards: {type: 'string', default: '1000'},
    pages: {type: 'string', default: 'warm'},
    json: {type: 'boolean', default: false},
  },
});
const cards = Number(values.cards);
const rounds = Number(values.samples);
const warmUp = 3;

const serve = async (script) => {
  const files = {
    '/': [
      'text/html; charset=utf-8',
      '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Cards</title><script type="module" src="/page.js"></script>',
    ],
    '/page.js': ['text/javascript; charset=utf-8', script],
  };
  const server = createServer(({url}, response) => {
    const [type, text] = files[url] ?? [];
    response.writeHead(text ? 200 : 404, {
      'content-type': type ?? 'text/plain',
    });
    response.end(text);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
};

const {browser: executablePath} = findEngines().chromium.programs;
if (!executablePath) {
  console.error(
    'bench: Chromium is not installed. CHROMIUM_BIN names one that is elsewhere.',
  );
  process.exit(2);
}
const server = await serve(await buildPage());
const browser = await launch({
  executablePath,
  args: [
    '--js-flags=--expose-gc',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
  defaultViewport: {width: 1280, height: 900},
});

const open = async () => {
  const page = await browser.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction('globalThis.bench');
  return page;
};

const markupOf = async (from) => {
  const page = await open();
  const markup = await page.evaluate(
    (count, from) => globalThis.bench.markup(count, from),
    cards,
    from,
  );
  await page.close();
  return markup;
};

const prepared = async (markup) => {
  const page = await open();
  await page.evaluate(
    (count, text) => globalThis.bench.prepare(count, text),
    cards,
    markup,
  );
  return page;
};

const samples = Object.fromEntries(
  Object.keys(variants).map((name) => [name, []]),
);
const version = await browser.version();
try {
  const markup = await markupOf('elements');
  if (markup !== (await markupOf('lit')))
    throw new Error('The variants do not show the same.');
  let shared = values.pages === 'warm' ? await prepared(markup) : undefined;
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of Object.keys(variants)) {
      const page = shared ?? (await prepared(markup));
      await page.bringToFront();
      const sample = await page.evaluate(
        (variant) => globalThis.bench.measure(variant),
        name,
      );
      if (round >= 0) samples[name].push(sample);
      if (!shared) await page.close();
    }
  }
} finally {
  await browser.close();
  server.close();
}

const figures = Object.fromEntries(
  Object.entries(samples).map(([name, list]) => [
    name,
    Object.fromEntries(
      ['layout', 'painted'].map((figure) => {
        const times = list.map((sample) => sample[figure]);
        return [figure, {median: median(times), spread: spread(times)}];
      }),
    ),
  ]),
);
/** Of samples taken one after the other, so that what else the machine does cancels out. */
const ratio = (name, figure) =>
  median(
    samples.elements.map(
      (sample, round) => sample[figure] / samples[name][round][figure],
    ),
  );
const over = Object.entries(limits).filter(
  ([name, limit]) => ratio(name, 'layout') > limit,
);

if (values.json) {
  console.log(
    JSON.stringify(
      {version, cores: availableParallelism(), cards, rounds, figures},
      null,
      2,
    ),
  );
} else {
  const row = (...cells) =>
    console.log(
      cells
        .map((cell, at) => (at ? cell.padStart(18) : cell.padEnd(32)))
        .join(''),
    );
  console.log(
    `${cards} cards, ${rounds} samples of each, ${values.pages} pages; ${version}, ${availableParallelism()} cores`,
  );
  console.log('milliseconds: median (middle half), and our share of it\n');
  row('', 'script and layout', 'ours / it', 'until painted', 'ours / it');
  for (const [name, title] of Object.entries(variants)) {
    row(
      title,
      ...['layout', 'painted'].flatMap((figure) => {
        const {
          median: middle,
          spread: [from, to],
        } = figures[name][figure];
        return [
          `${middle.toFixed(1)} (${from.toFixed(0)}–${to.toFixed(0)})`,
          name === 'elements' ? '' : ratio(name, figure).toFixed(2),
        ];
      }),
    );
  }
  console.log();
}
for (const [name, limit] of Object.entries(limits)) {
  const found = ratio(name, 'layout');
  const says = found > limit ? 'OVER THE LIMIT' : 'within the limit';
  console.error(
    `${says}: script and layout take ${found.toFixed(2)} of ${variants[name]}; at most ${limit}`,
  );
}
process.exitCode = over.length ? 1 : 0;
