/** What every entry of the bundled glossary has to have: data/README.md says why. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {glossaryDocument} from '../../../scripts/glossary/document.js';
import {
  readSources,
  type SourceTerm,
} from '../../../scripts/glossary/sources.js';
import {GlossaryIndex} from '../../../src/glossary/glossary-index.js';
import {examineGlossary} from '../../../src/glossary/parse.js';
import {mathTemplate} from '../../../src/rich-text/math.js';
import {parseRichText} from '../../../src/rich-text/parse.js';
import type {Glossary, Term} from '../../../src/glossary/types.js';
import {isAmong, numbersIn} from '../../support/numbers.js';
import {proseOf, readingEase} from '../../support/reading-ease.js';
import * as finance from '../../support/finance.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const sources = readSources(root);
const {areas, translations, head} = sources;
const entries = areas.flatMap(({value, place}) =>
  value.terms.map((term, index) => ({term, place: place('terms', index)})),
);

const textOf = ({definition, example = ''}: SourceTerm) =>
  `${definition}\n${example}`;

/** Words as a reader counts them: a formula is one, a link is its label. */
const words = (text: string): number =>
  text
    .replace(/\$\$?[^$]*\$\$?/g, ' formula ')
    .replace(/\[\[[^|\]]*\|?/g, ' ')
    .split(/\s+/)
    .filter((part) => /\w/.test(part)).length;

/** Sentences, as Unicode cuts a text of this language. */
const sentences = (text: string, language: string): number =>
  [...new Intl.Segmenter(language, {granularity: 'sentence'}).segment(text)]
    .length;

/** A work with its year: "Black (1976), The Pricing of Commodity Contracts". */
const WORK = /^[^()]+ \((?:1[89]|20)\d\d\), \S/;

/** A law, whose number has its year or place. */
const LAW =
  /^(?:Regulation \(EU\) |Directive \d{4}\/|Commodity Exchange Act)|\b\d+ CFR /;

/** What its publisher keeps up to date: "Deribit, Knowledge base: Fees". */
const KEPT_UP_TO_DATE =
  /^[^,()]+, (?:Documentation|[A-Z]\w+ documentation|Knowledge base|Support|Help centre|API (?:guide|reference)|[^,:]+ API|Rulebook|Fee schedule|Reports|Statistics|Basel Framework)(?:: \S|$)/;

const isDatedByItself = (title: string): boolean =>
  LAW.test(title) || KEPT_UP_TO_DATE.test(title);

/** Every entry for which a rule does not hold, and how. */
const faults = (
  rule: (term: SourceTerm) => string | false | undefined,
): readonly string[] =>
  entries.flatMap(({term, place}) => {
    const fault = rule(term);
    return fault ? [`${place}: ${fault}`] : [];
  });

describe('the sources of the bundled glossary', () => {
  it('have at least 420 entries in at least 24 areas', () => {
    assert.ok(entries.length >= 420, String(entries.length));
    assert.ok(areas.length >= 24, String(areas.length));
  });

  it('are counted in the documentation', () => {
    const count = `${entries.length} entries`;
    for (const [path, text] of [
      ['data/README.md', `${count} in ${areas.length} areas`],
      ['docs/data.md', `(${count}, `],
    ] as const)
      assert.ok(readFileSync(`${root}${path}`, 'utf8').includes(text), text);
  });

  it('have one sentence in a line', () => {
    const texts = [
      ...entries.map(({term}) => textOf(term)),
      ...areas.flatMap(({value}) => value.questions.map(({answer}) => answer)),
    ];
    assert.deepEqual(
      texts
        .flatMap((text) => text.split('\n'))
        // An item of a list has one line.
        .filter((line) => !line.startsWith('- '))
        .filter((line) => /(?<!\b(?:Mt|No|Yes|p\.m))[.?!] \[*[A-Z]/.test(line)),
      [],
    );
  });

  it('have figures of one line', () => {
    for (const {path, value} of areas) {
      const lines = readFileSync(`${root}${path}`, 'utf8').match(
        /^ {4}figure: \{.*\}$/gm,
      );
      assert.equal(
        lines?.length ?? 0,
        value.terms.filter(({figure}) => figure).length,
        path,
      );
    }
  });

  it('name only what is there', () => {
    const ids = new Set(entries.map(({term}) => term.id));
    const linked = (text: string) =>
      [...text.matchAll(/\[\[([^|\]]*)/g)].map(([, id]) => id!);
    assert.deepEqual(
      faults((term) =>
        [...linked(textOf(term)), ...term.related]
          .filter((id) => !ids.has(id))
          .join(),
      ),
      [],
    );
    assert.deepEqual(
      areas.flatMap(({value}) =>
        value.questions
          .flatMap(({answer}) => linked(answer))
          .filter((id) => !ids.has(id)),
      ),
      [],
    );
    assert.deepEqual(
      areas.flatMap(({value}) =>
        value.terms.flatMap(({id, alsoIn = []}) =>
          alsoIn
            .filter(
              (other) =>
                other === value.id || !head.value.areas.includes(other),
            )
            .map((other) => `${id}: ${other}`),
        ),
      ),
      [],
    );
  });

  it('cite no other glossary', () => {
    assert.deepEqual(
      faults(({sources: own, sameAs = []}) =>
        own
          .filter(
            ({title, url = ''}) =>
              /investopedia|wikipedia|greeks\.live/i.test(`${title} ${url}`) ||
              /glossary/i.test(url) ||
              sameAs.includes(url),
          )
          .map(({title}) => title)
          .join(),
      ),
      [],
    );
  });

  it('make a document that follows the format, without a near miss', () => {
    assert.deepEqual(examineGlossary(glossaryDocument(sources)), {
      faults: [],
      nearMisses: [],
    });
  });

  it('have an edition that the log of changes begins with', () => {
    const {version, date} = head.value.edition;
    const log = readFileSync(`${root}data/glossary/CHANGELOG.md`, 'utf8');
    assert.equal(/^## (.*)$/m.exec(log)?.[1], `${version}, ${String(date)}`);
    const docs = readFileSync(`${root}docs/data.md`, 'utf8');
    assert.ok(docs.includes(`${version} of ${String(date)}`));
  });

  it('have nothing that lint finds: unexplained abbreviations, long sentences, clashes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'glossary-'));
    try {
      const path = join(folder, 'glossary.json');
      writeFileSync(path, JSON.stringify(glossaryDocument(sources)));
      writeFileSync(join(folder, 'page.md'), '# Glossary\n');
      const {stdout} = spawnSync(
        process.execPath,
        // prettier-ignore
        ['--import', 'tsx', 'tools/src/bin.ts', 'lint', folder, '-g', path, '--config', 'data/glossary/term-elements.lint.json', '--json'],
        {cwd: root, encoding: 'utf8', maxBuffer: 1e8},
      );
      const {findings} = JSON.parse(stdout) as {findings: unknown[]};
      assert.deepEqual(findings, []);
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

  for (const [difficulty, least, mean] of [
    [1, 45, 70],
    [2, 45, 68],
  ] as const)
    it(`are easily read where their difficulty is ${difficulty}`, () => {
      const eases = entries
        .filter(({term}) => term.difficulty === difficulty)
        .map(({term, place}) => ({
          place,
          ease: readingEase(proseOf(`${term.summary}\n${term.definition}`)),
        }));
      assert.deepEqual(
        eases.filter(({ease}) => ease < least),
        [],
      );
      const sum = eases.reduce((total, {ease}) => total + ease, 0);
      assert.ok(sum / eases.length >= mean, String(sum / eases.length));
    });

  it('keep every id of the first edition', () => {
    const first = JSON.parse(
      readFileSync(`${root}test/fixtures/first-edition.json`, 'utf8'),
    ) as Record<'terms' | 'areas', readonly string[]>;
    const index = new GlossaryIndex(glossaryDocument(sources) as Glossary);
    assert.deepEqual(
      first.terms.filter((id) => !index.term(id)),
      [],
    );
    assert.deepEqual(
      first.areas.filter((id) => !index.area(id)),
      [],
    );
  });

  it('have every formula as a tree that pages draw', () => {
    const document = glossaryDocument(sources) as unknown as Glossary;
    const texts = document.terms
      .map((term) => (term as Term).definition)
      .concat(
        document.areas!.flatMap(({questions = []}) =>
          questions.map(({answer}) => answer),
        ),
      );
    let formulas = 0;
    for (const text of texts) {
      if (typeof text !== 'object') continue;
      const {markdown, math = {}} = text;
      for (const [tex, tree] of Object.entries(math))
        assert.ok(mathTemplate(tree), tex);
      const found = parseRichText(markdown, math).flatMap((block) =>
        block.type === 'paragraph' ? block.children : block.items.flat(),
      );
      const used = new Set(
        JSON.stringify(found).match(
          /"type":"math","text":"(?:[^"\\\\]|\\\\.)*"/g,
        ),
      );
      assert.equal(used.size, Object.keys(math).length, markdown);
      formulas += used.size;
    }
    assert.ok(formulas > 300, String(formulas));
  });

  for (const [what, rule] of [
    [
      'one sentence or two, of at most 160 characters, without marks',
      ({summary}) =>
        (summary.length > 160 && `${summary.length} characters`) ||
        (sentences(summary, 'en') > 2 && 'more than two sentences') ||
        (/[$*[\]`]/.test(summary) && 'marks'),
    ],
    [
      'a definition of 60 to 250 words',
      (term) => {
        const count = words(textOf(term));
        return (count < 60 || count > 250) && `${count} words`;
      },
    ],
    [
      'a link to another entry',
      (term) => !textOf(term).includes('[[') && 'none',
    ],
    [
      'a kind that the head describes',
      ({kind}) => !Object.hasOwn(head.value.kinds, kind) && kind,
    ],
    [
      'a difficulty from 1 to 5',
      ({difficulty}) =>
        ![1, 2, 3, 4, 5].includes(difficulty) && `${difficulty}`,
    ],
    ['tags', ({tags}) => !tags.length && 'none'],
    [
      'related entries, and not itself',
      ({id, related}) =>
        (!related.length && 'none') || (related.includes(id) && 'itself'),
    ],
    [
      'a source with a title, and addresses by https',
      ({sources: own}) =>
        (!own.length && 'none') ||
        own
          .map(({title, url = 'https:'}) =>
            title && url.startsWith('https:') ? '' : `${title} ${url}`,
          )
          .join(''),
    ],
    [
      'sources with author, year and title, and an address where there is no year',
      ({sources: own}) =>
        own
          .filter(
            ({title, url}) =>
              !(WORK.test(title) || (url && isDatedByItself(title))),
          )
          .map(({title}) => title)
          .join(', '),
    ],
  ] as const satisfies readonly (readonly [
    string,
    (term: SourceTerm) => string | false | undefined,
  ])[])
    it(`give every entry ${what}`, () => assert.deepEqual(faults(rule), []));

  it('relate entries that link each other or share an area', () => {
    const terms = new Map(entries.map(({term}) => [term.id, term]));
    const areasOf = new Map(
      areas.flatMap(({value}) =>
        value.terms.map(
          ({id, alsoIn = []}) => [id, [value.id, ...alsoIn]] as const,
        ),
      ),
    );
    const links = (term: SourceTerm, id: string) =>
      [`[[${id}|`, `[[${id}]]`].some((link) => textOf(term).includes(link));
    assert.deepEqual(
      faults((term) =>
        term.related
          .filter(
            (id) =>
              !links(term, id) &&
              !links(terms.get(id)!, term.id) &&
              !areasOf
                .get(term.id)!
                .some((area) => areasOf.get(id)!.includes(area)),
          )
          .join(', '),
      ),
      [],
    );
  });

  it('name a dated work in one way wherever its address stands', () => {
    const names = new Map<string, string>();
    assert.deepEqual(
      faults(({sources: own}) =>
        own
          .flatMap(({title, url = title}) => {
            const name = /^[^()]+ \(\d{4}\), [^:,]{0,30}/.exec(title)?.[0];
            if (!name) return [];
            const other = names.get(url) ?? name;
            names.set(url, other);
            const isSeries = url.startsWith('https://www.fixtrading.org/');
            return other === name || isSeries ? [] : [`${name} and ${other}`];
          })
          .join(', '),
      ),
      [],
    );
  });

  it('give every name to one entry', () => {
    const owners = new Map<string, string>();
    assert.deepEqual(
      faults(({id, name, aliases = [], abbreviation}) => {
        for (const own of [name, ...aliases, abbreviation ?? []].flat()) {
          const key = own.toLowerCase();
          const owner = owners.get(key) ?? id;
          if (owner !== id) return `"${own}" also names ${owner}`;
          owners.set(key, id);
        }
        return undefined;
      }),
      [],
    );
  });

  it('give every area a description and three to six questions', () => {
    assert.deepEqual(
      areas
        .filter(
          ({value: {description, questions}}) =>
            !description || questions.length < 3 || questions.length > 6,
        )
        .map(({path}) => path),
      [],
    );
  });
});

describe('the examples of the bundled glossary', () => {
  const checks = entries.flatMap(({term, place}) =>
    (term.checks ?? []).map((check) => ({...check, term, place})),
  );

  it('have numbers that are checked', () => {
    assert.ok(checks.length >= 400, String(checks.length));
  });

  it('state no number that is neither computed, nor computed with, nor given', () => {
    assert.deepEqual(
      faults(({example = '', checks = [], given = []}) => {
        const known = checks.flatMap(({compute, shown}) => [
          ...numbersIn(shown),
          ...[...compute.matchAll(/(?<![\w.])\d+(?:\.\d+)?(?:e\d+)?/g)]
            .map(Number)
            // 0.05 and 1.05 are 5%, 0.0025 may be millions, 1e6 a million.
            .flatMap((number) => [
              ...[1, 100, 1e6, 1e-6].map((unit) => number * unit),
              Math.abs(number - 1) * 100,
            ]),
        ]);
        const unknown = numbersIn(example).filter(
          (number) => !isAmong(number, [...known, ...given]),
        );
        return unknown.join(', ');
      }),
      [],
    );
  });

  it('give no number that is computed, and none that is not there', () => {
    assert.deepEqual(
      faults(({example = '', checks = [], given = []}) =>
        given
          .filter(
            (number) =>
              !numbersIn(example).includes(number) ||
              checks.some(({shown}) => numbersIn(shown)[0] === number),
          )
          .join(', '),
      ),
      [],
    );
  });

  it('show what is computed, rounded as it is written', () => {
    const names = Object.keys(finance);
    const wrong = checks.flatMap(({compute, shown, term, place}) => {
      // The expressions are the project's own data, in a test.
      // eslint-disable-next-line @typescript-eslint/no-implied-eval
      const evaluate = new Function(...names, `return (${compute})`);
      const value = evaluate(...Object.values(finance)) as number;
      // With its unit, as the text has it: "15 million", "−0.82 %".
      const [number = ''] = /[−-]?\d[\d,]*(?:\.\d+)?/.exec(shown) ?? [];
      const digits = number.replaceAll(',', '').replace('−', '-');
      const decimals = digits.split('.')[1]?.length ?? 0;
      const isClose =
        Math.abs(value - Number(digits)) <= 0.5000001 * 10 ** -decimals;
      const isThere = textOf(term).includes(shown);
      return isClose && isThere
        ? []
        : [`${place}: ${shown}, computed ${value} by ${compute}`];
    });
    assert.deepEqual(wrong, []);
  });
});

for (const {value, place, path} of translations) {
  describe(`the ${value.language} texts of the bundled glossary`, () => {
    it('have every kind, area and question', () => {
      assert.deepEqual(
        Object.keys(head.value.kinds).filter((kind) => !value.kinds[kind]),
        [],
      );
      const missing = areas.flatMap(({value: {id, questions}}) => {
        const own = value.areas[id];
        return own?.name && own.description
          ? questions
              .filter(({question}) => !own.questions[question]?.answer)
              .map(({question}) => `${id}: ${question}`)
          : [id];
      });
      assert.deepEqual(missing, [], path);
    });

    it('have names and sentences of at least 200 entries, short enough for a tip', () => {
      const {language} = value;
      const most = /^(?:zh|ja|ko)/.test(language) ? 80 : 160;
      const texts = Object.entries(value.terms);
      assert.ok(texts.length >= 200, String(texts.length));
      assert.deepEqual(
        texts
          .filter(
            ([, {name, summary}]) =>
              !name ||
              !summary ||
              summary.length > most ||
              sentences(summary, language) > 2 ||
              /[$*[\]`]/.test(summary),
          )
          .map(([id]) => place('terms', id)),
        [],
      );
    });

    it('write numbers as their language does', () => {
      const {language, terms, areas: ownAreas} = value;
      const [decimal, thousands] = [1.5, 10_000].map((number) =>
        new Intl.NumberFormat(language).format(number).replace(/\d/g, ''),
      );
      const foreign = {
        '.': decimal === '.' ? undefined : /\d\.\d{1,2}(?!\d)/,
        ',': thousands === ',' ? undefined : /\d,\d{3}(?!\d)/,
      };
      const texts = [
        ...Object.values(terms).map(({summary}) => summary),
        ...Object.values(ownAreas).flatMap(({questions}) =>
          Object.values(questions).flatMap(({question, answer}) => [
            question,
            answer,
          ]),
        ),
      ].flatMap((text) => text.replace(/\$\$?[^$]*\$\$?/g, '').split('\n'));
      assert.deepEqual(
        texts.filter((text) =>
          Object.values(foreign).some((form) => form?.test(text)),
        ),
        [],
      );
    });

    it('have the formulas of the English answers', () => {
      const formulas = (text: string) =>
        [...text.matchAll(/\$\$?[^$]+\$\$?/g)]
          .map(([formula]) => formula)
          .sort();
      assert.deepEqual(
        areas.flatMap(({value: {id, questions}}) =>
          questions
            .filter(({question, answer}) => {
              const own = value.areas[id]?.questions[question]?.answer ?? '';
              return String(formulas(own)) !== String(formulas(answer));
            })
            .map(({question}) => question),
        ),
        [],
      );
    });
  });
}
