import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {lineAt, place} from '../../../../src/elements/term-tip/placement.js';

const viewport = {
  left: 0,
  top: 0,
  width: 1000,
  height: 800,
  layoutHeight: 800,
};
const box = (left: number, top: number, width = 80, height = 20) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const card = {width: 352, height: 200, viewport, rightToLeft: false};

describe('place', () => {
  it('puts a card below its words, flush with their beginning', () => {
    const {above, left, offset} = place({...card, line: box(300, 100)});
    assert.deepEqual([above, left, offset], [false, 300, 126]);
  });

  it('is flush with their other end in right-to-left text', () => {
    const line = box(600, 100);
    assert.equal(place({...card, line, rightToLeft: true}).left, 680 - 352);
  });

  it('goes above where there is no room below', () => {
    const {above, offset} = place({...card, line: box(300, 700)});
    assert.deepEqual([above, offset], [true, 800 - 700 + 6]);
  });

  it('stays on its side while it fits there', () => {
    const line = box(300, 400);
    assert.equal(place({...card, line, above: true}).above, true);
    assert.equal(place({...card, line, above: false}).above, false);
  });

  it('takes the larger side, and what room there is, when it fits on neither', () => {
    const placed = place({...card, height: 900, line: box(300, 500)});
    assert.deepEqual([placed.above, placed.height], [true, 500 - 6 - 8]);
  });

  it('is never over its words nor out of the viewport', () => {
    const number = (max: number) => fc.integer({min: 0, max});
    fc.assert(
      fc.property(
        fc.record({
          left: number(900),
          top: number(760),
          width: number(600),
          height: number(1200),
          rightToLeft: fc.boolean(),
          above: fc.option(fc.boolean(), {nil: undefined}),
        }),
        ({left, top, ...situation}) => {
          const line = box(left, top);
          const placed = place({...situation, line, viewport});
          const height = Math.min(situation.height, placed.height);
          const from = placed.above
            ? viewport.height - placed.offset - height
            : placed.offset;
          assert.ok(placed.left >= 8);
          assert.ok(placed.left + situation.width <= viewport.width - 8);
          assert.ok(from >= 8 || height === 0);
          assert.ok(from + height <= viewport.height - 8 || height === 0);
          assert.ok(
            placed.above ? from + height <= line.top : from >= line.bottom,
          );
        },
      ),
    );
  });
});

describe('place, in a viewport that shows little', () => {
  /** A page of 1000 by 800 that is pinched to a third. */
  const pinched = {...viewport, left: 400, top: 300, width: 333, height: 267};

  it('stays in what is on screen of a page that is pinched', () => {
    const placed = place({
      ...card,
      width: 317,
      height: 100,
      viewport: pinched,
      line: box(650, 310),
    });
    assert.deepEqual(
      [placed.above, placed.left, placed.offset, placed.width],
      [false, 400 + 333 - 317 - 8, 330 + 6, 333 - 16],
    );
  });

  it('counts the distance above from the bottom of the layout', () => {
    const line = box(420, 540);
    const placed = place({...card, height: 100, viewport: pinched, line});
    assert.deepEqual([placed.above, placed.offset], [true, 800 - 540 + 6]);
    assert.equal(placed.height, 540 - 300 - 6 - 8);
  });

  it('is over its words only where neither side has room for two lines', () => {
    const frame = {...viewport, width: 320, height: 150, layoutHeight: 150};
    const situation = {...card, width: 304, viewport: frame};
    const placed = place({...situation, line: box(10, 65)});
    assert.deepEqual([placed.offset, placed.height], [8, 150 - 16]);
    const small = place({...situation, height: 40, line: box(10, 65)});
    assert.deepEqual([small.above, small.offset], [false, 85 + 6]);
    const beside = place({...situation, line: box(10, 10)});
    assert.deepEqual([beside.above, beside.offset], [false, 30 + 6]);
  });
});

describe('lineAt', () => {
  const lines = [box(500, 100, 400), box(0, 130, 200)];

  it('finds the line under the pointer, or the nearest', () => {
    assert.equal(lineAt(lines, 550, 105), 0);
    assert.equal(lineAt(lines, 20, 140), 1);
    assert.equal(lineAt(lines, 20, 400), 1);
    assert.equal(lineAt(lines, 999, 0), 0);
  });
});
