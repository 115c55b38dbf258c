import assert from 'node:assert/strict';
import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {CARD, GLOSSARY, kitchen, page, timesOf} from './site.js';

type Place = Awaited<ReturnType<typeof kitchen>>;

const NAMED =
  '<link rel="glossary" type="application/json" href="/guide/words.json">';

/** Two pages: one reads the glossary of the command, the other one that it names. */
const twoPages = (t: Parameters<typeof kitchen>[0]) =>
  kitchen(t, {
    'a.html': page(CARD),
    'b.html': page(CARD, NAMED),
    'words.json': JSON.stringify(GLOSSARY),
  });

const changed = (summary: string) =>
  JSON.stringify({
    ...GLOSSARY,
    terms: [{id: 'roux', name: 'Roux', summary}],
  });

const writtenIn = async (place: Place, ...options: readonly string[]) => {
  const before = timesOf(place.output);
  const {stdout, stderr, code} = await place.prerender(...options);
  assert.deepEqual([code, stderr], [0, '']);
  const written = [...timesOf(place.output)]
    .filter(
      ([path, time]) => path.endsWith('.html') && before.get(path) !== time,
    )
    .map(([path]) => path);
  assert.match(stdout, new RegExp(`2 pages: ${written.length} written`));
  return written;
};

describe('prerendering a site again', () => {
  it('writes nothing where nothing changed, not even what it remembers', async (t) => {
    const place = await twoPages(t);
    await place.prerender();
    const before = timesOf(place.output);
    const {stdout} = await place.prerender();
    assert.match(stdout, /2 pages: 0 written, 2 as they were/);
    assert.deepEqual(timesOf(place.output), before);
  });

  for (const [what, change, pages] of [
    [
      'a page that changed',
      (place: Place) => place.writePage('a.html', page(`<p>New</p>${CARD}`)),
      ['a.html'],
    ],
    [
      'what reads the glossary of the command, when that changed',
      (place: Place) => writeFile(place.glossary, changed('Fat and flour.')),
      ['a.html'],
    ],
    [
      'what names a glossary that changed',
      (place: Place) => place.writePage('words.json', changed('Fat, flour.')),
      ['b.html'],
    ],
    [
      'a page that somebody wrote over',
      (place: Place) => writeFile(join(place.output, 'b.html'), 'gone'),
      ['b.html'],
    ],
    [
      'a page that somebody removed',
      (place: Place) => rm(join(place.output, 'b.html')),
      ['b.html'],
    ],
  ] as const)
    it(`writes ${what}`, async (t) => {
      const place = await twoPages(t);
      await place.prerender();
      await change(place);
      assert.deepEqual(await writtenIn(place), pages);
      assert.deepEqual(await writtenIn(place), []);
    });

  it('writes pages again for other options', async (t) => {
    const place = await twoPages(t);
    await place.prerender();
    assert.deepEqual(await writtenIn(place, '--stylesheet', '/x.css'), [
      'a.html',
      'b.html',
    ]);
  });

  it('makes do with what it remembers, or nothing of it', async (t) => {
    const place = await twoPages(t);
    await place.prerender();
    const page = await place.readOutput('a.html');
    for (const text of [
      '',
      '{',
      '[]',
      '{"format":1}',
      '{"format":2,"key":""}',
    ]) {
      await writeFile(join(place.output, '.term-elements.json'), text);
      assert.deepEqual(await writtenIn(place), [], text);
      assert.equal(await place.readOutput('a.html'), page);
    }
  });

  it('looks again at a page that it has something to say about', async (t) => {
    const place = await kitchen(t, {
      'a.html': page('<term-card term="lost">Lost</term-card>'),
    });
    const first = await place.prerender();
    const second = await place.prerender();
    assert.match(second.stderr, /"lost" is not in/);
    assert.equal(second.stderr, first.stderr);
    assert.match(second.stdout, /1 page: 0 written, 1 as they were/);
  });

  it('removes what is no longer of the site, and its empty folders', async (t) => {
    const place = await kitchen(t, {
      'index.html': page(CARD),
      'old/deep/page.html': page(CARD),
      'old/picture.svg': '<svg/>',
    });
    await place.prerender();
    await writeFile(join(place.output, 'theirs.txt'), 'of somebody else');
    await rm(join(place.site, 'old'), {recursive: true});
    const {stdout} = await place.prerender();
    assert.match(stdout, /; 2 removed;/);
    assert.deepEqual(place.paths(), [
      '.term-elements.json',
      'index.html',
      'term-elements.css',
      'theirs.txt',
    ]);
  });

  it('leaves what somebody has changed since, and says so', async (t) => {
    const place = await kitchen(t, {
      'index.html': page(CARD),
      'old.html': page(CARD),
    });
    await place.prerender();
    await writeFile(join(place.output, 'old.html'), 'mine now');
    await rm(join(place.site, 'old.html'));
    const {stderr} = await place.prerender();
    assert.match(
      stderr,
      /old\.html:1: warning: it is no longer part of the site/,
    );
    assert.equal(await place.readOutput('old.html'), 'mine now');
  });
});
