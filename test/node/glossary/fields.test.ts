import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {TERM_TEXTS} from '../../../src/glossary/language-tags.js';
import {
  localizeTerm,
  SAME_IN_EVERY_LANGUAGE,
} from '../../../src/glossary/localize.js';
import {TermSchema} from '../../../src/glossary/schema.js';
import {TERM_FIELDS} from '../../../src/glossary/term-fields.js';
import type {Term} from '../../../src/glossary/types.js';

const {page: _page, ...fields} = TermSchema.entries;
const translated = TermSchema.entries.translations.wrapped.value.entries;
/** Fields of which a translation has texts alone. */
const WITH_TEXTS = new Set(['image', 'figure']);
const inTable = Object.entries(TERM_FIELDS);

describe('the table of fields', () => {
  it('has the fields of the schema, in their order', () => {
    assert.deepEqual(Object.keys(TERM_FIELDS), Object.keys(fields));
  });

  it('has a label of its own for each', () => {
    const labels = inTable.map(([, {label}]) => label);
    assert.equal(new Set(labels).size, labels.length);
    for (const label of labels) assert.match(label, /^\p{Lu}/u);
  });

  it('has each import name once, in lower case without signs', () => {
    const names = inTable.flatMap(([, {importNames = []}]) => importNames);
    const twice = names.filter((name, index) => names.indexOf(name) < index);
    assert.deepEqual(twice, []);
    for (const name of names) assert.match(name, /^[\p{Ll}\p{N}]+$/u);
  });

  it('has each property of another format once', () => {
    for (const properties of [
      inTable.flatMap(([, {jsonLd}]) => jsonLd ?? []),
      inTable.flatMap(([, {skos}]) => skos ?? []),
    ]) {
      assert.ok(properties.length);
      assert.equal(new Set(properties).size, properties.length);
    }
  });
});

describe('fields in a translation', () => {
  it('are those of the schema, all others are the same in every language', () => {
    for (const name of Object.keys(TermSchema.entries)) {
      const isSame = !Object.hasOwn(translated, name) || WITH_TEXTS.has(name);
      assert.equal(SAME_IN_EVERY_LANGUAGE.has(name), isSame, name);
    }
    for (const text of TERM_TEXTS) assert.ok(Object.hasOwn(translated, text));
  });

  for (const name of Object.keys(TermSchema.entries)) {
    const isSame = !Object.hasOwn(translated, name) || WITH_TEXTS.has(name);
    if (name === 'translations') continue;
    it(`${isSame ? 'keep' : 'replace'} ${name}`, () => {
      const term = {
        id: 'a',
        name: 'A',
        summary: 'B',
        [name]: 'own',
        translations: {es: {[name]: 'other'}},
      };
      const {term: local} = localizeTerm(term as unknown as Term, 'es', 'en');
      const value = (local as unknown as Record<string, unknown>)[name];
      assert.equal(value, isSame ? 'own' : 'other');
    });
  }
});
