import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import '../../support/ensure-glossary.js';
import {toJsonSchema} from '@valibot/to-json-schema';
import {examineGlossary} from '../../../src/glossary/parse.js';
import {GlossarySchema} from '../../../src/glossary/schema.js';
import {example, longExample} from './example.js';
import {MALFORMED, WELL_FORMED} from './documents.js';

type Schema = Readonly<Record<string, unknown>>;

const schema = toJsonSchema(GlossarySchema, {
  target: 'draft-07',
  typeMode: 'input',
}) as Schema;

const NOTES = ['$schema', 'title', 'description'];

/** What each keyword of draft-07 that the schema uses asks of a value. */
const KEYWORDS: Readonly<
  Record<string, (value: unknown, keyword: never, schema: Schema) => boolean>
> = {
  type: (value, type: string) =>
    ({
      object:
        typeof value === 'object' && value !== null && !Array.isArray(value),
      array: Array.isArray(value),
      string: typeof value === 'string',
      boolean: typeof value === 'boolean',
      number: typeof value === 'number',
      integer: Number.isInteger(value),
      null: value === null,
    })[type] ?? assert.fail(type),
  const: (value, constant: unknown) => value === constant,
  enum: (value, values: unknown[]) => values.includes(value),
  anyOf: (value, schemas: Schema[]) =>
    schemas.some((one) => accepts(one, value)),
  oneOf: (value, schemas: Schema[]) =>
    schemas.filter((one) => accepts(one, value)).length === 1,
  pattern: (value, pattern: string) =>
    typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
  minLength: (value, length: number) =>
    typeof value !== 'string' || [...value].length >= length,
  minimum: (value, least: number) =>
    typeof value !== 'number' || value >= least,
  maximum: (value, most: number) => typeof value !== 'number' || value <= most,
  exclusiveMinimum: (value, least: number) =>
    typeof value !== 'number' || value > least,
  exclusiveMaximum: (value, most: number) =>
    typeof value !== 'number' || value < most,
  minItems: (value, least: number) =>
    !Array.isArray(value) || value.length >= least,
  maxItems: (value, most: number) =>
    !Array.isArray(value) || value.length <= most,
  // Several are those of a tuple.
  items: (value, items: Schema | Schema[]) =>
    !Array.isArray(value) ||
    value.every((one, index) => {
      const item = Array.isArray(items) ? items[index] : (items as Schema);
      return !item || accepts(item, one);
    }),
  required: (value, names: string[]) =>
    !isObject(value) || names.every((name) => Object.hasOwn(value, name)),
  properties: (value, properties: Record<string, Schema>) =>
    !isObject(value) ||
    Object.entries(properties).every(
      ([name, one]) => !Object.hasOwn(value, name) || accepts(one, value[name]),
    ),
  propertyNames: (value, name: Schema) =>
    !isObject(value) || Object.keys(value).every((key) => accepts(name, key)),
  additionalProperties: (value, rest: Schema, {properties = {}}) =>
    !isObject(value) ||
    Object.keys(value).every(
      (name) =>
        Object.hasOwn(properties as object, name) || accepts(rest, value[name]),
    ),
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const accepts = (one: Schema, value: unknown): boolean =>
  Object.entries(one).every(
    ([keyword, argument]) =>
      NOTES.includes(keyword) ||
      (KEYWORDS[keyword] ?? assert.fail(`unknown keyword ${keyword}`))(
        value,
        argument as never,
        one,
      ),
  );

describe('the JSON Schema says what the schema in code says', () => {
  const bundled: unknown = JSON.parse(
    readFileSync(
      new URL('../../../data/glossary.json', import.meta.url),
      'utf8',
    ),
  );

  for (const [why, document] of [
    ['the example', example],
    ['a long glossary', longExample(30)],
    ['the bundled glossary', bundled],
    ...WELL_FORMED,
  ] as const) {
    it(`of ${why}: all is well`, () => {
      assert.equal(accepts(schema, document), true);
      assert.deepEqual(examineGlossary(document).faults, []);
    });
  }

  for (const [why, document] of MALFORMED) {
    it(`of ${why}: not well`, () => {
      assert.equal(accepts(schema, document), false);
    });
  }
});
