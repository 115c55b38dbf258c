import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {describe, it} from 'node:test';
import '../../support/ensure-glossary.js';
import {AddressedSource} from '../../../src/glossary/addressed-source.js';
import {bundledSource} from '../../../src/glossary/bundled-source.js';
import {
  DocumentSource,
  documentSource,
} from '../../../src/glossary/document-source.js';
import {HttpSource} from '../../../src/glossary/http-source.js';
import {isTranslated} from '../../../src/glossary/language-tags.js';
import type {GlossarySource} from '../../../src/glossary/source.js';
import {areaTrail} from '../../../src/glossary/trail.js';
import type {Glossary} from '../../../src/glossary/types.js';

const words: Glossary = {
  format: 1,
  name: 'Words',
  language: 'en',
  url: 'https://words.example/',
  kinds: {term: {label: 'Term', translations: {es: {label: 'Término'}}}},
  terms: [
    {
      id: 'strike',
      name: 'Strike price',
      kind: 'term',
      summary: 'The agreed price.',
      definition: {markdown: 'See [[spread]].'},
      related: ['spread', 'tick'],
      aliases: ['Exercise price'],
      translations: {
        es: {name: 'Precio de ejercicio', summary: 'El precio acordado.'},
        'pt-BR': {name: 'Preço de exercício'},
      },
    },
    {
      id: 'spread',
      name: 'Spread',
      summary: 'The gap.',
      translations: {es: {name: 'Diferencial'}, fr: {name: 'Écart'}},
    },
    {id: 'tick', name: 'Tick', summary: 'The least step.'},
  ],
  areas: [
    {
      id: 'prices',
      name: 'Prices',
      url: 'https://words.example/area/prices/',
      questions: [
        {
          question: 'What is a price?',
          answer: 'A number.',
          translations: {es: {question: '¿Qué es un precio?'}},
        },
      ],
      resources: [
        {
          number: 1,
          terms: ['strike', 'tick'],
          page: {
            headline: 'All the prices',
            trail: [{name: 'Home', url: '/'}, {name: 'Prices'}],
            texts: [
              {term: 'strike', text: 'Published otherwise.'},
              {term: 'tick', text: 'Published otherwise too.'},
            ],
          },
        },
      ],
      translations: {es: {name: 'Precios'}},
    },
  ],
};

const inSpanish = (source: GlossarySource) => source.in!('es-MX');

describe('a document in a language', () => {
  const source = new DocumentSource(words);
  const spanish = inSpanish(source);

  it('has its entries translated, and says what is not', async () => {
    const entry = await spanish.entry('strike');
    assert.equal(entry?.term.name, 'Precio de ejercicio');
    assert.equal(entry.language, 'es');
    assert.deepEqual(entry.untranslated, ['definition']);
    assert.deepEqual(entry.original, {name: 'Strike price', language: 'en'});
    assert.equal(entry.glossary.kinds?.term?.label, 'Término');
    assert.equal(entry.glossary.language, 'en');
  });

  it('calls other entries by their translated names', async () => {
    const entry = await spanish.entry('strike');
    assert.deepEqual(
      entry?.related.map(({name}) => name),
      ['Diferencial', 'Tick'],
    );
    assert.equal(entry?.links.nameOf('spread'), 'Diferencial');
    assert.equal(entry?.links.nameOf('not-there'), undefined);
  });

  for (const name of [
    'precio de ejercicio',
    'Strike price',
    'exercise price',
  ]) {
    it(`finds an entry as "${name}", once`, async () => {
      const entries = await spanish.named(name);
      assert.deepEqual(
        entries.map(({term}) => term.name),
        ['Precio de ejercicio'],
      );
    });
  }

  it('has areas translated, and no texts published in another language', async () => {
    const page = (await spanish.areaPage({area: 'prices'}))!;
    assert.equal(page.area.name, 'Precios');
    assert.equal(page.language, 'es');
    assert.equal(page.questions[0]?.question, '¿Qué es un precio?');
    assert.equal(page.questions[0].language, 'es');
    assert.equal(page.entries[0]?.term.name, 'Precio de ejercicio');
    assert.equal(page.links.nameOf('spread'), 'Diferencial');
    const published = page.resource!.page!;
    assert.equal(published.headline, undefined);
    assert.deepEqual(
      published.texts?.map(({term}) => term),
      ['tick'],
    );
    assert.deepEqual(
      areaTrail(page).map(({name}) => name),
      ['Home', 'Precios'],
    );
  });

  it('keeps what was published where the area is not translated', async () => {
    const page = await source.in('fr').areaPage({area: 'prices'});
    assert.equal(page?.resource?.page?.headline, 'All the prices');
    assert.equal(page.language, undefined);
  });

  it('has the words of the language and of the document', async () => {
    const vocabularies = await spanish.vocabulary();
    assert.deepEqual(
      vocabularies.map(({language}) => language),
      ['en', 'es'],
    );
  });

  it('is the same object for the same language', () => {
    assert.equal(source.in('es-MX'), spanish);
    assert.equal(spanish.in?.('es-MX'), spanish);
    assert.notEqual(source.in('es'), spanish);
  });

  it('is the source itself where the language adds nothing, so nothing waits', () => {
    for (const language of ['en', 'en-GB', 'de', '', 'und', 'pt']) {
      assert.equal(source.in(language), source, language);
      assert.equal(spanish.in?.(language), source, language);
    }
  });

  it('gives the same entry for the same question', async () => {
    assert.equal(await spanish.entry('strike'), await spanish.entry('strike'));
    assert.equal(await spanish.entry('not-there'), undefined);
  });
});

describe('the languages of a document', () => {
  for (const [where, glossary] of [
    ['the glossary', {translations: {es: {}}}],
    ['a kind', {kinds: {a: {translations: {es: {}}}}}],
    ['an area', {areas: [{id: 'a', translations: {es: {}}}]}],
    ['a question', {areas: [{id: 'a', questions: [{translations: {es: {}}}]}]}],
    [
      'a question of a page',
      {
        areas: [
          {
            id: 'a',
            resources: [{page: {questions: [{translations: {es: {}}}]}}],
          },
        ],
      },
    ],
  ] as const) {
    it(`are looked for in ${where}`, () => {
      const document = {format: 1, name: '', terms: [], ...glossary};
      const read = document as unknown as Glossary;
      assert.equal(isTranslated(read, 'es'), true);
      assert.equal(isTranslated(read, 'fr'), false);
    });
  }

  it('are none where the document is not as it should be', () => {
    const odd = {
      format: 1,
      name: '',
      terms: [{id: 'a', translations: null}],
      areas: [{id: 'a', questions: 'x', resources: [null, {page: 1}]}],
      kinds: null,
    };
    assert.equal(isTranslated(odd as unknown as Glossary, 'es'), false);
  });
});

describe('a source in a language', () => {
  it('has addresses on the site that shows it', async () => {
    const inner = new DocumentSource(words);
    const source = new AddressedSource(inner, {term: '/g/{}'});
    const entry = await inSpanish(source).entry('strike');
    assert.equal(entry?.url, '/g/strike');
    assert.equal(entry.term.name, 'Precio de ejercicio');
    assert.equal(source.in('es-MX'), inSpanish(source));
    assert.equal(source.in('de'), source);
  });

  it('is loaded once, in whatever languages it is asked', async (test) => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests++;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(words));
    }).listen(0, '127.0.0.1');
    test.after(() => server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const {port} = server.address() as AddressInfo;
    const source = new HttpSource(`http://127.0.0.1:${port}/words.json`);
    const asked = ['es', 'es-MX', 'fr', 'en'].map(async (language) => {
      const entry = await source.in(language).entry('spread');
      return entry?.term.name;
    });
    assert.deepEqual(await Promise.all(asked), [
      'Diferencial',
      'Diferencial',
      'Écart',
      'Spread',
    ]);
    assert.equal(requests, 1);
    assert.equal(source.in('es'), source.in('es'));
  });

  it('is the bundled one in its own language too', async () => {
    const source = bundledSource.in!('en-GB');
    assert.equal(source, bundledSource.in!('en-GB'));
    assert.equal(source.label, bundledSource.label);
    assert.deepEqual(
      await source.vocabulary(),
      await bundledSource.vocabulary(),
    );
  });

  it('says why where the document is no glossary', async () => {
    const source = documentSource({format: 2});
    const asked = source.in?.('es') ?? source;
    await assert.rejects(async () => asked.entry('a'));
  });
});
