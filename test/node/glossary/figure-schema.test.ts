/** What the schema says of figures, and the quick check with it. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as v from 'valibot';
import {FigureSchema} from '../../../src/glossary/figure-schema.js';
import {isPlainEntry} from '../../../src/glossary/quick-figure-check.js';
import {FIGURES} from '../../support/figures.js';

const isValid = (figure: unknown) => v.safeParse(FigureSchema, figure).success;

const isPlain = (figure: unknown) =>
  isPlainEntry.terms({id: 'a', name: 'A', summary: '', figure});

type Path = readonly string[];

function* places(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value))
    yield* places(item, [...path, key]);
}

const withAt = (
  value: unknown,
  [key, ...rest]: Path,
  item: unknown,
): unknown => {
  if (key === undefined) return item;
  const inside = (value as Record<string, unknown>)[key];
  const changed = withAt(inside, rest, item);
  if (Array.isArray(value)) return value.with(Number(key), changed);
  return {...(value as object), [key]: changed};
};

// prettier-ignore
const JUNK: readonly unknown[] = [
  undefined, null, true, -1, 0, 0.5, 2, NaN, Infinity, '', 'x', 'call', 'lines', [], [1], [1, 2], [0, 1], [[1, 2]], {},
];

describe('figures in the schema', () => {
  it('are exactly the types that have an example', () => {
    assert.deepEqual(
      FigureSchema.options.map(({entries}) => entries.type.literal).sort(),
      Object.keys(FIGURES).sort(),
    );
  });

  for (const [type, figure] of Object.entries(FIGURES))
    it(`hold a ${type}, and not one of which a value is of another kind`, () => {
      assert.ok(isValid(figure));
      assert.ok(isPlain(figure));
      let refused = 0;
      for (const path of places(figure))
        for (const junk of JUNK) {
          const changed = withAt(figure, path, junk);
          // An entry may be without a figure.
          if (changed === undefined || isValid(changed)) continue;
          assert.equal(isPlain(changed), false, path.join('.'));
          refused++;
        }
      assert.ok(refused > 20, `${refused} refused`);
    });

  it('report what is wrong with its path', () => {
    const {issues} = v.safeParse(FigureSchema, {
      ...FIGURES.payoff,
      legs: [{type: 'call', at: 0}],
    });
    assert.deepEqual(
      issues?.map(({message, path}) => [
        message,
        path?.map(({key}) => key).join('.'),
      ]),
      [['Expected a number greater than 0', 'legs.0.at']],
    );
  });
});
