import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Log, Run} from 'sarif';
import {fixture, terminal} from './support/terminal.js';

const TERM = '{"id": "rim", "name": "Rim", "summary": "A hoop."}';

/** A glossary on lines of their own: 3 the terms, 4 the areas. */
const glossary = (terms: string, areas = '') =>
  `{"format": 1, "name": "G",\n"terms": [\n${terms}\n], "areas": [\n${areas}\n]}\n`;

const ERRORS: readonly [what: string, text: string, told: RegExp][] = [
  [
    'a value of another type',
    glossary('{"id": "a", "name": "A", "summary": 3}'),
    /:3:37: error: terms\[0\]\.summary: expected a string, received 3/,
  ],
  [
    'a missing property',
    glossary('{"id": "a", "name": "A"}'),
    /:3:1: error: terms\[0\](\.summary)?: expected the property "summary", received nothing/,
  ],
  [
    'an invalid date',
    glossary(TERM.replace('}', ', "published": "May"}')),
    /:3:65: error: terms\[0\]\.published: expected an ISO 8601 date/,
  ],
  [
    'an unknown format',
    '{"format": 9, "name": "G", "terms": []}',
    /:1:12: error: format: expected 1/,
  ],
  [
    'a related term that is not there',
    glossary(TERM.replace('}', ', "related": ["hub"]}')),
    /:3:64: error: terms\[0\]\.related\[0\]: there is no term "hub"/,
  ],
  [
    'an area that is not there',
    glossary(TERM.replace('}', ', "areas": ["wheels"]}')),
    /:3:62: error: terms\[0\]\.areas\[0\]: there is no area "wheels"/,
  ],
  [
    'a successor that is not there',
    glossary(TERM.replace('}', ', "deprecated": {"use": "hub"}}')),
    /error: terms\[0\]\.deprecated\.use: there is no term "hub"/,
  ],
  [
    'a mention that is not there',
    glossary(
      TERM.replace(
        '}',
        ', "definition": {"markdown": "See *[[hub|the hub]]*."}}',
      ),
    ),
    /error: terms\[0\]\.definition\.markdown: \[\[hub\]\]: there is no term "hub"/,
  ],
  [
    'a mention in an answer',
    glossary(
      TERM,
      '{"id": "a", "name": "A", "questions": [{"question": "Q", "answer": {"markdown": "- [[hub]]"}}]}',
    ),
    /:5:\d+: error: areas\[0\]\.questions\[0\]\.answer\.markdown: \[\[hub\]\]/,
  ],
  [
    'a mention in a translation',
    glossary(
      TERM.replace(
        '}',
        ', "translations": {"es": {"definition": {"markdown": "[[hub]]"}}}}',
      ),
    ),
    /error: terms\[0\]\.translations\.es\.definition\.markdown/,
  ],
  [
    'a resource with a term that is not there',
    glossary(
      TERM,
      '{"id": "a", "name": "A", "resources": [{"terms": ["rim", "hub"]}]}',
    ),
    /:5:58: error: areas\[0\]\.resources\[0\]\.terms\[1\]: there is no term "hub"/,
  ],
  [
    'an id twice',
    glossary(`${TERM},\n${TERM.replace('"Rim"', '"Hoop"')}`),
    /:4:8: error: terms\[1\]\.id: the id "rim" is taken by terms\[0\]\.id/,
  ],
  [
    'an area twice',
    glossary(TERM, '{"id": "a", "name": "A"},\n{"id": "a", "name": "B"}'),
    /:6:8: error: areas\[1\]\.id: the id "a" is taken/,
  ],
  [
    'a resource twice',
    glossary(
      TERM,
      '{"id": "a", "name": "A", "resources": [{"number": 1, "terms": []}, {"number": 1, "terms": []}]}',
    ),
    /error: areas\[0\]\.resources\[1\]: resource 1: taken/,
  ],
  [
    'an unsafe address',
    glossary(TERM.replace('}', ', "url": "java\\tscript:alert(1)"}')),
    /error: terms\[0\]\.url: expected an http\(s\), mailto or relative address/,
  ],
  [
    'an unsafe picture',
    glossary(TERM.replace('}', ', "image": {"url": "data:text/html,x"}}')),
    /error: terms\[0\]\.image\.url: expected an http/,
  ],
  [
    'an unsafe link in a text',
    glossary(
      TERM.replace('}', ', "definition": {"markdown": "[x](javascript:y)"}}'),
    ),
    /error: terms\[0\]\.definition\.markdown: expected an http/,
  ],
  [
    'no JSON',
    '{"format": 1,\n"name": "G"\n"terms": []}',
    /:3:1: error: expected ","/,
  ],
  [
    'JSON with a comment',
    '{"format": 1, // one\n"name": "G", "terms": []}',
    /:1:15: error: expected JSON, received a comment/,
  ],
  [
    'a comma too many',
    '{"format": 1, "name": "G", "terms": [],}',
    /:1:40: error: expected/,
  ],
  ['an empty file', '', /:1:1: error: expected a value/],
];

const WARNINGS: readonly [what: string, text: string, told: RegExp][] = [
  [
    'a name that is nearly known',
    glossary(TERM.replace('}', ', "sumary": "x", "aliasses": []}')),
    /:3:67: warning: terms\[0\]\.aliasses: expected the property "aliases", received "aliasses"/,
  ],
  [
    'an empty summary',
    glossary('{"id": "a", "name": "A", "summary": " "}'),
    /:3:37: warning: terms\[0\]\.summary: expected a sentence/,
  ],
  [
    'a name twice',
    glossary(
      `${TERM},\n{"id": "b", "name": "B", "aliases": ["RIM"], "summary": "x"}`,
    ),
    /:4:38: warning: terms\[1\]\.aliases\[0\]: "RIM" also names terms\[0\]\.name/,
  ],
  [
    'an address twice',
    glossary(
      '{"id": "a", "name": "A", "summary": "x", "url": "/x/"},\n{"id": "b", "name": "B", "summary": "x", "url": "/x"}',
    ),
    /:4:49: warning: terms\[1\]\.url: the address is taken by terms\[0\]\.url/,
  ],
  [
    'a former id that is taken',
    glossary(
      `${TERM},\n{"id": "b", "name": "B", "summary": "x", "formerIds": ["rim"]}`,
    ),
    /:4:56: warning: terms\[1\]\.formerIds\[0\]: the id "rim" is taken/,
  ],
];

const CLEAN: readonly [what: string, text: string][] = [
  ['nothing but terms', glossary(TERM)],
  ['a byte order mark', `\uFEFF${glossary(TERM)}`],
  [
    'one name that is meant twice',
    glossary(
      `${TERM},\n{"id": "b", "name": "Rim", "ambiguous": true, "summary": "x"}`,
    ),
  ],
  [
    'references by former id and address',
    glossary(
      '{"id": "a", "formerIds": ["old"], "name": "A", "summary": "x", "url": "https://glossary.example/a/"},\n{"id": "b", "name": "B", "summary": "x", "related": ["old", "https://glossary.example/a"]}',
    ),
  ],
  ['a term that a layer takes away', glossary('{"id": "a", "name": null}')],
  [
    "properties of one's own",
    glossary(TERM.replace('}', ', "weight": 3, "__proto__": {"id": 1}}')),
  ],
];

describe('validate', () => {
  for (const [severity, cases] of [
    ['error', ERRORS],
    ['warning', WARNINGS],
  ] as const) {
    for (const [what, text, told] of cases) {
      it(`finds ${what}: ${severity}`, async (t) => {
        const {run, path, write} = await terminal(t);
        await write('glossary.json', text);
        const {code, stdout, stderr} = await run(
          'validate',
          path('glossary.json'),
        );
        assert.match(stderr, told);
        assert.equal(code, severity === 'error' ? 1 : 0);
        assert.match(
          stdout,
          /glossary\.json: (\d+|no) errors?, (\d+|no) warnings?\n$/,
        );
      });
    }
  }

  for (const [what, text] of CLEAN) {
    it(`is content with ${what}`, async (t) => {
      const {run, path, write} = await terminal(t);
      await write('glossary.json', text);
      const {code, stdout, stderr} = await run(
        'validate',
        path('glossary.json'),
      );
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /: no errors, no warnings\n$/);
    });
  }

  it('tells all of it, in the order of the lines', async (t) => {
    const {run, path, write} = await terminal(t);
    await write(
      'glossary.json',
      glossary(
        '{"id": "a", "name": "", "summary": "", "related": ["x"]},\n{"id": "a", "name": 4, "summary": "x"}',
      ),
    );
    const {stdout} = await run('validate', path('glossary.json'), '--json');
    const {errors, warnings, findings} = JSON.parse(stdout) as {
      errors: number;
      warnings: number;
      findings: {
        line: number;
        column: number;
        path: string;
        code: string;
        severity: string;
        expected?: string;
        received?: string;
      }[];
    };
    assert.deepEqual([errors, warnings], [3, 1]);
    assert.deepEqual(
      findings.map(({line, path: at, code}) => [line, at, code]),
      [
        [3, 'terms[0].summary', 'empty-summary'],
        [3, 'terms[0].related[0]', 'unknown-reference'],
        [4, 'terms[1].id', 'duplicate-id'],
        [4, 'terms[1].name', 'format'],
      ],
    );
    assert.deepEqual(
      [findings[3]?.expected, findings[3]?.received],
      ['a string', '4'],
    );
  });

  it('reports in SARIF, with a rule for each code', async (t) => {
    const {run, path, write} = await terminal(t);
    await write(
      'glossary.json',
      glossary(TERM.replace('}', ', "related": ["hub"], "autolink": true}')),
    );
    const {code, stdout, stderr} = await run(
      ...['validate', path('glossary.json'), '--format', 'sarif'],
    );
    assert.deepEqual([code, stderr], [1, '']);
    const {runs} = JSON.parse(stdout) as Log;
    const [{results = [], tool}] = runs as [Run];
    assert.deepEqual(
      results.map(({ruleId, level}) => [ruleId, level]),
      [
        ['unknown-reference', 'error'],
        ['unknown-property', 'warning'],
      ],
    );
    for (const {ruleId, ruleIndex} of results)
      assert.equal(tool.driver.rules?.[ruleIndex!]?.id, ruleId);
    assert.deepEqual(results[0]?.locations?.[0]?.physicalLocation?.region, {
      startLine: 3,
      startColumn: 64,
      endLine: 3,
      endColumn: 69,
    });
  });

  it('is content with what import writes', async (t) => {
    const {run, path} = await terminal(t);
    for (const page of ['newer.md', 'second.md', 'area.html']) {
      await run('import', fixture(page), '-o', path('glossary.json'));
    }
    const {code, stderr} = await run('validate', path('glossary.json'));
    assert.deepEqual([code, stderr], [0, '']);
  });

  it('checks more terms than a call can have arguments', async (t) => {
    const {run, path, write} = await terminal(t);
    const terms = Array.from(
      {length: 150_000},
      (_, at) => `{"id":"t${at}","name":"T${at}","summary":"x"}`,
    );
    await write('glossary.json', glossary(terms.join(',\n')));
    const {code, stdout, stderr} = await run('validate', path('glossary.json'));
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /no errors/);
  });

  it('does not break on data that is nested too deeply', async (t) => {
    const {run, path, write} = await terminal(t);
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    await write(
      'glossary.json',
      `{"format": 1, "name": "G", "terms": ${deep}}`,
    );
    const {code, stderr} = await run('validate', path('glossary.json'));
    assert.equal(code, 2);
    assert.match(stderr, /at most 64 levels, received more in terms\[0\]/);
  });
});
