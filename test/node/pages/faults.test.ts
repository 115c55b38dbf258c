import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {builtFiles} from '../faults/built-files.js';
import {
  type Answer,
  bomb,
  closedPort,
  endless,
  type FaultyServer,
  integrityOf,
  redirect,
  reset,
  send,
  silence,
  slow,
  startFaultyServer,
  status,
  truncated,
} from '../faults/server.js';
import {noChromium, servePage, type ServedPage} from './page.js';

const documentOf = (summary: string) =>
  JSON.stringify({
    format: 1,
    name: 'Fixture',
    terms: [{id: 'alpha', name: 'Alpha', summary}],
  });

const GOOD = documentOf('First letter.');
const INVALID = Buffer.concat([
  Buffer.from(GOOD.slice(0, -2)),
  Buffer.from([0xff, 0xfe]),
]);
const PATH = '/glossary.json';

/** What a page does with the glossaries that a test names in its fragment. */
const SCRIPT = `
  import {HttpSource, httpSource} from './src/glossary/index.js';
  import {OfflineCopies} from './src/glossary/loading/offline-copies.js';

  const asked = JSON.parse(decodeURIComponent(location.hash.slice(1)) || '{}');
  Object.assign(globalThis, {OfflineCopies, events: [], rejections: [], warnings: [], ticks: 0});
  addEventListener('unhandledrejection', ({reason}) => rejections.push(String(reason)));
  for (const type of ['term-load', 'term-error']) {
    addEventListener(type, (event) => events.push([event.target.id, type, event.code]));
  }
  setInterval(() => ticks++, 5); // the host's own work
  console.warn = (text) => warnings.push(text);

  const card = (id, glossary) => {
    const element = document.createElement('term-card');
    element.append(Object.assign(document.createElement('a'), {textContent: 'Own words'}));
    Object.assign(element, {id, term: 'alpha', glossary});
    document.body.append(element);
  };
  if (asked.offline) {
    globalThis.source = httpSource(asked.offline, {offline: true});
    globalThis.changes = 0;
    source.watch(() => changes++);
    card('kept', source);
  }
  if (asked.attributes) {
    const element = document.createElement(asked.tag);
    for (const [name, value] of Object.entries(asked.attributes)) {
      element.setAttribute(name, value);
    }
    if (asked.tag === 'link') document.head.append(element);
    const card = asked.tag === 'link' ? document.createElement('term-card') : element;
    card.setAttribute('term', 'alpha');
    document.body.append(card);
  }
  if (asked.faulty) {
    const limits = {deadline: asked.deadline ?? 10_000, backoff: 5, document: 200_000};
    globalThis.source = new HttpSource(asked.faulty, {integrity: asked.integrity, limits});
    card('one', source);
    card('two', source);
    card('healthy', httpSource(asked.healthy));
  }
  globalThis.ready = true;
`;

interface Told {
  readonly events: readonly (readonly [string, string, string?])[];
  readonly rejections: readonly string[];
  readonly warnings: readonly string[];
  readonly ticks: number;
}

describe(
  'a page whose glossary cannot be loaded',
  {
    skip: noChromium,
    timeout: 120_000,
  },
  () => {
    let served: ServedPage;
    let server: FaultyServer;
    let elsewhere: FaultyServer;

    before(async () => {
      server = await startFaultyServer();
      elsewhere = await startFaultyServer();
      served = await servePage('', SCRIPT);
    });
    after(async () => {
      await served?.close();
      await server?.stop();
      await elsewhere?.stop();
    });

    const open = (asked: object): Promise<Page> =>
      served.open(`#${encodeURIComponent(JSON.stringify(asked))}`);

    /** Whether the words are seen, wherever they are. */
    const isSeen = (page: Page, selector: string) =>
      page.$eval(selector, (element) => element.checkVisibility());

    const shown = (page: Page, id: string) =>
      page.$eval(`#${id}`, ({shadowRoot}) => shadowRoot?.textContent ?? '');

    const faults: readonly (readonly [
      what: string,
      answer: Answer | string,
      code: string,
      more?: object,
    ])[] = [
      ['nobody listens', 'refused', 'network'],
      ['there is no such host', 'http://glossary.invalid/g.json', 'network'],
      ['the connection is reset', reset, 'network'],
      ['the answer is 204', status(204), 'http'],
      ['the answer is 404', status(404), 'http'],
      ['the answer is 429', status(429, {'retry-after': 3600}), 'http'],
      ['the answer is 500', status(500), 'http'],
      [
        'the answer is a page of HTML',
        send('<!doctype html>', {'content-type': 'text/html'}),
        'json',
      ],
      ['the answer is cut short', truncated(GOOD), 'network'],
      ['the answer never ends', endless, 'size'],
      ['the answer drips', slow, 'timeout', {deadline: 400}],
      ['there is no answer', silence, 'timeout', {deadline: 400}],
      ['the answer unpacks to too much', bomb(1_000_000), 'size'],
      ['the answer is not UTF-8', send(INVALID), 'encoding'],
      [
        'the answer is not what was promised',
        send(GOOD),
        'integrity',
        {integrity: integrityOf('other')},
      ],
      ['the answer is of another format', send('{"format":2}'), 'format'],
      ['other sites may not have it', redirect('ELSEWHERE'), 'network'],
      ['redirects go round', redirect(PATH), 'network'],
    ];

    for (const [what, answer, code, more] of faults) {
      it(`shows the author's words, and harms nothing else, where ${what}`, async () => {
        let faulty = server.origin + PATH;
        if (answer === 'refused') faulty = await closedPort();
        else if (typeof answer === 'string') faulty = answer;
        else server.answer(PATH, answer);
        if (what.startsWith('other sites')) {
          server.answer(PATH, redirect(`${elsewhere.origin}/closed.json`));
          elsewhere.answer('/closed.json', (response) => response.end(GOOD));
        }
        server.answer('/healthy.json', send(GOOD));
        const page = await open({
          faulty,
          healthy: `${server.origin}/healthy.json`,
          ...more,
        });
        await page.waitForFunction('events.length === 3');
        const ticks = (await page.evaluate('ticks')) as number;
        await page.waitForFunction(`ticks > ${ticks + 5}`);
        const told = (await page.evaluate(
          '({events, rejections, warnings, ticks})',
        )) as Told;
        assert.deepEqual(
          told.events.toSorted(([a], [b]) => (a < b ? -1 : 1)),
          [
            ['healthy', 'term-load', null],
            ['one', 'term-error', code],
            ['two', 'term-error', code],
          ],
        );
        assert.deepEqual(told.rejections, []);
        assert.ok(await isSeen(page, '#one a'));
        assert.ok(await isSeen(page, '#two a'));
        assert.match(await shown(page, 'healthy'), /First letter/);
        assert.equal(told.warnings.length, 1, told.warnings.join('\n'));
        assert.match(
          told.warnings[0]!,
          /^term-elements\/[a-z]+: <term-card>: /,
        );
        await page.close();
      });
    }

    it('shows what comes of the wrong type, with a byte order mark, or from elsewhere', async () => {
      elsewhere.answer('/open.json', send(GOOD));
      for (const answer of [
        send(GOOD, {'content-type': 'text/plain'}),
        send(`\uFEFF${GOOD}`),
        redirect(`${elsewhere.origin}/open.json`),
      ]) {
        server.answer(PATH, answer);
        server.answer('/healthy.json', send(GOOD));
        const page = await open({
          faulty: server.origin + PATH,
          healthy: `${server.origin}/healthy.json`,
        });
        await page.waitForFunction('events.length === 3');
        assert.match(await shown(page, 'one'), /First letter/);
        assert.equal(server.requests(PATH), 1);
        await page.close();
      }
    });

    /** Copies are written when nobody waits for them. */
    const isKept = (page: Page, path: string, files = 1) =>
      page.waitForFunction(
        async (part: string, count: number) => {
          const names = await caches.keys();
          const [cache] = await Promise.all(
            names
              .filter((name) => name.includes(part))
              .map((name) => caches.open(name)),
          );
          return (await cache?.keys())?.length === count;
        },
        {},
        path,
        files,
      );

    const state = (page: Page) => page.evaluate('source.status.state');

    it('shows the copy that it kept, and what is fresh when the network is back', async () => {
      server.answer('/kept.json', send(documentOf('As it was.')));
      const asked = {offline: `${server.origin}/kept.json`};
      const page = await open(asked);
      await page.waitForFunction('events.length === 1');
      assert.equal(await state(page), 'ready');
      await isKept(page, '/kept.json');

      await server.stop();
      await page.reload();
      await page.waitForFunction('globalThis.ready && events.length === 1');
      assert.equal(await state(page), 'stale');
      assert.match(await shown(page, 'kept'), /As it was/);
      assert.equal(
        await page.evaluate('source.entry("alpha").keptAt instanceof Date'),
        true,
      );

      await server.start();
      server.answer('/kept.json', send(documentOf('As it is now.')));
      await page.setOfflineMode(true);
      await page.setOfflineMode(false);
      await page.waitForFunction('source.status.state === "ready"');
      assert.equal(await page.evaluate('changes'), 1);
      assert.equal(
        await page.evaluate('source.entry("alpha").term.summary'),
        'As it is now.',
      );
      assert.equal(
        await page.evaluate('source.entry("alpha").keptAt'),
        undefined,
      );
      await page.waitForFunction(
        `document.querySelector('#kept').shadowRoot.textContent.includes('As it is now')`,
      );
      await page.close();
    });

    it('shows the copy that it kept while the network takes its time', async () => {
      server.answer('/late.json', send(documentOf('As it was.')));
      const asked = {offline: `${server.origin}/late.json`};
      const page = await open(asked);
      await page.waitForFunction('events.length === 1');
      await isKept(page, '/late.json');
      let answerNow: (() => void) | undefined;
      server.answer('/late.json', (response, request) => {
        answerNow = () => {
          send(documentOf('As it is now.'))(response, request);
        };
      });
      await page.reload();
      await page.waitForFunction('globalThis.ready && events.length === 1');
      assert.equal(await state(page), 'stale');
      assert.match(await shown(page, 'kept'), /As it was/);
      answerNow?.();
      await page.waitForFunction('source.status.state === "ready"');
      assert.equal(await page.evaluate('changes'), 1);
      await page.close();
    });

    for (const [tag, address, offline] of [
      ['term-card', 'src', 'offline'],
      ['link', 'href', 'data-offline'],
    ] as const) {
      it(`takes what <${tag}> says of the content, and whether a copy is kept`, async () => {
        const path = `/${tag}.json`;
        server.answer(path, send(GOOD));
        const attributes = {
          rel: 'glossary',
          [address]: server.origin + path,
          [offline]: '',
        };
        const broken = await open({
          tag,
          attributes: {...attributes, integrity: integrityOf('other')},
        });
        await broken.waitForFunction('events.length === 1');
        assert.deepEqual(await broken.evaluate('events[0].slice(1)'), [
          'term-error',
          'integrity',
        ]);
        await broken.close();
        const page = await open({
          tag,
          attributes: {...attributes, integrity: integrityOf(GOOD)},
        });
        await page.waitForFunction('events.length === 1');
        assert.equal(await page.evaluate('events[0][1]'), 'term-load');
        await isKept(page, path);
        await page.close();
      });
    }

    it('shows all that it has read of a built glossary when the network is gone', async () => {
      const files = await builtFiles(
        JSON.parse(documentOf('As it was.')) as object,
      );
      for (const [path, content] of files) server.answer(path, send(content));
      const asked = {offline: `${server.origin}/manifest.json`};
      const page = await open(asked);
      await page.waitForFunction('events.length === 1');
      assert.match(await shown(page, 'kept'), /As it was/);
      const read = (await page.evaluate(
        'source.status.totals.files',
      )) as number;
      assert.ok(read > 1);
      await isKept(page, '/manifest.json', read);
      await page.evaluate('source.status.state');
      await server.stop();
      await page.reload();
      await page.waitForFunction('globalThis.ready && events.length === 1');
      assert.equal(await state(page), 'stale');
      assert.match(await shown(page, 'kept'), /As it was/);
      const from = await page.evaluate(
        'source.status.files.map(({from}) => from)',
      );
      assert.deepEqual(
        from,
        Array.from({length: read}, () => 'kept'),
      );
      await server.start();
      await page.close();
    });

    it('keeps the newest files of a glossary, and the newest glossaries', async () => {
      const page = await open({});
      const kept = await page.evaluate(`(async () => {
    const write = async (address, files) => {
      const copies = new OfflineCopies(address, {caches, now: Date.now}, 3);
      for (const file of [address, ...files]) {
        const content = new TextEncoder().encode(file);
        await copies.write(file, {pieces: [content], bytes: content.length, address: file, type: ''});
      }
      const found = await Promise.all(files.map((file) => copies.read(file)));
      const own = await copies.read(address);
      return [own, ...found].map((file) => file && new TextDecoder().decode(file.content));
    };
    const first = 'https://0.example/manifest.json';
    const files = ['a', 'b', 'c', 'd', 'e'].map((name) => 'https://0.example/' + name);
    const read = await write(first, files);
    for (let index = 1; index <= 16; index++) {
      await write('https://' + index + '.example/manifest.json', []);
    }
    const names = await caches.keys();
    return {read, count: names.length, hasFirst: names.some((name) => name.endsWith(first))};
  })()`);
      assert.deepEqual(kept, {
        read: [
          'https://0.example/manifest.json',
          undefined,
          undefined,
          'https://0.example/c',
          'https://0.example/d',
          'https://0.example/e',
        ].map((file) => file ?? null),
        count: 16,
        hasFirst: false,
      });
      await page.close();
    });

    it('has again what it could not have, when the network is back', async () => {
      await server.stop();
      const page = await open({offline: `${server.origin}/later.json`});
      await page.waitForFunction('events.length === 1');
      assert.equal(await state(page), 'failed');
      await server.start();
      server.answer('/later.json', send(GOOD));
      await page.setOfflineMode(true);
      await page.setOfflineMode(false);
      await page.waitForFunction('source.status.state === "ready"');
      assert.equal(await page.evaluate('changes'), 1);
      await page.close();
    });
  },
);
