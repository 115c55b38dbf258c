import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {RetryOnReturn} from '../../../../src/glossary/loading/retry-on-return.js';

const INTERVAL = 5000;

/** A page whose events are told, and whose time goes on when it is told to. */
const page = () => {
  const target = new EventTarget();
  const listening = new Set<string>();
  const timers: {at: number; call: () => void}[] = [];
  let time = 100_000;
  let attempts = 0;
  const events = {
    addEventListener: (type: string, listener: EventListener) => {
      listening.add(type);
      target.addEventListener(type, listener);
    },
    removeEventListener: (type: string, listener: EventListener) => {
      listening.delete(type);
      target.removeEventListener(type, listener);
    },
  } as EventTarget;
  const retry = new RetryOnReturn(
    () => {
      attempts++;
      return Promise.resolve();
    },
    {
      events,
      now: () => time,
      random: () => 0.5,
      after: (milliseconds, call) => {
        const timer = {at: time + milliseconds, call};
        timers.push(timer);
        return () => timers.splice(timers.indexOf(timer), 1);
      },
    },
    INTERVAL,
  );
  return {
    retry,
    target,
    listening,
    timers,
    attempts: () => attempts,
    tell: (type: string, more: object = {}) =>
      target.dispatchEvent(Object.assign(new Event(type), more)),
    /** The clock goes on, and timers do not. */
    sleep: (milliseconds: number) => {
      time += milliseconds;
      for (const timer of timers) timer.at += milliseconds;
    },
    /** Goes on to the next timer; returns how long that took. */
    goOn: () => {
      const timer = timers.shift();
      if (!timer) return undefined;
      const took = timer.at - time;
      time = timer.at;
      timer.call();
      return took;
    },
  };
};

describe('RetryOnReturn', () => {
  it('listens only while something waits', () => {
    const {retry, listening, timers, tell} = page();
    assert.equal(listening.size, 0);
    retry.isWaiting = true;
    assert.deepEqual([...listening].sort(), [
      'online',
      'pageshow',
      'visibilitychange',
    ]);
    tell('online');
    assert.equal(timers.length, 1);
    retry.isWaiting = false;
    assert.equal(listening.size, 0);
    assert.equal(timers.length, 0);
  });

  it('tries again when the network is back, after a moment of chance', () => {
    const {retry, tell, goOn, attempts} = page();
    retry.isWaiting = true;
    tell('online');
    assert.equal(goOn(), 500);
    assert.equal(attempts(), 1);
  });

  it('tries once for several signs of hope, and not again too soon', () => {
    const {retry, tell, goOn, attempts} = page();
    retry.isWaiting = true;
    tell('online');
    tell('online');
    goOn();
    assert.equal(goOn(), undefined);
    tell('online');
    assert.equal(goOn(), INTERVAL + 500);
    assert.equal(attempts(), 2);
  });

  it('waits as long as the server has asked for', () => {
    const {retry, tell, goOn} = page();
    retry.isWaiting = true;
    retry.notBefore = 160_000;
    tell('online');
    assert.equal(goOn(), 60_500);
  });

  it('does not add up the time that the machine has slept', () => {
    const {retry, tell, sleep, goOn} = page();
    retry.isWaiting = true;
    retry.notBefore = 3_700_000;
    tell('online');
    sleep(8_000_000);
    tell('online');
    assert.equal(goOn(), 500);
    assert.equal(goOn(), undefined);
  });

  it('takes a page that comes out of the cache for hope, and a new one not', () => {
    const {retry, tell, timers} = page();
    retry.isWaiting = true;
    tell('pageshow', {persisted: false});
    assert.equal(timers.length, 0);
    tell('pageshow', {persisted: true});
    assert.equal(timers.length, 1);
  });

  for (const [visibilityState, expected] of [
    ['hidden', 0],
    ['visible', 1],
  ] as const) {
    it(`tries ${expected} times when the page has become ${visibilityState}`, () => {
      const {retry, target, timers, tell} = page();
      retry.isWaiting = true;
      Object.assign(target, {visibilityState});
      tell('visibilitychange');
      assert.equal(timers.length, expected);
    });
  }
});
