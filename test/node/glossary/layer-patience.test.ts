import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isThenable} from '../../../src/glossary/awaitable.js';
import {DocumentSource} from '../../../src/glossary/document-source.js';
import {LayeredSource} from '../../../src/glossary/layered-source.js';
import {LAYER_PATIENCE} from '../../../src/glossary/layers/precedence.js';
import type {Entry, GlossarySource} from '../../../src/glossary/source.js';

const words = (name: string, id = 'a') =>
  new DocumentSource({format: 1, name, terms: [{id, name, summary: ''}]}, name);

/** A source that answers when it is told to. */
const held = (label: string) => {
  const waiting: ((answer: Entry | undefined) => void)[] = [];
  const refusals: ((error: unknown) => void)[] = [];
  const source: GlossarySource = {
    label,
    entry: () =>
      new Promise<Entry | undefined>((resolve, reject) => {
        waiting.push(resolve);
        refusals.push(reject);
      }),
    named: () => [],
    areaPage: () => undefined,
    vocabulary: () => [],
  };
  const answer = (entry: Entry | undefined) => {
    for (const resolve of waiting.splice(0)) resolve(entry);
  };
  const fail = (error: unknown) => {
    for (const reject of refusals.splice(0)) reject(error);
  };
  return {source, answer, fail, waiting};
};

/** Layers with a clock that stands still until it is told. */
const layers = (...sources: GlossarySource[]) => {
  const timers = new Set<() => void>();
  const told: string[] = [];
  const source = new LayeredSource(sources, {
    after: (ms, call) => {
      assert.equal(ms, LAYER_PATIENCE);
      timers.add(call);
      return () => timers.delete(call);
    },
    warn: (code, message) => told.push(`${code}: ${message}`),
  });
  const pass = () => {
    for (const call of [...timers]) call();
  };
  let changes = 0;
  const stop = source.watch(() => changes++);
  return {source, pass, timers, told, stop, changes: () => changes};
};

/** Lets what has been settled be heard. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

const entryOf = (name: string, id = 'a') => words(name, id).entry(id) as Entry;

describe('a layer that is slow', () => {
  it('holds those below up no longer than its patience, and is told of when it answers otherwise', async () => {
    const slow = held('slow');
    const {source, pass, changes} = layers(words('below'), slow.source);
    const asked = source.entry('a');
    pass();
    assert.equal((await asked)?.term.name, 'below');
    assert.equal(changes(), 0);
    slow.answer(entryOf('above'));
    await settled();
    assert.equal(changes(), 1);
    // Whoever asks again waits for it: else it would be told of for ever.
    const again = source.entry('a');
    pass();
    slow.answer(entryOf('above'));
    assert.equal((await again)?.term.name, 'above');
    await settled();
    assert.equal(changes(), 1);
  });

  it('is nothing to tell of when it has nothing, or fails', async () => {
    for (const end of ['answer', 'fail'] as const) {
      const slow = held('slow');
      const {source, pass, changes} = layers(words('below'), slow.source);
      const asked = source.entry('a');
      pass();
      await asked;
      slow[end](undefined);
      await settled();
      assert.equal(changes(), 0);
    }
  });

  it('is waited for as long as nobody else has the term', async () => {
    const slow = held('slow');
    const {source, pass} = layers(words('below'), slow.source);
    const asked = source.entry('b') as Promise<Entry>;
    pass();
    await settled();
    slow.answer(entryOf('late', 'b'));
    assert.equal((await asked).term.name, 'late');
  });

  it('below one that has the term holds nobody up', () => {
    const slow = held('slow');
    const {source, timers} = layers(slow.source, words('above'));
    const entry = source.entry('a');
    assert.ok(entry && !isThenable(entry));
    assert.equal(entry.term.name, 'above');
    assert.equal(timers.size, 0);
  });

  it('is no longer told of when nobody listens', async () => {
    const slow = held('slow');
    const {source, pass, changes, stop} = layers(words('below'), slow.source);
    const asked = source.entry('a');
    pass();
    await asked;
    stop();
    slow.answer(entryOf('above'));
    await settled();
    assert.equal(changes(), 0);
  });
});

describe('a layer that fails', () => {
  it('is left out and said to be, once', async () => {
    const {source: broken, fail} = held('broken');
    const {source, told} = layers(words('below'), broken);
    const asked = [source.entry('a'), source.entry('a')];
    fail(new Error('no answer'));
    for (const entry of asked) assert.equal((await entry)?.term.name, 'below');
    assert.equal(told.length, 1);
    assert.match(told[0]!, /^layer: .*broken.*no answer/);
    assert.equal(source.status.state, 'ready');
    assert.deepEqual(
      source.status.layers?.map(({label, state}) => [label, state]),
      [
        ['below', 'ready'],
        ['broken', 'failed'],
      ],
    );
    assert.equal(source.status, source.status);
    assert.equal(source.in('es').status, source.status);
  });

  it('is what is wrong when all of them fail, the uppermost first, and then nothing is said twice', async () => {
    const [lower, upper] = [held('lower'), held('upper')];
    const {source, told} = layers(lower.source, upper.source);
    const asked = source.entry('a');
    lower.fail(new Error('lower'));
    upper.fail(new Error('upper'));
    await assert.rejects(async () => asked, /upper/);
    assert.equal(source.status.state, 'failed');
    assert.deepEqual(told, []);
  });

  it('is forgiven when it answers', async () => {
    const broken = held('broken');
    const {source} = layers(words('below'), broken.source);
    const failed = source.entry('a');
    broken.fail(new Error('no answer'));
    await failed;
    const again = source.entry('a');
    broken.answer(entryOf('above'));
    assert.equal((await again)?.term.name, 'above');
    assert.deepEqual(
      source.status.layers?.map(({state}) => state),
      ['ready', 'ready'],
    );
  });
});

describe('layers', () => {
  it('end a question when it is taken back', async () => {
    const slow = held('slow');
    const {source, told} = layers(slow.source, held('other').source);
    const controller = new AbortController();
    const asked = source.entry('a', controller.signal);
    controller.abort(new Error('gone'));
    slow.fail(controller.signal.reason);
    await assert.rejects(async () => asked, /gone/);
    assert.deepEqual(told, []);
  });

  it('watch what is in them, and stop', () => {
    const listeners = new Set<() => void>();
    const watched: GlossarySource = {
      ...held('watched').source,
      watch: (changed) => {
        listeners.add(changed);
        return () => listeners.delete(changed);
      },
    };
    const {changes, stop} = layers(words('below'), watched);
    for (const listener of listeners) listener();
    assert.equal(changes(), 1);
    stop();
    assert.equal(listeners.size, 0);
  });
});
