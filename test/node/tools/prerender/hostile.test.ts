import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {growsInProportion} from '../../../support/proportion.js';
import {prerendered} from './page.js';

/** Repeats a text to the length that is asked for. */
type Fill = (text: string) => string;

describe('prerendering hostile pages', () => {
  for (const [what, pageOf] of [
    [
      'tags that nest',
      (fill: Fill) => `<term-card term=awl>x</term-card>${fill('<div>')}`,
    ],
    [
      'formatting that nests',
      (fill: Fill) => `${fill('<b><i>')}<term-card term=awl></term-card>`,
    ],
    ['cards that nest', (fill: Fill) => fill('<term-card term=owl>')],
    [
      'cards that nest and end',
      (fill: Fill) => `${fill('<term-card term=owl>')}${fill('</term-card>')}`,
    ],
    ['tips that nest', (fill: Fill) => fill('<term-tip>')],
    [
      'glossaries that nest',
      (fill: Fill) =>
        `${fill('<term-glossary term-href=x>')}<term-card term=awl></term-card>`,
    ],
    ['linkers that nest', (fill: Fill) => `${fill('<term-linker>')} awl awl`],
    [
      'attributes',
      (fill: Fill) => `<term-card term=awl ${fill(' a')}>x</term-card>`,
    ],
    [
      'the same attribute',
      (fill: Fill) => `<term-card ${fill(' term=awl')}>x</term-card>`,
    ],
    [
      'an attribute that does not end',
      (fill: Fill) =>
        `<term-card term=awl></term-card><term-card term="${fill('a')}`,
    ],
    [
      'comments that do not end',
      (fill: Fill) => `<term-card term=awl></term-card>${fill('<!--')}`,
    ],
    [
      'less-than signs',
      (fill: Fill) => `<term-card term=awl></term-card>${fill('<')}`,
    ],
    [
      'ends of templates',
      (fill: Fill) => `<term-card term=awl>${fill('</template>')}</term-card>`,
    ],
    [
      'beginnings of templates',
      (fill: Fill) => `<term-card term=awl>${fill('<template>')}</term-card>`,
    ],
    [
      'ends of links',
      (fill: Fill) => `<term-tip term=awl>${fill('</a>')}</term-tip>`,
    ],
    [
      'links that nest',
      (fill: Fill) => `<term-tip term=awl>${fill('<a>')}</term-tip>`,
    ],
    [
      'white space before the body',
      (fill: Fill) => `${fill(' \n')}&lt;<term-card term=awl></term-card>`,
    ],
    [
      'an answer that nests',
      (fill: Fill) =>
        `<faq-block><details><summary>q</summary>${fill('<em>')}a</details></faq-block>`,
    ],
    [
      'a list that nests',
      (fill: Fill) =>
        `<faq-block><dl><dt>q<dd>${fill('<em>')}a</dl></faq-block>`,
    ],
    [
      'a trail that nests',
      (fill: Fill) =>
        `<breadcrumb-jsonld><nav>${fill('<ul><li>')}</nav></breadcrumb-jsonld>`,
    ],
    [
      'data that nests',
      (fill: Fill) =>
        `<script type="application/ld+json">${fill('[')}${fill(']')}</script><faq-block area=tools></faq-block>`,
    ],
    [
      'a glossary that nests',
      (fill: Fill) =>
        `<term-card term=awl><script type="application/json">${fill('[')}${fill(']')}</script></term-card>`,
    ],
    [
      'items that nest',
      (fill: Fill) =>
        `<breadcrumb-jsonld items='${fill('[')}${fill(']')}'></breadcrumb-jsonld>`,
    ],
    [
      'a selector that does not end',
      (fill: Fill) => `<term-linker for="${fill(':not(')}"></term-linker>`,
    ],
    [
      'a table of cards',
      (fill: Fill) => `<table>${fill('<term-card term=awl></term-card>')}`,
    ],
  ] as const)
    it(`takes time in proportion for ${what}`, () =>
      growsInProportion(async (size) => {
        const page = pageOf((text) =>
          text.repeat(Math.ceil(size / text.length)),
        );
        const {html} = await prerendered(page);
        assert.equal((await prerendered(html)).html, html);
      }));
});
