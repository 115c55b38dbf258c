import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {dataOf, prerendered} from './page.js';

const BODY = [
  '<term-card term="awl">An <b>awl</b></term-card>',
  '<faq-block><dl><dt>Why?<dd>So</dl></faq-block>',
  '<breadcrumb-jsonld><nav><ol><li><a href="/">Home</a><li>Awls</ol></nav></breadcrumb-jsonld>',
  '<p>An <term-tip term="awl">awl</term-tip>.</p>',
  '<term-linker><p>An awl.</p></term-linker>',
].join('\n');

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>T</title>${head}</head><body>${body}</body></html>`;

/** What is in the body of a page. */
const bodyOf = (html: string) => html.slice(html.indexOf('<body>'));

const typesOf = (html: string) =>
  dataOf(html)
    .map((node) => (node as {readonly '@type': string})['@type'])
    .sort();

/** Pages as frameworks write them, by the framework. */
const HYDRATED = {
  'Next.js': [
    page(
      `<div id="__next">${BODY}</div><script id="__NEXT_DATA__" type="application/json">{}</script>`,
    ),
    page(`${BODY}<script>(self.__next_f=self.__next_f||[]).push([0])</script>`),
  ],
  Docusaurus: [page(`<div id="__docusaurus">${BODY}</div>`)],
  Gatsby: [page(`<div id="___gatsby">${BODY}</div>`)],
  'React Router': [
    page(`${BODY}<script>window.__reactRouterContext = {};</script>`),
  ],
  Nuxt: [page(`<div id="__nuxt">${BODY}</div>`)],
  SvelteKit: [page(`${BODY}<script>{__sveltekit_1x = {base: ""};}</script>`)],
  Solid: [page(`<main data-hk="0">${BODY}</main>`)],
  Angular: [page(`<app-root ng-server-context="ssg">${BODY}</app-root>`)],
};

describe('a page that a framework hydrates', () => {
  for (const [name, pages] of Object.entries(HYDRATED)) {
    it(`has the structured data and the body as it was: ${name}`, async () => {
      for (const html of pages) {
        const result = await prerendered(html);
        assert.equal(bodyOf(result.html), bodyOf(html));
        assert.deepEqual(typesOf(result.html), [
          'BreadcrumbList',
          'DefinedTermSet',
          'FAQPage',
        ]);
        assert.equal(result.needsStylesheet, false);
        assert.deepEqual(
          result.notes.map(({message}) => message),
          [
            `${name} hydrates this page and expects its own markup, so only structured data is written`,
          ],
        );
      }
    });
  }

  it('is one that the caller says it is, and needs no note then', async () => {
    const result = await prerendered(page(BODY), {hydrated: true});
    assert.equal(bodyOf(result.html), bodyOf(page(BODY)));
    assert.equal(dataOf(result.html).length, 3);
    assert.deepEqual(result.notes, []);
  });

  it('is none that the caller says is none', async () => {
    const [html] = HYDRATED.Docusaurus;
    const result = await prerendered(html!, {hydrated: false});
    assert.match(result.html, /<article\s+part="entry"/);
    assert.deepEqual(result.notes, []);
  });

  it('is none without a mark', async () => {
    const {html} = await prerendered(
      page(`<div id="app">${BODY}</div>`, '<script src="/app.js"></script>'),
    );
    assert.match(html, /<article\s+part="entry"/);
  });

  it('has nothing of what was written into it before', async () => {
    // Words that a linker has linked stay linked, as in any other page.
    const html = page(BODY.replace(/<term-linker>.*/, ''));
    const before = await prerendered(html, {hydrated: false});
    assert.match(before.html, /data-nodes/);
    const after = await prerendered(before.html, {hydrated: true});
    assert.equal(after.html, (await prerendered(html, {hydrated: true})).html);
  });

  it('has the data of a card in a paragraph, which is not taken apart', async () => {
    const html = page('<p><term-card term="awl">awl</term-card></p>');
    const result = await prerendered(html, {hydrated: true});
    assert.deepEqual(typesOf(result.html), ['DefinedTermSet']);
    assert.deepEqual(result.notes, []);
  });
});

describe('an island of Astro', () => {
  const ISLAND =
    '<astro-island uid="1"><term-card term="awl">awl</term-card><p>An <term-tip term="awl">awl</term-tip></p></astro-island>';

  it('stays as it is in a page that is prerendered', async () => {
    const html = page(
      `<term-linker>${ISLAND}<p>An awl.</p></term-linker><term-card term="jig">jig</term-card>`,
    );
    const result = await prerendered(html);
    assert.ok(result.html.includes(ISLAND));
    assert.match(result.html, /<term-card term="jig" prerendered=/);
    assert.match(result.html, /data-term-link>awl</);
  });
});
