import {deepEqual, equal, ok, rejects, throws} from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isThenable} from '../../../../src/glossary/awaitable.js';
import {GlossaryFormatError} from '../../../../src/glossary/errors.js';
import {checkManifest} from '../../../../src/glossary/sharded/check-manifest.js';
import type {Manifest} from '../../../../src/glossary/sharded/manifest.js';
import type {ShardFiles} from '../../../../src/glossary/sharded/shard-files.js';
import {ShardedSource} from '../../../../src/glossary/sharded/sharded-source.js';
import type {Glossary} from '../../../../src/glossary/types.js';
import {withBuilt} from './built.js';

const glossary: Glossary = {
  format: 1,
  name: 'Small',
  language: 'en',
  terms: [
    {id: 'alpha', name: 'Alpha', summary: 'First.', related: ['beta']},
    {id: 'beta', name: 'Beta', summary: 'Second.', areas: ['letters']},
    {id: 'gone', name: null},
    {id: 'ärger', name: 'Ärger', summary: 'Third.', areas: ['letters']},
    {id: 'number', name: '7', summary: 'Fourth.'},
  ],
  areas: [{id: 'letters', name: 'Letters'}],
};

/** The files with something else in the place of what they have. */
const altered = (
  files: ShardFiles,
  change: (value: unknown) => unknown,
): ShardFiles => ({
  ...files,
  json: async (hash, signal) => change(await files.json(hash, signal)),
});

describe('a built glossary', () => {
  it('answers at once what it has loaded', () =>
    withBuilt(glossary, async ({manifest, files, asked}) => {
      const source = new ShardedSource(manifest, files);
      const first = source.entry('alpha');
      ok(isThenable(first));
      await first;
      const again = source.entry('alpha');
      ok(again && !isThenable(again));
      equal(again.term.name, 'Alpha');
      deepEqual(again.related, [{id: 'beta', name: 'Beta', url: undefined}]);
      equal(new Set(asked).size, asked.length);
      await source.areaPage({area: 'letters'});
      const page = source.areaPage({area: 'letters'});
      ok(page && !isThenable(page));
      await source.named('Beta');
      ok(!isThenable(source.named('Beta')));
    }));

  it('takes away what it removes, and says so', () =>
    withBuilt(glossary, async ({manifest, files}) => {
      const source = new ShardedSource(manifest, files);
      equal(await source.entry('gone'), null);
      equal(await source.entry('unknown'), undefined);
    }));

  it('gives the list of its terms, by letters', () =>
    withBuilt(glossary, async ({manifest, files}) => {
      const source = new ShardedSource(manifest, files);
      const list = await source.list();
      deepEqual(
        list.letters.map(({letter, count}) => [letter, count]),
        [
          ['A', 2],
          ['B', 1],
          ['#', 1],
        ],
      );
      const all = await list.items(0, 10);
      deepEqual(
        all.map(({name}) => name),
        ['Alpha', 'Ärger', 'Beta', '7'],
      );
      deepEqual(await list.items(1, 3), all.slice(1, 3));
      deepEqual(await list.items(-5, 1), all.slice(0, 1));
      deepEqual(await list.items(9, 12), []);
    }));

  it('compares language tags without case, and with _ as -', () =>
    withBuilt(
      {
        ...glossary,
        language: 'EN_gb',
        terms: [
          {
            id: 'alpha',
            name: 'Alpha',
            summary: 'First.',
            translations: {
              pt_BR: {name: 'Alfa'},
              en: {name: 'Not closer than the own name'},
            },
          },
        ],
      },
      async ({manifest, files}) => {
        const source = new ShardedSource(manifest, files);
        for (const [language, name] of [
          ['pt-BR', 'Alfa'],
          ['PT_br', 'Alfa'],
          [' pt-br ', 'Alfa'],
          ['pt-BR-x-a', 'Alfa'],
          ['pt', 'Alpha'],
          ['en-GB', 'Alpha'],
          ['en_gb-oed', 'Alpha'],
        ] as const) {
          const entry = await source.in(language).entry('alpha');
          equal(entry?.term.name, name, language);
        }
        equal(source.in('pt-BR'), source.in('PT_br'));
      },
    ));

  it('gives up when nobody waits', () =>
    withBuilt(glossary, async ({manifest, files}) => {
      const source = new ShardedSource(manifest, files);
      const signal = AbortSignal.abort(new Error('gone'));
      await rejects(async () => source.entry('alpha', signal), /gone/);
      await rejects(
        async () => source.vocabulary(signal, () => [[{word: 'alpha'}]]),
        /gone/,
      );
      ok(await source.entry('alpha'));
    }));

  for (const [what, value] of [
    ['no list', {}],
    ['no term', [{term: 7}]],
    ['nothing', null],
    ['a term without id', [{term: {name: 'Alpha'}}]],
  ] as const) {
    it(`names the file that has ${what}`, () =>
      withBuilt(glossary, async ({manifest, files}) => {
        const source = new ShardedSource(
          manifest,
          altered(files, () => value),
        );
        await rejects(
          async () => source.entry('alpha'),
          (error) =>
            error instanceof GlossaryFormatError &&
            /^built glossary: files\/..\/[\da-f]{24}\.json/.test(error.message),
        );
      }));
  }

  it('leaves out an entry that does not follow the format, and says so once', () =>
    withBuilt(glossary, async ({manifest, files}) => {
      const warnings: string[] = [];
      const faulty = altered(
        files,
        (value) =>
          JSON.parse(
            JSON.stringify(value).replaceAll('"Second."', '2'),
          ) as unknown,
      );
      const source = new ShardedSource(manifest, faulty, {
        warn: (code, message) => void warnings.push(`${code}: ${message}`),
      });
      equal(await source.entry('beta'), undefined);
      equal(await source.entry('beta'), undefined);
      equal((await source.entry('alpha'))?.term.name, 'Alpha');
      const page = await source.areaPage({area: 'letters'});
      deepEqual(
        page?.entries.map(({term}) => term.id),
        ['ärger'],
      );
      equal(warnings.length, 1);
      ok(warnings[0]?.includes('summary: expected a string, received 2'));
    }));

  it('does not forget what failed as if it were not there', () =>
    withBuilt(glossary, async ({manifest, files}) => {
      let isDown = true;
      const source = new ShardedSource(manifest, {
        ...files,
        json: (hash, signal) =>
          isDown ? Promise.reject(new Error('down')) : files.json(hash, signal),
      });
      await rejects(async () => source.entry('alpha'), /down/);
      isDown = false;
      ok(await source.entry('alpha'));
    }));
});

describe('a manifest', () => {
  for (const [path, change] of [
    ['sharded', {sharded: 2}],
    ['format', {format: 2}],
    ['glossary', {glossary: 'Small'}],
    ['terms', {terms: {bits: 2, top: ['']}}],
    ['names', {names: undefined}],
    ['letters', {letters: '../../secret'}],
    ['list', {list: {bits: 0, top: ['x'], count: 1, perLeaf: 1}}],
    ['languages.es', {languages: {es: null}}],
    ['list', {list: {bits: 32, top: [''], count: 1e9, perLeaf: 1000}}],
    ['list', {list: {bits: 0, top: [''], count: 11, perLeaf: 10}}],
  ] as const) {
    it(`is refused with another ${path}: ${JSON.stringify(change)}`, () =>
      withBuilt(glossary, ({manifest}) => {
        equal(checkManifest(manifest), manifest);
        const changed = {...manifest, ...change} as Manifest;
        throws(
          () => checkManifest(changed, 'here'),
          (error) =>
            error instanceof GlossaryFormatError &&
            error.faults[0]?.path === path,
        );
        return Promise.resolve();
      }));
  }
});
