import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe, it} from 'node:test';
import '../../support/ensure-glossary.js';
import fc from 'fast-check';
import {FigureSchema} from '../../../src/glossary/figure-schema.js';
import {examineGlossary} from '../../../src/glossary/parse.js';
import {isPlainGlossary} from '../../../src/glossary/quick-check.js';
import {isPlainEntry} from '../../../src/glossary/quick-figure-check.js';
import {
  FULL,
  full,
  type Node,
  places,
  withAt,
} from '../../support/full-glossary.js';

const JUNK: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  1,
  1.5,
  -1,
  6,
  2 ** 60,
  NaN,
  '',
  'x',
  '{}',
  '2026',
  '2026-13',
  [],
  [null],
  [''],
  // eslint-disable-next-line no-sparse-arrays
  [, 'x'],
  {},
  {markdown: 5},
  {markdown: 'x'},
  {en: null},
  new Date(0),
];

const isValid = (value: unknown) => examineGlossary(value).faults.length === 0;

describe('what is plainly a glossary', () => {
  it('is one that has everything the schema knows', () => {
    assert.deepEqual(examineGlossary(FULL).faults, []);
    assert.equal(isPlainGlossary(FULL), true);
  });

  it('is one for the schema too, whatever is in whatever place', () => {
    const all = [...places(FULL)];
    assert.ok(all.length > 150, `${all.length} places`);
    let refused = 0;
    for (const path of all)
      for (const junk of JUNK) {
        const value = withAt(FULL, path, junk);
        if (isPlainGlossary(value))
          assert.ok(isValid(value), `${path.join('.')}: ${String(junk)}`);
        else refused++;
      }
    assert.ok(refused > all.length);
  });

  it('is nearly all that is one for the schema', () => {
    const bare = {format: 1, name: '', terms: []};
    const term = {id: 'a', name: 'A', summary: ''};
    for (const terms of [[], [term], [{id: 'a', name: null}]])
      assert.equal(isPlainGlossary({...bare, terms}), true);
    for (const path of places(FULL)) {
      // Without each of what may be absent.
      const value = withAt(FULL, path, undefined);
      if (path.length && isValid(value))
        assert.equal(isPlainGlossary(value), true, path.join('.'));
    }
  });

  it('is one for the schema too, at random', () => {
    const paths = [...places(FULL)];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...paths), fc.anything()), {
          minLength: 1,
          maxLength: 3,
        }),
        (changes) => {
          let value: unknown = FULL;
          for (const [path, item] of changes) {
            try {
              value = withAt(value, path, item);
            } catch {
              // the place is not there any more
            }
          }
          return !isPlainGlossary(value) || isValid(value);
        },
      ),
      {numRuns: 2000},
    );
  });

  it('is the bundled glossary, entry by entry', async () => {
    const {terms, areas} = JSON.parse(
      await readFile('data/glossary.json', 'utf8'),
    ) as Record<'terms' | 'areas', unknown[]>;
    assert.deepEqual(
      terms.filter((term) => !isPlainEntry.terms(term)),
      [],
    );
    assert.deepEqual(
      areas.filter((area) => !isPlainEntry.areas(area)),
      [],
    );
  });

  it('is not said of a large one, which is checked in slices', () => {
    const term = {id: 'a', name: 'A', summary: ''};
    const of = (length: number) => ({
      format: 1,
      name: '',
      terms: Array.from({length}, () => term),
    });
    assert.equal(isPlainGlossary(of(2000)), true);
    assert.equal(isPlainGlossary(of(2001)), false);
  });
});

describe('the quick check of a figure', () => {
  const types = (FigureSchema as unknown as Node).options as readonly Node[];
  const figures = types.map((type) => {
    const figure = full(type) as Readonly<Record<string, unknown>>;
    return 'confidence' in figure ? {...figure, confidence: 0.9} : figure;
  });
  const withFigure = (figure: unknown) => ({
    id: 'a',
    name: 'A',
    summary: '',
    figure,
  });
  const isPlain = (figure: unknown) => isPlainEntry.terms(withFigure(figure));
  const isRight = (figure: unknown) =>
    isValid({format: 1, name: '', terms: [withFigure(figure)]});
  const long = Array.from({length: 401}, () => 1);

  for (const figure of figures) {
    const {type} = figure as {readonly type?: unknown};
    it(`passes one of type ${String(type)} with all that it may have`, () => {
      assert.ok(isRight(figure));
      assert.ok(isPlain(figure));
    });

    it(`passes no ${String(type)} that the schema does not`, () => {
      for (const path of places(figure))
        for (const junk of [...JUNK, -0.5, 1e3, long, long.slice(0, 6)]) {
          const value = withAt(figure, path, junk);
          if (isPlain(value))
            assert.ok(isRight(value), `${path.join('.')}: ${String(junk)}`);
        }
    });

    it(`needs of a ${String(type)} what the schema needs`, () => {
      for (const path of places(figure)) {
        const value = withAt(figure, path, undefined);
        assert.equal(isPlain(value), isRight(value), path.join('.'));
      }
    });
  }

  it('leaves a figure in the page to the schema', () => {
    const terms = [withFigure(figures[0])];
    assert.equal(isPlainGlossary({format: 1, name: '', terms}), false);
  });
});

describe('the quick check of a term that changes those of layers below', () => {
  const layer = (change: object) => ({
    format: 1,
    name: 'Layer',
    terms: [{id: 'a', merge: true, ...change}],
  });

  for (const change of [
    {},
    {summary: 'Ours.', difficulty: 2, related: ['b']},
    {name: 'A', definition: null, sources: null},
    {translations: {es: {name: null, summary: 'S'}, de: null}},
  ])
    it(`passes ${JSON.stringify(change)}`, () => {
      assert.equal(isPlainGlossary(layer(change)), true);
      assert.deepEqual(examineGlossary(layer(change)).faults, []);
    });

  for (const change of [
    {summary: 5},
    {difficulty: 9},
    {translations: {es: {name: 5}}},
    {merge: 'yes'},
  ])
    it(`leaves ${JSON.stringify(change)} to the schema`, () => {
      assert.equal(isPlainGlossary(layer(change)), false);
      assert.ok(examineGlossary(layer(change)).faults.length);
    });
});
