import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {before, describe, it} from 'node:test';
import MiniSearch from 'minisearch';
import type {Glossary, Term} from '../../../src/glossary/types.js';
import {markedText} from '../../../src/matching/marked-text.js';
import {TermSearch} from '../../../src/matching/term-search.js';
import {QUERIES} from './search-queries.js';

const {terms} = JSON.parse(
  readFileSync(new URL('../../../data/glossary.json', import.meta.url), 'utf8'),
) as Omit<Glossary, 'terms'> & {readonly terms: readonly Term[]};

const searchedOf = ({name, aliases = [], abbreviation, summary}: Term) => ({
  name,
  others: abbreviation === undefined ? aliases : [abbreviation, ...aliases],
  text: summary,
});

/** Of the entries that the queries mean, those among the first three results. */
const hitsOf = (search: (query: string) => readonly string[]): number =>
  QUERIES.reduce((sum, [query, ...expected]) => {
    const first = search(query).slice(0, 3);
    return sum + expected.filter((id) => first.includes(id)).length;
  }, 0);

describe('the search of the bundled glossary', () => {
  let search: TermSearch<Term>;
  const find = (query: string) => search.find(query).map(({item}) => item.id);

  before(async () => {
    search = await TermSearch.of(terms, searchedOf);
  });

  it('has 50 queries, for entries that exist', () => {
    assert.equal(QUERIES.length, 50);
    const ids = new Set(terms.map(({id}) => id));
    for (const [query, ...expected] of QUERIES)
      for (const id of expected) assert.ok(ids.has(id), `${query}: ${id}`);
  });

  for (const [why, options] of [
    ['as it is', {}],
    ['with prefixes and typing errors', {prefix: true, fuzzy: 0.2}],
  ] as const)
    it(`gives at least as many of the entries meant as MiniSearch ${why}`, () => {
      const plain = new MiniSearch<Record<string, string>>({
        fields: ['name', 'others', 'text'],
        searchOptions: options,
      });
      plain.addAll(
        terms.map((term) => {
          const {name, others, text} = searchedOf(term);
          return {id: term.id, name, others: others.join('\n'), text};
        }),
      );
      const own = hitsOf(find);
      const other = hitsOf((query) =>
        plain.search(query).map(({id}) => id as string),
      );
      assert.ok(own >= other, `${own} of them, MiniSearch ${other}`);
    });

  it('gives the entries meant among the first three', () => {
    const missed = QUERIES.filter(([query, ...expected]) => {
      const first = find(query).slice(0, 3);
      return !expected.some((id) => first.includes(id));
    });
    assert.deepEqual(missed, []);
  });
});

interface Sample {
  readonly name: string;
  readonly others?: readonly string[];
  readonly text?: string;
}

const over = (...samples: readonly Sample[]) =>
  TermSearch.of(samples, ({name, others = [], text = ''}) => ({
    name,
    others,
    text,
  }));

const names = (found: readonly {readonly item: Sample}[]) =>
  found.map(({item}) => item.name);

describe('a search', () => {
  it('puts names first, then aliases, then texts', async () => {
    const search = await over(
      {name: 'Third', text: 'Of a delta.'},
      {name: 'Second', others: ['delta']},
      {name: 'Delta'},
      {name: 'Delta hedge'},
    );
    assert.deepEqual(names(search.find('delta')), [
      'Delta',
      'Second',
      'Delta hedge',
      'Third',
    ]);
  });

  for (const [typed, name] of [
    ['VEGÁ', 'Vega'],
    ['strasse', 'Straße'],
    ['권', '옵션 권리'],
    ['权', '期权'],
    ['optoin', 'Option'],
    ['خيار', 'خِيار'],
  ] as const)
    it(`finds ${name} by ${typed}`, async () => {
      const search = await over({name: 'Other'}, {name});
      assert.deepEqual(names(search.find(typed)), [name]);
    });

  it('takes short words as they are', async () => {
    const search = await over({name: 'ITM'}, {name: 'ATM'});
    assert.deepEqual(names(search.find('itm')), ['ITM']);
  });

  it('finds nothing for nothing, and says what is near', async () => {
    const search = await over({name: 'Backwardation'}, {name: 'Contango'});
    assert.deepEqual(search.find(' – '), []);
    assert.deepEqual(search.find('backvvardetion'), []);
    assert.deepEqual(names([]), []);
    assert.deepEqual(
      search.nearest('backvvardetion', 3).map(({name}) => name),
      ['Backwardation'],
    );
    assert.deepEqual(search.nearest('xyz', 3), []);
  });

  it('says which alias was found, where the name was not', async () => {
    const search = await over({name: 'Theta', others: ['decay', 'time decay']});
    const [found] = search.find('time dec');
    assert.equal(found?.alias, 'time decay');
    assert.equal(search.find('theta')[0]?.alias, undefined);
  });

  it('takes ordinary words for ids of objects', async () => {
    const search = await over({name: '__proto__'}, {name: 'constructor'});
    assert.deepEqual(names(search.find('constructor')), ['constructor']);
    assert.deepEqual(names(search.find('proto')), ['__proto__']);
  });

  it('can be given up', async () => {
    await assert.rejects(
      TermSearch.of(terms, searchedOf, AbortSignal.abort(new Error('gone'))),
      /gone/,
    );
  });
});

describe('marks', () => {
  const marked = async (text: string, typed: string) => {
    const search = await over({name: text});
    const [found] = search.find(typed);
    return markedText(text, found?.words ?? new Map())
      .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
      .join('');
  };

  for (const [text, typed, expected] of [
    ['Delta hedging', 'del', '[Del]ta hedging'],
    ['Put-call parity', 'call put', '[Put]-[call] parity'],
    ['Volatility', 'volatilty', '[Volatility]'],
    ['Éclair', 'ecl', '[Écl]air'],
    ['Straße', 'strass', '[Straße]'],
    ['期权', '权', '期[权]'],
    ['Delta', '', 'Delta'],
  ] as const)
    it(`of ${typed} in ${text}`, async () => {
      assert.equal(await marked(text, typed), expected);
    });
});
