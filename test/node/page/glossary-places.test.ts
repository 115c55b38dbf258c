import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  addressesIn,
  firstNamed,
  type GlossaryPlaces,
} from '../../../src/page/glossary-places.js';

const ORDER = ['property', 'address', 'inline', 'around', 'page'] as const;

/** Places of which those named answer with their names; the others must not be asked. */
const placesWith = (
  named: readonly (keyof GlossaryPlaces<string>)[],
  asked: string[] = [],
) =>
  Object.fromEntries(
    ORDER.map((place) => [
      place,
      () => {
        asked.push(place);
        return named.includes(place) ? place : undefined;
      },
    ]),
  ) as unknown as GlossaryPlaces<string>;

describe('which glossary an element reads', () => {
  for (const [index, place] of ORDER.entries())
    it(`is that of its ${place} before all later places, which are not asked`, () => {
      const asked: string[] = [];
      const places = placesWith(ORDER.slice(index), asked);
      assert.equal(firstNamed(places), place);
      assert.deepEqual(asked, ORDER.slice(0, index + 1));
    });

  it('is at one or more addresses, separated by space', () => {
    assert.deepEqual(
      addressesIn(' a.json\n/b.json  ', 'https://x.example/y/'),
      ['https://x.example/y/a.json', 'https://x.example/b.json'],
    );
    assert.deepEqual(addressesIn('data:,x', 'https://x.example/'), ['data:,x']);
  });
});
