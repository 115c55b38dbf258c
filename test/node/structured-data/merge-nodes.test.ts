import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {scriptText} from '../../../src/structured-data/json-text.js';
import {
  mergeNodes,
  nodeIdentity,
} from '../../../src/structured-data/merge-nodes.js';
import type {JsonLdNode} from '../../../src/structured-data/nodes.js';
import {checkStructuredData} from '../../support/check-structured-data.js';

const question = (name: string, text: string) => ({
  '@type': 'Question',
  name,
  acceptedAnswer: {'@type': 'Answer', text},
});
const faq = (...mainEntity: object[]): JsonLdNode => ({
  '@context': 'https://schema.org',
  '@type': 'FAQPage',
  mainEntity,
});
const term = (more: object) => ({
  '@type': 'DefinedTerm',
  description: 'D.',
  ...more,
});
const set = (more: object, ...hasDefinedTerm: object[]): JsonLdNode => ({
  '@context': 'https://schema.org',
  '@type': 'DefinedTermSet',
  name: 'Words',
  ...more,
  hasDefinedTerm,
});
const page = (headline: string): JsonLdNode => ({
  '@context': 'https://schema.org',
  '@type': 'CollectionPage',
  headline,
});

describe('mergeNodes', () => {
  it('makes one FAQPage, each question once, the first answer', () => {
    const nodes = mergeNodes([
      faq(question('Q?', '1'), question('R?', '2')),
      page('A'),
      faq(question('R?', '3'), question('S?', '4')),
    ]);
    assert.deepEqual(nodes, [
      faq(question('Q?', '1'), question('R?', '2'), question('S?', '4')),
      page('A'),
    ]);
    assert.deepEqual(checkStructuredData(nodes), []);
  });

  it('says all the languages that a glossary is shown in, each once', () => {
    const id = {'@id': 'https://x.example/'};
    const [a, b, c] = ['a', 'b', 'c'].map((name) =>
      term({'@id': `https://x.example/${name}`, name}),
    ) as [object, object, object];
    const nodes = mergeNodes([
      set({...id, inLanguage: 'es'}, a),
      set({...id, inLanguage: 'en'}, b),
      set(id, c),
      set({...id, inLanguage: 'es'}, c),
      set({name: 'Other', inLanguage: 'en'}, a),
      set({name: 'Other'}, b),
    ]);
    assert.deepEqual(nodes, [
      set({...id, inLanguage: ['es', 'en']}, a, b, c),
      set({name: 'Other', inLanguage: 'en'}, a, b),
    ]);
    assert.deepEqual(checkStructuredData(nodes), []);
  });

  it('says a language that only a later node knows', () => {
    const nodes = mergeNodes([
      set({}, term({name: 'A'})),
      set({inLanguage: 'en'}, term({name: 'B'})),
    ]);
    assert.equal(nodes[0]?.inLanguage, 'en');
  });

  it('makes one set for each glossary, each term once', () => {
    const id = {'@id': 'https://x.example/'};
    const nodes = mergeNodes([
      set(id, term({'@id': 'https://x.example/a', name: 'A'})),
      set({}, term({name: 'A', termCode: 'a'})),
      set(
        {...id, name: 'Other name'},
        term({'@id': 'https://x.example/a', name: 'B'}),
        term({name: 'C', termCode: 'c'}),
      ),
      set({}, term({name: 'A', termCode: 'a'}), term({name: 'A'})),
    ]);
    assert.deepEqual(nodes, [
      set(
        id,
        term({'@id': 'https://x.example/a', name: 'A'}),
        term({name: 'C', termCode: 'c'}),
      ),
      set({}, term({name: 'A', termCode: 'a'}), term({name: 'A'})),
    ]);
  });

  it('loses no term of two glossaries that have one name, and no address', () => {
    const [mine, yours] = ['Mine', 'Yours'].map((description) =>
      term({name: 'Delta', termCode: 'delta', description}),
    ) as [object, object];
    const nodes = mergeNodes([set({}, mine), set({}, yours), set({}, mine)]);
    assert.deepEqual(nodes, [set({}, mine, yours)]);
    assert.deepEqual(checkStructuredData(nodes), []);
  });

  it('takes addresses that differ in a closing slash for one', () => {
    const id = {'@id': 'https://x.example/'};
    const [a, b] = ['a', 'a/'].map((path) =>
      term({'@id': `https://x.example/${path}`, name: 'A'}),
    ) as [object, object];
    const nodes = mergeNodes([
      set(id, a),
      set({'@id': 'https://x.example'}, b),
      {...page('A'), url: 'https://x.example/p'},
      {...page('B'), url: 'https://x.example/p/'},
    ]);
    assert.deepEqual(nodes, [
      set(id, a),
      {...page('A'), url: 'https://x.example/p'},
    ]);
  });

  it('has any other node once, by its text', () => {
    assert.deepEqual(mergeNodes([page('A'), page('B'), page('A')]), [
      page('A'),
      page('B'),
    ]);
  });

  it('has one trail and one node for a collection: the first', () => {
    const trail = (name: string): JsonLdNode => ({
      '@context': 'https://schema.org',
      '@type': 'BreadcrumbList',
      itemListElement: [{'@type': 'ListItem', position: 1, name}],
    });
    const url = 'https://x.example/a/';
    const nodes = mergeNodes([
      trail('A'),
      {...page('A'), url},
      trail('B'),
      {...page('B'), url},
      {...page('C'), url: `${url}c/`},
    ]);
    assert.deepEqual(nodes, [
      trail('A'),
      {...page('A'), url},
      {...page('C'), url: `${url}c/`},
    ]);
  });

  it('takes questions that differ in case and spaces for one', () => {
    const [node] = mergeNodes([
      faq(question('Are there fees?', '1')),
      faq(question('are  there Fees? ', '2')),
    ]);
    assert.deepEqual(node, faq(question('Are there fees?', '1')));
  });

  it('takes sets whose addresses differ in a closing slash for one', () => {
    const nodes = mergeNodes([
      set({'@id': 'https://x.example'}, term({name: 'A'})),
      set({'@id': 'https://x.example/'}, term({name: 'B'})),
    ]);
    assert.deepEqual(nodes, [
      set({'@id': 'https://x.example'}, term({name: 'A'}), term({name: 'B'})),
    ]);
  });

  it('knows a type however it is written', () => {
    const other = {
      '@type': ['https://schema.org/FAQPage'],
      mainEntity: question('R?', '2'),
    };
    const [node, ...rest] = mergeNodes([faq(question('Q?', '1')), other]);
    assert.deepEqual(node, faq(question('Q?', '1'), question('R?', '2')));
    assert.deepEqual(rest, []);
  });

  it('is no trouble with types by the names of Object', () => {
    const nodes = ['toString', '__proto__'].map((type) => ({'@type': type}));
    assert.deepEqual(mergeNodes(nodes), nodes);
  });

  it('changes none of the nodes, and merging again changes nothing', () => {
    const nodes = [
      faq(question('Q?', '1')),
      faq(question('Q?', '2'), question('R?', '2')),
      set({}, term({name: 'A'})),
      page('A'),
    ];
    const before = structuredClone(nodes);
    const merged = mergeNodes(nodes);
    assert.deepEqual(nodes, before);
    assert.deepEqual(mergeNodes(merged), merged);
  });

  it('loses no question and asks none twice', () => {
    const names = fc.array(fc.constantFrom('a', 'b', 'c', '__proto__'));
    fc.assert(
      fc.property(fc.array(names, {minLength: 1}), (pages) => {
        const merged = mergeNodes(
          pages.map((asked) =>
            faq(...asked.map((name) => question(name, '1'))),
          ),
        );
        assert.equal(merged.length, 1);
        const asked = (merged[0]!.mainEntity as {name: string}[]).map(
          ({name}) => name,
        );
        assert.deepEqual(asked, [...new Set(pages.flat())]);
      }),
    );
  });
});

describe('nodeIdentity', () => {
  const same = [
    [faq(question('Q?', '1')), faq()],
    [set({}, term({})), set({})],
    [set({'@id': 'a'}), set({'@id': 'a', name: 'Other'})],
    [page('A'), page('B')],
    [
      {...page('A'), url: 'https://x.example/'},
      {...page('B'), url: 'https://x.example/'},
    ],
  ] as const;
  for (const [a, b] of same) {
    it(`of ${JSON.stringify(a)} is that of ${JSON.stringify(b)}`, () => {
      assert.equal(nodeIdentity(a), nodeIdentity(b));
    });
  }

  const different = [
    [faq(), page('A')],
    [set({}), set({name: 'Other'})],
    [set({'@id': 'a'}), set({'@id': 'b'})],
    [
      {...page('A'), url: 'https://x.example/'},
      {...page('A'), url: 'https://y.example/'},
    ],
  ] as const;
  for (const [a, b] of different) {
    it(`of ${JSON.stringify(a)} is not that of ${JSON.stringify(b)}`, () => {
      assert.notEqual(nodeIdentity(a), nodeIdentity(b));
    });
  }
});

describe('scriptText', () => {
  const anyText = fc.oneof(
    fc.string({unit: 'binary'}),
    fc.string({
      unit: fc.constantFrom(
        ...['<', '>', '&', '\u2028', '\u2029', '</script>', '<!--', '-->'],
        ...['\\', '"', '\\u003c', '\ud800', '\udc00', '\u0000', 'a'],
      ),
    }),
    // lone surrogates are no code points, so fast-check has none of its own
    fc
      .array(fc.integer({min: 0, max: 0xffff}))
      .map((units) => String.fromCharCode(...units)),
  );

  it('gives the node back, whatever is in it, and is safe in a script', () => {
    fc.assert(
      fc.property(anyText, anyText, (key, value) => {
        const node = {
          '@type': value,
          ...Object.fromEntries([[`k${key}`, [value, {[key]: value}]]]),
        };
        const text = scriptText(node);
        assert.doesNotMatch(text, /[<>&\u2028\u2029]/);
        assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(node)));
        assert.equal((JSON.parse(text) as typeof node)['@type'], value);
      }),
      {numRuns: 1000},
    );
  });

  it('is well formed where the text is not', () => {
    const text = scriptText({'@type': 'X', name: '\ud800 \udc00'});
    assert.equal(text, '{"@type":"X","name":"\\ud800 \\udc00"}');
  });

  it('is the plain JSON otherwise', () => {
    const node = {'@type': 'X', name: 'Größe ⎊ 😀'};
    assert.equal(scriptText(node), JSON.stringify(node));
  });
});
