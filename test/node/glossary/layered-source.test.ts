import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isThenable} from '../../../src/glossary/awaitable.js';
import {DocumentSource} from '../../../src/glossary/document-source.js';
import {LayeredSource, layered} from '../../../src/glossary/layered-source.js';
import type {GlossarySource} from '../../../src/glossary/source.js';
import type {Glossary} from '../../../src/glossary/types.js';
import {example} from './example.js';

const upper: Glossary = {
  format: 1,
  name: 'House words',
  publisher: {type: 'Organization', name: 'House'},
  terms: [
    {id: 'maker', name: 'Liquidity maker', summary: 'Ours.'},
    {id: 'order-book', name: null},
    {id: 'ours', name: 'Ours', summary: 'Only here.'},
  ],
};

const base = new DocumentSource(example, 'base');
const house = new DocumentSource(upper, 'house');

/** The same answers, one task later. */
const later = (source: GlossarySource): GlossarySource => ({
  label: `later ${source.label}`,
  entry: async (reference) => source.entry(reference),
  named: async (name) => source.named(name),
  areaPage: async (request) => source.areaPage(request),
  vocabulary: async () => source.vocabulary(),
});

/** Fails whatever it is asked, by a rejection or by throwing. */
const failing = (message: string, throws = false): GlossarySource => {
  const fail = () => {
    const error = new Error(message);
    if (throws) throw error;
    return Promise.reject(error);
  };
  return {
    label: message,
    entry: fail,
    named: fail,
    areaPage: fail,
    vocabulary: fail,
  };
};

describe('layers', () => {
  const source = new LayeredSource([base, house]);

  for (const [why, reference, name, publisher] of [
    ['the upper one', 'maker', 'Liquidity maker', 'House'],
    ['the upper one alone', 'ours', 'Ours', 'House'],
    ['the lower one', 'spread', 'Spread', 'Example Glossary'],
    [
      'the upper one, found by the address in the lower one',
      'https://glossary.example/term/maker/',
      'Liquidity maker',
      'House',
    ],
    [
      'the upper one, found by a former id in the lower one',
      'quoter',
      'Liquidity maker',
      'House',
    ],
  ] as const) {
    it(`answer with ${why}, and its publisher`, async () => {
      for (const asked of [source, new LayeredSource([later(base), house])]) {
        const entry = await asked.entry(reference);
        assert.equal(entry?.term.name, name);
        assert.equal(entry.glossary.publisher?.name, publisher);
      }
    });
  }

  it('take away what an upper one removes, and only above', () => {
    assert.equal(source.entry('order-book'), null);
    const turned = new LayeredSource([house, base]);
    assert.equal(
      (turned.entry('order-book') as {term: object}).term,
      example.terms[2],
    );
  });

  it('take away what is found by its address too', () => {
    const removing = new DocumentSource({
      ...upper,
      terms: [{id: 'maker', name: null}],
    });
    const both = new LayeredSource([base, removing]);
    assert.equal(both.entry('https://glossary.example/term/maker/'), null);
    assert.equal(both.entry('market-maker'), null);
  });

  it('know nothing that none of them knows', async () => {
    assert.equal(source.entry('nothing'), undefined);
    assert.deepEqual(await source.named('nothing'), []);
    assert.equal(source.areaPage({area: 'nothing'}), undefined);
  });

  it('answer at once where all of them do', () => {
    const entry = source.entry('maker');
    assert.ok(entry && !isThenable(entry));
    assert.ok(!isThenable(source.areaPage({area: 'books'})));
  });

  it('find the current name only', async () => {
    for (const asked of [source, new LayeredSource([later(base), house])]) {
      const names = async (name: string) =>
        (await asked.named(name)).map(({term}) => term.name);
      assert.deepEqual(await names('liquidity maker'), ['Liquidity maker']);
      assert.deepEqual(await names('market maker'), []); // renamed
      assert.deepEqual(await names('order book'), []); // removed
      assert.deepEqual(await names('spread'), ['Spread']);
    }
  });

  it('show the current entries of an area', async () => {
    for (const asked of [source, new LayeredSource([later(base), house])]) {
      const first = await asked.areaPage({area: 'books'});
      assert.equal(first?.glossary.name, 'Example Glossary');
      assert.deepEqual(
        first.entries.map(({term}) => term.name),
        ['Liquidity maker'],
      );
      const second = await asked.areaPage({area: 'books', resource: 2});
      assert.deepEqual(
        second?.entries.map(({term}) => term.name),
        ['Spread'],
      );
    }
  });

  it('are all asked at once', () => {
    const asked: string[] = [];
    const slow = (label: string): GlossarySource => ({
      ...failing(label),
      entry: () => {
        asked.push(label);
        return new Promise(() => undefined);
      },
    });
    void new LayeredSource([slow('a'), slow('b'), slow('c')]).entry('x');
    assert.deepEqual(asked, ['c', 'b', 'a']);
  });
});

describe('a layer that fails', () => {
  for (const [how, broken] of [
    ['rejects', failing('broken')],
    ['throws', failing('broken', true)],
  ] as const) {
    for (const [where, source] of [
      ['above', new LayeredSource([base, broken])],
      ['below', new LayeredSource([broken, base])],
    ] as const) {
      it(`${where} is passed over where another answers (it ${how})`, async () => {
        assert.equal((await source.entry('maker'))?.term, example.terms[0]);
        assert.equal((await source.named('maker')).length, 1);
        const page = await source.areaPage({area: 'books'});
        assert.equal(page?.entries.length, 1);
      });

      it(`${where} is told where no other knows (it ${how})`, async () => {
        const message = 'broken';
        await assert.rejects(async () => source.entry('nothing'), {message});
        await assert.rejects(async () => source.areaPage({area: 'nothing'}), {
          message,
        });
      });
    }
  }

  it('is the uppermost one where all of them fail', async () => {
    const source = new LayeredSource([failing('lower'), failing('upper')]);
    const message = 'upper';
    await assert.rejects(async () => source.entry('x'), {message});
    await assert.rejects(async () => source.named('x'), {message});
    await assert.rejects(async () => source.areaPage({area: 'x'}), {message});
  });
});

describe('layered', () => {
  it('is the source itself where there is one', () => {
    assert.equal(layered([base]), base);
  });

  it('names all of them, lowest first', () => {
    assert.equal(layered([base, house]).label, 'base, house');
  });

  it('of none knows nothing', () => {
    assert.equal(layered([]).entry('x'), undefined);
    assert.deepEqual(layered([]).named('x'), []);
  });
});
