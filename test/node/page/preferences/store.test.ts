import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {PreferenceStore} from '../../../../src/page/preferences/store.js';
import {STORAGE_KEY} from '../../../../src/page/preferences/storage-key.js';

/** A storage as a browser has it, in memory. */
class MemoryStorage {
  readonly items = new Map<string, string>();
  getItem(key: string) {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.items.set(key, value);
  }
  get stored(): Record<string, unknown> {
    return JSON.parse(this.items.get(STORAGE_KEY) ?? '{}');
  }
}

const know = (id: string) => (now: {known: ReadonlySet<string>}) => ({
  known: new Set([...now.known, id]),
});

const INITIAL = {
  cards: true,
  difficulty: 1,
  known: new Set(),
  read: new Set(),
};

describe('PreferenceStore', () => {
  it('begins with cards, for all levels, and nothing known', () => {
    const {values} = new PreferenceStore(() => new MemoryStorage());
    assert.deepEqual(values, INITIAL);
  });

  it('remembers', () => {
    const storage = new MemoryStorage();
    new PreferenceStore(() => storage).change(() => ({
      cards: false,
      difficulty: 3,
      known: new Set(['margin']),
    }));
    assert.deepEqual(new PreferenceStore(() => storage).values, {
      ...INITIAL,
      cards: false,
      difficulty: 3,
      known: new Set(['margin']),
    });
  });

  for (const [what, text] of [
    ['not JSON', '{'],
    ['null', 'null'],
    ['a number', '7'],
    ['an array', '[1]'],
    ['other types', '{"cards":"no","difficulty":"3","known":{"a":1}}'],
    ['levels that are none', '{"difficulty":9}'],
    ['fractions of a level', '{"difficulty":2.5}'],
    ['ids that are none', '{"known":[1,null,{}]}'],
  ] as const) {
    it(`starts afresh where the storage has ${what}`, () => {
      const storage = new MemoryStorage();
      storage.setItem(STORAGE_KEY, text);
      const {values} = new PreferenceStore(() => storage);
      assert.deepEqual(values, INITIAL);
    });
  }

  it('keeps fields that it does not know', () => {
    const storage = new MemoryStorage();
    storage.setItem(STORAGE_KEY, '{"theme":"dark"}');
    new PreferenceStore(() => storage).change(() => ({cards: false}));
    assert.equal(storage.stored.theme, 'dark');
  });

  it('ignores an invalid level', () => {
    const storage = new MemoryStorage();
    const store = new PreferenceStore(() => storage);
    store.change(() => ({difficulty: 4}));
    for (const difficulty of [0, 6, 2.5, NaN])
      store.change(() => ({difficulty}));
    assert.equal(store.values.difficulty, 4);
  });

  it('does not take away what another tab has written meanwhile', () => {
    const storage = new MemoryStorage();
    const [one, other] = [
      new PreferenceStore(() => storage),
      new PreferenceStore(() => storage),
    ];
    assert.ok(one.values && other.values); // both have read
    one.change(know('margin'));
    other.change(know('leverage'));
    assert.deepEqual(storage.stored.known, ['margin', 'leverage']);
    one.reload();
    assert.ok(one.values.known.has('leverage'));
  });

  it('forgets the oldest of more than 5,000 terms', () => {
    const storage = new MemoryStorage();
    const store = new PreferenceStore(() => storage);
    const ids = Array.from({length: 5001}, (_, index) => `t${index}`);
    store.change(() => ({known: new Set(ids)}));
    assert.equal(store.values.known.size, 5000);
    assert.ok(!store.values.known.has('t0'));
    assert.equal((storage.stored.known as string[]).length, 5000);
  });

  for (const [what, storage] of [
    ['there is no storage', () => undefined],
    [
      'asking for it throws',
      () => {
        throw new Error('denied');
      },
    ],
    [
      'it fails to read and to write',
      () => ({
        getItem: () => {
          throw new Error('denied');
        },
        setItem: () => {
          throw new Error('full');
        },
      }),
    ],
  ] as const) {
    it(`works in memory when ${what}`, () => {
      const store = new PreferenceStore(storage);
      store.change(know('margin'));
      store.change(know('leverage'));
      store.change(() => ({cards: false}));
      assert.deepEqual([...store.values.known], ['margin', 'leverage']);
      assert.equal(store.values.cards, false);
    });
  }
});
