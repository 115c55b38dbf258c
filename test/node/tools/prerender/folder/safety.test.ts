import assert from 'node:assert/strict';
import {mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {CARD, GLOSSARY, kitchen, page, pathsOf, timesOf} from './site.js';

const naming = (href: string) =>
  `<link rel="glossary" type="application/json" href="${href}">`;

describe('a run that cannot be', () => {
  for (const [what, args, told] of [
    ['without a site', [], /expected one folder with a site, received none/],
    ['of two sites', ['site', 'site'], /received 2/],
    ['without an output', ['site'], /expected a folder to write to/],
    [
      'without an address',
      ['site', '-o', 'out'],
      /expected the address of the site/,
    ],
    [
      'with an invalid address',
      ['site', '-o', 'out', '--site-url', '/docs/'],
      /--site-url expects an address/,
    ],
    [
      'of a folder that is not there',
      ['nowhere', '-o', 'out', '--site-url', 'https://x.example'],
      /nowhere: there is no such folder/,
    ],
    [
      'of a single page',
      ['site/index.html', '-o', 'out', '--site-url', 'https://x.example'],
      /it is not a folder/,
    ],
    [
      'into the site itself',
      ['site', '-o', 'site/', '--site-url', 'https://x.example'],
      /it is the folder that is read/,
    ],
    [
      'into a folder of the site',
      ['site', '-o', 'site/new/out', '--site-url', 'https://x.example'],
      /it is inside .*site, which is read/,
    ],
    [
      'into the site by another name',
      ['site', '-o', 'link/out', '--site-url', 'https://x.example'],
      /it is inside .*site, which is read/,
    ],
    [
      'around the site',
      ['site', '-o', '.', '--site-url', 'https://x.example'],
      /site, which is read, is inside it/,
    ],
    [
      'in no thread',
      ['site', '-o', 'out', '--site-url', 'https://x.example', '--jobs', '0'],
      /--jobs expects a number of threads from 1/,
    ],
    [
      'with a glossary that is not there',
      ['site', '-o', 'out', '--site-url', 'https://x.example'].concat(
        '--glossary',
        'none.json',
      ),
      /none\.json: there is no such file/,
    ],
  ] as const)
    it(`is told of: ${what}`, async (t) => {
      const place = await kitchen(t, {'index.html': page(CARD)});
      await symlink('site', place.path('link'));
      const before = pathsOf(place.folder);
      const isPath = (word: string) =>
        /^(?:site|out|link|nowhere|none|\.$)/.test(word);
      const words = args.map((word) =>
        isPath(word) ? place.path(word) : word,
      );
      const {code, stdout, stderr} = await place.run('prerender', ...words);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, told);
      assert.deepEqual(pathsOf(place.folder), before);
    });
});

describe('prerendering safely', () => {
  it('follows no symbolic link, and says what it left', async (t) => {
    const place = await kitchen(t, {'index.html': page(CARD), '.hidden': 'x'});
    await mkdir(place.path('secrets'));
    await writeFile(place.path('secrets/key.html'), page(CARD));
    await symlink(place.path('secrets'), join(place.site, 'folder'));
    await symlink(place.path('secrets/key.html'), join(place.site, 'key.html'));
    const {stderr} = await place.prerender();
    assert.deepEqual(place.paths(), [
      '.term-elements.json',
      'index.html',
      'term-elements.css',
    ]);
    assert.match(stderr, /\.hidden:1: dropped: .* \(and 2 more like it\)/);
  });

  for (const [what, href] of [
    ['through a link', 'linked/words.json'],
    ['that is a link', 'words.json'],
    ['above the site', '../secrets/words.json'],
    ['above the site in another writing', '..%2fsecrets/words.json'],
    ['by a file address', 'file:///etc/hostname'],
  ] as const)
    it(`reads no glossary ${what}`, async (t) => {
      const place = await kitchen(t, {
        'index.html': page(CARD, naming(href)),
      });
      await mkdir(place.path('secrets'));
      const secret = place.path('secrets/words.json');
      await writeFile(secret, JSON.stringify(GLOSSARY));
      await symlink(place.path('secrets'), join(place.site, 'linked'));
      await symlink(secret, join(place.site, 'words.json'));
      const {code, stderr} = await place.prerender();
      assert.equal(code, 0);
      assert.match(
        stderr,
        /warning: <term-card>: the glossary cannot be loaded/,
      );
      assert.equal(
        await place.readOutput('index.html'),
        page(CARD, naming(href)),
      );
    });

  it('asks nobody without --fetch, and with it nobody on this machine', async (t) => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests++;
      response.end(JSON.stringify(GLOSSARY));
    });
    await new Promise<void>((resolve) =>
      server.listen(0, '127.0.0.1', resolve),
    );
    t.after(() => server.close());
    const {port} = server.address() as AddressInfo;
    const place = await kitchen(t, {
      'index.html': page(CARD, naming(`http://127.0.0.1:${port}/words.json`)),
    });
    const without = await place.prerender();
    assert.match(without.stderr, /is outside of .*; with --fetch it is/);
    const withIt = await place.prerender('--fetch');
    assert.match(withIt.stderr, /the glossary cannot be loaded.*127\.0\.0\.1/);
    assert.equal(requests, 0);
  });

  it('leaves the old output as it was where a run fails', async (t) => {
    const place = await kitchen(t, {
      'a.html': page(CARD),
      'b/index.html': page(CARD),
    });
    await place.prerender();
    const before = timesOf(place.output);
    await place.writePage('a.html', page(`<p>New</p>${CARD}`));
    // A folder where a file is to go: it is found out when all else is ready.
    await place.writePage('z.txt', 'z');
    await mkdir(join(place.output, 'z.txt'));
    const {code, stderr} = await place.prerender();
    assert.equal(code, 2);
    assert.match(stderr, /z\.txt/);
    assert.deepEqual(timesOf(place.output), before);
  });

  it('writes and removes nothing outside, whatever it is told that it remembers', async (t) => {
    const place = await kitchen(t, {'index.html': page(CARD)});
    await place.prerender();
    await writeFile(place.path('precious.txt'), 'x');
    const state = JSON.parse(await place.readOutput('.term-elements.json'));
    const {createHash} = await import('node:crypto');
    state.files['../precious.txt'] = createHash('sha256')
      .update('x')
      .digest('base64url');
    await writeFile(
      join(place.output, '.term-elements.json'),
      JSON.stringify(state),
    );
    const {code} = await place.prerender();
    assert.equal(code, 0);
    assert.equal(await readFile(place.path('precious.txt'), 'utf8'), 'x');
  });
});
