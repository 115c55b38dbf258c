import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {CARD, kitchen, page} from './site.js';

describe('a prerendered site', () => {
  it('has every page with its content, and every other file as it was', async (t) => {
    const bytes = Uint8Array.from({length: 256}, (_, byte) => byte);
    const place = await kitchen(t, {
      'index.html': page(CARD),
      'plain.html': '<P>no elements\r\n',
      'recipes/sauce/index.html': page(CARD),
      'image.bin': bytes,
    });
    const {code, stdout} = await place.prerender();
    assert.equal(code, 0);
    assert.match(
      stdout,
      /out: 3 pages: 3 written, 0 as they were; 2 other files; in \d+\.\d s\n$/,
    );
    assert.deepEqual(place.paths(), [
      '.term-elements.json',
      'image.bin',
      'index.html',
      'plain.html',
      'recipes/sauce/index.html',
      'term-elements.css',
    ]);
    for (const path of ['index.html', 'recipes/sauce/index.html'])
      assert.match(await place.readOutput(path), /Flour cooked in fat\./);
    assert.equal(await place.readOutput('plain.html'), '<P>no elements\r\n');
    const copy = await readFile(join(place.output, 'image.bin'));
    assert.deepEqual(new Uint8Array(copy), bytes);
  });

  it('says what it did in JSON', async (t) => {
    const place = await kitchen(t, {'index.html': page(CARD)});
    const {stdout} = await place.prerender('--json');
    assert.deepEqual(JSON.parse(stdout), {
      output: place.output,
      pages: 1,
      written: 1,
      files: 1,
      removed: 0,
      elements: 1,
      notes: [],
    });
  });

  it('gives pages the addresses that they will have', async (t) => {
    const trail = (path: string) =>
      `<breadcrumb-jsonld items='[{"name":"Up","url":"${path}"},{"name":"Here"}]'></breadcrumb-jsonld>`;
    const place = await kitchen(t, {
      'a b/index.html': page(trail('x/')),
      'c.html': page(trail('x/')),
    });
    await place.prerender();
    for (const [path, address] of [
      ['a b/index.html', 'https://docs.example/guide/a%20b/x/'],
      ['c.html', 'https://docs.example/guide/x/'],
    ] as const)
      assert.ok((await place.readOutput(path)).includes(`"item":"${address}"`));
  });

  it('tells what it could not put in place, with file and line', async (t) => {
    const place = await kitchen(t, {
      'index.html': page(`${CARD}\n<term-card term="rou">Rou</term-card>`),
    });
    const told = `${join(place.site, 'index.html')}:6: warning: <term-card>: "rou" is not in`;
    for (const [options, expected] of [
      [[], 0],
      [['--strict'], 1],
    ] as const) {
      const {code, stderr} = await place.prerender(...options);
      assert.equal(code, expected);
      assert.ok(stderr.startsWith(told), stderr);
    }
    assert.equal((await place.prerender('--quiet')).stderr, '');
  });

  it('copies a page that is not UTF-8, and says so', async (t) => {
    const bytes = Buffer.from(page(`${CARD} caf\xe9`), 'latin1');
    const place = await kitchen(t, {'index.html': bytes});
    const {code, stderr} = await place.prerender();
    assert.equal(code, 0);
    assert.match(stderr, /index\.html:1: warning: .*expected UTF-8/);
    const copy = await readFile(join(place.output, 'index.html'));
    assert.deepEqual(copy, bytes);
  });

  describe('links its look', () => {
    const link = (href: string) => `<link rel="stylesheet" href="${href}"`;
    for (const [what, path, head, href] of [
      ['beside a page of the root', 'index.html', '', 'term-elements.css'],
      ['from a folder', 'a/b/c.html', '', '../../term-elements.css'],
      [
        'absolutely on the page for what is missing',
        '404.html',
        '',
        '/guide/term-elements.css',
      ],
      [
        'wholly on a page with a base of its own',
        'a/index.html',
        '<base href="https://cdn.example/">',
        'https://docs.example/guide/term-elements.css',
      ],
    ] as const)
      it(what, async (t) => {
        const place = await kitchen(t, {[path]: page(CARD, head)});
        await place.prerender();
        const html = await place.readOutput(path);
        assert.ok(html.includes(link(href)), html);
        const sheet = await place.readOutput('term-elements.css');
        assert.match(sheet, /term-card/);
      });

    it('where the command says', async (t) => {
      const place = await kitchen(t, {'a/index.html': page(CARD)});
      await place.prerender('--stylesheet', '/x/look.css');
      const html = await place.readOutput('a/index.html');
      assert.ok(html.includes(link('/x/look.css')));
      assert.ok(!place.paths().includes('term-elements.css'));
    });

    it('leaves a site its own', async (t) => {
      const place = await kitchen(t, {
        'index.html': page(CARD),
        'term-elements.css': '/* ours */',
      });
      await place.prerender();
      const sheet = await place.readOutput('term-elements.css');
      assert.equal(sheet, '/* ours */');
    });

    it('not where nothing needs it', async (t) => {
      const place = await kitchen(t, {'index.html': page('<p>Words</p>')});
      await place.prerender();
      assert.deepEqual(place.paths(), ['.term-elements.json', 'index.html']);
    });
  });
});
