import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {JoinedTask} from '../../../src/glossary/joined-task.js';

/** A task whose runs are ended by hand. */
const manual = () => {
  const runs: {
    readonly signal: AbortSignal;
    readonly resolve: (value: string) => void;
    readonly reject: (error: unknown) => void;
  }[] = [];
  const task = new JoinedTask<string>(
    (signal) =>
      new Promise((resolve, reject) => {
        runs.push({signal, resolve, reject});
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      }),
  );
  return {task, runs};
};

const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => assert.fail('expected a rejection'),
    (error: unknown) => error,
  );

describe('JoinedTask', () => {
  it('starts when the first one asks, once for all', async () => {
    const {task, runs} = manual();
    assert.equal(runs.length, 0);
    const all = Array.from({length: 50}, () => task.join());
    assert.equal(runs.length, 1);
    runs[0]!.resolve('done');
    assert.deepEqual(new Set(await Promise.all(all)), new Set(['done']));
    assert.equal(await task.join(), 'done');
    assert.equal(runs.length, 1);
  });

  it('lets one go without harm to the other', async () => {
    const {task, runs} = manual();
    const leaver = new AbortController();
    const left = task.join(leaver.signal);
    const stays = task.join(new AbortController().signal);
    const reason = new Error('gone');
    leaver.abort(reason);
    assert.equal(await reasonOf(left), reason);
    assert.equal(runs[0]!.signal.aborted, false);
    runs[0]!.resolve('done');
    assert.equal(await stays, 'done');
  });

  it('is aborted with the last one, and starts again for the next', async () => {
    const {task, runs} = manual();
    const controllers = [new AbortController(), new AbortController()];
    const joined = controllers.map(({signal}) => reasonOf(task.join(signal)));
    controllers[0]!.abort();
    await joined[0];
    assert.equal(runs[0]!.signal.aborted, false);
    const reason = new Error('last');
    controllers[1]!.abort(reason);
    assert.equal(await joined[1], reason);
    await wait(20);
    assert.equal(runs[0]!.signal.reason, reason);
    const next = task.join();
    assert.equal(runs.length, 2);
    runs[1]!.resolve('done');
    assert.equal(await next, 'done');
  });

  it('goes on for one who comes in the task in which the last one leaves', async () => {
    const {task, runs} = manual();
    const leaver = new AbortController();
    const left = reasonOf(task.join(leaver.signal));
    leaver.abort();
    await left;
    for (let hop = 0; hop < 10; hop++) await Promise.resolve();
    const stays = task.join();
    await wait(20);
    assert.equal(runs[0]!.signal.aborted, false);
    runs[0]!.resolve('done');
    assert.equal(await stays, 'done');
    assert.equal(runs.length, 1);
  });

  it('tells a failure to all who wait, and forgets it', async () => {
    const {task, runs} = manual();
    const all = [reasonOf(task.join()), reasonOf(task.join())];
    const error = new Error('failed');
    runs[0]!.reject(error);
    assert.deepEqual(await Promise.all(all), [error, error]);
    const next = task.join();
    assert.equal(runs.length, 2);
    runs[1]!.resolve('done');
    assert.equal(await next, 'done');
  });

  it('does not start for one who has gone already', async () => {
    const {task, runs} = manual();
    const reason = new Error('gone');
    assert.equal(await reasonOf(task.join(AbortSignal.abort(reason))), reason);
    assert.equal(runs.length, 0);
  });

  it('keeps its answer when one who waited for it goes later', async () => {
    const {task, runs} = manual();
    const controller = new AbortController();
    const joined = task.join(controller.signal);
    runs[0]!.resolve('done');
    await joined;
    controller.abort();
    await wait(20);
    assert.equal(runs[0]!.signal.aborted, false);
    assert.equal(await task.join(), 'done');
    assert.equal(runs.length, 1);
  });

  it('leaves no listener on the signal of one who stays', async () => {
    const {task, runs} = manual();
    const {signal} = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...parameters: Parameters<typeof add>) => {
      listeners++;
      add(...parameters);
    };
    signal.removeEventListener = (...parameters: Parameters<typeof remove>) => {
      listeners--;
      remove(...parameters);
    };
    const joined = task.join(signal);
    assert.equal(listeners, 1);
    runs[0]!.resolve('done');
    await joined;
    assert.equal(listeners, 0);
  });
});
