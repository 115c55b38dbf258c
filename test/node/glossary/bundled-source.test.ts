import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import '../../support/ensure-glossary.js';
import {bundledSource} from '../../../src/glossary/bundled-source.js';
import {GlossaryIndex} from '../../../src/glossary/glossary-index.js';
import {nameKey, termsNamed} from '../../../src/glossary/name-index.js';
import {examineGlossary} from '../../../src/glossary/parse.js';
import {createMatcher} from '../../../src/matching/matcher.js';
import {selectMentions} from '../../../src/matching/select.js';
import type {Glossary, RichText, Term} from '../../../src/glossary/types.js';
import {type Inline, parseRichText} from '../../../src/rich-text/parse.js';

const path = new URL('../../../data/glossary.json', import.meta.url);
const glossary = JSON.parse(readFileSync(path, 'utf8')) as Glossary;
const terms = glossary.terms as readonly Term[];
const areas = glossary.areas ?? [];
const index = new GlossaryIndex(glossary);

/** Ids that `[[…]]` in a text name. */
const references = (text: RichText | undefined): readonly string[] => {
  const walk = (nodes: readonly Inline[]): string[] =>
    nodes.flatMap((node) => [
      ...(node.type === 'term' ? [node.id] : []),
      ...('children' in node ? walk(node.children) : []),
    ]);
  if (text === undefined || typeof text === 'string') return [];
  return parseRichText(text.markdown).flatMap((block) =>
    block.type === 'paragraph'
      ? walk(block.children)
      : block.items.flatMap(walk),
  );
};

describe('the bundled glossary', () => {
  it('follows the format, without a near miss', () => {
    assert.deepEqual(examineGlossary(glossary), {faults: [], nearMisses: []});
  });

  it('has at least 420 terms, each with a sentence', () => {
    assert.ok(terms.length >= 420, String(terms.length));
    for (const {id, name, summary} of terms) {
      assert.ok(name.trim() && /[.!?]$/.test(summary), id);
    }
  });

  it('has at least 24 areas, each with questions and terms', () => {
    assert.ok(areas.length >= 24, String(areas.length));
    for (const area of areas) {
      assert.ok(area.questions?.length, area.id);
      for (const {question, answer} of area.questions) {
        const text = typeof answer === 'string' ? answer : answer.markdown;
        assert.ok(question.endsWith('?') && text.trim(), question);
      }
      assert.ok(index.termsOf(area).length, area.id);
    }
  });

  it('has no reference to what it does not have', () => {
    const asked = areas.flatMap(({questions = []}) => questions);
    const ids = [
      ...terms.flatMap((term) => [
        ...(term.related ?? []),
        ...(term.deprecated?.use ? [term.deprecated.use] : []),
        ...references(term.definition),
        ...Object.values(term.translations ?? {}).flatMap(({definition}) =>
          references(definition),
        ),
      ]),
      ...asked.flatMap(({answer}) => references(answer)),
      ...areas.flatMap(({resources = []}) =>
        resources.flatMap((resource) => resource.terms),
      ),
    ];
    assert.ok(ids.length > 100);
    assert.deepEqual(
      ids.filter((id) => !index.term(id)),
      [],
    );
    assert.deepEqual(
      terms.flatMap((term) => term.areas ?? []).filter((id) => !index.area(id)),
      [],
    );
  });

  it('gives every id and every name to one term', () => {
    const ids = terms.flatMap(({id, formerIds = []}) => [id, ...formerIds]);
    assert.equal(new Set(ids).size, ids.length);
    const areaIds = areas.map(({id}) => id);
    assert.equal(new Set(areaIds).size, areaIds.length);
    for (const term of terms) {
      for (const name of [
        term.name,
        ...(term.aliases ?? []),
        ...(term.abbreviation ? [term.abbreviation] : []),
      ]) {
        assert.ok(nameKey(name));
        assert.deepEqual(
          termsNamed(glossary, name).map(({id}) => id),
          [term.id],
          name,
        );
      }
    }
  });

  it('describes every kind that it uses', () => {
    const kinds = new Set(terms.flatMap(({kind}) => kind ?? []));
    assert.deepEqual(
      [...kinds].filter((kind) => !glossary.kinds?.[kind]?.label),
      [],
    );
  });

  for (const [text, ...expected] of [
    // What is all in capitals is matched as it is written, without a flag.
    ['A dao, DAOs', 'DAOs'],
    [
      'Decentralized Autonomous Organizations',
      'Decentralized Autonomous Organizations',
    ],
    [
      'a single point of failure, a 51% attack',
      'single point of failure',
      '51% attack',
    ],
    ['perps and AMMs', 'perps', 'AMMs'],
  ] as const) {
    it(`is found in “${text}”`, async () => {
      const matcher = createMatcher(await bundledSource.vocabulary());
      assert.deepEqual(
        matcher.find(text).map(({start, end}) => text.slice(start, end)),
        expected,
      );
    });
  }

  it('asks for everyday words only where they are named clearly', async () => {
    const matcher = createMatcher(await bundledSource.vocabulary());
    const shown = (text: string) =>
      selectMentions([{section: 1, mentions: matcher.find(text)}], {
        first: 'page',
      })
        .flat()
        .map(({start, end}) => text.slice(start, end));
    assert.deepEqual(shown('One option, on a daily basis.'), []);
    assert.deepEqual(shown('An option is an option contract.'), ['option']);
  });

  it('is what the bundled source answers from', async () => {
    const [term] = terms;
    const entry = await bundledSource.entry(term!.id);
    assert.deepEqual(entry?.term, term);
    const [named] = await bundledSource.named(term!.name);
    assert.equal(named?.term, entry?.term);
    const area = areas[0]!.id;
    assert.equal((await bundledSource.areaPage({area}))?.area.id, area);
    assert.equal(await bundledSource.entry('nothing'), undefined);
  });
});
