import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {jsonImporter} from '../../../../tools/src/formats/mapped-json/read.js';
import {growsInProportion} from '../../../support/proportion.js';
import {differences, readText, unwritten} from './formats.js';
import {randomGlossary} from './random-glossary.js';

const read = (text: string, options = {}) =>
  readText(jsonImporter, text, {file: 'terms.json', ...options});

const MARGIN = {name: 'Margin', summary: 'Money kept.'};

describe('JSON of another shape', () => {
  const ENTRY = '{"term": "Margin", "meaning": "Money kept."}';
  const SHAPES: readonly [
    what: string,
    text: string,
    map: object,
    id?: string,
  ][] = [
    ['a list', `[${ENTRY}]`, {}],
    ['a list in an object', `{"version": 2, "entries": [${ENTRY}]}`, {}],
    [
      'a list deep inside',
      `{"a": [1], "data": {"x": {}, "items": [${ENTRY}], "y": 1}}`,
      {terms: 'data.items'},
    ],
    ['an object of objects', `{"margin": ${ENTRY}}`, {}, 'margin'],
    [
      'an object of objects inside',
      `{"data": {"margin": ${ENTRY}}}`,
      {terms: 'data'},
      'margin',
    ],
    ['one on each line', `${ENTRY}\n`, {}],
    ['names and texts', '{"Margin": "Money kept."}', {}],
    [
      'other names, as --map says',
      '[{"a": {"b": "Margin"}, "c.d": "Money kept."}]',
      {name: 'a.b', summary: 'c.d'},
    ],
  ];
  for (const [what, text, map, id] of SHAPES) {
    it(`is read from ${what}`, async () => {
      const file = what === 'one on each line' ? 'terms.ndjson' : 'terms.json';
      for (const piece of [1, 65_536]) {
        const {terms} = await read(text, {map, piece, file});
        assert.deepEqual(terms, [id === undefined ? MARGIN : {...MARGIN, id}]);
      }
    });
  }

  it('has the line of each entry, and tells what is not read', async () => {
    const {lines, notes} = await read(
      `{\n"more": {"x": 1},\n"items": [\n${'{"name": "A", "summary": "B"},\n'.repeat(2)}{"name": 1, "summary": "C", "tags": "x, y", "difficulty": "hard", "image": "/a.png"}],\n"other": [{"name": "no"}],\n"title": "T"}`,
    );
    assert.deepEqual(lines, [4, 5, 6]);
    assert.deepEqual(
      notes.map(({kind, line, message}) => `${line} ${kind} ${message}`),
      [
        '2 dropped more: an object that is not an entry; --map terms=… says where the entries are',
        '4 guessed the entries are those of "items"',
        '6 guessed name: a number is read as a text',
        '6 guessed tags: a text is read as a list of texts',
        '6 dropped difficulty: expected a number, received a text',
        '6 guessed image: a text is read as an object',
        '7 dropped other: a list that is not read; --map terms=other reads it',
      ],
    );
  });

  it('keeps properties of its own, and tells of those that are in the way', async () => {
    const {terms, notes} = await read(
      '[{"term": "A", "name": "B", "summary": "S", "__proto__": {"x": 1}, "unit": ["kg"], "texts": {"a": 1, "b": 2}}]',
      {map: {name: 'term', difficulty: 'texts.a'}},
    );
    assert.deepEqual(terms, [
      Object.fromEntries<unknown>([
        ['name', 'A'],
        ['difficulty', 1],
        ['summary', 'S'],
        ['__proto__', {x: 1}],
        ['unit', ['kg']],
        ['texts', {b: 2}],
      ]),
    ]);
    assert.deepEqual(
      notes.map(({message}) => message),
      ['name: the entry has one of its own, but name is read from term'],
    );
  });

  it('gives back the terms of a glossary as they were', () =>
    fc.assert(
      fc.asyncProperty(randomGlossary, async ({terms}) => {
        const back = await read(JSON.stringify(terms, null, 1));
        const changed = differences({terms}, {terms: back.terms});
        const told = back.notes.map((note) => ({
          ...note,
          message: `terms.${note.message}`,
        }));
        assert.deepEqual(unwritten(changed, told), []);
      }),
      {numRuns: 50},
    ));

  for (const [what, text, message, map] of [
    ['nothing', ' \n', /^terms\.json:1: expected JSON, received an empty file/],
    ['no JSON', '[\n{"a": 1},\nx]', /^terms\.json:3:1: expected a value/],
    ['a comma too many', '[{"a": 1},]', /^terms\.json:1:11: expected a value/],
    ['no end', '[\n{"a": 1}\n', /^terms\.json:3:1: expected "," or the end/],
    ['a bad value', '[\n{"a": 1,\n"b" 2}]', /^terms\.json:3: expected ":"/],
    [
      'no entries where --map says',
      '{"a": []}',
      /^terms\.json:1: expected entries at b\.c/,
      {terms: 'b.c'},
    ],
    [
      'a text where --map says',
      '{"a": "x"}',
      /^terms\.json:1: expected a list or an object at a/,
      {terms: 'a'},
    ],
    [
      'too many levels',
      `[${'['.repeat(100)}`,
      /^terms\.json:1:66: expected lists and objects that are nested less/,
    ],
    [
      'too many levels that all end',
      `[${'['.repeat(100)}${']'.repeat(100)}]`,
      /^terms\.json:1:66: expected lists and objects that are nested less/,
    ],
  ] as const) {
    it(`with ${what} is an error with its line`, () =>
      assert.rejects(read(text, {map}), ({message: is}: Error) => {
        assert.match(is, message);
        return true;
      }));
  }

  it('takes time in proportion to its length, whatever is in it', async () => {
    for (const part of [
      '[',
      '{',
      '{"a":',
      '"',
      '\\',
      '[{"a":"',
      ',',
      '{}\n',
      '[{}],',
      '{"a":1}',
      '1 ',
      '-',
    ]) {
      await growsInProportion(async (size) => {
        const text = part.repeat(size / part.length);
        for (const piece of [1, 65_536]) {
          await read(text, {piece}).catch(() => undefined);
          await read(`{"a": ${text}`, {piece, map: {terms: 'a.a.a'}}).catch(
            () => undefined,
          );
          await read(
            JSON.stringify([{name: text, summary: text, aliases: text}]),
          ).catch(() => undefined);
        }
      }, part);
    }
  });
});
