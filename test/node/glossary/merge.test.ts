import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {DocumentSource} from '../../../src/glossary/document-source.js';
import {LayeredSource} from '../../../src/glossary/layered-source.js';
import {examineGlossary} from '../../../src/glossary/parse.js';
import {ShardedSource} from '../../../src/glossary/sharded/sharded-source.js';
import type {Glossary, MergingTerm} from '../../../src/glossary/types.js';
import {withBuilt} from './sharded/built.js';

const below: Glossary = {
  format: 1,
  name: 'Below',
  language: 'en',
  terms: [
    {
      id: 'strike',
      name: 'Strike price',
      summary: 'The agreed price.',
      definition: {markdown: 'More than a [[spread]].'},
      url: 'https://below.example/strike/',
      aliases: ['Exercise price'],
      related: ['spread', 'tick'],
      deprecated: {use: 'spread'},
      translations: {
        es: {name: 'Precio de ejercicio', summary: 'El precio acordado.'},
        fr: {name: 'Prix d’exercice'},
      },
    },
    {id: 'spread', name: 'Spread', summary: 'The gap.'},
    {id: 'tick', name: 'Tick', summary: 'The least step.'},
    {id: '__proto__', name: 'Prototype', summary: 'An ordinary id.'},
  ],
  areas: [
    {
      id: 'prices',
      name: 'Prices',
      url: 'https://below.example/area/prices/',
      resources: [{number: 1, terms: ['strike']}],
    },
  ],
};

const above = (terms: readonly object[], more: Partial<Glossary> = {}) =>
  new DocumentSource({
    format: 1,
    name: 'Above',
    language: 'en',
    terms: terms as Glossary['terms'],
    ...more,
  });

const told: string[] = [];
const over = (...layers: DocumentSource[]) =>
  new LayeredSource([new DocumentSource(below), ...layers], {
    after: () => () => undefined,
    warn: (code, message) => told.push(`${code}: ${message}`),
  });

const merge = (change: Omit<MergingTerm, 'id' | 'merge'>) =>
  over(above([{id: 'strike', merge: true, ...change}]));

describe('a term that is merged', () => {
  it('has the given fields, and all others as they are below', async () => {
    const entry = (await merge({summary: 'Ours.'}).entry('strike'))!;
    assert.equal(entry.term.summary, 'Ours.');
    assert.equal(entry.term.name, 'Strike price');
    assert.deepEqual(entry.term.aliases, ['Exercise price']);
    assert.equal(entry.url, 'https://below.example/strike/');
    assert.equal(entry.glossary.name, 'Below');
    assert.equal('merge' in entry.term, false);
  });

  it('loses a field that is null, and has an address of its own', async () => {
    const entry = await merge({definition: null, url: '/ours/'}).entry(
      'strike',
    );
    assert.equal('definition' in entry!.term, false);
    assert.equal(entry?.url, '/ours/');
  });

  it('is found by the address that it has below', async () => {
    const source = merge({summary: 'Ours.'});
    const entry = await source.entry('https://below.example/strike/');
    assert.equal(entry?.term.summary, 'Ours.');
  });

  it('is changed by one layer after the other, the uppermost last', async () => {
    const source = over(
      above([{id: 'strike', merge: true, summary: 'First.', tags: ['a']}]),
      above([{id: 'strike', merge: true, summary: 'Second.'}]),
    );
    const entry = await source.entry('strike');
    assert.equal(entry?.term.summary, 'Second.');
    assert.deepEqual(entry.term.tags, ['a']);
  });

  it('is translated text by text, and loses a language that is null', async () => {
    const source = merge({
      summary: 'Ours.',
      translations: {es: {summary: 'Lo nuestro.'}, fr: null},
    });
    const plain = await source.entry('strike');
    assert.deepEqual(plain?.term.translations, {
      es: {name: 'Precio de ejercicio', summary: 'Lo nuestro.'},
    });
    const spanish = await source.in('es').entry('strike');
    assert.equal(spanish?.term.name, 'Precio de ejercicio');
    assert.equal(spanish.term.summary, 'Lo nuestro.');
    assert.deepEqual(spanish.untranslated, ['definition']);
    assert.deepEqual(spanish.original, {name: 'Strike price', language: 'en'});
  });

  describe('without a translation that the layers below have', () => {
    const texts = async (source: LayeredSource, language: string) => {
      const entry = await source.in(language).entry('strike');
      const {name, summary} = entry!.term;
      return {
        name,
        summary,
        language: entry!.language,
        original: entry!.original,
      };
    };
    const own = {
      name: 'Strike price',
      summary: 'The agreed price.',
      language: undefined,
      original: undefined,
    };
    const withoutSpanish = {
      id: 'strike',
      merge: true,
      translations: {es: null},
    };

    it('is read in the own language of its glossary, in every variety', async () => {
      const source = over(above([withoutSpanish]));
      assert.deepEqual(await texts(source, 'es'), own);
      assert.deepEqual(await texts(source, 'es-MX'), own);
      assert.equal((await texts(source, 'fr')).name, 'Prix d’exercice');
    });

    it('is so where the layer below is a built glossary', () =>
      withBuilt(below, async ({manifest, files}) => {
        const source = new LayeredSource([
          new ShardedSource(manifest, files),
          above([withoutSpanish]),
        ]);
        assert.deepEqual(await texts(source, 'es-MX'), own);
        assert.equal((await texts(source, 'fr')).name, 'Prix d’exercice');
      }));

    it('is read in the next language of the reader', async () => {
      const mexican = above([
        {
          id: 'strike',
          name: 'Strike price',
          summary: 'The agreed price.',
          translations: {
            'es-MX': {name: 'Precio mexicano'},
            es: {name: 'Precio'},
          },
        },
      ]);
      const source = over(
        mexican,
        above([{...withoutSpanish, translations: {'es-mx': null}}]),
      );
      const {name, language} = await texts(source, 'es-MX');
      assert.deepEqual([name, language], ['Precio', 'es']);
    });

    it('loses what layers in between say in it, not what layers above do', async () => {
      const between = {...withoutSpanish, translations: {es: {name: 'Entre'}}};
      const atop = {...withoutSpanish, translations: {es: {name: 'Encima'}}};
      const lost = over(above([between]), above([withoutSpanish]));
      assert.deepEqual(await texts(lost, 'es'), own);
      const given = over(above([withoutSpanish]), above([atop]));
      const {name, summary, language} = await texts(given, 'es');
      assert.deepEqual(
        [name, summary, language],
        ['Encima', 'The agreed price.', 'es'],
      );
    });
  });

  it('does not replace a translation with a text in the own language', async () => {
    const source = merge({name: 'Agreed price', definition: 'Ours.'});
    const spanish = await source.in('es').entry('strike');
    assert.equal(spanish?.term.name, 'Precio de ejercicio');
    assert.equal(spanish.term.definition, 'Ours.');
    assert.deepEqual(spanish.original, {name: 'Agreed price', language: 'en'});
  });

  it('is known by its new name only, to readers and to linkers', async () => {
    const source = merge({name: 'Agreed price', aliases: null});
    const names = async (name: string) =>
      (await source.named(name)).map(({term}) => term.name);
    assert.deepEqual(await names('agreed price'), ['Agreed price']);
    assert.deepEqual(await names('exercise price'), []);
    assert.deepEqual(await names('strike price'), []);
    const vocabularies = await source.vocabulary();
    const known = vocabularies
      .filter(({language}) => language === 'en')
      .flatMap(({terms}) => terms)
      .filter(({id}) => id === 'strike');
    assert.deepEqual(
      known.map(({name}) => name),
      ['Agreed price'],
    );
  });

  it('may have an id such as __proto__', async () => {
    const source = over(above([{id: '__proto__', merge: true, tags: ['a']}]));
    const entry = await source.entry('__proto__');
    assert.deepEqual(entry?.term.tags, ['a']);
    assert.equal(entry.term.name, 'Prototype');
  });

  it('is not shown without a term below, and that is told once', async () => {
    const source = over(above([{id: 'gone', merge: true, summary: 'Ours.'}]));
    told.length = 0;
    assert.equal(await source.entry('gone'), undefined);
    assert.equal(await source.entry('gone'), undefined);
    assert.equal(told.length, 1);
    assert.match(told[0]!, /^merge: "gone".*layer below/s);
    const alone = above([{id: 'gone', merge: true, summary: 'Ours.'}]);
    assert.equal(alone.entry('gone'), undefined);
    assert.deepEqual(await alone.named('gone'), []);
  });

  it('needs no name, and the format knows its fields', () => {
    const faults = (term: object) =>
      examineGlossary({format: 1, name: '', terms: [term]}).faults.map(
        ({path, expected}) => `${path}: ${expected}`,
      );
    const merging = {id: 'a', merge: true};
    assert.deepEqual(faults({...merging, tags: null, summary: 'x'}), []);
    assert.deepEqual(faults({...merging, translations: {es: null}}), []);
    assert.deepEqual(faults({...merging, name: 4}), [
      'terms[0].name: a string',
    ]);
    assert.deepEqual(faults({id: 'a', summary: ''}), [
      'terms[0].name: the property "name"',
    ]);
  });
});

describe('what layers say of each other', () => {
  const source = over(
    above(
      [
        {id: 'spread', name: 'Bid–ask spread', summary: 'Ours.', url: '/s/'},
        {id: 'tick', name: null},
        {
          id: 'ours',
          name: 'Ours',
          summary: '',
          related: ['strike', 'nothing'],
          definition: {markdown: 'See [[strike|it]].'},
        },
      ],
      {
        areas: [
          {
            id: 'prices',
            name: 'Our prices',
            questions: [
              {question: 'What?', answer: {markdown: 'A [[strike]].'}},
            ],
            resources: [{number: 1, terms: ['ours', 'strike', 'tick']}],
          },
        ],
      },
    ),
  );

  it('is the name and the address that an upper one gives', async () => {
    const entry = (await source.entry('strike'))!;
    assert.deepEqual(entry.related, [
      {id: 'spread', name: 'Bid–ask spread', url: '/s/'},
    ]);
    assert.equal(entry.links.nameOf('spread'), 'Bid–ask spread');
    assert.equal(entry.links.addressOf('spread'), '/s/');
    assert.equal(entry.links.nameOf('tick'), undefined);
  });

  it('is what a lower one has and the upper one points to', async () => {
    const entry = (await source.entry('ours'))!;
    assert.deepEqual(
      entry.related.map(({name}) => name),
      ['Strike price'],
    );
    assert.equal(entry.links.nameOf('strike'), 'Strike price');
  });

  it('is an area above with terms below, by its id and its address', async () => {
    for (const area of ['prices', 'https://below.example/area/prices/']) {
      const page = (await source.areaPage({area}))!;
      assert.equal(page.area.name, 'Our prices');
      assert.deepEqual(
        page.entries.map(({term}) => term.name),
        ['Ours', 'Strike price'],
      );
      assert.equal(page.links.nameOf('strike'), 'Strike price');
    }
  });
});
