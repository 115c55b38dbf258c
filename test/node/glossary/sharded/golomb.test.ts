import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {decodeSet, encodeSet} from '../../../../src/glossary/sharded/golomb.js';

const texts = (count: number, what: string) =>
  Array.from({length: count}, (_, index) => `${what} ${index}`);

describe('a Golomb-coded set', () => {
  it('has every text that was put in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({unit: 'binary'})),
        fc.integer({min: 1, max: 24}),
        (all, bits) => {
          const set = decodeSet(encodeSet(all, bits));
          for (const text of all) assert.ok(set.has(text), text);
        },
      ),
    );
  });

  for (const bits of [4, 8, 12]) {
    it(`takes about ${bits} bits for a text, and errs for one in 2^${bits}`, () => {
      const bytes = encodeSet(texts(20_000, 'in'), bits);
      assert.ok((bytes.length * 8) / 20_000 < bits + 1.7);
      const set = decodeSet(bytes);
      const others = texts(400_000, 'out').filter((text) => set.has(text));
      const rate = others.length / 400_000;
      assert.ok(rate > 0.6 * 2 ** -bits && rate < 1.4 * 2 ** -bits, `${rate}`);
    });
  }

  it('is the same for the same texts', () => {
    assert.deepEqual(
      encodeSet(['a', 'b', 'c'], 8),
      encodeSet(['c', 'a', 'b', 'a'], 8),
    );
  });

  it('has nothing where it is empty', () => {
    assert.equal(decodeSet(encodeSet([], 8)).has(''), false);
  });

  it('is refused where bytes are missing, or are others', () => {
    const bytes = encodeSet(texts(300, 'in'), 8);
    for (let length = 0; length < bytes.length; length++) {
      assert.throws(() => decodeSet(bytes.subarray(0, length)), RangeError);
    }
    assert.throws(() => decodeSet(Uint8Array.from([...bytes, 0])), RangeError);
    assert.throws(() => decodeSet(new Uint8Array(50).fill(255)), RangeError);
    assert.throws(
      () => decodeSet(Uint8Array.from([8, 4, ...new Uint8Array(9).fill(255)])),
      RangeError,
    );
  });
});
