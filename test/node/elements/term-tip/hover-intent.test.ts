import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {TipAnchor} from '../../../../src/elements/term-tip/anchor.js';
import {HoverIntent} from '../../../../src/elements/term-tip/hover-intent.js';
import {timing} from '../../../../src/elements/term-tip/timing.js';
import {HandClock} from './clock.js';

const anchorOf = (name: string): TipAnchor => ({
  key: {name},
  element: undefined as never,
  context: undefined as never,
  reference: name,
  text: name,
  value: undefined,
  valueLabel: undefined,
  href: undefined,
  focusable: undefined,
  rects: () => [],
  isConnected: () => true,
  setOpen: () => undefined,
  showWishes: () => undefined,
});

const setUp = () => {
  const clock = new HandClock();
  const log: string[] = [];
  const intent = new HoverIntent(
    {
      request: ({reference}) => void log.push(`ask ${reference}`),
      show: ({reference}, cause) => void log.push(`${cause} ${reference}`),
      hide: () => void log.push('hide'),
    },
    timing,
    clock,
  );
  const [a, b] = [anchorOf('a'), anchorOf('b')];
  /** As a pointer that rests on it. */
  const open = (anchor: TipAnchor) => {
    intent.point(anchor);
    clock.pass(timing.show);
    log.length = 0;
  };
  return {clock, log, intent, a, b, open};
};

describe('HoverIntent', () => {
  it('asks after 150 ms of rest, and shows after 300', () => {
    const {clock, log, intent, a} = setUp();
    intent.point(a);
    clock.pass(149);
    assert.deepEqual(log, []);
    clock.pass(1);
    assert.deepEqual(log, ['ask a']);
    clock.pass(149);
    assert.deepEqual(log, ['ask a']);
    clock.pass(1);
    assert.deepEqual(log, ['ask a', 'hover a']);
  });

  it('counts from when the pointer came, if it is told late', () => {
    const {clock, log, intent, a} = setUp();
    const at = clock.now();
    clock.pass(200);
    intent.point(a, false, at);
    clock.pass(0);
    assert.deepEqual(log, ['ask a']);
    clock.pass(100);
    assert.deepEqual(log, ['ask a', 'hover a']);
  });

  it('does nothing for a pointer that passes', () => {
    const {clock, log, intent, a} = setUp();
    intent.point(a);
    clock.pass(140);
    intent.point(undefined);
    clock.pass(5000);
    assert.deepEqual(log, []);
  });

  it('opens at most one card in a sweep over neighbours', () => {
    const {clock, log, intent} = setUp();
    for (let index = 0; index < 20; index++) {
      intent.point(anchorOf(`t${index}`));
      clock.pass(15);
    }
    clock.pass(2000);
    assert.deepEqual(
      log.filter((line) => line.startsWith('hover')),
      ['hover t19'],
    );
  });

  it('opens one more card at most when a card is open already and the pointer sweeps', () => {
    const {clock, log, intent, a, open} = setUp();
    open(a);
    for (let index = 0; index < 20; index++) {
      intent.point(anchorOf(`t${index}`));
      clock.pass(15);
    }
    clock.pass(2000);
    // The first neighbour at once, because the reader looks things up; then
    // only the one on which the pointer comes to rest.
    assert.deepEqual(
      log.filter((line) => line.startsWith('hover')),
      ['hover t0', 'hover t19'],
    );
    assert.ok(!log.includes('hide'));
  });

  it('gives 300 ms to get into the card, and keeps it open there', () => {
    const {clock, log, intent, a, open} = setUp();
    open(a);
    intent.point(undefined);
    clock.pass(299);
    intent.point(undefined, true);
    clock.pass(5000);
    assert.deepEqual(log, []);
    intent.point(undefined);
    clock.pass(299);
    intent.point(a); // back on the words
    clock.pass(5000);
    assert.deepEqual(log, []);
    intent.point(undefined);
    clock.pass(300);
    assert.deepEqual(log, ['hide']);
  });

  it('opens the next card without delay within 500 ms of the last', () => {
    for (const [after, expected] of [
      [499, ['hide', 'hover b']],
      [500, ['hide']],
    ] as const) {
      const {clock, log, intent, a, b, open} = setUp();
      open(a);
      intent.point(undefined);
      clock.pass(300);
      clock.pass(after);
      intent.point(b);
      assert.deepEqual(log, expected, `${after} ms later`);
    }
  });

  it('shows at once for the keyboard, and closes when it goes on', () => {
    const {log, intent, a} = setUp();
    intent.focus(a);
    assert.deepEqual(log, ['focus a']);
    intent.focus(undefined);
    assert.deepEqual(log, ['focus a', 'hide']);
  });

  it('does not close what the keyboard opened when a pointer wanders', () => {
    const {clock, log, intent, a} = setUp();
    intent.focus(a);
    intent.point(undefined);
    clock.pass(5000);
    assert.deepEqual(log, ['focus a']);
  });

  it('stays at a neighbour that has taken the card over', () => {
    const {clock, log, intent, a, b, open} = setUp();
    open(a);
    intent.point(b);
    clock.pass(5000);
    assert.deepEqual(log, ['hover b']);
    intent.point(undefined);
    clock.pass(300);
    assert.deepEqual(log, ['hover b', 'hide']);
  });

  it('takes no card from a reader who holds it', () => {
    const {clock, log, intent, a, b} = setUp();
    intent.press(a);
    intent.point(b);
    clock.pass(5000);
    assert.deepEqual(log, ['press a']);
  });

  it('takes the card from the keyboard only when the pointer rests', () => {
    const {clock, log, intent, a, b} = setUp();
    intent.focus(a);
    intent.point(b);
    clock.pass(299);
    assert.deepEqual(log, ['focus a', 'ask b']);
    clock.pass(1);
    assert.deepEqual(log, ['focus a', 'ask b', 'hover b']);
  });

  it('opens by a press and closes by the next', () => {
    const {clock, log, intent, a} = setUp();
    intent.press(a);
    intent.point(undefined);
    clock.pass(5000);
    assert.deepEqual(log, ['press a']);
    intent.press(a);
    assert.deepEqual(log, ['press a', 'hide']);
  });

  it('does not open again what was dismissed with the pointer in a card over its words', () => {
    const {clock, log, intent, a, open} = setUp();
    open(a);
    intent.point(undefined, true);
    intent.dismiss();
    intent.point(a);
    clock.pass(5000);
    assert.deepEqual(log, ['hide']);
    intent.point(undefined);
    intent.point(a);
    clock.pass(timing.show);
    assert.deepEqual(log.at(-1), 'hover a');
  });

  it('does not open again what was dismissed under the pointer', () => {
    const {clock, log, intent, a, open} = setUp();
    open(a);
    intent.dismiss();
    intent.point(a);
    clock.pass(5000);
    assert.deepEqual(log, ['hide']);
    intent.point(undefined);
    intent.point(a);
    clock.pass(5000);
    assert.deepEqual(log, ['hide', 'ask a', 'hover a']);
  });

  it('keeps a card in which the reader is at work, until they let go', () => {
    const {clock, log, intent, a, open} = setUp();
    open(a);
    intent.point(undefined, true);
    intent.hold();
    intent.point(undefined);
    clock.pass(5000);
    assert.deepEqual(log, []);
    intent.point(undefined, true);
    intent.loosen();
    intent.point(undefined);
    clock.pass(300);
    assert.deepEqual(log, ['hide']);
  });

  it('goes on with the node that a framework drew in place of the words', () => {
    const {clock, log, intent, a, b, open} = setUp();
    open(a);
    intent.replace(b);
    intent.point(b);
    clock.pass(5000);
    assert.deepEqual(log, []);
    intent.point(undefined);
    clock.pass(300);
    assert.deepEqual(log, ['hide']);
  });
});
