import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {skosExporter} from '../../../../tools/src/formats/skos/write.js';
import {skosImporter} from '../../../../tools/src/formats/skos/read.js';
import {growsInProportion} from '../../../support/proportion.js';
import {differences, readText, unwritten, writeText} from './formats.js';
import {randomGlossary} from './random-glossary.js';
import {WHOLE} from './whole-glossary.js';

const read = (text: string, options = {}) =>
  readText(skosImporter, text, {file: 'terms.ttl', ...options});

describe('SKOS, there and back', () => {
  it('gives back what it holds, and tells the rest', () =>
    fc.assert(
      fc.asyncProperty(randomGlossary, async (glossary) => {
        const {text, notes} = await writeText(skosExporter, glossary);
        const back = await read(text);
        const changed = differences(glossary, back.glossary);
        assert.deepEqual(unwritten(changed, notes), [], text);
      }),
      {numRuns: 60},
    ));
});

describe('the SKOS of a glossary', () => {
  it('comes back but for its questions', async () => {
    const {text, notes} = await writeText(skosExporter, WHOLE);
    assert.deepEqual(
      notes.map(({message}) => message),
      ['areas.questions: SKOS cannot represent it'],
    );
    const back = await read(text);
    assert.deepEqual(back.notes, []);
    const [area] = WHOLE.areas!;
    const {questions: _, ...rest} = area!;
    assert.deepEqual(differences({...WHOLE, areas: [rest]}, back.glossary), []);
  });
});

const PREFIXES = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix : <https://x.test/> .
`;

/** The same small scheme in both notations; names of other tools, no ids of ours. */
const SCHEMES: Readonly<Record<string, string>> = {
  'terms.ttl': `${PREFIXES}
:scheme a skos:ConceptScheme ; dct:title "Words"@de ; dct:publisher "Ann" .
:eins a skos:Concept ; skos:inScheme :scheme ;
  skos:prefLabel "Eins"@de, "One"@en ;
  skos:altLabel "1"@de, "I"@de, "1st"@en ;
  skos:definition "Erste Zahl."@de, "First number."@en ;
  skos:changeNote "new" ;
  skos:narrower :zwei ; dct:created "2026-01-01" .
:zwei a skos:Concept ; skos:prefLabel "Zwei"@de ; skos:notation "ZW" ;
  skos:scopeNote "Nach eins."@de ; skos:related :eins ; skos:exactMatch <https://other.test/2> .
:zahlen a skos:Collection ; skos:prefLabel "Zahlen"@de ; skos:member :eins, :zwei .
:folge a skos:OrderedCollection ; skos:prefLabel "Folge"@de ; skos:memberList (:zwei :eins) .
`,
  'terms.jsonld': JSON.stringify(
    {
      '@context': {
        skos: 'http://www.w3.org/2004/02/skos/core#',
        dct: 'http://purl.org/dc/terms/',
        x: 'https://x.test/',
        id: '@id',
        type: '@type',
        label: {'@id': 'skos:prefLabel', '@container': '@language'},
      },
      '@graph': [
        {
          id: 'x:scheme',
          type: 'skos:ConceptScheme',
          'dct:title': {'@value': 'Words', '@language': 'de'},
          'dct:publisher': 'Ann',
        },
        {
          id: 'x:eins',
          type: 'skos:Concept',
          'skos:inScheme': {id: 'x:scheme'},
          label: {de: 'Eins', en: 'One'},
          'skos:altLabel': [
            {'@value': '1', '@language': 'de'},
            {'@value': 'I', '@language': 'de'},
            {'@value': '1st', '@language': 'en'},
          ],
          'skos:definition': [
            {'@value': 'Erste Zahl.', '@language': 'de'},
            {'@value': 'First number.', '@language': 'en'},
          ],
          'skos:changeNote': 'new',
          'skos:narrower': {id: 'x:zwei'},
          'dct:created': '2026-01-01',
        },
        {
          id: 'x:zwei',
          type: 'skos:Concept',
          label: {de: 'Zwei'},
          'skos:notation': 'ZW',
          'skos:scopeNote': {'@value': 'Nach eins.', '@language': 'de'},
          'skos:related': {id: 'x:eins'},
          'skos:exactMatch': {id: 'https://other.test/2'},
        },
        {
          id: 'x:zahlen',
          type: 'skos:Collection',
          label: {de: 'Zahlen'},
          'skos:member': [{id: 'x:eins'}, {id: 'x:zwei'}],
        },
        {
          id: 'x:folge',
          type: 'skos:OrderedCollection',
          label: {de: 'Folge'},
          'skos:memberList': {'@list': [{id: 'x:zwei'}, {id: 'x:eins'}]},
        },
      ],
    },
    null,
    1,
  ),
};

describe('SKOS of others', () => {
  for (const [file, text] of Object.entries(SCHEMES)) {
    it(`is read from ${file}`, async () => {
      const {head, terms, areas, lines, notes} = await read(text, {file});
      assert.deepEqual(head, {
        name: 'Words',
        url: 'https://x.test/scheme',
        language: 'de',
        publisher: {name: 'Ann'},
      });
      assert.deepEqual(terms, [
        {
          id: 'eins',
          name: 'Eins',
          summary: 'Erste Zahl.',
          url: 'https://x.test/eins',
          aliases: ['1', 'I'],
          related: ['zwei'],
          areas: ['zahlen'],
          published: '2026-01-01',
          translations: {
            en: {name: 'One', summary: 'First number.', aliases: ['1st']},
          },
        },
        {
          id: 'zwei',
          name: 'Zwei',
          summary: 'Nach eins.',
          abbreviation: 'ZW',
          url: 'https://x.test/zwei',
          related: ['eins'],
          areas: ['zahlen'],
          sources: [
            {title: 'https://other.test/2', url: 'https://other.test/2'},
          ],
        },
      ]);
      assert.deepEqual(areas, [
        {id: 'zahlen', name: 'Zahlen', url: 'https://x.test/zahlen'},
        {
          id: 'folge',
          name: 'Folge',
          url: 'https://x.test/folge',
          resources: [{terms: ['zwei', 'eins']}],
        },
      ]);
      const lineOf = (part: string) =>
        text.slice(0, text.indexOf(part)).split('\n').length;
      const first =
        file === 'terms.ttl'
          ? lineOf(':eins a')
          : // Where its bracket opens.
            lineOf('"id": "x:eins",\n   "type"') - 1;
      assert.equal(lines[0], first);
      assert.deepEqual(
        notes.map(({kind, message}) => `${kind} ${message}`).toSorted(),
        [
          'dropped skos:changeNote: a glossary has no field for it',
          'guessed skos:exactMatch is read as a source',
          'guessed skos:scopeNote is read as the summary',
          'guessed the language of the glossary is de, in which most concepts have a name; --language says otherwise',
          'warning skos:narrower is read as related: a glossary has no levels',
        ],
      );
    });
  }

  for (const [stated, tag] of [
    ['<http://publications.europa.eu/resource/authority/language/ENG>', 'en'],
    ['<http://id.loc.gov/vocabulary/iso639-2/fin>', 'fi'],
    ['<http://lexvo.org/id/iso639-3/deu>', 'de'],
    ['"eng"', 'en'],
    ['"en-GB"', 'en-GB'],
    ['<http://e.example/a language/>', 'fi'],
  ] as const)
    it(`understands ${stated} as a language`, async () => {
      const {head, terms} = await read(
        `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
<http://e.example/s> a skos:ConceptScheme ; dct:title "W"@${tag} ; dct:language ${stated.replace('a language', 'a_language')} .
<http://e.example/a> a skos:Concept ; skos:inScheme <http://e.example/s> ; skos:prefLabel "A"@${tag} ; skos:definition "First."@${tag} .`,
      );
      assert.equal(head['language'], tag);
      assert.equal(terms[0]?.['summary'], 'First.');
    });

  it('may be asked for another language', async () => {
    const {terms, notes} = await read(SCHEMES['terms.ttl']!, {language: 'en'});
    assert.ok(
      notes.some(
        ({message}) =>
          message === 'name: no value in en; the one in de is used',
      ),
    );
    assert.equal(terms[0]!.name, 'One');
    assert.deepEqual(terms[0]!.translations, {
      de: {name: 'Eins', summary: 'Erste Zahl.', aliases: ['1', 'I']},
    });
    assert.equal(terms[1]!.name, 'Zwei');
  });

  it('tells the line of what it leaves out', async () => {
    const {notes} = await read(
      `${PREFIXES}:a a skos:Concept ;\n skos:prefLabel "A" ; skos:definition "S" ;\n skos:hiddenLabel "h" ;\n skos:related :b .\n:c a :Thing .\n`,
    );
    assert.deepEqual(
      notes.map(({line, message}) => [line, message]),
      [
        [7, 'skos:related: nothing is said of https://x.test/b'],
        [6, 'skos:hiddenLabel: a glossary has no field for it'],
        [8, 'a https://x.test/Thing, for which a glossary has no field'],
      ],
    );
  });

  for (const [what, file, text, message] of [
    [
      'a fault',
      'terms.ttl',
      `${PREFIXES}:a a skos:Concept\n:b a :c .`,
      /^terms\.ttl:5: Expected/,
    ],
    [
      'an unknown prefix',
      'terms.ttl',
      '\n\nx:a a x:b .',
      /^terms\.ttl:3: Undefined prefix/,
    ],
    [
      'a context of SKOS',
      'terms.jsonld',
      '{\n"@context": "http://www.w3.org/2004/02/skos/core.jsonld",\n"@id": "x:a"}',
      /^terms\.jsonld:2: .*not fetched/,
    ],
    [
      'a context of schema.org',
      'terms.jsonld',
      '{\n\n"@context": ["https://schema.org"]}',
      /^terms\.jsonld:3: .*not fetched/,
    ],
    [
      'a context in a circle',
      'terms.jsonld',
      '{"@context": {"a": "b:x", "b": "a:y"}, "a": 1}',
      /^terms\.jsonld:1: cyclic/,
    ],
  ] as const) {
    it(`with ${what} is an error with its line`, () =>
      assert.rejects(read(text, {file}), (error: Error) => {
        assert.match(error.message, message);
        assert.ok((error as {wayOut?: string}).wayOut);
        return true;
      }));
  }

  it('takes time in proportion to its length, whatever is in it', async () => {
    const parts = [
      '[',
      '(',
      '"""',
      '"',
      "'",
      '<',
      ':a :b ',
      '[:a ',
      '@',
      '\\',
      '_:',
      '{',
      '<<',
      ':a :b "c"@',
      '#',
      '%',
    ];
    const filledWith = (part: string) => (size: number) =>
      part.repeat(size / part.length);
    /** A list whose end is its beginning; a link is some 70 characters. */
    const circle = (size: number) => {
      const length = Math.ceil(size / 70);
      const links = Array.from(
        {length},
        (_, index) =>
          `_:b${index} <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:b${(index + 1) % length} .\n`,
      );
      return `:c a skos:OrderedCollection; skos:memberList _:b0 .\n${links.join('')}`;
    };
    for (const textOf of [...parts.map(filledWith), circle])
      await growsInProportion(async (size) => {
        const text = textOf(size);
        for (const piece of [100, 65_536]) {
          await read(text, {piece}).catch(() => undefined);
          await read(`${PREFIXES}:a skos:prefLabel ${text}`, {piece}).catch(
            () => undefined,
          );
        }
      }, textOf(100));
    const concepts = [
      'skos:Concept',
      'skos:Collection',
      'skos:OrderedCollection',
      'skos:ConceptScheme',
    ];
    const node = {
      '@type': concepts,
      'skos:member': {'@id': '#x'},
      '@id': '#x',
      'skos:related': {'@id': '#x'},
    };
    for (const textOf of [
      ...['[', '{"@graph":', '{"@context":', '{"@id":[', '"'].map(filledWith),
      (size: number) =>
        JSON.stringify({
          '@context': {skos: 'http://www.w3.org/2004/02/skos/core#'},
          '@graph': Array.from({length: size / 100}, () => node),
        }),
    ])
      await growsInProportion(
        (size) => read(textOf(size), {file: 'x.jsonld'}).catch(() => undefined),
        textOf(100),
      );
  });
});
