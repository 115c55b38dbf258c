import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {JsonItems} from 'term-elements/glossary';
import {JsonEntries} from '../../../../tools/src/formats/mapped-json/entries.js';

const LISTS = ['terms', 'areas'];

/** What both readers give of a text, in the same form. */
interface Part {
  readonly path: string;
  readonly text: string;
  readonly line: number;
}

const pieces = (text: string, size: number): string[] =>
  text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];

const ofPages = (text: string, size: number): Part[] => {
  const items = new JsonItems(LISTS);
  const parts = pieces(text, size).flatMap((piece) => items.push(piece));
  items.end();
  return parts
    .map(({key, index, text, line}) => ({
      path: index === undefined ? key : `${key} []`,
      text,
      line,
    }))
    .filter(({path, text}) => !(LISTS.includes(path) && text === '[]'));
};

const ofTools = (text: string, size: number): Part[] => {
  const entries = new JsonEntries(
    (path, isList) => !path.length || (isList && LISTS.includes(path.join())),
  );
  const parts = pieces(text, size).flatMap((piece) => entries.push(piece));
  entries.end();
  return parts.map(({path, isItem, text, line}) => ({
    path: isItem ? `${path.join()} []` : path.join(),
    text,
    line,
  }));
};

/**
 * A page reads one object of a known form and must be small; the import reads
 * any form, and several documents in a file. They are two readers on the same
 * ground, and what both can read, they have to read alike. Only a page wants to know of
 * an empty list.
 */
describe('the JSON readers of pages and of the import', () => {
  const document = fc
    .record(
      {
        name: fc.string(),
        terms: fc.array(fc.jsonValue({maxDepth: 2}), {maxLength: 3}),
        areas: fc.oneof(
          fc.array(fc.jsonValue({maxDepth: 1}), {maxLength: 3}),
          fc.string(),
        ),
        kinds: fc.jsonValue({maxDepth: 2}),
      },
      {requiredKeys: []},
    )
    .chain((value) =>
      fc.constantFrom(undefined, 1, '\r\n').map((space) => {
        const text = JSON.stringify(value, null, space ? 1 : undefined);
        return space === '\r\n' ? text.replaceAll('\n', '\r\n') : text;
      }),
    );

  it('find the same parts on the same lines', () => {
    fc.assert(
      fc.property(document, fc.integer({min: 1, max: 9}), (text, size) => {
        assert.deepEqual(ofPages(text, size), ofTools(text, size));
      }),
    );
  });
});
