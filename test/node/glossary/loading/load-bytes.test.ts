import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {
  type LoadOptions,
  loadBytes,
} from '../../../../src/glossary/loading/load-bytes.js';
import {
  LIMITS,
  type LoadLimits,
  type LoadPlatform,
  surroundings,
} from '../../../../src/glossary/loading/platform.js';
import {joined} from '../../../../src/glossary/loading/read-body.js';
import {GlossaryLoadError} from '../../../../src/glossary/load-error.js';
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
} from '../../faults/server.js';

const CONTENT = '{"format":1}';
/** Short, so that the tests are; `patience` and the like play no part. */
const BRIEF: LoadLimits = {...LIMITS, deadline: 5000, backoff: 2};
const SHORT = {deadline: 300};
const MAX_BYTES = 100_000;

describe('loadBytes', {timeout: 30_000}, () => {
  let server: FaultyServer;
  let elsewhere: FaultyServer;

  before(async () => {
    server = await startFaultyServer();
    elsewhere = await startFaultyServer();
  });
  after(async () => {
    await server.stop();
    await elsewhere.stop();
  });

  const PATH = '/glossary.json';

  const load = (
    options: Partial<LoadOptions> = {},
    limits: Partial<LoadLimits> = {},
    platform: Partial<LoadPlatform> = {},
    address = server.origin + PATH,
  ) =>
    loadBytes(
      address,
      {maxBytes: MAX_BYTES, ...options},
      {...BRIEF, ...limits},
      {...surroundings, ...platform},
    );

  const failure = async (
    promise: Promise<unknown>,
  ): Promise<GlossaryLoadError> => {
    const error: unknown = await promise.then(
      () => assert.fail('expected a failure'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof GlossaryLoadError, String(error));
    return error;
  };

  const textOf = async (promise: ReturnType<typeof load>) =>
    new TextDecoder().decode(joined(await promise));

  const good = send(CONTENT);
  const later = (seconds: number) =>
    new Date(Date.now() + seconds * 1000).toUTCString();

  for (const [what, answers, requests, limits] of [
    ['a good answer', [good], 1],
    ['a connection that is reset once', [reset, good], 2],
    ['500, then 503, then content', [status(500), status(503), good], 3],
    ['408', [status(408), good], 2],
    ['425', [status(425), good], 2],
    ['429 that asks for no wait', [status(429), good], 2],
    ['429 for 0 s', [status(429, {'retry-after': 0}), good], 2],
    [
      '503 until a date that is past',
      [status(503, {'retry-after': later(-60)}), good],
      2,
    ],
    ['content cut short', [truncated(CONTENT), good], 2],
    ['the wrong type', [send(CONTENT, {'content-type': 'text/plain'})], 1],
  ] as readonly (readonly [
    string,
    readonly Answer[],
    number,
    Partial<LoadLimits>?,
  ])[]) {
    it(`has content after ${what}`, async () => {
      server.answer(PATH, ...answers);
      assert.equal(await textOf(load({}, limits)), CONTENT);
      assert.equal(server.requests(PATH), requests);
    });
  }

  for (const [what, answer, code, requests, message, limits] of [
    ['404', status(404), 'http', 1, /answered 404 Not Found$/],
    ['410', status(410), 'http', 1, /answered 410/],
    ['204', status(204), 'http', 1, /answered 204/],
    ['500 for ever', status(500), 'http', 3, /answered 500/],
    ['a reset for ever', reset, 'network', 3, /no answer/],
    ['a cut for ever', truncated(CONTENT), 'network', 3, /broke off/],
    [
      '429 for longer than there is time',
      status(429, {'retry-after': 3600}),
      'http',
      1,
      /retry after 20\d\d-/,
    ],
    [
      '503 until a date that is too late',
      status(503, {'retry-after': later(7200)}),
      'http',
      1,
      /retry after 20\d\d-/,
    ],
    ['endless content', endless, 'size', 1, /at most 100000 bytes/],
    ['a gzip bomb', bomb(5_000_000), 'size', 1, /at most 100000 bytes/],
    ['silence', silence, 'timeout', 1, /within 1 s/, SHORT],
    ['one byte at a time', slow, 'timeout', 1, /within 1 s/, SHORT],
    ['a redirect loop', redirect(PATH), 'network', 63, /no answer/],
  ] as readonly (readonly [
    string,
    Answer,
    string,
    number,
    RegExp,
    Partial<LoadLimits>?,
  ])[]) {
    it(`fails with "${code}" after ${what}`, async () => {
      server.answer(PATH, answer);
      const error = await failure(load({}, limits));
      assert.equal(error.code, code);
      assert.match(error.message, message);
      assert.equal(error.address, server.origin + PATH);
      assert.equal(server.requests(PATH), requests);
    });
  }

  it('tells the status, and when to ask again', async () => {
    server.answer(PATH, status(429, {'retry-after': 3600}));
    const error = await failure(load());
    assert.equal(error.status, 429);
    const wait = error.retryAfter!.getTime() - Date.now();
    assert.ok(wait > 3_500_000 && wait <= 3_600_000, String(wait));
  });

  it('waits as long as the server asks for, and twice as long each time of its own', async () => {
    const waits: number[] = [];
    const platform = {
      random: () => 0.5,
      after: (milliseconds: number, call: () => void) => {
        if (milliseconds === BRIEF.deadline) return () => undefined;
        waits.push(milliseconds);
        return surroundings.after(0, call);
      },
      now: () => 1_000_000,
    };
    server.answer(PATH, status(503, {'retry-after': 3}), status(503), good);
    await load({}, {backoff: 100}, platform);
    assert.deepEqual(waits, [3000, 150]);
  });

  it('gives no attempt more than what is left of the time for all', async () => {
    server.answer(PATH, reset);
    const error = await failure(load({}, {...SHORT, backoff: 10_000}));
    assert.equal(error.code, 'network');
    assert.equal(server.requests(PATH), 1);
  });

  it('stops to read when it has failed', async () => {
    for (const [answer, limits] of [
      [endless, {}],
      [slow, SHORT],
    ] as const) {
      let closed: Promise<void> | undefined;
      server.answer(PATH, (response, request) => {
        closed = new Promise((resolve) => response.on('close', resolve));
        answer(response, request);
      });
      await failure(load({}, limits));
      await closed;
    }
  });

  it('does not read an answer that it does not use', async () => {
    server.answer(PATH, (response) => {
      response.writeHead(404);
      response.write('a page that goes on');
    });
    let answer: Response | undefined;
    const platform = {
      fetch: async (...request: Parameters<typeof fetch>) =>
        (answer = await fetch(...request)),
    };
    await failure(load({}, {}, platform));
    assert.deepEqual(await answer?.body?.getReader().read(), {
      done: true,
      value: undefined,
    });
  });

  it('ends with the reason of who asked', async () => {
    server.answer(PATH, silence);
    const controller = new AbortController();
    const asked = load({signal: controller.signal});
    const reason = new Error('gone');
    controller.abort(reason);
    await assert.rejects(asked, reason);
    await assert.rejects(load({signal: controller.signal}), reason);
  });

  it('says that the page slept, not that the server is slow', async () => {
    server.answer(PATH, silence);
    let time = 0;
    const platform = {
      now: () => time,
      after: (milliseconds: number, call: () => void) =>
        surroundings.after(1, () => {
          time += milliseconds + 60_000;
          call();
        }),
    };
    const error = await failure(load({}, {}, platform));
    assert.equal(error.code, 'network');
    assert.match(error.message, /suspended/);
  });

  it('follows a redirect to another site', async () => {
    server.answer(PATH, redirect(`${elsewhere.origin}/there.json`));
    elsewhere.answer('/there.json', good);
    const loaded = await load();
    assert.equal(loaded.address, `${elsewhere.origin}/there.json`);
  });

  it('says that nobody listens, and that there is no such host', async () => {
    for (const address of [
      await closedPort(),
      'http://glossary.invalid/glossary.json',
    ]) {
      const error = await failure(load({}, {}, {}, address));
      assert.equal(error.code, 'network');
    }
  });

  describe('integrity', () => {
    const wrong = integrityOf('other');
    for (const [what, integrity] of [
      ['sha256', integrityOf(CONTENT)],
      ['sha384', integrityOf(CONTENT, 'sha384')],
      ['sha512', integrityOf(CONTENT, 'sha512')],
      ['one of several', `${wrong} ${integrityOf(CONTENT)}`],
      ['the strongest', `${wrong} ${integrityOf(CONTENT, 'sha512')}`],
      ['a kind that is not known', 'md5-abc'],
      ['options', `${integrityOf(CONTENT)}?ct=application/json`],
    ] as const) {
      it(`takes content that keeps ${what}`, async () => {
        server.answer(PATH, good);
        assert.equal(await textOf(load({integrity})), CONTENT);
      });
    }

    for (const [what, integrity] of [
      ['other content', wrong],
      [
        'other content of the strongest kind',
        `${integrityOf(CONTENT)} ${integrityOf('other', 'sha384')}`,
      ],
    ] as const) {
      it(`refuses ${what}, once, and says what it received`, async () => {
        server.answer(PATH, good);
        const error = await failure(load({integrity}));
        assert.equal(error.code, 'integrity');
        assert.match(error.message, /received "sha\d+-/);
        assert.equal(server.requests(PATH), 1);
      });
    }

    it('leaves it to the browser where there is no crypto.subtle', async () => {
      server.answer(PATH, good);
      const error = await failure(
        load({integrity: wrong}, {retries: 0}, {subtle: undefined}),
      );
      assert.equal(error.code, 'network');
      assert.equal(
        await textOf(
          load({integrity: integrityOf(CONTENT)}, {}, {subtle: undefined}),
        ),
        CONTENT,
      );
    });
  });
});
