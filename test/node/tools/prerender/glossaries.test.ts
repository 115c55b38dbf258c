import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import '../../../support/ensure-glossary.js';
import type {Entry, GlossarySource} from '../../../../src/glossary/source.js';
import {filesAt, GLOSSARY, prerendered, URL_OF_PAGE, workshop} from './page.js';

/** A glossary whose awl says where it is from. */
const from = (name: string, more: object = {}) => ({
  format: 1,
  name,
  language: 'en',
  terms: [{id: 'awl', name: 'Awl', summary: `From ${name}.`, ...more}],
});

const FILES = filesAt({
  'https://site.example/own.json': from('own'),
  'https://site.example/guide/page/beside.json': from('beside'),
  'https://site.example/based/beside.json': from('based'),
  'https://site.example/around.json': from('around'),
  'https://site.example/linked.json': from('linked'),
  'https://site.example/later.json': {
    ...from('later'),
    terms: [{id: 'awl', merge: true, summary: 'From later.'}],
  },
});

const CARD = '<term-card term="awl" src="">x</term-card>';
const LINKED =
  '<link rel="Glossary" type="application/json" href="/linked.json">';
const block = (name: string) =>
  `<script type="application/json">${JSON.stringify(from(name))}</script>`;

describe('the glossary of an element', () => {
  for (const [what, body, expected, head = ''] of [
    [
      'its own',
      `<term-card term=awl src="/own.json">${block('x')}</term-card>`,
      'own',
      LINKED,
    ],
    [
      'its own, from the page',
      '<term-card term=awl src=beside.json></term-card>',
      'beside',
    ],
    [
      'its own, from the base',
      '<term-card term=awl src=beside.json></term-card>',
      'based',
      '<base href="/based/">',
    ],
    [
      'its own, in layers',
      '<term-card term=awl src="/own.json /later.json"></term-card>',
      'later',
    ],
    [
      'inside it',
      `<term-card term=awl>${block('block')}</term-card>`,
      'block',
      LINKED,
    ],
    [
      'around it',
      `<term-glossary src="/around.json"><div>${CARD}</div></term-glossary>`,
      'around',
      LINKED,
    ],
    [
      'inside what is around it',
      `<term-glossary>${block('block')}${CARD}</term-glossary>`,
      'block',
    ],
    [
      'the closest around it',
      `<term-glossary src="/own.json"><term-glossary src="/around.json">${CARD}</term-glossary></term-glossary>`,
      'around',
    ],
    [
      'that of the one further out',
      `<term-glossary src="/around.json"><term-glossary term-href="/t/{}">${CARD}</term-glossary></term-glossary>`,
      'around',
    ],
    ['of the page', CARD, 'linked', LINKED],
    [
      'of the page, later over earlier',
      CARD,
      'later',
      `${LINKED}<link rel=glossary href=/later.json>`,
    ],
    [
      'of the page, where what is around only says addresses',
      `<term-glossary term-href="/t/{}">${CARD}</term-glossary>`,
      'linked',
      LINKED,
    ],
  ] as const)
    it(`is: ${what}`, async () => {
      const page = `<html lang="en"><head>${head}</head><body>${body}</body></html>`;
      const {html, notes} = await prerendered(page, {fetch: FILES});
      assert.deepEqual(notes, []);
      assert.match(html, new RegExp(`From ${expected}\\.</p`));
    });

  it('is the bundled one where nobody says another, or what is given in its place', async () => {
    const page = '<term-card term="awl">x</term-card>';
    const given = await prerendered(page);
    assert.match(given.html, /Makes holes\./);
    const {html, notes} = await prerendered(page, {glossary: undefined});
    assert.equal(html, page);
    assert.match(notes[0]!.message, /"awl" is not in bundled glossary/);
  });

  it('has the addresses that are written around it', async () => {
    const {html} = await prerendered(
      `<term-glossary src="/own.json" term-href="/t/{}"><term-card term="awl"></term-card></term-glossary>`,
      {fetch: FILES},
    );
    assert.match(html, /<a href="\/t\/awl">Awl<\/a>/);
  });

  for (const form of [
    'javascript:alert(1)//{}',
    ' java&#10;script:alert(1)//{}',
    'data:text/html,{}',
    'vbscript:{}',
    '{}:alert(1)',
  ])
    it(`has no address from ${form}, and a note says where`, async () => {
      const page = `<term-glossary src="/own.json"
        term-href="${form}" area-href="${form}" home-href="${form}">
        <term-card term="awl"></term-card>
        <p>An <term-tip term="awl">awl</term-tip>.</p>
        <faq-block><dl><dt>Which <term-tip term="awl">awl</term-tip>?</dt><dd>One.</dd></dl></faq-block>
        <breadcrumb-jsonld term="awl"></breadcrumb-jsonld>
        <term-linker>Another awl.</term-linker></term-glossary>`;
      const {html, notes} = await prerendered(page, {fetch: FILES});
      const written = html.replace(/<term-glossary[^>]*>/, '');
      assert.match(written, /From own\.<\/p/);
      assert.doesNotMatch(written, /script:|href="(?:data|vbs)|awl:alert/i);
      assert.deepEqual(
        notes.map(({line, tag, message}) => [line, tag, message.split(':')[0]]),
        ['term-href', 'area-href', 'home-href'].map((name) => [
          1,
          'term-glossary',
          name,
        ]),
      );
    });

  it('makes no link of an address that a given source lets through', async () => {
    const glossary: GlossarySource = {
      label: 'own source',
      entry: () => ({...awl, url: 'javascript:alert(1)'}),
      named: () => Promise.resolve([]),
      areaPage: () => undefined,
      vocabulary: () => workshop.vocabulary(),
    };
    const awl = workshop.entry('awl') as Entry;
    const {html, notes} = await prerendered(
      `<term-card term="awl">x</term-card> <p>An <term-tip term="awl">awl</term-tip>.</p>
      <term-linker>Another awl.</term-linker>`,
      {glossary},
    );
    assert.deepEqual(notes, []);
    assert.match(html, /Makes holes/);
    assert.doesNotMatch(html, /javascript:/);
  });

  it('never falls back where it cannot be loaded, and says why', async () => {
    const page = '<term-card term="awl" src="/none.json">x</term-card>';
    const {html, notes} = await prerendered(page, {fetch: FILES});
    assert.equal(html, page);
    assert.deepEqual(notes, [
      {
        line: 1,
        tag: 'term-card',
        message:
          'the glossary cannot be loaded: there is no https://site.example/none.json',
      },
    ]);
  });

  it('is not read without a way to read it', async () => {
    const {notes} = await prerendered(
      '<term-card term="awl" src="/own.json">x</term-card>',
      {fetch: undefined},
    );
    assert.match(notes[0]!.message, /own\.json is not read: .* no `fetch`/);
  });

  it('is told where it is no JSON', async () => {
    const {notes} = await prerendered(
      '<term-card term=awl>\n<script type="application/json">{</script></term-card>',
    );
    assert.match(notes[0]!.message, /line 2: expected JSON/);
  });

  it('is asked once for all pages that share what was read', async () => {
    let requests = 0;
    const fetch: typeof FILES = (address) => {
      requests++;
      return FILES(address);
    };
    const sources = new Map();
    const page = '<term-card term=awl src="/own.json"></term-card>'.repeat(3);
    for (let count = 0; count < 2; count++) {
      const result = await prerendered(page, {fetch, sources});
      assert.deepEqual(result.glossaries, ['https://site.example/own.json']);
    }
    assert.equal(requests, 1);
  });

  describe('speaks the language of the page', () => {
    const SPANISH = from('es', {
      translations: {es: {name: 'Lezna', summary: 'Hace agujeros.'}},
    });
    const fetch = filesAt({'https://site.example/own.json': SPANISH});
    const card = '<term-card term="awl" src="/own.json"></term-card>';
    for (const [what, body, pattern] of [
      [
        'of the element',
        card.replace(' src', ' lang=es src'),
        /<p[^>]*part="summary"\s*>Hace/,
      ],
      ['closest around it', `<div lang="es-MX">${card}</div>`, />Lezna<\/a>/],
      [
        'marks what is in another',
        `<div lang="fr">${card}</div>`,
        /<h3 part="name" lang="en" dir="auto">/,
      ],
      [
        'with the original',
        `<div lang=es bilingual>${card}</div>`,
        /<span part="original" class="original" lang="en" dir="auto">Awl<\/span><\/div>/,
      ],
    ] as const)
      it(what, async () => {
        const {html} = await prerendered(body, {fetch});
        assert.match(html, pattern);
      });
  });

  it('gives pictures of its own origin and of the page only, unless any are asked for', async () => {
    const STRANGER = 'https://stranger.example/';
    const picture = (url: string) => ({
      ...from('x', {image: {url, alt: 'An awl'}}),
      url: STRANGER,
    });
    const own = 'https://site.example/own.json';
    for (const [url, attributes, isShown] of [
      ['/awl.png', '', true],
      ['https://site.example/awl.png', '', true],
      ['https://elsewhere.example/awl.png', '', false],
      // An address that the glossary gives itself opens nothing.
      [`${STRANGER}awl.png`, '', false],
      [`${STRANGER}awl.png`, 'images="https://other.example"', false],
      [
        `${STRANGER}awl.png`,
        `images="https://other.example ${STRANGER}"`,
        true,
      ],
      ['https://elsewhere.example/awl.png', 'images=any', true],
      ['https://elsewhere.example/awl.png', 'images="anything"', false],
    ] as const) {
      const {html} = await prerendered(
        `<term-card term=awl src=/own.json ${attributes}></term-card>`,
        {fetch: filesAt({[own]: picture(url)})},
      );
      assert.equal(html.includes('<img'), isShown, url);
      if (isShown) assert.ok(html.includes(new URL(url, URL_OF_PAGE).href));
    }
  });

  it('has the pages of an area linked as the page would link them', async () => {
    const terms = Array.from({length: 3}, (_, index) => ({
      id: `t${index}`,
      name: `T ${index}`,
      summary: 'x',
      areas: ['all'],
    }));
    const glossary = {...GLOSSARY, terms, areas: [{id: 'all', name: 'All'}]};
    const {html} = await prerendered(
      '<term-area area="all" per-page="1" src="/own.json" resource="2"></term-area>',
      {fetch: filesAt({'https://site.example/own.json': glossary})},
    );
    assert.match(html, /href="https:\/\/site\.example\/guide\/page\/\?all=3"/);
    assert.match(html, /aria-current="page">2</);
  });
});
