import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parse} from 'parse5';
import {documentSource} from '../../../../src/glossary/document-source.js';
import {prerendered} from './page.js';

const glossary = documentSource(
  {
    format: 1,
    name: 'Zürich',
    language: 'en',
    terms: [
      {id: 'é', name: 'Café', summary: 'A × B, 𝒜.', url: 'https://c.example/'},
    ],
  },
  'words.json',
);

const CARD = '<term-card term="&eacute;">C</term-card>';
const body = `<body>${CARD}<term-tip term="&eacute;">c</term-tip></body>`;
const OTHER = /[^\0-\x7f]/;

describe('the encoding of a page', () => {
  for (const [what, page] of [
    ['that says nothing of it', `<title>T</title>${body}`],
    ['in another one', `<meta charset="iso-8859-1">${body}`],
  ] as const) {
    it(`is not guessed for one ${what}: ASCII is written`, async () => {
      const {html} = await prerendered(page, {glossary});
      assert.doesNotMatch(html, OTHER);
      assert.match(html, /Caf&#233;.*A &#215; B, &#119964;\./s);
      const [, json] = /<script type="application[^>]*>(.*?)<\/script>/s.exec(
        html,
      )!;
      const node = JSON.parse(json!) as {name: string};
      assert.equal(node.name, 'Zürich');

      const again = await prerendered(html, {glossary});
      assert.equal(again.html, html);
      // What a browser reads is what it reads of a page in UTF-8.
      const marked = await prerendered(`\uFEFF${page}`, {glossary});
      assert.match(marked.html, OTHER);
      const article = (text: string) =>
        JSON.stringify(parse(text).childNodes.at(-1), [
          'childNodes',
          'nodeName',
          'value',
          'attrs',
          'name',
        ]);
      assert.equal(
        article(html.replaceAll(/<script.*?<\/script>/gs, '')),
        article(marked.html.slice(1).replaceAll(/<script.*?<\/script>/gs, '')),
      );
    });
  }

  for (const [what, page] of [
    ['says so', `<meta charset="UTF-8">${body}`],
    [
      'says so at length',
      `<meta http-equiv=content-type content="text/html; charset=utf-8">${body}`,
    ],
    ['has other characters already', `<title>Ü</title>${body}`],
  ] as const) {
    it(`is UTF-8 where the page ${what}`, async () => {
      const {html} = await prerendered(page, {glossary});
      assert.match(html, /Café.*A × B, 𝒜\./s);
    });
  }
});
