import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  cutPage,
  resourceFor,
  resourceLinks,
  TERMS_PER_PAGE,
} from '../../../src/glossary/area-pages.js';

describe('a page cut from the terms of an area', () => {
  for (const [terms, resource, perPage, expected] of [
    [0, undefined, undefined, [undefined, 1, 0]],
    [12, undefined, undefined, [undefined, 1, 0]],
    [13, undefined, undefined, [1, 2, 0]],
    [13, 2, undefined, [2, 2, TERMS_PER_PAGE]],
    [13, 3, undefined, undefined],
    [13, 0, undefined, undefined],
    [13, 1.5, undefined, undefined],
    [13, Number.NaN, undefined, undefined],
    [5, 2, 2.9, [2, 3, 2]],
    [5, 5, -3, [5, 5, 4]],
    [5, 1, 0, [undefined, 1, 0]],
    [5, 1, Number.NaN, [undefined, 1, 0]],
    [5, 1, Number.POSITIVE_INFINITY, [undefined, 1, 0]],
    [0, 1, Number.POSITIVE_INFINITY, [undefined, 1, 0]],
  ] as const) {
    it(`of ${terms}: number ${resource}, ${perPage} on each`, () => {
      const cut = cutPage({area: 'a', resource, perPage}, terms);
      assert.deepEqual(
        cut && [cut.number, cut.pages.length, cut.from],
        expected,
      );
      if (cut) {
        assert.ok(Number.isInteger(cut.to));
        assert.ok(cut.to > cut.from);
      }
    });
  }
});

describe('a numbered page of an area', () => {
  const root = {url: '/a/'};
  const first = {number: 1, url: '/a/1/'};
  const fourth = {number: 4, url: 'javascript:alert(1)'};
  const resources = [root, first, fourth];

  it('is that of the address, of the number, else the first', () => {
    assert.equal(resourceFor(resources, 4, first), first);
    assert.equal(resourceFor(resources, 4, undefined), fourth);
    assert.equal(resourceFor(resources, undefined, undefined), root);
    assert.equal(resourceFor(resources, 2, undefined), undefined);
  });

  it('has a pager of numbers with addresses that are safe to link', () => {
    assert.deepEqual(resourceLinks(resources, 'https://g.test/g.json'), [
      {number: 1, url: 'https://g.test/a/1/'},
      {number: 4, url: undefined},
    ]);
  });
});
