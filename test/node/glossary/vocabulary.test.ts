import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import '../../support/ensure-glossary.js';
import {AddressedSource} from '../../../src/glossary/addressed-source.js';
import {bundledSource} from '../../../src/glossary/bundled-source.js';
import {
  DocumentSource,
  documentSource,
} from '../../../src/glossary/document-source.js';
import {GlossaryFormatError} from '../../../src/glossary/errors.js';
import {HttpSource} from '../../../src/glossary/http-source.js';
import {LayeredSource} from '../../../src/glossary/layered-source.js';
import type {GlossarySource, Vocabulary} from '../../../src/glossary/source.js';
import type {Glossary} from '../../../src/glossary/types.js';
import {example} from './example.js';

const translated: Glossary = {
  format: 1,
  name: 'Two languages',
  language: 'en',
  terms: [
    {
      id: 'strike',
      name: 'Strike price',
      summary: '',
      caseSensitive: true,
      difficulty: 2,
      translations: {
        es: {name: 'Precio de ejercicio', aliases: ['Ejercicio']},
        fr: {abbreviation: 'PE'},
      },
    },
    {
      id: 'spread',
      name: 'Spread',
      summary: '',
      autoLink: false,
      translations: {es: {name: 'Diferencial'}},
    },
  ],
};

/** `language: id id`, for each vocabulary. */
const shape = (vocabularies: readonly Vocabulary[]) =>
  vocabularies.map(
    ({language, terms}) => `${language}: ${terms.map(({id}) => id).join(' ')}`,
  );

const failing = (message: string): GlossarySource => {
  const fail = () => {
    throw new Error(message);
  };
  return {
    label: message,
    entry: fail,
    named: fail,
    areaPage: fail,
    vocabulary: fail,
  };
};

describe('the vocabulary of a document', () => {
  it('is its own terms, the very same, without removed ones', async () => {
    const [vocabulary, ...more] = await new DocumentSource(
      example,
    ).vocabulary();
    assert.deepEqual(more, []);
    assert.equal(vocabulary?.language, 'en');
    assert.deepEqual(
      vocabulary.terms.map(({id}) => id),
      ['maker', 'spread', 'order-book'],
    );
    assert.equal(vocabulary.terms[0], example.terms[0]);
    assert.deepEqual(vocabulary.otherIds, [
      'market-maker',
      'quoter',
      'old-spread',
      'removed',
    ]);
  });

  it('has one more for each language, with the same ids and flags', async () => {
    const [own, ...others] = await new DocumentSource(translated).vocabulary();
    assert.deepEqual(own?.terms, translated.terms);
    assert.deepEqual(shape(others), ['es: strike spread', 'fr: strike']);
    const [strike, spread] = others[0]!.terms;
    assert.equal(strike?.name, 'Precio de ejercicio');
    assert.deepEqual(strike.aliases, ['Ejercicio']);
    assert.equal(strike.caseSensitive, true);
    assert.equal(strike.difficulty, 2);
    assert.equal(spread?.autoLink, false);
    const [french] = others[1]!.terms;
    assert.equal(french?.name, '');
    assert.equal(french.abbreviation, 'PE');
  });

  it('is made once', async () => {
    const source = new DocumentSource(translated);
    assert.equal(await source.vocabulary(), await source.vocabulary());
  });

  it('survives what is not as the format says', async () => {
    const loose = {
      format: 1,
      terms: [{id: '__proto__', name: 'P', formerIds: 'x'}],
    };
    const [vocabulary] = await new DocumentSource(
      loose as unknown as Glossary,
    ).vocabulary();
    assert.deepEqual(vocabulary?.otherIds, []);
    assert.equal(vocabulary.terms[0]?.id, '__proto__');
  });

  it('of a document that is not a glossary is the reason', async () => {
    await assert.rejects(
      async () => documentSource({format: 2, terms: []}).vocabulary(),
      GlossaryFormatError,
    );
  });
});

describe('the vocabulary over HTTP', () => {
  const source = (answer: () => Response) =>
    new HttpSource('https://glossary.example/g.json', {
      platform: {fetch: () => Promise.resolve(answer())},
    });

  it('is that of the document', async () => {
    const asked = source(() => Response.json(example));
    assert.deepEqual(shape(await asked.vocabulary()), [
      'en: maker spread order-book',
    ]);
  });

  it('is why it could not be loaded', async () => {
    const asked = source(() => new Response('', {status: 404}));
    await assert.rejects(async () => asked.vocabulary(), /404/);
  });
});

it('the vocabulary of the bundled glossary has its translations', async () => {
  const vocabularies = await bundledSource.vocabulary();
  const languages = vocabularies.map(({language}) => language);
  assert.equal(languages[0], 'en');
  assert.equal(new Set(languages).size, 12);
  assert.ok(languages.includes('zh-Hans'));
  assert.ok(vocabularies[0]!.terms.length >= 420);
});

it('an addressed source has the vocabulary of the one inside', async () => {
  const inner = new DocumentSource(example);
  assert.equal(
    await new AddressedSource(inner, {}).vocabulary(),
    await inner.vocabulary(),
  );
});

describe('the vocabulary of layers', () => {
  const base = new DocumentSource(translated, 'base');
  const layer = (terms: Glossary['terms']) =>
    new DocumentSource({format: 1, name: 'Upper', language: 'de', terms});

  for (const [what, terms, expected] of [
    [
      'leaves out below what an upper one has, in every language',
      [{id: 'strike', name: 'Basispreis', summary: ''}],
      ['de: strike', 'en: spread', 'es: spread', 'fr: '],
    ],
    [
      'leaves out what an upper one takes away',
      [{id: 'spread', name: null}],
      ['de: ', 'en: strike', 'es: strike', 'fr: strike'],
    ],
    [
      'leaves out what an upper one has under a new id',
      [{id: 'new', formerIds: ['spread'], name: 'Neu', summary: ''}],
      ['de: new', 'en: strike', 'es: strike', 'fr: strike'],
    ],
    [
      'has all of what does not meet',
      [{id: 'new', name: 'Neu', summary: ''}],
      ['de: new', 'en: strike spread', 'es: strike spread', 'fr: strike'],
    ],
  ] as const) {
    it(what, async () => {
      const source = new LayeredSource([base, layer(terms)]);
      assert.deepEqual(shape(await source.vocabulary()), expected);
    });
  }

  it('agrees with what the layers answer by name', async () => {
    const upper = layer([
      {id: 'strike', name: 'Basispreis', summary: ''},
      {id: 'spread', name: null},
    ]);
    const source = new LayeredSource([base, upper]);
    for (const {terms} of await source.vocabulary()) {
      for (const {id, name} of terms) {
        const [entry] = await source.named(name);
        assert.equal(entry?.term.id, id);
      }
    }
    assert.deepEqual(await source.named('Spread'), []);
  });

  it('passes over a layer that fails', async () => {
    for (const layers of [
      [base, failing('no')],
      [failing('no'), base],
    ]) {
      const source = new LayeredSource(layers);
      assert.equal((await source.vocabulary()).length, 3);
    }
  });

  it('is the failure of the uppermost where all fail', async () => {
    const source = new LayeredSource([failing('lower'), failing('upper')]);
    await assert.rejects(source.vocabulary(), {message: 'upper'});
  });

  it('of none is empty', async () => {
    assert.deepEqual(await new LayeredSource([]).vocabulary(), []);
  });

  it('stops when it is no longer wanted', async () => {
    const source = new LayeredSource([base, failing('no')]);
    const reason = new Error('gone');
    await assert.rejects(source.vocabulary(AbortSignal.abort(reason)), reason);
  });
});
