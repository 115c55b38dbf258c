import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {GlossaryIndex} from '../../../../src/glossary/glossary-index.js';
import {directFields, valueOf} from '../../../../tools/src/fields/direct.js';
import {listedFields} from '../../../../tools/src/fields/listed.js';
import {REQUIRED, TERM_SHAPES} from '../../../../tools/src/fields/shapes.js';
import {WHOLE} from '../formats/whole-glossary.js';

describe('shapes of the fields of a term', () => {
  for (const [name, shape] of [
    ['id', 'text'],
    ['definition', 'rich'],
    ['url', 'text'],
    ['aliases', 'texts'],
    ['autoLink', 'flag'],
    ['difficulty', 'number'],
    ['reviewed', 'date'],
    ['author', {fields: {type: 'text', name: 'text', url: 'text'}}],
    ['sources', {list: {fields: {title: 'text', url: 'text'}}}],
    [
      'translations',
      {
        each: {
          fields: {
            name: 'text',
            summary: 'text',
            definition: 'rich',
            aliases: 'texts',
            abbreviation: 'text',
            image: {fields: {caption: 'text', alt: 'text'}},
            figure: {fields: {caption: 'text'}},
          },
        },
      },
    ],
  ] as const) {
    it(`follow from the schema: ${name}`, () => {
      assert.deepEqual(TERM_SHAPES[name], shape);
    });
  }

  it('leave out what belongs to a published page', () => {
    assert.ok(!Object.hasOwn(TERM_SHAPES, 'page'));
  });

  it('name what an object must have', () => {
    assert.deepEqual(REQUIRED, {
      image: 'url',
      author: 'name',
      sources: 'title',
    });
  });
});

describe('fields that a format writes as one property', () => {
  for (const format of ['jsonLd', 'skos'] as const) {
    const {dates, others} = directFields(format);

    it(`are dates and others (${format})`, () => {
      const names = (fields: readonly {readonly name: string}[]) =>
        fields.map(({name}) => name);
      assert.deepEqual(names(dates), ['published', 'modified', 'reviewed']);
      assert.deepEqual(
        names(others),
        format === 'skos'
          ? ['tags', 'difficulty', 'sameAs']
          : ['tags', 'difficulty'],
      );
    });

    it(`have values that a text can stand for (${format})`, () => {
      for (const {name, shape} of [...dates, ...others])
        assert.equal(typeof shape, 'string', name);
    });
  }

  const difficulty = directFields('jsonLd').others.find(
    ({name}) => name === 'difficulty',
  )!;
  for (const text of ['1', '5']) {
    it(`read the number ${text} in its range`, () => {
      assert.deepEqual(valueOf(difficulty, text), {value: Number(text)});
    });
  }
  for (const text of ['0', '6', '1.5', '', 'high', '0x1', ' 1', '-1']) {
    it(`do not read ${JSON.stringify(text)} as a difficulty`, () => {
      assert.deepEqual(valueOf(difficulty, text), {
        expected: 'a number from 1 to 5',
      });
    });
  }

  it('read flags', () => {
    const flag = {name: 'ambiguous', shape: 'flag', property: 'x'} as const;
    assert.deepEqual(valueOf(flag, 'true'), {value: true});
    assert.deepEqual(valueOf(flag, 'false'), {value: false});
    assert.deepEqual(valueOf(flag, '1'), {expected: 'true or false'});
  });
});

describe('listed fields', () => {
  const index = new GlossaryIndex({
    ...WHOLE,
    kinds: {part: {label: 'Part of a bike'}},
  });

  it('have a label and values, with where they lead', () => {
    const rows = listedFields(index.entry('rim-brake')!).map(
      ({label, values}) => [label, ...values.map(({text, url}) => [text, url])],
    );
    assert.deepEqual(rows, [
      ['Kind', ['Part of a bike', undefined]],
      ['Also', ['RB', undefined], ['calliper brake', undefined]],
      ['See also', ['Pad', undefined]],
      ['Tags', ['stopping', undefined]],
      ['Difficulty', ['2', undefined]],
      ['Published', ['2026-03-19T10:00:43+00:00', undefined]],
      ['Modified', ['2026-03-20', undefined]],
      ['Reviewed', ['2026-03-21', undefined]],
      ['Author', ['Ann', 'https://ann.test/']],
      ['Sources', ['A book', 'https://book.test/']],
    ]);
  });

  it('leave out what an entry does not have', () => {
    assert.deepEqual(listedFields(index.entry('pad')!), []);
  });

  it('resolve relative addresses against the document', () => {
    const {terms} = WHOLE;
    const relative = new GlossaryIndex(
      {
        ...WHOLE,
        terms: [
          ...terms,
          {
            id: 'c',
            name: 'C',
            summary: 'D.',
            sources: [{title: 'E', url: 'e'}],
          },
        ],
      },
      'https://bikes.test/data/glossary.json',
    );
    const [sources] = listedFields(relative.entry('c')!);
    assert.deepEqual(sources?.values, [
      {text: 'E', url: 'https://bikes.test/data/e'},
    ]);
  });
});
