import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  backoff,
  isPassing,
  retryTime,
} from '../../../../src/glossary/loading/retry.js';

const NOW = Date.parse('2026-03-19T10:00:00Z');

describe('retryTime', () => {
  for (const [header, expected] of [
    [null, undefined],
    ['', undefined],
    ['0', NOW],
    ['120', NOW + 120_000],
    [' 3 ', NOW + 3000],
    ['Thu, 19 Mar 2026 10:01:00 GMT', NOW + 60_000],
    ['Thu, 19 Mar 2026 09:00:00 GMT', NOW],
    ['99999999999999999999', NOW + 86_400_000],
    ['9'.repeat(400), NOW + 86_400_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', NOW + 86_400_000],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
  ] as const) {
    it(`reads ${JSON.stringify(header)}`, () => {
      assert.equal(retryTime(header, NOW), expected);
    });
  }
});

describe('backoff', () => {
  it('doubles, and leaves half of it to chance', () => {
    assert.deepEqual(
      [1, 2, 3].map((failed) => backoff(failed, 100, 0)),
      [50, 100, 200],
    );
    assert.equal(backoff(1, 100, 0.5), 75);
  });
});

describe('isPassing', () => {
  it('is true of what may be otherwise in a moment', () => {
    const all = Array.from({length: 200}, (_, index) => 400 + index);
    assert.deepEqual(
      all.filter(isPassing),
      [408, 425, 429, 500, 502, 503, 504],
    );
  });
});
