import {deepEqual, equal, ok, rejects} from 'node:assert/strict';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {brotliCompressSync} from 'node:zlib';
import '../../support/ensure-glossary.js';
import {rollup} from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import {bundledGlossary} from '../../../scripts/rollup/bundled-glossary.mjs';
import {DocumentSource} from '../../../src/glossary/document-source.js';
import {PartsSource} from '../../../src/glossary/parts/parts-source.js';
import type {GlossarySource, Vocabulary} from '../../../src/glossary/source.js';
import type {
  Glossary,
  GlossaryInfo,
  Term,
} from '../../../src/glossary/types.js';
import {createMatcher} from '../../../src/matching/matcher.js';

const document = JSON.parse(
  await readFile(
    new URL('../../../data/glossary.json', import.meta.url),
    'utf8',
  ),
) as Glossary;
const terms = document.terms as readonly Term[];
const whole = new DocumentSource(document);

const linksIn = (text: unknown): readonly string[] =>
  [...JSON.stringify(text ?? '').matchAll(/\[\[([^\]|]+)/g)].map(
    ([, id]) => id!,
  );

const untranslated = <T extends object>(value: T): T =>
  Object.fromEntries(
    Object.entries(value).filter(([name]) => name !== 'translations'),
  ) as T;

const kindsOf = ({kinds = {}}: GlossaryInfo) =>
  Object.fromEntries(
    Object.entries(kinds).map(([key, kind]) => [key, untranslated(kind)]),
  );

describe('the bundled glossary, as it is packed', () => {
  let folder: string;
  let source: GlossarySource;
  let files: ReadonlyMap<string, string>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'packed-'));
    const bundle = await rollup({
      input: 'src/glossary/bundled-source.ts',
      external: ['valibot'],
      plugins: [
        bundledGlossary(join(folder, 'glossary')),
        esbuild({target: 'es2022'}),
      ],
    });
    await bundle.write({
      dir: folder,
      format: 'es',
      entryFileNames: '[name].mjs',
      chunkFileNames: '[name].mjs',
      paths: (id) =>
        id.startsWith(folder) ? `./glossary/${basename(id)}` : id,
    });
    // Files of a bundle are modules in a folder that says so.
    await writeFile(join(folder, 'package.json'), '{"type": "module"}');
    const glossary = join(folder, 'glossary');
    files = new Map(
      await Promise.all(
        (await readdir(glossary)).map(
          async (name) =>
            [name, await readFile(join(glossary, name), 'utf8')] as const,
        ),
      ),
    );
    const entry = pathToFileURL(join(folder, 'bundled-source.mjs')).href;
    ({bundledSource: source} = (await import(entry)) as {
      bundledSource: GlossarySource;
    });
  });

  after(() => rm(folder, {recursive: true, force: true}));

  it('is few files, of which a card loads one, as small as a picture', () => {
    const languages = new Set(
      terms.flatMap(({translations = {}}) => Object.keys(translations)),
    );
    const parts = [...files].filter(([name]) => name.startsWith('part-'));
    // In addition, the names and the list of all entries.
    equal(files.size, parts.length + 2 + 2 * languages.size);
    ok(parts.length < 80, String(parts.length));
    for (const [name, text] of parts) {
      const size = brotliCompressSync(text).length;
      ok(size <= 8.5 * 1024, `${name}: ${size}`);
    }
    // No sentence is in two parts.
    for (const {id, summary} of terms) {
      const text = JSON.stringify(summary);
      equal(parts.filter(([, part]) => part.includes(text)).length, 1, id);
    }
  });

  it('loads a part, and beside it the texts of the reader', async () => {
    const loaded: string[] = [];
    const document = (name: string) => () => {
      loaded.push(name);
      const value: Glossary = {format: 1, name: 'G', terms: []};
      return Promise.resolve({default: value});
    };
    const texts = (name: string) => () => {
      loaded.push(name);
      return Promise.resolve({default: {kinds: {}, terms: {}, areas: {}}});
    };
    const parts = new PartsSource('parts', {
      language: 'en',
      table: '???',
      parts: [[document('part')]],
      names: document('names'),
      list: document('list'),
      languages: {
        de: {terms: texts('de'), areas: texts('areas in de')},
        pt: {terms: texts('pt'), areas: texts('areas in pt')},
      },
    });
    const asked = async (ask: () => unknown) => {
      loaded.length = 0;
      await ask();
      return loaded.join(', ');
    };
    equal(await asked(() => parts.entry('a')), 'part');
    equal(await asked(() => parts.entry('b')), '');
    equal(await asked(() => parts.in('en-GB').entry('a')), '');
    const german = parts.in('de-AT');
    equal(await asked(() => german.entry('a')), 'part, de');
    equal(await asked(() => parts.in('DE-at').entry('a')), '');
    equal(
      await asked(() => german.areaPage({area: 'a'})),
      'part, de, areas in de',
    );
    equal(await asked(() => german.vocabulary()), 'names, de');
    equal(await asked(() => german.list()), 'list, de, areas in de');
  });

  it('asks again for a part that could not be loaded', async () => {
    let failures = 1;
    const parts = new PartsSource('parts', {
      language: 'en',
      table: '???',
      parts: [
        [
          () => {
            if (failures--) return Promise.reject(new Error('offline'));
            const terms = [{id: 'a', name: 'A', summary: 'A.'}];
            const value: Glossary = {format: 1, name: 'G', terms};
            return Promise.resolve({default: value});
          },
        ],
      ],
      names: () => Promise.reject(new Error('offline')),
      list: () => Promise.reject(new Error('offline')),
      languages: {},
    });
    await rejects(async () => parts.entry('a'), /offline/);
    equal((await parts.entry('a'))?.term.name, 'A');
  });

  for (const language of [undefined, 'es', 'de-AT', 'zh-Hans-CN', 'nl']) {
    it(`has every entry, ${language ?? 'in its own language'}`, async () => {
      const packed = language ? source.in!(language) : source;
      const expected = language ? whole.in(language) : whole;
      for (const {id, name} of terms) {
        const entry = await packed.entry(id);
        const other = await expected.entry(id);
        const {translations: _, ...term} = other!.term;
        deepEqual(entry?.term, term);
        equal(entry?.language, other?.language);
        deepEqual(entry?.untranslated, other?.untranslated);
        deepEqual(entry?.original, other?.original);
        deepEqual(entry?.glossary.kinds, kindsOf(other!.glossary));
        for (const named of linksIn(entry?.term.definition))
          equal(entry?.links.nameOf(named), other?.links.nameOf(named));
        deepEqual(entry?.related, other?.related);
        deepEqual(
          (await packed.named(name)).map(({term}) => term.id),
          (await expected.named(name)).map(({term}) => term.id),
        );
      }
      for (const {id} of document.areas ?? []) {
        const page = await packed.areaPage({area: id});
        const other = await expected.areaPage({area: id});
        deepEqual(page?.questions, other?.questions.map(untranslated));
        equal(page?.area.name, other?.area.name);
        equal(page?.language, other?.language);
        for (const {answer} of page?.questions ?? [])
          for (const named of linksIn(answer))
            equal(page?.links.nameOf(named), other?.links.nameOf(named));
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
    const mentions = (words: readonly Vocabulary[]) =>
      createMatcher(words)
        .find(text)
        .map(({start, end, terms}) => [start, end, terms.map(({id}) => id)]);
    for (const language of ['en', 'es']) {
      const words = await source.in!(language).vocabulary();
      const expected = (await whole.in(language).vocabulary()).filter(
        (own) => own.language === 'en' || own.language === language,
      );
      deepEqual(
        words.map((own) => own.language),
        expected.map((own) => own.language),
      );
      const found = mentions(words);
      ok(found.length > terms.length);
      deepEqual(found, mentions(expected));
    }
  });
});
