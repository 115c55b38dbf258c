import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {set, setIfAbsent} from '../../../../../tools/src/files/json/set.js';

describe('set', () => {
  it('leaves a value that says the same, its order included', () => {
    const author = {url: 'x', name: 'y'};
    const term = {author};
    set(term, 'author', {name: 'y', url: 'x'});
    assert.equal(term.author, author);
  });

  it('takes __proto__ for a name', () => {
    const object: Record<string, unknown> = {};
    set(object, '__proto__', {a: 1});
    setIfAbsent(object, '__proto__', {a: 2});
    assert.deepEqual(Object.entries(object), [['__proto__', {a: 1}]]);
    assert.equal(Object.getPrototypeOf(object), Object.prototype);
  });
});
