/** A built glossary as the upper layer, with terms that have some fields only. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {DocumentSource} from '../../../../src/glossary/document-source.js';
import {layered} from '../../../../src/glossary/layered-source.js';
import {OfflineSource} from '../../../../src/glossary/loading/offline-source.js';
import {ShardedSource} from '../../../../src/glossary/sharded/sharded-source.js';
import type {Glossary} from '../../../../src/glossary/types.js';
import {withBuilt} from './built.js';

const below = new DocumentSource({
  format: 1,
  name: 'Below',
  language: 'en',
  terms: [
    {id: 'maker', name: 'Maker', summary: 'Rests.', tags: ['order']},
    {id: 'taker', name: 'Taker', summary: 'Takes.'},
  ],
} as Glossary);

const upper = {
  format: 1,
  name: 'Upper',
  language: 'en',
  terms: [
    {id: 'maker', merge: true, summary: 'Waits.', tags: null},
    {id: 'own', name: 'Own', summary: 'Ours.'},
  ],
};

describe('merging entries of a built glossary', () => {
  it('change the fields that they give, and leave the others', async () => {
    await withBuilt(upper, async ({manifest, files}) => {
      const both = layered([below, new ShardedSource(manifest, files)]);
      const entry = await both.entry('maker');
      assert.deepEqual(
        {...entry?.term},
        {id: 'maker', name: 'Maker', summary: 'Waits.'},
      );
      assert.equal(entry?.glossary.name, 'Below');
      assert.equal((await both.entry('own'))?.term.name, 'Own');
      assert.equal((await both.entry('taker'))?.term.summary, 'Takes.');
    });
  });

  it('are no terms of it', async () => {
    await withBuilt(upper, async ({manifest, files}) => {
      const source = new ShardedSource(manifest, files);
      assert.equal(manifest.count, 1);
      assert.equal(await source.entry('maker'), undefined);
      const list = await source.list();
      assert.deepEqual(await list.items(0, 9), [
        {id: 'own', name: 'Own', url: undefined},
      ]);
    });
  });

  it('count in a kept copy as well', async () => {
    await withBuilt(upper, async ({manifest, files}) => {
      const source = new ShardedSource(manifest, files);
      const kept = new OfflineSource(source, new Date(0));
      const entry = await layered([below, kept]).entry('maker');
      assert.equal(entry?.term.summary, 'Waits.');
    });
  });

  it('cost nothing where there are none', async () => {
    const none = {...upper, terms: upper.terms.slice(1)};
    await withBuilt(none, async ({manifest, files, asked}) => {
      assert.equal(manifest.changes, undefined);
      await new ShardedSource(manifest, files).changes();
      assert.deepEqual(asked, []);
    });
  });

  it('are left out where they do not follow the format', async () => {
    await withBuilt(upper, async ({manifest, files}) => {
      const warnings: string[] = [];
      const spoiled = {
        ...files,
        json: async (hash: string) =>
          hash === manifest.changes
            ? [{id: 'maker', merge: true, summary: 7}]
            : files.json(hash),
      };
      const source = new ShardedSource(manifest, spoiled, {
        warn: (code, message) => warnings.push(`${code}: ${message}`),
      });
      const entry = await layered([below, source]).entry('maker');
      assert.equal(entry?.term.summary, 'Rests.');
      assert.equal(warnings.length, 1);
      assert.match(
        warnings[0]!,
        /^left-out: "maker" of built glossary is left out/,
      );
    });
  });

  it('are refused by the builder when every page would load too much', async () => {
    const many = Array.from({length: 1200}, (_, index) => ({
      id: `t${index}`,
      merge: true,
      summary: 'x'.repeat(1000),
    }));
    await assert.rejects(
      withBuilt({...upper, terms: many}, () => Promise.resolve()),
      /at most 1000000 characters of entries with "merge"/,
    );
  });
});
