import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {pluralizer} from '../../../src/matching/plurals.js';
import {splitName} from '../../../src/matching/scanner.js';

/** Per language: a name, and plurals that it must have; `-` for none at all. */
const cases: Readonly<Record<string, readonly (readonly [string, string])[]>> =
  {
    en: [
      ['option', 'options'],
      ['volatility', 'volatilities'],
      ['day', 'days'],
      ['loss', 'losses'],
      ['index', 'indices, indexes'],
      ['matrix', 'matrices, matrixes'],
      ['hedge complex', 'hedge complexes'],
      ['tax', 'taxes'],
      ['batch', 'batches'],
      ['basis', 'bases'],
      ['axis', 'axes'],
      ['chassis', 'chassises'],
      ['half', 'halves'],
      ['proof', 'proofs'],
      ['crypto', 'cryptos'],
      ['portfolio', 'portfolios'],
      ['Bounty', 'Bounties'],
      ['Single point of failure', 'Single points of failure'],
      ['request for quote', 'requests for quote, requests for quotes'],
      ['loan to value', 'loans to value'],
      ['AMM', 'AMMs'],
      ['DEX', 'DEXs, DEXes'],
      ['SPY', 'SPYs'],
      ['put call parity', 'put call parities'],
      ['policies', 'policy'],
      ['leaves', 'leaf'],
      ['indices', 'index'],
      ['leases', 'lease'],
      ['classes', 'class'],
      ['topics', 'topic'],
      ['Points of failure', 'Point of failure'],
      ['x', '-'],
      ['S&P 500', '-'],
      ['дельта', '-'],
    ],
    es: [
      ['opción', 'opciónes'],
      ['voz', 'voces'],
      ['plazo', 'plazos'],
      ['valores', 'valor'],
      ['crisis', '-'],
      ['interés', 'interéses'],
      ['contrato inteligente', 'contratos inteligentes'],
      ['precio de ejercicio', 'precios de ejercicio'],
      ['volatilidad implícita', 'volatilidades implícitas'],
      ['swap', 'swaps, swapes'],
    ],
    fr: [
      ['option', 'options'],
      ['taux', '-'],
      ['capital', 'capitaux'],
      ['enjeu', 'enjeux'],
      ['contrat à terme', 'contrats à terme'],
      ['marge initiale', 'marges initiales'],
      ['prime de risque', 'primes de risque'],
      ['option put', 'options put'],
    ],
    pt: [
      ['opção', 'opções'],
      ['margem', 'margens'],
      ['capital', 'capitais'],
      ['papel', 'papeis'],
      ['fácil', 'fáceis'],
      ['valor', 'valores'],
      ['preço de exercício', 'preços de exercício'],
      ['margem inicial', 'margens iniciais'],
      ['mês', 'mêses'],
      ['lápis', '-'],
    ],
    de: [
      ['Kaufoption', 'Kaufoptionen'],
      ['Ausübungspreis', 'Ausübungspreise'],
      ['Prämie', 'Prämien'],
      ['Händler', 'Händlern, Händlers'],
      ['Swap', 'Swaps'],
      ['Markt', 'Markte'], // Märkte, without its accent
      ['Option auf Aktien', 'Optionen auf Aktien'],
      ['Konto', 'Kontos'],
    ],
    ja: [
      ['価格', '-'],
      ['ETF', 'ETFs'],
      ['etf', '-'],
    ],
  };

for (const [language, names] of Object.entries(cases)) {
  describe(`plurals in ${language}`, () => {
    for (const [name, expected] of names) {
      it(`${name}: ${expected}`, () => {
        const all = pluralizer(`${language}-X`)(splitName(name)).map((words) =>
          words.join(' '),
        );
        if (expected === '-') return assert.deepEqual(all, []);
        for (const plural of expected.split(', ')) {
          assert.ok(all.includes(plural), all.join(', '));
        }
      });
    }
  });
}

it('plurals of a name grow with its words, not with their combinations', () => {
  const words = Array<string>(30).fill('opção');
  assert.ok(pluralizer('pt')(words).length < 10);
});

it('languages with the name of a property have no rules', () => {
  assert.deepEqual(pluralizer('constructor')(['word']), []);
  assert.deepEqual(pluralizer('')(['word']), []);
});
