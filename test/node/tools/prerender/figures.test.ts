/** Figures and formulas for readers without JavaScript. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {documentSource} from '../../../../src/glossary/document-source.js';
import type {Glossary} from '../../../../src/glossary/types.js';
import {publishedSheet} from '../../../../scripts/styles/published-sheet.js';
import {prerender} from '../../../../tools/src/prerender/index.js';
import {FIGURES} from '../../../support/figures.js';

const glossary: Glossary = {
  format: 1,
  name: 'Figures',
  terms: [
    {
      id: 'pool',
      name: 'Pool',
      summary: 'Holds two tokens.',
      definition: {
        markdown: 'It keeps $xy$.',
        math: {xy: ['math', ['mi', 'x'], ['mi', 'y']]},
      },
      figure: {...FIGURES.pool, range: undefined},
      areas: ['amm'],
    },
    {id: 'plain', name: 'Plain', summary: 'Has none.'},
  ],
  areas: [{id: 'amm', name: 'AMM'}],
};

const written = (markup: string) =>
  prerender(`<!doctype html><title>T</title><body>${markup}`, {
    url: 'https://docs.example/',
    glossary: documentSource(glossary),
  });

const LABEL =
  /<svg role="img" aria-label="Reserves with a constant product\. The pool holds 100 of x and 400,000 of y/;

describe('prerendered figures', () => {
  for (const [tag, markup] of [
    ['term-figure', '<term-figure term="pool">P</term-figure>'],
    ['term-card', '<term-card term="pool">P</term-card>'],
    ['term-area', '<term-area area="amm">P</term-area>'],
  ] as const)
    it(`are drawn in <${tag}>, with their numbers`, async () => {
      const {html, notes, elements} = await written(markup);
      assert.deepEqual([notes, elements], [[], 1]);
      assert.match(html, LABEL);
      assert.match(html, /<path class="line" d="M[\d. L]+" ?\/?>/);
      assert.match(html, /<text [^>]*>x \+25<\/text>/);
      assert.match(html, /<th scope="row">y<\/th><td>400,000<\/td>/);
      assert.doesNotMatch(html, /style=|lit-/);
    });

  it('are drawn from the attribute too', async () => {
    const {html} = await written(
      `<term-figure figure='${JSON.stringify({...FIGURES.waterfall, layers: FIGURES.waterfall.layers.slice(1)})}'></term-figure>`,
    );
    assert.match(html, /insurance fund 45/);
    // The key is what the element computes of itself.
    assert.match(html, /prerendered='\[\{"type":"waterfall/);
  });

  it('are written in the language of the page if no entry has another', async () => {
    const figure = JSON.stringify(FIGURES.pool);
    const {html} = await prerender(
      `<!doctype html><html lang="de"><title>T</title><body><term-figure figure='${figure}'></term-figure>`,
      {url: 'https://docs.example/', glossary: documentSource(glossary)},
    );
    assert.match(html, /<td>400\.000<\/td>/);
    assert.match(html, /class="drawing" lang="en"/);
  });

  for (const [why, markup, message] of [
    ['has no figure', '<term-figure term="plain">P</term-figure>', /no figure/],
    [
      'is of no type',
      '<term-figure figure=\'{"type":"pie"}\'>P</term-figure>',
      /^there is no figure of type "pie"$/,
    ],
  ] as const)
    it(`leave the page as it is where what is named ${why}`, async () => {
      const {html, notes} = await written(markup);
      assert.ok(html.includes(markup));
      assert.match(notes[0]!.message, message);
    });

  it('keep the attributes that are their style', () => {
    assert.match(
      publishedSheet(),
      /:not\(term-tip, term-tip \*, svg \*, math \*\)/,
    );
  });
});

describe('prerendered formulas', () => {
  it('are MathML', async () => {
    const {html} = await written('<term-card term="pool">P</term-card>');
    assert.match(
      html.replace(/\s+>/g, '>'),
      /It keeps <math><mi>x<\/mi><mi>y<\/mi><\/math>\./,
    );
  });
});
