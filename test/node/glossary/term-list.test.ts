import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AddressedSource} from '../../../src/glossary/addressed-source.js';
import {DocumentSource} from '../../../src/glossary/document-source.js';
import {layered} from '../../../src/glossary/layered-source.js';
import {OfflineSource} from '../../../src/glossary/loading/offline-source.js';
import {ShardedSource} from '../../../src/glossary/sharded/sharded-source.js';
import type {
  GlossarySource,
  ListedEntry,
  TermList,
} from '../../../src/glossary/source.js';
import {termListOf} from '../../../src/glossary/term-list.js';
import type {Glossary} from '../../../src/glossary/types.js';
import {withBuilt} from './sharded/built.js';

const glossary: Glossary = {
  format: 1,
  name: 'G',
  language: 'sv',
  terms: [
    {id: 'o', name: 'Öl', summary: 'Dryck.', url: 'https://g.example/o'},
    {id: 'z', name: 'Zon', summary: 'Plats.', aliases: ['område']},
    {id: 'a', name: 'Arm', summary: 'Del.', formerIds: ['arm']},
    {id: 'gone', name: null},
    {id: 'n', name: '7 mil', summary: 'Väg.'},
    {
      id: 'b',
      name: 'arv',
      summary: 'Pengar.',
      translations: {en: {name: 'Legacy', summary: 'Money.'}},
    },
  ],
};

/** Over the one above: takes one away, changes one, renames one, adds one. */
const upper: Glossary = {
  format: 1,
  name: 'U',
  language: 'sv',
  terms: [
    {id: 'z', name: null},
    {id: 'o', merge: true, summary: 'Vara.'},
    {id: 'a', name: 'Yta', summary: 'Mått.'},
    {id: 'k', name: 'Kub', summary: 'Form.'},
  ] as Glossary['terms'],
};

const names = (items: readonly ListedEntry[]) => items.map(({name}) => name);

const all = async (list: TermList) => names(await list.items(0, list.count));

const letters = (list: TermList) =>
  list.letters.map(({letter, start}) => `${letter}${start}`).join(' ');

const document = new DocumentSource(glossary);

describe('the list of a document', () => {
  it('is in the order of its language, under its letters', async () => {
    const list = await termListOf(document, 'en');
    assert.deepEqual(await all(list), ['Arm', 'arv', 'Zon', 'Öl', '7 mil']);
    assert.equal(list.language, 'sv');
    assert.equal(letters(list), 'A0 Z2 Ö3 #4');
    assert.equal(list.count, 5);
    assert.equal(list.all?.length, 5);
  });

  it('is that of a language, where terms have it', async () => {
    const list = await termListOf(document.in('en'), 'en');
    assert.deepEqual(await all(list), ['Arm', 'Legacy', 'Zon', 'Öl', '7 mil']);
  });

  it('knows places, and what begins with a text', async () => {
    const list = await termListOf(document, 'sv');
    assert.equal(await list.placeOf('z'), 2);
    assert.equal(await list.placeOf('unknown'), undefined);
    assert.deepEqual(names(await list.beginning('AR', 9)), ['Arm', 'arv']);
    assert.deepEqual(names(await list.beginning('omrade', 9)), ['Zon']);
    assert.deepEqual(names(await list.beginning('ar', 1)), ['Arm']);
    assert.deepEqual(await list.beginning(' ', 9), []);
  });

  it('is made for a source of the host, which has no list', async () => {
    const own: GlossarySource = {
      label: 'own',
      entry: (id) => document.entry(id),
      named: () => [],
      areaPage: () => undefined,
      vocabulary: () => document.vocabulary(),
    };
    assert.equal((await termListOf(own, 'sv')).count, 5);
  });

  it('fails as the source does', async () => {
    const failing = {
      ...new AddressedSource(document, {}),
      label: 'failing',
      vocabulary: () => Promise.reject(new Error('offline')),
    } as unknown as GlossarySource;
    await assert.rejects(async () => termListOf(failing, 'sv'), /offline/);
  });
});

describe('the list of a built glossary', () => {
  it('has names and addresses, and reads files as they are shown', () =>
    withBuilt(glossary, async ({manifest, files}) => {
      const list = await termListOf(new ShardedSource(manifest, files), 'sv');
      assert.deepEqual(await all(list), ['Arm', 'arv', 'Zon', 'Öl', '7 mil']);
      assert.equal(letters(list), 'A0 Z2 Ö3 #4');
      assert.equal(list.all, undefined);
      assert.deepEqual(await list.items(3, 4), [
        {id: 'o', name: 'Öl', url: 'https://g.example/o'},
      ]);
      assert.equal(await list.placeOf('z'), 2);
      assert.equal(await list.placeOf('unknown'), undefined);
      assert.deepEqual(names(await list.beginning('ar', 9)), ['Arm', 'arv']);
      assert.deepEqual(names(await list.beginning('område', 9)), ['Zon']);
      assert.deepEqual(await list.beginning('x', 9), []);
    }));

  it('finds every name by its beginning among thousands, in few files', () =>
    withBuilt(
      {
        ...glossary,
        terms: Array.from({length: 4000}, (_, index) => ({
          id: `t${index}`,
          name: `Ord ${String.fromCharCode(97 + (index % 26))}${index}`,
          summary: 'S.',
        })),
      },
      async ({manifest, files}) => {
        let read = 0;
        const counted = {
          label: files.label,
          json: (hash: string, signal?: AbortSignal) => {
            read++;
            return files.json(hash, signal);
          },
          bytes: files.bytes.bind(files),
        };
        const list = await termListOf(
          new ShardedSource(manifest, counted),
          'sv',
        );
        const shown = await list.items(0, 100);
        assert.equal(shown.length, 100);
        assert.ok(read <= 6, `${read} files for a page`);
        for (const index of [0, 1, 25, 26, 777, 3999]) {
          const name = `Ord ${String.fromCharCode(97 + (index % 26))}${index}`;
          const before = read;
          const [first] = await list.beginning(name, 1);
          assert.equal(first?.id, `t${index}`);
          assert.ok(read - before <= 14, `${read - before} files for ${name}`);
        }
      },
    ));

  it('has the addresses that a page gives, and is that of an offline copy', () =>
    withBuilt(glossary, async ({manifest, files}) => {
      const source = new ShardedSource(manifest, files);
      const addressed = new AddressedSource(source, {term: '/g/{}/'});
      const list = await termListOf(addressed, 'sv');
      assert.deepEqual(
        (await list.items(2, 4)).map(({url}) => url),
        ['/g/z/', 'https://g.example/o'],
      );
      const kept = new OfflineSource(source, new Date(0));
      assert.equal((await termListOf(kept, 'sv')).count, 5);
    }));
});

describe('the list of layers', () => {
  const expected = ['arv', 'Kub', 'Yta', 'Öl', '7 mil'];

  it('is term by term that of the upper one', async () => {
    const source = layered([document, new DocumentSource(upper)]);
    const list = await termListOf(source, 'sv');
    assert.deepEqual(await all(list), expected);
    const oil = list.all?.find(({term}) => term.id === 'o');
    assert.equal(oil?.term.summary, 'Vara.');
  });

  it('may be over a built glossary', () =>
    withBuilt(glossary, async ({manifest, files}) => {
      const source = layered([
        new ShardedSource(manifest, files),
        new DocumentSource(upper),
      ]);
      const list = await termListOf(source, 'sv');
      assert.deepEqual(await all(list), expected);
      assert.equal(letters(list), 'A0 K2 Y2 Z2 Ö3 #4');
      // Cut anywhere, every term is on one page.
      for (const size of [1, 2, 3]) {
        const pages: string[] = [];
        for (let from = 0; from < list.count; from += size)
          pages.push(...names(await list.items(from, from + size)));
        assert.deepEqual(pages, expected, `pages of ${size}`);
      }
      assert.deepEqual(names(await list.beginning('zon', 9)), []);
      assert.deepEqual(names(await list.beginning('k', 9)), ['Kub']);
      assert.equal(await list.placeOf('k'), 2);
    }));

  it('may be under a built glossary', () =>
    withBuilt(upper, async ({manifest, files}) => {
      const source = layered([document, new ShardedSource(manifest, files)]);
      assert.deepEqual(await all(await termListOf(source, 'sv')), expected);
    }));

  it('cannot be that of two built ones', () =>
    withBuilt(glossary, async ({manifest, files}) => {
      const built = new ShardedSource(manifest, files);
      const source = layered([built, new ShardedSource(manifest, files)]);
      await assert.rejects(
        async () => termListOf(source, 'sv'),
        /at most one built glossary among the layers/,
      );
    }));
});
