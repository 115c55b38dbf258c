import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {OfflineCopies} from '../../../../src/glossary/loading/offline-copies.js';

const ADDRESS = 'https://glossary.example/glossary.json';
const FILE = {
  pieces: [new Uint8Array([1])],
  bytes: 1,
  address: ADDRESS,
  type: 'application/json',
};

const denied = () =>
  Promise.reject(new DOMException('denied', 'SecurityError'));
const full = () =>
  Promise.reject(new DOMException('full', 'QuotaExceededError'));
const nothing = () => Promise.resolve(undefined);

/** Storage as browsers have it: the real one is tried in test/node/pages. */
const storage = (cache: object, open?: () => Promise<never>) =>
  ({
    keys: () => Promise.resolve([]),
    open: open ?? (() => Promise.resolve(cache)),
  }) as unknown as CacheStorage;

describe('OfflineCopies', () => {
  for (const [what, caches] of [
    ['absent', undefined],
    ['denied', storage({}, denied)],
    ['full', storage({match: nothing, put: full})],
    ['broken', storage({match: denied, put: denied})],
  ] as const) {
    it(`is silent where storage is ${what}`, async () => {
      const copies = new OfflineCopies(ADDRESS, {caches, now: () => 0});
      await copies.write(ADDRESS, FILE);
      assert.equal(await copies.read(ADDRESS), undefined);
    });
  }
});
