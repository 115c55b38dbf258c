import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {GlossaryFormatError} from '../../../../src/glossary/errors.js';
import {HttpSource} from '../../../../src/glossary/http-source.js';
import {GlossaryLoadError} from '../../../../src/glossary/load-error.js';
import type {LoadPlatform} from '../../../../src/glossary/loading/platform.js';
import {type BuiltFiles, builtFiles} from '../../faults/built-files.js';
import {
  type FaultyServer,
  send,
  startFaultyServer,
  status,
} from '../../faults/server.js';

const glossaryOf = (summary: string) => ({
  format: 1,
  name: 'Built',
  terms: Array.from({length: 300}, (_, index) => ({
    id: `term-${index}`,
    name: `Term ${index}`,
    summary: `${summary} ${index}`,
  })),
});

const MANIFEST = '/manifest.json';
/** A cache's way to ask for the file itself. */
const isReload = (request: {headers: Readonly<Record<string, unknown>>}) =>
  request.headers['cache-control'] === 'no-cache';

describe('a built glossary over HTTP', {timeout: 60_000}, () => {
  let server: FaultyServer;
  let yesterday: BuiltFiles;
  let today: BuiltFiles;

  before(async () => {
    server = await startFaultyServer();
    [yesterday, today] = await Promise.all([
      builtFiles(glossaryOf('Yesterday')),
      builtFiles(glossaryOf('Today')),
    ]);
  });
  after(() => server.stop());

  const host = (files: BuiltFiles) => {
    for (const [path, content] of files) server.answer(path, send(content));
  };
  const remove = (files: BuiltFiles, but: BuiltFiles, code = 404) => {
    for (const path of files.keys()) {
      if (!but.has(path)) server.answer(path, status(code));
    }
  };
  const requestsFor = (files: BuiltFiles) =>
    new Map([...files.keys()].map((path) => [path, server.requests(path)]));

  beforeEach(() => {
    remove(yesterday, new Map());
    remove(today, new Map());
  });

  const open = (platform: Partial<LoadPlatform> = {}) =>
    new HttpSource(server.origin + MANIFEST, {
      platform,
      limits: {backoff: 2, retries: 0},
    });

  const summary = async (source: HttpSource, id: string) =>
    (await source.entry(id))?.term.summary;

  it('answers every term', async () => {
    host(today);
    const source = open();
    for (const {id, summary: expected} of glossaryOf('Today').terms) {
      assert.equal(await summary(source, id), expected);
    }
    assert.equal(await source.entry('other'), undefined);
    assert.equal((await source.entry('term-1'))?.origin, source.label);
  });

  it('makes one request for a file, however many ask', async () => {
    host(today);
    const source = open();
    await Promise.all(
      Array.from({length: 2000}, (_, index) =>
        summary(source, `term-${index % 300}`),
      ),
    );
    for (const [path, requests] of requestsFor(today)) {
      assert.ok(requests <= 1, `${path}: ${requests}`);
    }
    assert.equal(server.requests(MANIFEST), 1);
  });

  it('tells what it has loaded', async () => {
    host(today);
    const source = open();
    assert.equal(source.status?.state, 'idle');
    const asked = summary(source, 'term-1');
    await asked;
    const {state, files, totals} = source.status;
    assert.equal(state, 'ready');
    assert.equal(files[0]?.address, source.label);
    assert.equal(files[0].bytes, today.get(MANIFEST)!.length);
    assert.equal(files.length, totals.files);
    assert.ok(files.length > 1);
    for (const {address, bytes, from} of files) {
      assert.equal(bytes, today.get(new URL(address).pathname)?.length);
      assert.equal(from, 'network');
    }
  });

  it('loads an old manifest again when its files are gone, once for all', async () => {
    host(yesterday);
    const source = open();
    let changes = 0;
    source.watch(() => changes++);
    assert.equal(await summary(source, 'term-1'), 'Yesterday 1');
    remove(yesterday, today);
    host(today);
    // What has been read stays; what has not is asked of today's.
    const answers = await Promise.all(
      Array.from({length: 300}, (_, index) => summary(source, `term-${index}`)),
    );
    assert.ok(answers.includes('Today 200') || answers.includes('Today 100'));
    for (const [index, answer] of answers.entries()) {
      assert.match(answer!, new RegExp(`^(Today|Yesterday) ${index}$`));
    }
    assert.equal(server.requests(MANIFEST), 1);
    assert.ok(isReload(server.last(MANIFEST)!));
    assert.equal(changes, 1);
    assert.equal(await summary(source, 'term-1'), 'Today 1');
  });

  for (const code of [403, 410]) {
    it(`takes ${code} for a file that is gone as well`, async () => {
      host(yesterday);
      const source = open();
      assert.equal(await summary(source, 'term-1'), 'Yesterday 1');
      remove(yesterday, today, code);
      host(today);
      const answers = await Promise.all(
        Array.from({length: 300}, (_, index) =>
          summary(source, `term-${index}`),
        ),
      );
      assert.ok(answers.some((answer) => answer?.startsWith('Today')));
    });
  }

  const oneTerm = (files: BuiltFiles) =>
    [...files].find(
      ([path, content]) =>
        path !== MANIFEST &&
        content.includes('"term-7"') &&
        content.includes('day 7"'),
    )![0];

  const failure = async (asked: Promise<unknown>) => {
    const error: unknown = await asked.then(
      () => assert.fail('expected a failure'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof GlossaryLoadError, String(error));
    return error;
  };

  it('tells of a file that is gone and stays gone, and asks for the manifest once a minute', async () => {
    host(today);
    const path = oneTerm(today);
    server.answer(path, status(404));
    let time = 0;
    const source = open({now: () => time});
    for (const manifests of [2, 2]) {
      const error = await failure(summary(source, 'term-7'));
      assert.equal(error.status, 404);
      assert.equal(error.address, server.origin + path);
      assert.equal(server.requests(MANIFEST), manifests);
    }
    time = 61_000;
    await failure(summary(source, 'term-7'));
    assert.equal(server.requests(MANIFEST), 3);
    server.answer(path, send(today.get(path)!));
    assert.equal(await summary(source, 'term-7'), 'Today 7');
  });

  const flipped = (content: Buffer) => {
    const other = Buffer.from(content);
    other[other.length >> 1]! ^= 1;
    return other;
  };

  it('gets over a flipped byte that a cache has kept', async () => {
    host(today);
    const path = oneTerm(today);
    const content = today.get(path)!;
    server.answer(path, send(flipped(content)), send(content));
    assert.equal(await summary(open(), 'term-7'), 'Today 7');
    assert.equal(server.requests(path), 2);
    assert.ok(isReload(server.last(path)!));
    assert.equal(server.requests(MANIFEST), 1);
  });

  it('shows nothing of a file with a flipped byte', async () => {
    host(today);
    const path = oneTerm(today);
    server.answer(path, send(flipped(today.get(path)!)));
    const source = open();
    const error = await failure(summary(source, 'term-7'));
    assert.equal(error.code, 'integrity');
    assert.match(error.message, /SHA-256 begins with [\da-f]{24}/);
    assert.equal(await summary(source, 'term-8'), 'Today 8');
  });

  it('takes files as they are where nothing can be digested', async () => {
    host(today);
    const path = oneTerm(today);
    const other = today.get(path)!.toString().replace('Today 7"', 'Other 7"');
    server.answer(path, send(other));
    assert.equal(await summary(open({subtle: undefined}), 'term-7'), 'Other 7');
  });

  it('refuses a manifest of another layout', async () => {
    host(today);
    const manifest = JSON.parse(today.get(MANIFEST)!.toString()) as object;
    server.answer(MANIFEST, send(JSON.stringify({...manifest, sharded: 2})));
    await assert.rejects(
      async () => open().entry('term-1'),
      (error) =>
        error instanceof GlossaryFormatError &&
        error.faults[0]?.path === 'sharded',
    );
  });

  for (const [path, about] of [
    ['glossary.kinds.term', {kinds: {term: null}}],
    ['glossary.language', {language: 7}],
    ['glossary.name', {name: undefined}],
  ] as const) {
    it(`refuses a manifest with another ${path}`, async () => {
      host(today);
      const manifest = JSON.parse(today.get(MANIFEST)!.toString()) as {
        glossary: object;
      };
      const glossary = {...manifest.glossary, ...about};
      server.answer(MANIFEST, send(JSON.stringify({...manifest, glossary})));
      const source = open();
      await assert.rejects(
        async () => source.in('es').entry('term-1'),
        (error) =>
          error instanceof GlossaryFormatError &&
          error.faults[0]?.path === path,
      );
      assert.equal(source.status?.state, 'failed');
    });
  }

  it('refuses a manifest that is too large', async () => {
    host(today);
    const manifest = JSON.parse(today.get(MANIFEST)!.toString()) as object;
    const note = 'x'.repeat(2 ** 20);
    server.answer(MANIFEST, send(JSON.stringify({...manifest, note})));
    const error = await failure(summary(open(), 'term-1'));
    assert.equal(error.code, 'size');
  });

  it('goes on for those who stay, and stops when all have gone', async () => {
    host(today);
    const path = oneTerm(today);
    const source = open();
    const content = today.get(path)!.toString();
    const {id} = glossaryOf('').terms.find(
      (term) => !content.includes(`"${term.id}"`),
    )!;
    await summary(source, id);
    let closed: Promise<void> | undefined;
    server.answer(path, (response) => {
      closed = new Promise((resolve) => response.on('close', resolve));
    });
    const leaver = new AbortController();
    const left = assert.rejects(async () =>
      source.entry('term-7', leaver.signal),
    );
    while (!server.requests(path)) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    leaver.abort();
    await left;
    await closed;
    server.answer(path, send(today.get(path)!));
    assert.equal(await summary(source, 'term-7'), 'Today 7');
  });
});
