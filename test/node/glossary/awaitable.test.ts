import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {inspect} from 'node:util';
import {createContext, runInContext} from 'node:vm';
import {
  allReady,
  type Awaitable,
  bothReady,
  isThenable,
  whenReady,
  whenRejected,
} from '../../../src/glossary/awaitable.js';
import {documentSource} from '../../../src/glossary/document-source.js';
import {LayeredSource} from '../../../src/glossary/layered-source.js';
import type {Entry, GlossarySource} from '../../../src/glossary/source.js';
import {lookUp} from '../../../src/elements/term-tip/look-up.js';

/** What has `then`, and nothing else of a promise; it calls back as it likes. */
const thenable = <T>(value: T): PromiseLike<T> => ({
  then(resolve?: ((value: T) => unknown) | null) {
    resolve?.(value);
    return undefined as never; // no chain is made with it
  },
});

const failing = <T>(error: unknown): PromiseLike<T> => ({
  then(_: unknown, reject?: ((error: unknown) => unknown) | null) {
    reject?.(error);
    return undefined as never;
  },
});

/** A promise of another realm is no instance of this one's `Promise`. */
const elsewhere = <T>(value: T): PromiseLike<T> => {
  const realm = createContext({value});
  return runInContext('(async () => value)()', realm) as PromiseLike<T>;
};

const PROMISED: readonly [string, <T>(value: T) => PromiseLike<T>][] = [
  ['a promise', <T>(value: T) => Promise.resolve(value)],
  ['an object with then', thenable],
  ['a promise of another realm', elsewhere],
];

describe('what is to be waited for', () => {
  for (const [what, promised] of PROMISED) {
    it(`is ${what}`, async () => {
      assert.equal(isThenable(promised(1)), true);
      assert.equal(await whenReady(promised(1), (value) => value + 1), 2);
      assert.equal(await whenReady(1, (value) => promised(value + 1)), 2);
      assert.ok(whenReady(1, promised) instanceof Promise);
      assert.deepEqual(await allReady([1, promised(2)]), [1, 2]);
      assert.deepEqual(await bothReady(promised(1), 'a'), [1, 'a']);
      assert.deepEqual(await bothReady(1, promised('a')), [1, 'a']);
      assert.equal(await whenRejected(promised(1), () => 2), 1);
    });
  }

  for (const value of [
    undefined,
    null,
    0,
    '',
    'then',
    {},
    {then: 'later'},
    [],
    () => 1,
  ] as const)
    it(`is not ${inspect(value)}`, () => {
      assert.equal(isThenable(value), false);
      assert.equal(
        whenReady(value, (found) => found),
        value,
      );
      assert.equal(
        whenRejected<unknown>(value, () => 'other'),
        value,
      );
      const values = [value, value];
      assert.equal(allReady(values), values);
      assert.deepEqual(bothReady(value, 1), [value, 1]);
    });

  it('is recovered from where it fails, and only there', async () => {
    const error = new Error('gone');
    assert.equal(await whenRejected(failing<number>(error), () => 2), 2);
    await assert.rejects(
      Promise.resolve(whenReady(failing<number>(error), (value) => value)),
      error,
    );
  });
});

/** A source of the host's own, whose answers come as they are wrapped. */
const wrapped = (wrap: <T>(value: T) => Awaitable<T>): GlossarySource => {
  const inner = documentSource({
    format: 1,
    name: 'Own',
    terms: [{id: 'alpha', name: 'Alpha', summary: 'First.'}],
    areas: [{id: 'letters', name: 'Letters'}],
  });
  return {
    label: 'own source',
    entry: (reference) => wrap(inner.entry(reference) as Entry | undefined),
    named: async (name) => inner.named(name),
    areaPage: (request) => wrap(inner.areaPage(request) as undefined),
    vocabulary: async () => inner.vocabulary(),
  };
};

describe('a source of the host’s own', () => {
  for (const [what, promised] of PROMISED) {
    it(`may answer with ${what}`, async () => {
      const source = wrapped(promised);
      const {signal} = new AbortController();
      const byId = await lookUp(source, 'alpha', signal);
      assert.equal(byId.status, 'found');
      const byName = await lookUp(source, 'Alpha', signal);
      assert.equal(byName.status, 'found');
      const late = await lookUp(promised(source), 'alpha', signal);
      assert.equal(late.status, 'found');
      const layered = new LayeredSource([source, wrapped(promised)]);
      assert.equal((await layered.entry('alpha'))?.term.name, 'Alpha');
      const page = await layered.areaPage({area: 'letters'});
      assert.equal(page?.area.name, 'Letters');
    });
  }

  it('may fail with what is no promise', async () => {
    const error = new Error('gone');
    const source = {...wrapped(thenable), entry: () => failing<Entry>(error)};
    const {signal} = new AbortController();
    assert.deepEqual(await lookUp(source, 'alpha', signal), {
      status: 'failed',
      error,
    });
  });
});
