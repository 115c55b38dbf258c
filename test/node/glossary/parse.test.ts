import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isThenable} from '../../../src/glossary/awaitable.js';
import {documentSource} from '../../../src/glossary/document-source.js';
import {
  type Fault,
  faultText,
  GlossaryFormatError,
  pathText,
} from '../../../src/glossary/errors.js';
import {
  examineGlossary,
  parseGlossary,
  salvageGlossary,
} from '../../../src/glossary/parse.js';
import {
  empty,
  MALFORMED,
  term,
  WELL_FORMED,
  withArea,
  withPage,
  withTerm,
} from './documents.js';
import {example} from './example.js';

const texts = (faults: readonly Fault[]) => faults.map(faultText);
describe('parseGlossary', () => {
  for (const [why, document, expected] of MALFORMED) {
    it(`refuses ${why}, and says where`, () => {
      assert.deepEqual(texts(examineGlossary(document).faults), expected);
      assert.throws(
        () => parseGlossary(document, 'my.json'),
        (error) => {
          assert.ok(error instanceof GlossaryFormatError);
          assert.equal(error.source, 'my.json');
          assert.deepEqual(texts(error.faults), expected);
          assert.match(error.message, /^my\.json does not follow/);
          assert.ok(error.message.includes(expected[0]!));
          return true;
        },
      );
    });
  }

  it('names the place as keys too', () => {
    const [fault] = examineGlossary(withTerm({aliases: [5]})).faults;
    assert.deepEqual(fault?.keys, ['terms', 0, 'aliases', 0]);
  });

  it('tells ten faults and counts the rest', () => {
    const terms = Array.from({length: 25}, () => 5);
    assert.throws(() => parseGlossary({...empty, terms}), {
      message: /terms\[9\][^[]*\n {2}and 15 more$/,
    });
  });

  it('gives back the very same object, unknown properties and order kept', () => {
    const json =
      '{"zeta":1,"format":1,"terms":[{"summary":"S.","__proto__":{"x":1},' +
      '"id":"a","constructor":"c","name":"A","image":{"b":1,"url":"u","a":2}}],' +
      '"name":"X","alpha":{"z":1,"a":[{}]}}';
    const document: unknown = JSON.parse(json);
    assert.equal(parseGlossary(document), document);
    assert.equal(JSON.stringify(document), json);
  });

  for (const [why, document] of WELL_FORMED) {
    it(`takes ${why}`, () => {
      assert.deepEqual(examineGlossary(document).faults, []);
    });
  }

  it('finds nothing to say about the example', () => {
    assert.deepEqual(examineGlossary(example), {faults: [], nearMisses: []});
  });
});

describe('near misses', () => {
  for (const [document, expected] of [
    [{...empty, publsher: {name: 'X'}}, ['publsher', 'publisher']],
    [{...empty, area: []}, ['area', 'areas']],
    [{...empty, 'answer-form': '{}'}, ['answer-form', 'answerForm']],
    [{...empty, Language: 'en'}, ['Language', 'language']],
    [withTerm({difficutly: 2}), ['terms[0].difficutly', 'difficulty']],
    [withTerm({formerids: []}), ['terms[0].formerids', 'formerIds']],
    [withTerm({alias: ['B']}), ['terms[0].alias', 'aliases']],
    [withTerm({definitions: 'x'}), ['terms[0].definitions', 'definition']],
    [
      withTerm({image: {url: 'x', captoin: 'y'}}),
      ['terms[0].image.captoin', 'caption'],
    ],
    [
      withTerm({translations: {es: {sumary: 'x'}}}),
      ['terms[0].translations.es.sumary', 'summary'],
    ],
    [
      withArea({resources: [{terms: [], pag: {}}]}),
      ['areas[0].resources[0].pag', 'page'],
    ],
    [
      withPage({headlin: 'x'}),
      ['areas[0].resources[0].page.headlin', 'headline'],
    ],
    [{...empty, kinds: {term: {lable: 'x'}}}, ['kinds.term.lable', 'label']],
  ] as const) {
    const [path, meant] = expected;
    it(`${path} is nearly ${meant}`, () => {
      const {faults, nearMisses} = examineGlossary(document);
      assert.deepEqual(faults, []);
      assert.deepEqual(
        nearMisses.map((miss) => [miss.path, miss.expected]),
        [[path, `the property "${meant}"`]],
      );
    });
  }

  for (const [why, document] of [
    ['an unknown name', withTerm({volatility: 1})],
    ['a short one', withTerm({uri: 'x'})],
    ['one beside the known one', withTerm({tag: 'x', tags: ['x']})],
    ['a kind by any name', {...empty, kinds: {labell: {}}}],
    ['what is in a block', withPage({blocks: [{'@type': 'X', nmae: 1}]})],
    ['what is in the unknown', withTerm({extra: {sumary: 1}})],
    [
      'names of Object',
      JSON.parse(
        '{"format":1,"name":"X","terms":[],"__proto__":{},"constructor":1,"toString":2}',
      ),
    ],
  ] as const) {
    it(`are not ${why}`, () => {
      assert.deepEqual(examineGlossary(document).nearMisses, []);
    });
  }
});

describe('salvageGlossary', () => {
  it('gives back the very same object where nothing is wrong', () => {
    assert.equal(salvageGlossary(example).glossary, example);
  });

  it('leaves out the entries that are faulty, and tells them', () => {
    const good = {...term, id: 'b', extra: [1]};
    const document = {
      extra: 1,
      ...empty,
      terms: [{...term, name: 5}, good, 7, {id: 'gone', name: null}],
      areas: [{id: 'x'}, {id: 'y', name: 'Y'}, {id: 'z', name: 'Z', url: 5}],
    };
    const before = structuredClone(document);
    const {glossary, faults} = salvageGlossary(document);
    assert.deepEqual(glossary.terms, [good, {id: 'gone', name: null}]);
    assert.equal(glossary.terms[0], good);
    assert.deepEqual(glossary.areas, [{id: 'y', name: 'Y'}]);
    assert.equal((glossary as unknown as {extra: number}).extra, 1);
    assert.deepEqual(
      faults.map(({path}) => path),
      ['terms[0].name', 'terms[2]', 'areas[0].name', 'areas[2].url'],
    );
    assert.deepEqual(document, before);
  });

  for (const [why, document] of [
    ['no object', []],
    ['another format', {...empty, format: 2}],
    ['a faulty name', {...empty, name: 5}],
    ['a faulty list', {...empty, terms: {}}],
    ['a fault beside faulty entries', {...empty, terms: [5], kinds: 5}],
  ] as const) {
    it(`refuses a document with ${why}`, () => {
      assert.throws(() => salvageGlossary(document), GlossaryFormatError);
    });
  }

  it('tells only the faults of the document when it refuses it', () => {
    assert.throws(
      () => salvageGlossary({...empty, terms: [5], kinds: 5}),
      (error: GlossaryFormatError) =>
        error.faults.length === 1 && error.faults[0]?.path === 'kinds',
    );
  });
});

describe('documentSource', () => {
  for (const [why, document, path] of [
    ['a list', [], 'format'],
    ['no format', {name: 'X', terms: []}, 'format'],
    ['another format', {...empty, format: 2}, 'format'],
    ['no terms', {format: 1, name: 'X'}, 'terms'],
    ['terms by id', {...empty, terms: {}}, 'terms'],
    ['areas by id', {...empty, areas: {}}, 'areas'],
    ['areas of null', {...empty, areas: null}, 'areas'],
    ['a word', 'glossary', '(document)'],
    ['nothing', null, '(document)'],
    ['an invalid language', {...empty, language: false}, 'language'],
    ['an invalid form', {...empty, answerForm: 1}, 'answerForm'],
    [
      'a kind with an invalid form',
      {...empty, kinds: {term: {summaryForm: false}}},
      'kinds.term.summaryForm',
    ],
    ['a publisher without a name', {...empty, publisher: {}}, 'publisher.name'],
    ['a manifest', {format: 1, sharded: 1, glossary: {}, count: 0}, 'sharded'],
  ] as const) {
    it(`of ${why} answers with the faults`, async () => {
      const source = documentSource(document, 'inline');
      for (const ask of [
        async () => source.entry('a'),
        async () => source.named('a'),
        async () => source.areaPage({area: 'a'}),
      ]) {
        await assert.rejects(
          ask,
          (error) =>
            error instanceof GlossaryFormatError &&
            error.source === 'inline' &&
            error.faults[0]?.path === path,
        );
      }
    });
  }

  for (const [why, document, path] of [
    ['a term of null', {...empty, terms: [null, term]}, 'terms[0]'],
    [
      'a term without an id',
      {...empty, terms: [{...term, id: undefined}, term]},
      'terms[0].id',
    ],
    [
      'a date that is a number',
      {...empty, terms: [{...term, id: 'b', published: 7}, term]},
      'terms[0].published',
    ],
    [
      'an area without an id',
      {...withArea({id: 5}), terms: [term]},
      'areas[0].id',
    ],
  ] as const) {
    it(`leaves out ${why}, with a warning, and changes nothing in it`, async (t) => {
      const warn = t.mock.method(console, 'warn', () => undefined);
      const before = structuredClone(document);
      const source = documentSource(document, `faulty: ${why}`);
      const [entry, again] = await Promise.all([
        source.entry(term.id),
        source.entry(term.id),
      ]);
      assert.equal(entry?.term.name, term.name);
      assert.equal(again?.term, entry?.term);
      assert.equal(await source.entry('b'), undefined);
      assert.equal(await source.areaPage({area: '5'}), undefined);
      assert.deepEqual(document, before);
      const messages = warn.mock.calls.map(({arguments: [text]}) =>
        String(text),
      );
      assert.equal(messages.length, 1);
      assert.match(
        messages[0]!,
        new RegExp(`entries of faulty: ${why} are left out`),
      );
      assert.ok(messages[0]!.includes(`\n  ${path}: expected`), messages[0]);
    });
  }

  it('says what went wrong where reading the document throws', async () => {
    const broken = {
      ...empty,
      get language(): string {
        throw new RangeError('no language today');
      },
    };
    await assert.rejects(
      async () => documentSource(broken).entry('a'),
      /no language today/,
    );
  });

  it('answers at once, and is one for each document', () => {
    const source = documentSource(example);
    assert.equal(documentSource(example), source);
    assert.notEqual(documentSource({...example}), source);
    const entry = source.entry('maker');
    assert.ok(entry && !isThenable(entry));
    assert.equal(entry.term, example.terms[0]);
  });
});

describe('a path', () => {
  for (const [keys, text] of [
    [[], '(document)'],
    [['terms', 3, 'x'], 'terms[3].x'],
    [[0], '[0]'],
    [['a b', 'c'], '["a b"].c'],
    [['kinds', 'a"b'], 'kinds["a\\"b"]'],
    [['$schema'], '$schema'],
  ] as const) {
    it(`of ${JSON.stringify(keys)} is ${text}`, () => {
      assert.equal(pathText(keys), text);
    });
  }
});

it('a long value is cut in messages', () => {
  const [fault] = examineGlossary({...empty, terms: ['x'.repeat(5000)]}).faults;
  assert.ok(fault && fault.received.length <= 60, fault?.received);
});

describe('documentSource', () => {
  it('says of a manifest that it is loaded by its address', async () => {
    const source = documentSource({format: 1, sharded: 1, glossary: {}});
    await assert.rejects(
      async () => source.entry('a'),
      /the manifest of a built one is loaded by its address/,
    );
  });
});
