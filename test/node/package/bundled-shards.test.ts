import {deepEqual, equal, ok} from 'node:assert/strict';
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {gzipSync} from 'node:zlib';
import {rollup} from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import {bundledShards} from '../../../scripts/rollup/bundled-shards.mjs';
import {DocumentSource} from '../../../src/glossary/document-source.js';
import type {GlossarySource} from '../../../src/glossary/source.js';
import type {Glossary, Term} from '../../../src/glossary/types.js';
import {createMatcher} from '../../../src/matching/matcher.js';
import {textRuns} from '../../../src/matching/text-runs.js';

const document = JSON.parse(
  await readFile(
    new URL('../../../data/glossary.json', import.meta.url),
    'utf8',
  ),
) as Glossary;
const terms = document.terms as readonly Term[];
const whole = new DocumentSource(document);

describe('the bundled glossary, as it is packed', () => {
  let folder: string;
  let source: GlossarySource;
  let chunks: ReadonlyMap<string, string>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'packed-'));
    const bundle = await rollup({
      input: 'src/glossary/bundled-source.ts',
      external: ['valibot'],
      plugins: [bundledShards(), esbuild({target: 'es2022'})],
    });
    await bundle.write({
      dir: folder,
      format: 'es',
      entryFileNames: '[name].mjs',
      chunkFileNames: '[name].mjs',
    });
    const files = await readdir(folder);
    chunks = new Map(
      await Promise.all(
        files.map(
          async (name) =>
            [name, await readFile(join(folder, name), 'utf8')] as const,
        ),
      ),
    );
    const entry = pathToFileURL(join(folder, 'bundled-source.mjs')).href;
    ({bundledSource: source} = (await import(entry)) as {
      bundledSource: GlossarySource;
    });
  });

  after(() => rm(folder, {recursive: true, force: true}));

  it('is in small parts', () => {
    const parts = [...chunks].filter(([name]) => /^terms-.*\.mjs$/.test(name));
    ok(parts.length > 20);
    for (const [name, text] of parts) {
      ok(gzipSync(text).length <= 3072, `${name}: ${gzipSync(text).length}`);
    }
    const summaries = terms.map(({summary}) => JSON.stringify(summary));
    for (const [name, text] of chunks) {
      const count = summaries.filter((summary) =>
        text.includes(summary),
      ).length;
      ok(count < terms.length / 10, `${name} has ${count} terms`);
    }
  });

  for (const language of [undefined, 'es', 'de-AT']) {
    it(`has every entry, ${language ?? 'in its own language'}`, async () => {
      const packed = language ? source.in!(language) : source;
      const expected = language ? whole.in(language) : whole;
      for (const {id, name} of terms) {
        const entry = await packed.entry(id);
        const other = await expected.entry(id);
        equal(entry?.term.name, other?.term.name);
        deepEqual(entry?.term.definition, other?.term.definition);
        deepEqual(entry?.related, other?.related);
        deepEqual(
          (await packed.named(name)).map(({term}) => term.id),
          (await expected.named(name)).map(({term}) => term.id),
        );
      }
      for (const {id} of document.areas ?? []) {
        const page = await packed.areaPage({area: id});
        const other = await expected.areaPage({area: id});
        deepEqual(page?.questions, other?.questions);
        deepEqual(
          page?.entries.map(({term}) => term.id),
          other?.entries.map(({term}) => term.id),
        );
      }
    });
  }

  it('names in a text what the document would', async () => {
    const text = terms
      .map(({name, summary}) => `${name}: ${summary}`)
      .join('\n');
    const mentions = async (from: GlossarySource) =>
      createMatcher(await from.vocabulary(undefined, () => textRuns(text)))
        .find(text)
        .map(({start, end, terms}) => [start, end, terms.map(({id}) => id)]);
    const found = await mentions(source.in!('en'));
    ok(found.length > terms.length);
    deepEqual(found, await mentions(whole.in('en')));
  });
});
