import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {describe, it} from 'node:test';
import {inputFrom} from '../../../../tools/src/fetch/input-from.js';
import {terminal} from '../support/terminal.js';
import {fetchHere, serve} from './server.js';

const TEXT = `\uFEFFä${'ö'.repeat(200_000)}`;

describe('what the command line names', () => {
  it('is a file', async (t) => {
    const {path, write} = await terminal(t);
    await write('a.csv', TEXT);
    const input = inputFrom(path('a.csv'), {fetch: false});
    assert.equal(input.file, path('a.csv'));
    assert.equal(await input.text(), TEXT.slice(1));
    const pieces: string[] = [];
    for await (const piece of input.pieces()) pieces.push(piece);
    assert.ok(pieces.length > 2, 'it comes in pieces');
    assert.equal(pieces.join(''), TEXT.slice(1));
  });

  it('is an address, which is loaded once', async (t) => {
    const {origin, asked} = await serve(t, (_, response) => response.end(TEXT));
    const input = inputFrom(origin, {fetch: true, get: fetchHere()});
    assert.equal(await input.text(), TEXT.slice(1));
    assert.equal(await input.text(), TEXT.slice(1));
    assert.equal(asked.length, 1);
  });

  it('is told where the server has nothing', async (t) => {
    const {origin} = await serve(t, (_, response) => {
      response.writeHead(404).end('{}');
    });
    const input = inputFrom(origin, {fetch: true, get: fetchHere()});
    await assert.rejects(input.text(), /answered 404 Not Found/);
  });

  for (const [name, message] of [
    ['https://example.org/a.csv', /on the network, which needs --fetch/],
    ['HTTP://example.org/', /needs --fetch/],
    ['file:///etc/passwd', /expected a path, or an http or https address/],
  ] as const) {
    it(`is not ${name} without --fetch`, () => {
      assert.throws(() => inputFrom(name, {fetch: false}), message);
    });
  }

  it('is not this machine, with --fetch', () =>
    assert.rejects(
      inputFrom('http://127.0.0.1/', {fetch: true}).text(),
      /127\.0\.0\.1 is this machine itself/,
    ));

  for (const [encoding, bytes] of [
    ['utf-16le', [0xff, 0xfe, 0x61, 0, 0xac, 0x20]],
    ['utf-16be', [0xfe, 0xff, 0, 0x61, 0x20, 0xac]],
  ] as const) {
    it(`may be a file in ${encoding} that says so`, async (t) => {
      const {path} = await terminal(t);
      await writeFile(path('a'), Uint8Array.from(bytes));
      const input = inputFrom(path('a'), {fetch: false});
      assert.equal(await input.text(), 'a€');
    });
  }

  for (const [what, bytes, message] of [
    ['that is not there', undefined, /cannot read .*: there is no such file/],
    ['of another encoding', [0x61, 0xff], /expected UTF-8/],
    ['that ends within a letter', [0x61, 0xc3], /expected UTF-8/],
  ] as const) {
    it(`is not a file ${what}`, async (t) => {
      const {path} = await terminal(t);
      if (bytes) await writeFile(path('a'), Uint8Array.from(bytes));
      const input = inputFrom(path('a'), {fetch: false});
      await assert.rejects(input.text(), message);
    });
  }
});
