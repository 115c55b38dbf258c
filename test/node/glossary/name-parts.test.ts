import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  abbreviates,
  fullNameOf,
  partsOfName,
} from '../../../src/glossary/name-parts.js';
import {termsNamed} from '../../../src/glossary/name-index.js';
import {glossaryOf} from '../tools/link/example.js';

/** A written name, and its parts; `=` stands before what an abbreviation abbreviates. */
const PARTS = [
  ['Replace-by-fee (RBF)', 'Replace-by-fee, RBF = Replace-by-fee'],
  [
    'RBAC (Role-Based Access Control)',
    'RBAC = Role-Based Access Control, Role-Based Access Control',
  ],
  [
    'Hash time locked contracts (HTLCs)',
    'Hash time locked contracts, HTLCs = Hash time locked contracts',
  ],
  ['Proof-of-stake (PoS)', 'Proof-of-stake, PoS = Proof-of-stake'],
  ['Tether (USDT)', 'Tether, USDT = Tether'],
  [
    'Just-In-Time (JIT) channels',
    'Just-In-Time channels, JIT channels = Just-In-Time channels',
  ],
  ['Fork (software)', 'Fork'],
  ['Value (US)', 'Value'],
  ['Eltoo (formerly LN-Symmetry)', 'Eltoo, LN-Symmetry'],
  [
    'Maker / Liquidity provider (LP)',
    'Maker, Liquidity provider (LP), Liquidity provider, LP = Liquidity provider',
  ],
  ['Option, American', 'American Option'],
  ['Bid/ask spread', ''],
  ['Plain name', ''],
  ['f(x) of (y)', ''],
  ['(ABC)', ''],
  ['1, 2, 3', ''],
] as const;

describe('the names in a written name', () => {
  for (const [written, expected] of PARTS)
    it(written, () => {
      const parts = partsOfName(written).map(({name, fullName}) =>
        fullName === undefined ? name : `${name} = ${fullName}`,
      );
      assert.equal(parts.join(', '), expected);
    });

  it('has none where a text stands in the place of a name', () => {
    assert.deepEqual(partsOfName(`${'word, '.repeat(100)}(ABC)`), []);
  });

  it('asks for letters in order that begin with the first of the name', () => {
    assert.ok(abbreviates('CLOB', 'central limit order book'));
    assert.ok(!abbreviates('CLOB', 'order book'));
    assert.ok(!abbreviates('COLB', 'central limit order book'));
    assert.ok(!abbreviates('cloob', 'central limit order book'));
    assert.ok(!abbreviates('BOOK', 'book'));
  });

  it('finds terms by them', () => {
    const glossary = glossaryOf('Replace-by-fee (RBF)', 'Fork (software)');
    const named = (name: string) =>
      termsNamed(glossary, name).map(({id}) => id);
    assert.deepEqual(named('rbf'), ['replace-by-fee-(rbf)']);
    assert.deepEqual(named('replace by fee'), ['replace-by-fee-(rbf)']);
    assert.deepEqual(named('fork'), ['fork-(software)']);
    assert.deepEqual(named('software'), []);
  });
});

describe('what an abbreviation abbreviates', () => {
  for (const [what, term, expected] of [
    [
      'the alias with its letters',
      {
        name: 'Order book',
        abbreviation: 'CLOB',
        aliases: ['book', 'central limit order book'],
      },
      'central limit order book',
    ],
    [
      'the name before an alias',
      {
        name: 'Time-weighted average price',
        abbreviation: 'TWAP',
        aliases: ['two-way auction price'],
      },
      'Time-weighted average price',
    ],
    [
      'a name inside of a name',
      {
        name: 'Order book',
        abbreviation: 'CLOB',
        aliases: ['Central limit order book (CLOB)'],
      },
      'Central limit order book',
    ],
    [
      'the name, if nothing has the letters',
      {name: 'Tether', abbreviation: 'USDT'},
      'Tether',
    ],
  ] as const)
    it(what, () => assert.equal(fullNameOf(term), expected));
});
