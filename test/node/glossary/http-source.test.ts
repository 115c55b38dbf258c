import assert from 'node:assert/strict';
import {once} from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, beforeEach, describe, it} from 'node:test';
import '../../support/ensure-glossary.js';
import {isThenable} from '../../../src/glossary/awaitable.js';
import {GlossaryFormatError} from '../../../src/glossary/errors.js';
import {HttpSource, httpSource} from '../../../src/glossary/http-source.js';
import {GlossaryLoadError} from '../../../src/glossary/load-error.js';
import {example} from './example.js';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const json = JSON.stringify(example);

const send =
  (body: string | Buffer, type = 'application/json', status = 200): Answer =>
  (response) => {
    response.writeHead(status, {'content-type': type}).end(body);
  };

/** Answers what the test says, in turn; the last answer stays. */
describe('HttpSource', {timeout: 20_000}, () => {
  let address: string;
  let answers: Answer[];
  let requests: IncomingMessage[];
  let warnings: string[];

  const server = createServer((request, response) => {
    requests.push(request);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(response, request);
  });

  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  after(() => {
    server.closeAllConnections();
    server.close();
  });

  beforeEach(() => {
    const {port} = server.address() as AddressInfo;
    address = `http://127.0.0.1:${port}/data/glossary.json`;
    answers = [send(json)];
    requests = [];
    warnings = [];
  });

  const source = (at = address) =>
    new HttpSource(at, {
      platform: {
        warn: (code, message) => {
          warnings.push(`${code}: ${message}`);
        },
      },
      limits: {retries: 0},
    });

  const failure = async (asked: unknown): Promise<GlossaryLoadError> => {
    try {
      await asked;
    } catch (error) {
      assert.ok(error instanceof GlossaryLoadError, String(error));
      return error;
    }
    return assert.fail('expected a failure');
  };

  it('asks for nothing before it is asked', async () => {
    source();
    await fetch(`${address}?mark`).then((response) => response.text());
    assert.deepEqual(
      requests.map(({url}) => url),
      ['/data/glossary.json?mark'],
    );
  });

  it('makes one request for 50 who ask', async () => {
    const asked = source();
    const entries = await Promise.all(
      Array.from({length: 50}, async () => asked.entry('maker')),
    );
    assert.equal(requests.length, 1);
    for (const entry of entries) assert.equal(entry?.term.name, 'Maker');
    assert.equal(
      (await asked.areaPage({area: 'books'}))?.entries[0]?.term.id,
      'maker',
    );
    assert.equal((await asked.named('spread')).length, 1);
    assert.equal(requests.length, 1);
  });

  it('answers at once when it has loaded', async () => {
    const asked = source();
    await asked.entry('maker');
    assert.ok(!isThenable(asked.entry('maker')));
    assert.ok(!isThenable(asked.areaPage({area: 'books'})));
  });

  it('says where the entries come from, and sends nothing about the page', async () => {
    const entry = await source().entry('spread');
    assert.equal(entry?.origin, address);
    assert.equal(entry.url, new URL('/term/spread/', address).href);
    const {headers, method} = requests[0]!;
    assert.equal(method, 'GET');
    assert.equal(headers.accept, 'application/json');
    assert.equal(headers.cookie, undefined);
    assert.equal(headers.referer, undefined);
  });

  it('asks a browser to send no cookie and no referrer', async () => {
    let asked: RequestInit | undefined;
    const fake = (_: unknown, request?: RequestInit) => {
      asked = request;
      return Promise.resolve(new Response(json));
    };
    const warn = (message: string) => assert.fail(message);
    await new HttpSource(address, {platform: {fetch: fake, warn}}).entry(
      'maker',
    );
    assert.equal(asked?.credentials, 'omit');
    assert.equal(asked.referrerPolicy, 'no-referrer');
  });

  it('reads a document with a byte order mark', async () => {
    answers = [send(`\uFEFF${json}`)];
    assert.equal((await source().entry('maker'))?.term.name, 'Maker');
  });

  it('reads JSON of whatever content type', async () => {
    answers = [send(json, 'text/plain')];
    assert.equal((await source().entry('maker'))?.term.name, 'Maker');
  });

  const fail = (response: ServerResponse) => {
    response.socket?.destroy();
  };
  for (const [why, answer, code, message] of [
    [
      '404',
      send('{}', 'application/json', 404),
      'http',
      /answered 404 Not Found$/,
    ],
    [
      '500',
      send(json, 'application/json', 500),
      'http',
      /answered 500 Internal/,
    ],
    [
      'a page of HTML',
      send('<!doctype html>', 'text/html'),
      'json',
      /expected JSON, received text\/html/,
    ],
    ['nothing', send(''), 'json', /expected JSON/],
    [
      'a part of the document',
      send(json.slice(0, 300)),
      'json',
      /expected JSON/,
    ],
    ['a connection reset', fail, 'network', /no answer/],
    [
      'an answer that breaks off',
      (response: ServerResponse) => {
        response.writeHead(200, {'content-length': json.length});
        response.write(json.slice(0, 300), () => {
          fail(response);
        });
      },
      'network',
      /the answer broke off/,
    ],
  ] as const) {
    it(`says what failed: ${why}; and asks again the next time`, async () => {
      answers = [answer, send(json)];
      const asked = source();
      const both = [asked.entry('maker'), asked.named('maker')];
      const [error, other] = await Promise.all(both.map(failure));
      assert.equal(error, other);
      assert.equal(error?.code, code);
      assert.equal(error.address, address);
      assert.match(error.message, message);
      assert.ok(error.message.startsWith(`${address}: `));
      assert.equal((await asked.entry('maker'))?.term.name, 'Maker');
      assert.equal(requests.length, 2);
      assert.deepEqual(warnings, []);
    });
  }

  it('says that nobody listens there', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const {port} = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    const error = await failure(source(`http://127.0.0.1:${port}/`).entry('a'));
    assert.equal(error.code, 'network');
  });

  for (const other of [
    'file:///etc/passwd',
    'data:application/json,{}',
    'javascript:1',
    '/relative.json',
    '',
  ]) {
    it(`does not ask ${other || 'an empty address'}`, async () => {
      let asked = false;
      const error = await failure(
        new HttpSource(other, {
          platform: {
            fetch: () => {
              asked = true;
              return Promise.reject(new Error('asked'));
            },
          },
        }).entry('a'),
      );
      assert.equal(error.code, 'address');
      assert.equal(asked, false);
    });
  }

  it('refuses a document of another format', async () => {
    answers = [send('{"format":2,"name":"X","terms":[]}')];
    await assert.rejects(
      async () => source().entry('a'),
      (error) =>
        error instanceof GlossaryFormatError && error.source === address,
    );
  });

  it('leaves out a faulty entry, and warns once', async () => {
    const terms = [...example.terms, {id: 'bad', name: 'Bad', summary: 5}];
    answers = [send(JSON.stringify({...example, terms}))];
    const asked = source();
    assert.equal(await asked.entry('bad'), undefined);
    assert.equal((await asked.entry('maker'))?.term.name, 'Maker');
    assert.equal(warnings.length, 1);
    assert.match(
      warnings[0]!,
      /terms\[4\]\.summary: expected a string, received 5/,
    );
    assert.ok(warnings[0]?.includes(address));
  });

  it('leaves out an entry, and a property, with a value that is nested too deeply', async () => {
    const deep = JSON.parse('['.repeat(100) + ']'.repeat(100)) as unknown;
    const terms = [
      {id: 'bad', name: 'Bad', summary: 'S.', more: {deep}},
      ...example.terms,
    ];
    answers = [send(JSON.stringify({...example, terms, extra: deep}))];
    const asked = source();
    assert.equal(await asked.entry('bad'), undefined);
    assert.equal((await asked.entry('maker'))?.term.name, 'Maker');
    assert.match(warnings[0]!, /terms\[0\]: expected .* at most 64 levels/);
    assert.match(warnings[0]!, /extra: expected .* at most 64 levels/);
  });

  it('closes the connection when the last one who asked goes, not before', async () => {
    answers = [() => undefined, send(json)]; // no answer at first
    const asked = source();
    const controllers = Array.from({length: 3}, () => new AbortController());
    const left = controllers.map(({signal}) =>
      assert.rejects(async () => asked.entry('maker', signal), {
        name: 'AbortError',
      }),
    );
    await once(server, 'request');
    const [request] = requests;
    let closed = false;
    const close = once(request!.socket, 'close').then(() => (closed = true));
    controllers[0]!.abort();
    controllers[1]!.abort();
    await Promise.all(left.slice(0, 2));
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(closed, false);
    controllers[2]!.abort();
    await left[2];
    await close;
    assert.equal((await asked.entry('maker'))?.term.name, 'Maker');
    assert.equal(requests.length, 2);
  });

  it('goes on for the one who stays', async () => {
    let answer: (() => void) | undefined;
    answers = [
      (response) => {
        answer = () => {
          response.end(json);
        };
      },
    ];
    const asked = source();
    const leaver = new AbortController();
    const left = assert.rejects(async () =>
      asked.entry('maker', leaver.signal),
    );
    const stays = asked.entry('maker', new AbortController().signal);
    await once(server, 'request');
    leaver.abort();
    await left;
    answer?.();
    assert.equal((await stays)?.term.name, 'Maker');
    assert.equal(requests.length, 1);
  });

  it('is one for all who name its address', () => {
    const first = httpSource(address);
    assert.equal(httpSource(address), first);
    assert.notEqual(httpSource(`${address}?other`), first);
  });
});
