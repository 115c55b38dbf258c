import {deepEqual, equal, ok, rejects} from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {DocumentSource} from '../../../../src/glossary/document-source.js';
import type {Manifest} from '../../../../src/glossary/sharded/manifest.js';
import {ShardedSource} from '../../../../src/glossary/sharded/sharded-source.js';
import type {
  GlossarySource,
  Vocabulary,
} from '../../../../src/glossary/source.js';
import type {Glossary} from '../../../../src/glossary/types.js';
import {createMatcher} from '../../../../src/matching/matcher.js';
import {textRuns} from '../../../../src/matching/text-runs.js';
import {glossaryOf, scripts, textOf} from '../../matching/random-texts.js';
import {withBuilt} from './built.js';

const documentOf = ({language, terms}: Vocabulary): Glossary =>
  // As the JSON of a document has it: no property is `undefined`.
  JSON.parse(
    JSON.stringify({
      format: 1,
      name: 'Random',
      language,
      terms: terms.map((term) => ({summary: '', ...term})),
    }),
  ) as Glossary;

/** What a reader sees linked in a text. */
const mentionsIn = (vocabularies: readonly Vocabulary[], text: string) =>
  createMatcher(vocabularies)
    .find(text)
    .map(({terms, ...mention}) => ({
      ...mention,
      terms: terms.map(({id, name}) => ({id, name})),
    }));

const wordsFor = (source: GlossarySource, texts: readonly string[]) =>
  source.vocabulary(undefined, () => texts.flatMap(textRuns));

const runs = Number(process.env['SHARDED_RUNS'] ?? 10);

describe('the words of a built glossary for some texts', () => {
  for (const [script, {language, parts}] of Object.entries(scripts)) {
    it(`name in them what all its words would: ${script}`, async () => {
      let mentions = 0;
      const input = glossaryOf(language, parts).chain((vocabulary) =>
        fc.tuple(
          fc.constant(vocabulary),
          fc.array(textOf(parts, vocabulary), {minLength: 8, maxLength: 8}),
        ),
      );
      await fc.assert(
        fc.asyncProperty(input, async ([vocabulary, texts]) => {
          const document = documentOf(vocabulary);
          const whole = await new DocumentSource(document).vocabulary();
          await withBuilt(document, async ({manifest, files}) => {
            const source = new ShardedSource(manifest, files);
            const all = await wordsFor(source, texts);
            for (const text of texts) {
              const expected = mentionsIn(whole, text);
              deepEqual(mentionsIn(all, text), expected);
              const own = await wordsFor(source, [text]);
              deepEqual(mentionsIn(own, text), expected);
              mentions += expected.length;
            }
          });
        }),
        {numRuns: runs, includeErrorInReport: true},
      );
      // Texts that name nothing would prove nothing.
      ok(mentions > runs, `only ${mentions} mentions`);
    });
  }

  /** Terms of one leaf and of many, with translations of some. */
  const terms = Array.from({length: 4000}, (_, index) => ({
    id: `t${index}`,
    name: `Term ${index.toString(26)}`,
    summary: 'Text.',
    ...(index % 2 && {
      translations: {es: {name: `Voz ${index.toString(26)}`}},
    }),
  }));
  const large: Glossary = {format: 1, name: 'Large', language: 'en', terms};

  it('load few files, each once, and none again', () =>
    withBuilt(large, async ({manifest, files, asked}) => {
      const source = new ShardedSource(manifest, files);
      const text = 'Of term 1ab and of term 2cd, and of terms that are none.';
      const [own] = await wordsFor(source, [text]);
      deepEqual(
        new Set(own?.terms.map(({name}) => name)),
        new Set(['Term 1ab', 'Term 2cd']),
      );
      ok(asked.length < 20, `${asked.length} files`);
      equal(new Set(asked).size, asked.length);
      const before = asked.length;
      await wordsFor(source, [text, 'of term 1ab']);
      equal(asked.length, before);
    }));

  it('are those of the language too', () =>
    withBuilt(large, async ({manifest, files}) => {
      const source = new ShardedSource(manifest, files).in('es-MX');
      const text = 'Term 1 y voz 1, term 2 y voz 2.';
      const words = await wordsFor(source, [text]);
      deepEqual(
        words.map(({language, terms}) => [
          language,
          terms.map(({name}) => name),
        ]),
        [
          ['en', ['Term 1', 'Term 2']],
          ['es', ['Voz 1']],
        ],
      );
    }));

  it('are all of them without texts', () =>
    withBuilt(large, async ({manifest, files}) => {
      const [own] = await new ShardedSource(manifest, files).vocabulary();
      equal(own?.terms.length, terms.length);
    }));

  it('are not looked for in more files than a glossary can have', () =>
    withBuilt(large, async ({manifest, files}) => {
      const names = {bits: 32, top: Array.from({length: 4}, () => '')};
      const source = new ShardedSource({...manifest, names}, files);
      await rejects(source.vocabulary(), /at most 131072 are read/);
    }));

  it('are told once of a file that is named in all places', () =>
    withBuilt(large, async ({manifest, files, asked}) => {
      const [name] = manifest.names.top;
      const names = {bits: 6, top: Array.from({length: 64}, () => name!)};
      const flat = {...manifest, names} as Manifest;
      const json = async (hash: string, signal?: AbortSignal) =>
        hash === name
          ? [{id: 'one', name: 'One'}]
          : await files.json(hash, signal);
      const source = new ShardedSource(flat, {...files, json});
      const [own] = await source.vocabulary();
      deepEqual(
        own?.terms.map(({id}) => id),
        ['one'],
      );
      deepEqual(asked, []);
    }));
});
