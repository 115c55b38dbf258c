import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {brotliCompressSync, deflateSync, gzipSync} from 'node:zlib';
import {CommandError} from '../../../../tools/src/terminal/errors.js';
import {whyNotAllowed} from '../../../../tools/src/fetch/allowed-url.js';
import {
  type GuardedFetch,
  guardedFetch,
} from '../../../../tools/src/fetch/guarded-fetch.js';
import {fetchHere, serve} from './server.js';

const asAnswer = (address: string) => ({address, family: 4});

const refuses = (get: GuardedFetch, address: string, message: RegExp) =>
  assert.rejects(get(address), (error) => {
    assert.ok(error instanceof CommandError, String(error));
    assert.match(error.message, message);
    assert.ok(error.wayOut);
    return true;
  });

describe('--fetch refuses', () => {
  it('this machine, whatever it is called', async (t) => {
    const {asked, port} = await serve(t, (_, response) => response.end('x'));
    for (const host of [
      ...['127.0.0.1', 'localhost', 'localhost.', '2130706433', '0x7f.1'],
      ...['017700000001', '127.1', '0', '[::1]', '[::ffff:127.0.0.1]'],
      ...['[::ffff:7f00:1]', '[64:ff9b::127.0.0.1]', '[2002:7f00:1::]'],
      ...['①②⑦.0.0.1', '127.0.0.1.', '%31%32%37.0.0.1'],
    ]) {
      await refuses(guardedFetch, `http://${host}:${port}/`, /^cannot fetch/);
    }
    assert.deepEqual(asked, []);
  });

  for (const [address, why] of [
    ['file:///etc/passwd', /expected http or https, received file/],
    ['data:text/plain,x', /received data/],
    ['ftp://example.org/', /received ftp/],
    ['no address', /expected an address/],
    ['//example.org/', /expected an address/],
    ['http://169.254.169.254/latest/meta-data/', /is the local link/],
    ['https://user@example.org/', /a user name or a password/],
    ['https://example.org:25/', /port 25/],
  ] as const) {
    it(address, () => refuses(guardedFetch, address, why));
  }

  it('to tell a password', () =>
    assert.rejects(guardedFetch('https://me:secret@example.org/'), (error) => {
      assert.doesNotMatch(String(error), /secret|me:/);
      return true;
    }));

  for (const [to, why] of [
    ['file:///etc/passwd', /→ file:\/\/\/etc\/passwd: expected http or https/],
    [
      'http://169.254.169.254/',
      /→ http:\/\/169\.254\.169\.254\/: 169\.254\.169\.254 is not this/,
    ],
    ['http://2130706434/', /127\.0\.0\.2 is not this machine/],
    [
      'http://user:pass@127.0.0.1/',
      /→ http:\/\/127\.0\.0\.1\/: it contains a user name/,
    ],
    ['http://127.0.0.1:6379/', /port 6379 is not a port of web servers/],
    ['http://[', /→ http:\/\/\[: expected an address/],
  ] as const) {
    it(`a redirect to ${to}`, async (t) => {
      const {origin, asked} = await serve(t, (_, response) => {
        response.writeHead(302, {location: to}).end();
      });
      await refuses(fetchHere(), `${origin}/a`, why);
      assert.equal(asked.length, 1);
    });
  }

  it('a name that has a private address among public ones', () =>
    refuses(
      fetchHere({
        resolve: () => Promise.resolve(['127.0.0.1', '10.0.0.1'].map(asAnswer)),
      }),
      'http://turned.test/',
      /turned\.test\/: 10\.0\.0\.1 is not this machine/,
    ));

  it('a name that has become private by the next redirect', async (t) => {
    const {origin, port, asked} = await serve(t, (_, response) => {
      response.writeHead(307, {location: '/again'}).end();
    });
    const answers = ['127.0.0.1', '192.168.0.1'];
    await refuses(
      fetchHere({
        resolve: () => Promise.resolve([asAnswer(answers.shift()!)]),
      }),
      origin.replace('127.0.0.1', 'turned.test'),
      new RegExp(`turned\\.test:${port}/again: 192\\.168\\.0\\.1 is`),
    );
    assert.equal(asked.length, 1);
  });

  it('more than five redirects', async (t) => {
    const {origin, asked} = await serve(t, ({url}, response) => {
      response.writeHead(301, {location: `${url}x`}).end();
    });
    await refuses(fetchHere(), `${origin}/`, /more than 5 redirects/);
    assert.equal(asked.length, 6);
  });

  it('https that leads to http', () => {
    const [secure, plain] = [
      new URL('https://a.test'),
      new URL('http://a.test'),
    ];
    assert.match(whyNotAllowed(plain, secure) ?? '', /https to http/);
    assert.equal(whyNotAllowed(secure, plain), undefined);
    assert.equal(whyNotAllowed(secure, secure), undefined);
  });

  const zeros = Buffer.alloc(200_000);
  const nothings = Buffer.concat(Array<Buffer>(5000).fill(gzipSync('')));
  for (const [what, coding, body] of [
    ['that is too long', undefined, zeros],
    ['that is too long once unpacked', 'gzip', gzipSync(zeros)],
    ['that brotli makes small', 'br', brotliCompressSync(zeros)],
    ['of nothing, packed many times over', 'gzip', nothings],
    ['that deflate makes small', 'deflate', deflateSync(zeros)],
  ] as const) {
    it(`a body ${what}`, async (t) => {
      const {origin} = await serve(t, (_, response) => {
        if (coding) response.setHeader('content-encoding', coding);
        // In pieces, so that no length is announced.
        response.write(body.subarray(0, 10));
        response.end(body.subarray(10));
      });
      await refuses(fetchHere({size: 2 ** 16}), origin, /at most 0\.063 MiB/);
    });
  }

  it('a body that says that it is too long, before it comes', async (t) => {
    const {origin} = await serve(t, (_, response) => {
      response.writeHead(200, {'content-length': 2 ** 17}).write('x');
    });
    await refuses(fetchHere({size: 2 ** 16}), origin, /received more/);
  });

  it('a body without an end', async (t) => {
    const {origin} = await serve(t, (_, response) => {
      const more = () => response.write(zeros, (error) => !error && more());
      more();
    });
    await refuses(fetchHere({size: 2 ** 22}), origin, /at most 4 MiB/);
  });

  for (const coding of ['zstd', 'gzip, gzip', '__proto__']) {
    it(`the coding ${coding}`, async (t) => {
      const {origin} = await serve(t, (_, response) => {
        response.writeHead(200, {'content-encoding': coding}).end('x');
      });
      await refuses(fetchHere(), origin, /expected gzip, deflate or br/);
    });
  }
});

describe('--fetch gives up', () => {
  for (const [what, begin] of [
    ['no answer', () => undefined],
    [
      'a body that drips',
      (write: (text: string) => void) => {
        write('x');
        setInterval(() => write('x'), 20).unref();
      },
    ],
  ] as const) {
    it(`on ${what}`, async (t) => {
      const {origin} = await serve(t, (_, response) => {
        begin((text) => response.write(text));
      });
      const get = fetchHere({deadline: 150});
      await refuses(get, origin, /no complete response within 0\.15 s/);
    });
  }

  it('on a name server that is silent', () =>
    refuses(
      fetchHere({deadline: 50, resolve: () => new Promise(() => undefined)}),
      'http://silent.test/',
      /no complete response/,
    ));

  for (const coding of ['identity', 'gzip']) {
    it(`on a connection that breaks off within ${coding}`, async (t) => {
      const {origin} = await serve(t, (_, response) => {
        response.writeHead(200, {'content-encoding': coding});
        response.write(gzipSync('x'.repeat(1000)).subarray(0, 15), () =>
          response.destroy(),
        );
      });
      await refuses(fetchHere(), origin, /broke off/);
    });
  }

  it('on a body that is not coded as it says', async (t) => {
    const {origin} = await serve(t, (_, response) => {
      response.writeHead(200, {'content-encoding': 'gzip'}).end('plain');
    });
    await refuses(fetchHere(), origin, /incorrect header check/);
  });

  it('when it is told to', async (t) => {
    const {origin} = await serve(t, () => undefined);
    await assert.rejects(fetchHere()(origin, AbortSignal.timeout(20)), {
      name: 'TimeoutError',
    });
  });

  it('on a server that is not there', async (t) => {
    const {origin} = await serve(t, (request) => request.socket.destroy());
    await refuses(fetchHere(), origin, /broke off/);
    await refuses(
      fetchHere({
        resolve: () =>
          Promise.reject(Object.assign(new Error(), {code: 'ENOTFOUND'})),
      }),
      'http://none.test/',
      /no server has this name/,
    );
  });
});

describe('--fetch', () => {
  it('goes to the IP address that was looked at, and asks for the name by it', async (t) => {
    const hosts: unknown[] = [];
    const {port} = await serve(t, ({headers}, response) => {
      hosts.push(headers.host);
      response.end('found');
    });
    const names: string[] = [];
    // The system knows no such name: another look at it would find nothing.
    const response = await fetchHere({
      resolve: (name) => {
        names.push(name);
        return Promise.resolve([asAnswer('127.0.0.1')]);
      },
    })(`http://checked.invalid:${port}/`);
    assert.equal(await response.text(), 'found');
    assert.deepEqual(names, ['checked.invalid']);
    assert.deepEqual(hosts, [`checked.invalid:${port}`]);
  });

  it('follows redirects and says where it has come', async (t) => {
    const {origin, asked} = await serve(t, ({url}, response) => {
      if (url === '/c') response.end('end');
      else response.writeHead(308, {location: url === '/a' ? 'b' : '/c'}).end();
    });
    const response = await fetchHere()(`${origin}/a#part`);
    assert.equal(await response.text(), 'end');
    assert.equal(response.url, `${origin}/c`);
    assert.deepEqual(asked, ['/a', '/b', '/c']);
  });

  for (const [coding, pack] of [
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ] as const) {
    it(`unpacks ${coding}`, async (t) => {
      const {origin} = await serve(t, (_, response) => {
        const body = pack('{"ü": 1}');
        response
          .writeHead(200, {
            'content-encoding': coding,
            'content-type': 'application/json',
          })
          .end(body);
      });
      const response = await fetchHere()(origin);
      assert.deepEqual(await response.json(), {ü: 1});
      assert.equal(response.headers.get('content-type'), 'application/json');
      assert.equal(response.headers.get('content-encoding'), null);
    });
  }

  for (const [status, text] of [
    [404, 'Not Found'],
    [500, 'Internal Server Error'],
    [204, 'No Content'],
    [304, 'Not Modified'],
    [302, 'Found'],
  ] as const) {
    it(`hands over an answer of ${status}`, async (t) => {
      const {origin} = await serve(t, (_, response) => {
        response.writeHead(status).end();
      });
      const response = await fetchHere()(origin);
      assert.deepEqual([response.status, response.statusText], [status, text]);
      assert.equal(await response.text(), '');
    });
  }

  it('sends nothing that the servers have set', async (t) => {
    const cookies: unknown[] = [];
    const {origin} = await serve(t, ({url, headers}, response) => {
      cookies.push(headers.cookie);
      if (url === '/') {
        response.writeHead(302, {location: '/b', 'set-cookie': 'a=b'});
      }
      response.end();
    });
    await fetchHere()(`${origin}/`);
    assert.deepEqual(cookies, [undefined, undefined]);
  });
});
