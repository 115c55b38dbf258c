import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {prerendered} from './page.js';

const LENGTH = 20_000;

const fill = (text: string) => text.repeat(Math.ceil(LENGTH / text.length));

describe('prerendering hostile pages', () => {
  for (const [what, page] of [
    ['tags that nest', `<term-card term=awl>x</term-card>${fill('<div>')}`],
    [
      'formatting that nests',
      `${fill('<b><i>')}<term-card term=awl></term-card>`,
    ],
    ['cards that nest', fill('<term-card term=owl>')],
    [
      'cards that nest and end',
      `${fill('<term-card term=owl>')}${fill('</term-card>')}`,
    ],
    ['tips that nest', fill('<term-tip>')],
    [
      'glossaries that nest',
      `${fill('<term-glossary term-href=x>')}<term-card term=awl></term-card>`,
    ],
    ['linkers that nest', `${fill('<term-linker>')} awl awl`],
    ['attributes', `<term-card term=awl ${fill(' a')}>x</term-card>`],
    ['the same attribute', `<term-card ${fill(' term=awl')}>x</term-card>`],
    [
      'an attribute that does not end',
      `<term-card term=awl></term-card><term-card term="${fill('a')}`,
    ],
    [
      'comments that do not end',
      `<term-card term=awl></term-card>${fill('<!--')}`,
    ],
    ['less-than signs', `<term-card term=awl></term-card>${fill('<')}`],
    [
      'ends of templates',
      `<term-card term=awl>${fill('</template>')}</term-card>`,
    ],
    [
      'beginnings of templates',
      `<term-card term=awl>${fill('<template>')}</term-card>`,
    ],
    ['ends of links', `<term-tip term=awl>${fill('</a>')}</term-tip>`],
    ['links that nest', `<term-tip term=awl>${fill('<a>')}</term-tip>`],
    [
      'white space before the body',
      `${fill(' \n')}&lt;<term-card term=awl></term-card>`,
    ],
    [
      'an answer that nests',
      `<faq-block><details><summary>q</summary>${fill('<em>')}a</details></faq-block>`,
    ],
    [
      'a list that nests',
      `<faq-block><dl><dt>q<dd>${fill('<em>')}a</dl></faq-block>`,
    ],
    [
      'a trail that nests',
      `<breadcrumb-jsonld><nav>${fill('<ul><li>')}</nav></breadcrumb-jsonld>`,
    ],
    [
      'data that nests',
      `<script type="application/ld+json">${fill('[')}${fill(']')}</script><faq-block area=tools></faq-block>`,
    ],
    [
      'a glossary that nests',
      `<term-card term=awl><script type="application/json">${fill('[')}${fill(']')}</script></term-card>`,
    ],
    [
      'items that nest',
      `<breadcrumb-jsonld items='${fill('[')}${fill(']')}'></breadcrumb-jsonld>`,
    ],
    [
      'a selector that does not end',
      `<term-linker for="${fill(':not(')}"></term-linker>`,
    ],
    ['a table of cards', `<table>${fill('<term-card term=awl></term-card>')}`],
  ] as const)
    it(`takes little time for ${what}`, async () => {
      const began = performance.now();
      const {html} = await prerendered(page);
      const took = performance.now() - began;
      assert.ok(took < 2000, `${took} ms`);
      assert.equal((await prerendered(html)).html, html);
    });
});
