import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  JsonItems,
  type JsonPart,
  JsonSyntaxError,
} from '../../../src/glossary/json-items.js';

const LISTS = ['terms', 'areas'];

/** All parts of a text that is given in these pieces. */
const partsOf = (pieces: Iterable<string>): JsonPart[] => {
  const items = new JsonItems(LISTS);
  const parts = [...pieces].flatMap((piece) => items.push(piece));
  items.end();
  return parts;
};

/** The document again, from its parts. */
const together = (parts: readonly JsonPart[]): unknown => {
  const whole: Record<string, unknown> = {};
  for (const {key, index, text} of parts) {
    const value: unknown = JSON.parse(text);
    if (index === undefined) {
      Object.defineProperty(whole, key, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    } else {
      assert.equal((whole[key] as unknown[]).push(value), index + 1);
    }
  }
  return whole;
};

const cut = (text: string, sizes: readonly number[]): string[] => {
  const pieces: string[] = [];
  let at = 0;
  for (const size of sizes) pieces.push(text.slice(at, (at += size)));
  return [...pieces, text.slice(at)];
};

const space = fc.stringMatching(/^[ \t\r\n]{0,3}$/);

/** Writes a value with a gap, of those given in turn, wherever JSON allows one. */
const written = (value: unknown, gaps: readonly string[]): string => {
  let next = 0;
  const gap = () => gaps[next++ % gaps.length] ?? '';
  const write = (item: unknown): string => {
    if (Array.isArray(item)) {
      return `[${gap()}${item.map((each) => write(each) + gap()).join(`,${gap()}`)}]`;
    }
    if (typeof item === 'object' && item) {
      const properties = Object.entries(item).map(
        ([key, each]) =>
          `${JSON.stringify(key)}${gap()}:${gap()}${write(each)}${gap()}`,
      );
      return `{${gap()}${properties.join(`,${gap()}`)}}`;
    }
    return JSON.stringify(item);
  };
  return gap() + write(value) + gap();
};

const hardText = fc.oneof(
  fc.string({unit: 'binary'}),
  fc.stringMatching(/^[\\"{}[\],:]{0,6}$/),
  fc.constantFrom('__proto__', 'constructor', '𝒳\\"', '\ud800', '\\', '\\\\'),
);
/**
 * Names of properties, without one: when V8 13.6 (Node 24) has parsed an object
 * with the name `\`, `JSON.parse` reads other names that are one escape as it.
 */
const name = hardText.filter((text) => text !== '\\');
const {value: json} = fc.letrec((tie) => ({
  value: fc.oneof(
    {depthSize: 'small'},
    fc.constantFrom(null, true, false, 0, -1.5e-7, 1e21),
    hardText,
    fc.array(tie('value'), {maxLength: 3}),
    fc.dictionary(name, tie('value'), {maxKeys: 3}),
  ),
}));
const documents = fc
  .dictionary(
    fc.oneof(name, fc.constantFrom('terms', 'areas', 'name')),
    fc.oneof(json, fc.array(json, {maxLength: 4})),
    {maxKeys: 5},
  )
  // A JSON value has no `__proto__` of its own; what is tested is the text.
  .map((value) => value as unknown);
const sizes = fc.array(fc.integer({min: 0, max: 9}), {maxLength: 200});

describe('parts of a JSON document', () => {
  it('are the same values as of the whole, wherever it is cut', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(space, {minLength: 1}),
        sizes,
        (value, gaps, lengths) => {
          const text = written(value, gaps);
          const parts = partsOf(cut(text, lengths));
          assert.deepEqual(together(parts), JSON.parse(text));
          assert.deepEqual(parts, partsOf([text]));
        },
      ),
      {numRuns: 1000},
    );
  });

  it('tell where they begin', () => {
    const text =
      '\uFEFF{ "name":\t"é\\n",\r\n"terms": [\n  {"id": "a"} , {\n"id":"b"},\n\n7]}';
    for (const pieces of [[text], [...text]]) {
      assert.deepEqual(
        partsOf(pieces).map(({key, index, text: part, line, column}) => [
          key,
          index,
          part,
          line,
          column,
        ]),
        [
          ['name', undefined, '"é\\n"', 1, 11],
          ['terms', undefined, '[]', 2, 10],
          ['terms', 0, '{"id": "a"}', 3, 3],
          ['terms', 1, '{\n"id":"b"}', 3, 17],
          ['terms', 2, '7', 6, 1],
        ],
      );
    }
  });

  it('are whole where a list is not a list', () => {
    assert.deepEqual(
      partsOf(['{"terms": {"a": []}, "areas": nu', 'll}']).map(
        ({key, index, text}) => [key, index, text],
      ),
      [
        ['terms', undefined, '{"a": []}'],
        ['areas', undefined, 'null'],
      ],
    );
  });

  it('are given as soon as they end', () => {
    const items = new JsonItems(LISTS);
    assert.equal(items.push('{"terms":[{"id":"a"').length, 1);
    assert.equal(items.push('}').length, 1);
    assert.equal(items.push(',"b').length, 0);
    assert.equal(items.push('"').length, 1);
  });
});

describe('a text that is no JSON document', () => {
  const read = (text: string) => together(partsOf([text]));

  for (const [text, message] of [
    ['', '1:1: expected an object, received the end of the text'],
    ['[]', '1:1: expected an object, received "["'],
    ['<html>', '1:1: expected an object, received "<"'],
    ['{\n  "a" 1}', '2:7: expected ":", received "1"'],
    ['{"a": 1 "b": 2}', '1:9: expected "," or "}", received "\\""'],
    [
      '{"a": 1,}',
      '1:9: expected a property name in double quotes, received "}"',
    ],
    [
      "{'a': 1}",
      '1:2: expected a property name in double quotes or "}", received "\'"',
    ],
    ['{"terms": [1 2]}', '1:14: expected "," or "]", received "2"'],
    ['{"terms": [1,]}', '1:14: expected a value, received "]"'],
    ['{"a": }', '1:7: expected a value, received "}"'],
    ['{"a": 😀}', '1:7: expected a value, received "😀"'],
    ['{"a": [1}', '1:9: expected "]", received "}"'],
    ['{"a": {"b": "c"d"}}', '1:16: expected JSON, received "d"'],
    ['{} x', '1:4: expected the end of the document, received "x"'],
    [
      '{"a": "b',
      '1:7: expected a value that ends, received the end of the text',
    ],
    [
      '{"a": 1',
      '1:7: expected a value that ends, received the end of the text',
    ],
    ['{"a": {}\n', '2:1: expected "," or "}", received the end of the text'],
  ] as const) {
    it(`is refused: ${text}`, () => {
      assert.throws(() => read(text), {name: 'JsonSyntaxError', message});
    });
  }

  it('is refused wherever JSON.parse refuses it', () => {
    const slips = fc.record({
      at: fc.nat(),
      length: fc.nat(2),
      instead: fc.oneof(
        fc.constantFrom(...'{}[]",:\\ 1e-.tn\u00a0\u0000\uFEFF'),
        fc.constant(''),
      ),
    });
    fc.assert(
      fc.property(
        documents,
        slips,
        sizes,
        (value, {at, length, instead}, lengths) => {
          const right = written(value, ['', ' ']);
          const from = at % right.length;
          const text =
            right.slice(0, from) + instead + right.slice(from + length);
          let whole: unknown;
          try {
            whole = JSON.parse(text);
          } catch {
            // What stands first may be a byte order mark.
            if (text.startsWith('\uFEFF')) return;
            assert.throws(() => together(partsOf(cut(text, lengths))));
            return;
          }
          assert.deepEqual(together(partsOf(cut(text, lengths))), whole);
        },
      ),
      {numRuns: 3000},
    );
  });

  it('loses the value that is nested too deeply, and no other', () => {
    const lists = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    const document = (item: string, property: string) =>
      `{"terms":[1,${item},2],"a":${property},"b":3}`;
    const seen = (text: string, size: number) =>
      partsOf(cut(text, [size])).map(
        ({key, index, text, isTooDeep}) =>
          `${key} ${index} ${isTooDeep ? 'too deep' : text.slice(0, 3)}`,
      );
    const wrong = `{"x":${lists(70).replace('[]', '[}')}}`; // nobody reads it
    for (const size of [1, 7, 1e6]) {
      assert.deepEqual(seen(document(lists(62), lists(63)), size), [
        'terms undefined []',
        ...['terms 0 1', 'terms 1 [[[', 'terms 2 2', 'a undefined [[['],
        'b undefined 3',
      ]);
      for (const deep of [lists(64), lists(10_000), wrong])
        assert.deepEqual(seen(document(deep, deep), size), [
          'terms undefined []',
          ...['terms 0 1', 'terms 1 too deep', 'terms 2 2'],
          ...['a undefined too deep', 'b undefined 3'],
        ]);
    }
    assert.throws(() => partsOf([`{"a":${'['.repeat(1e6)}`]), JsonSyntaxError);
  });
});

it('reads hostile texts in a time that grows with their length only', () => {
  // A text of 4 MB in pieces of 1 and of 64 kB; quadratic work would not end.
  for (const unit of ['\\\\', '\\"', 'a\\']) {
    const text = `{"a":"${unit.repeat(2e6).slice(0, 4e6)}"}`;
    const whole = unit === 'a\\' ? text.replace(/\\"}$/, '\\\\"}') : text;
    for (const size of [1, 65_536]) {
      const pieces = Array.from(
        {length: Math.ceil(whole.length / size)},
        (_, index) => whole.slice(index * size, (index + 1) * size),
      );
      assert.equal(partsOf(pieces)[0]?.text.length, whole.length - 6);
    }
  }
});
