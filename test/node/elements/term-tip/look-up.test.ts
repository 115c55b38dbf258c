import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isThenable} from '../../../../src/glossary/awaitable.js';
import {documentSource} from '../../../../src/glossary/document-source.js';
import type {GlossarySource} from '../../../../src/glossary/source.js';
import {lookUp} from '../../../../src/elements/term-tip/look-up.js';

const term = (id: string, name: string, more = {}) => ({
  id,
  name,
  summary: `${name}.`,
  ...more,
});

const source = documentSource({
  format: 1,
  name: 'Test',
  terms: [
    term('delta', 'Delta', {formerIds: ['old-delta']}),
    term('delta-exchange', 'Delta'),
    term('margin', 'Margin', {url: 'https://glossary.example/margin/'}),
    term('two words', 'Two words'),
    {id: 'gone', name: null},
  ],
});

const {signal} = new AbortController();
const idsOf = async (reference: string) => {
  const answer = await lookUp(source, reference, signal);
  return answer.status === 'found'
    ? answer.entries.map(({term: {id}}) => id)
    : answer.status;
};

describe('lookUp', () => {
  for (const [what, reference, expected] of [
    ['an id', 'delta', ['delta']],
    ['a former id', 'old-delta', ['delta']],
    ['an address', 'https://glossary.example/margin/', ['margin']],
    ['an id with a space in it', 'two words', ['two words']],
    [
      'several ids, for a choice',
      'margin delta-exchange',
      ['margin', 'delta-exchange'],
    ],
    ['several ids of which one is not there', 'nope margin', ['margin']],
    ['a name of two terms', 'Delta', ['delta', 'delta-exchange']],
    ['a name in another case', 'MARGIN', ['margin']],
    ['nothing that is there', 'nope', 'missing'],
    ['a term that was taken away', 'gone', 'missing'],
  ] as const) {
    it(`finds ${what}`, async () => {
      assert.deepEqual(await idsOf(reference), expected);
    });
  }

  it('answers at once for an id in memory', () => {
    assert.ok(!isThenable(lookUp(source, 'delta', signal)));
  });

  for (const [how, entry] of [
    [
      'throws',
      () => {
        throw new Error('broken');
      },
    ],
    ['rejects', () => Promise.reject(new Error('broken'))],
  ] as const) {
    it(`says that a source failed which ${how}`, async () => {
      const broken = {...source, entry} as unknown as GlossarySource;
      const answer = await lookUp(broken, 'delta', signal);
      assert.equal(answer.status, 'failed');
    });
  }

  it('says that a source failed which could not be loaded', async () => {
    const answer = await lookUp(
      Promise.reject(new Error('offline')),
      'x',
      signal,
    );
    assert.equal(answer.status, 'failed');
  });
});
