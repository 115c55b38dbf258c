import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {get} from 'node:http';
import type {AddressInfo} from 'node:net';
import {basename, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {contentSecurityPolicy, createDemoServer} from '../../../demo/serve.mjs';

const demo = fileURLToPath(new URL('../../../demo', import.meta.url));

describe('the demo server', () => {
  const server = createDemoServer();
  let port: number;
  /** A folder of its own inside demo/, with a page, data and a link out. */
  let folder: string;
  let address: string;

  before(async () => {
    folder = mkdtempSync(join(demo, 'test-'));
    address = `/demo/${basename(folder)}`;
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'data.json'), '{}');
    symlinkSync('../../package.json', join(folder, 'link.json'));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    ({port} = server.address() as AddressInfo);
  });

  after(() => {
    server.close();
    rmSync(folder, {recursive: true});
  });

  /** Asks for a path as it is written: fetch would take the dots out of it. */
  const ask = (path: string) =>
    new Promise<{status?: number; headers: NodeJS.Dict<string | string[]>}>(
      (resolve, reject) => {
        get({port, host: '127.0.0.1', path, agent: false}, (response) => {
          response.resume();
          resolve({status: response.statusCode, headers: response.headers});
        }).on('error', reject);
      },
    );

  it('leads to the demo', async () => {
    const {status, headers} = await ask('/');
    assert.deepEqual([status, headers.location], [302, '/demo/']);
  });

  it('serves a page under the strict policy', async () => {
    const {status, headers} = await ask(`${address}/`);
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(headers['content-security-policy'], contentSecurityPolicy);
  });

  it('ends the address of a folder with a slash', async () => {
    const {status, headers} = await ask(address);
    assert.deepEqual([status, headers.location], [302, `${address}/`]);
  });

  it('holds data back when asked to', async () => {
    const start = performance.now();
    const {status, headers} = await ask(`${address}/data.json?late=150`);
    assert.deepEqual(
      [status, headers['content-type']],
      [200, 'application/json'],
    );
    assert.ok(performance.now() - start >= 149);
  });

  for (const path of [
    '/package.json',
    '/src/index.ts',
    '/demo/../package.json',
    '/demo/%2e%2e/package.json',
    '/demo/..%2fpackage.json',
    '/demo/..%5cpackage.json',
    '/demo/%2e%2e%2fpackage.json',
    '/demo/nothing.html',
    '/demo/%00',
    '/demo/%zz',
    '/demo//serve.mjs',
    '/.git/config',
  ]) {
    it(`does not find ${path}`, async () => {
      assert.equal((await ask(path)).status, 404);
    });
  }

  it('does not follow a link out of its folders', async () => {
    assert.equal((await ask(`${address}/link.json`)).status, 404);
  });

  it('refuses an invalid address', async () => {
    assert.equal((await ask('//')).status, 400);
  });
});
