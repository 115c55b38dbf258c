import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {AreaPage, Entry} from '../../../../src/glossary/source.js';
import {slug} from '../../../../src/glossary/slug.js';
import {areaTrail, termTrail} from '../../../../src/glossary/trail.js';
import {NO_QUESTIONS} from '../../../../src/page/author-markup/questions.js';
import {NO_TRAIL} from '../../../../src/page/author-markup/trail.js';
import {
  areaQuestions,
  buildAreaNodes,
  buildBreadcrumbList,
  buildDefinedTermSet,
  buildFaqPage,
} from '../../../../src/structured-data/index.js';
import {QUESTIONS, TRAILS} from '../../../support/author-markup.js';
import {
  attributeOf,
  dataOf,
  elementsOf,
  prerendered,
  URL_OF_PAGE,
  workshop,
} from './page.js';

const entry = (id: string) => workshop.entry(id) as Entry;
const tools = (resource?: number) =>
  workshop.areaPage({area: 'tools', resource}) as AreaPage;

/** Questions of the glossary on a page that embeds them. */
const faqOf = (questions: Parameters<typeof buildFaqPage>[0]) =>
  buildFaqPage(questions, {address: URL_OF_PAGE, language: 'en'});

/** A question of the author's. */
const ownFaq = (answer: string) =>
  buildFaqPage([{id: 'q', question: 'Q?', answer}], {address: URL_OF_PAGE});

/** As it comes back from a script. */
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const AWL = '<term-card term="awl">x</term-card>';
const JIG = '<term-card term="jig">x</term-card>';
const BLOCK = '<faq-block area="tools"></faq-block>';
const TRAIL = `<breadcrumb-jsonld items='[{"name":"Up","url":"../"},{"name":"Here"}]'></breadcrumb-jsonld>`;
const canonical = (href: string) => `<link rel="canonical" href="${href}">`;
const own = (question: string, answer: string) =>
  `<faq-block><details><summary>${question}</summary>${answer}</details></faq-block>`;

const dataIn = async (page: string) => dataOf((await prerendered(page)).html);

describe('the structured data of a page', () => {
  for (const [what, page, expected] of [
    ['a card', AWL, () => [buildDefinedTermSet([entry('awl')], URL_OF_PAGE)]],
    [
      'cards, each term once',
      `${AWL}${JIG}${AWL}`,
      () => [buildDefinedTermSet([entry('awl'), entry('jig')], URL_OF_PAGE)],
    ],
    [
      'an area, which speaks for what is inside it',
      `${canonical('/tools/1/')}<term-area area="tools" resource="1">${AWL}</term-area>`,
      () => buildAreaNodes(tools(1), 'https://site.example/tools/1/'),
    ],
    [
      'an area whose author says that the page is its own',
      '<term-area area="tools" resource="1" structured-data="page"></term-area>',
      () => buildAreaNodes(tools(1), URL_OF_PAGE),
    ],
    [
      'questions and terms of an area on a page that embeds it',
      '<term-area area="tools" resource="1"></term-area>',
      () => [
        faqOf(areaQuestions(tools(1), URL_OF_PAGE)),
        buildDefinedTermSet([entry('awl'), entry('jig')], URL_OF_PAGE),
      ],
    ],
    [
      'an area that is not there, and still speaks for what is inside it',
      `<term-area area="lost">${AWL}</term-area>`,
      () => [],
    ],
    [
      'a card, and not what its author wrote into it',
      `<term-card term="awl">${JIG}</term-card>`,
      () => [buildDefinedTermSet([entry('awl')], URL_OF_PAGE)],
    ],
    [
      'questions of an area',
      BLOCK,
      () => [faqOf(areaQuestions(tools(), URL_OF_PAGE))],
    ],
    [
      'questions of several blocks, each once',
      `${own('Mine?', 'Yes')}${BLOCK}${own('Why tools?', 'Other')}`,
      () => [
        faqOf([
          {id: 'mine', question: 'Mine?', answer: 'Yes'},
          ...areaQuestions(tools(), URL_OF_PAGE),
        ]),
      ],
    ],
    [
      'a trail',
      `${canonical('/awl/')}<breadcrumb-jsonld term="awl"></breadcrumb-jsonld>`,
      () => [buildBreadcrumbList(termTrail(entry('awl')), URL_OF_PAGE)],
    ],
    [
      'no trail of a page that it is not',
      '<breadcrumb-jsonld term="awl"></breadcrumb-jsonld><breadcrumb-jsonld area="tools"></breadcrumb-jsonld>',
      () => [],
    ],
    [
      'a trail that nobody sees',
      '<breadcrumb-jsonld hidden area="tools" resource="1" structured-data="page"></breadcrumb-jsonld>',
      () => [buildBreadcrumbList(areaTrail(tools(1)), URL_OF_PAGE)],
    ],
    [
      'the author’s own trail',
      '<breadcrumb-jsonld><ol><li><a href="../">Up\n one</a><li>Here</ol></breadcrumb-jsonld>',
      () => [
        buildBreadcrumbList(
          [
            {name: 'Up one', url: 'https://site.example/guide/'},
            {name: 'Here'},
          ],
          URL_OF_PAGE,
          URL_OF_PAGE,
        ),
      ],
    ],
    [
      'elements in the order of the page',
      `${BLOCK}${AWL}`,
      () => [
        faqOf(areaQuestions(tools(), URL_OF_PAGE)),
        buildDefinedTermSet([entry('awl')], URL_OF_PAGE),
      ],
    ],
    [
      'nothing of elements that stay out',
      AWL.replace('term=', 'structured-data="none" term='),
      () => [],
    ],
    [
      'addresses as the links beside it have them, whatever the canonical one is',
      `<head><base href="/based/"><link rel=canonical href="https://canon.example/x/#y"></head>${TRAIL}`,
      () => [
        buildBreadcrumbList(
          [{name: 'Up', url: 'https://site.example/'}, {name: 'Here'}],
          URL_OF_PAGE,
          'https://canon.example/x/',
        ),
      ],
    ],
    ...[
      '<div vocab="https://schema.org/"><ol typeof="BreadcrumbList"></ol></div>',
      '<ol typeof="schema:BreadcrumbList"></ol>',
      '<ol itemscope itemtype="https://schema.org/BreadcrumbList https://schema.org/ItemList"></ol>',
    ].map(
      (markup) =>
        [`nothing beside ${markup}`, `${markup}${TRAIL}`, () => []] as const,
    ),
    [
      'its trail beside one of another page',
      `<script type="application/ld+json">{"@type":"WebPage","url":"/other/","breadcrumb":{"@type":"BreadcrumbList"}}</script>${TRAIL}`,
      () => [
        buildBreadcrumbList(
          [{name: 'Up', url: 'https://site.example/guide/'}, {name: 'Here'}],
          URL_OF_PAGE,
          URL_OF_PAGE,
        ),
      ],
    ],
    [
      'nothing where the page has questions of its own',
      `<script type="application/ld+json">{"@graph":[{"@type":["WebPage","FAQPage"]}]}</script>${BLOCK}${AWL}`,
      () => [buildDefinedTermSet([entry('awl')], URL_OF_PAGE)],
    ],
    [
      'nothing where the page has a trail of its own in microdata',
      '<ol itemscope itemtype="https://schema.org/BreadcrumbList"></ol><breadcrumb-jsonld term="awl"></breadcrumb-jsonld>',
      () => [],
    ],
  ] as const)
    it(`has ${what}`, async () => {
      assert.deepEqual(await dataIn(page), json(expected()));
    });

  for (const [what, markup, expected] of [
    ['text', ' a &amp; b\n c ', 'a & b c'],
    ['one paragraph', '<p>a &lt; b</p>', 'a < b'],
    [
      'markup',
      '<p>a &amp; <em> b </em></p><ul><li>c</ul>',
      '<p>a &amp; <em> b </em></p><ul><li>c</li></ul>',
    ],
    [
      'links, absolute',
      'See <a href="../x/">x</a> <a href="javascript:1">y</a>',
      'See <a href="https://site.example/guide/x/">x</a> y',
    ],
    [
      'tables as a line for each row',
      '<table><caption>Fees</caption>\n<tr><th>Tier</th><th>Maker</th></tr> <tr>\n<td>VIP 0</td>\n<td><b>0.02%</b></td></tr></table>',
      '<p>Fees</p><p>Tier Maker</p><p>VIP 0 <b>0.02%</b></p>',
    ],
    [
      'cells with blocks',
      '<table><tr><td><p>a</p></td><td><ul><li>b</ul></td></tr></table>',
      '<div><p>a</p> <ul><li>b</li></ul></div>',
    ],
    [
      'blocks as paragraphs',
      '<section>One.</section><section>Two.</section>',
      '<p>One.</p><p>Two.</p>',
    ],
    ['one block as its text', '<blockquote> One. </blockquote>', 'One.'],
    [
      'blocks in blocks',
      '<figure><pre>x &lt; y</pre><figcaption>Where</figcaption></figure>',
      '<div><p>x &lt; y</p><p>Where</p></div>',
    ],
    [
      'a list of terms apart',
      'See <dl><dt>A</dt><dd>b</dd></dl>',
      'See <p>A</p><p>b</p>',
    ],
    ['no scripts', 'a<script>b</script><p>c</p>', 'a<p>c</p>'],
    [
      'tips as their words',
      'An <term-tip term="awl">awl</term-tip> &amp; b',
      'An awl & b',
    ],
  ] as const)
    it(`has answers of authors: ${what}`, async () => {
      const page = own('Q?', markup);
      const expectedNode = json(ownFaq(expected));
      const {html} = await prerendered(page);
      assert.deepEqual(dataOf(html), [expectedNode]);
      // What has been written changes nothing of what is read.
      assert.deepEqual(await dataIn(html), [expectedNode]);
    });

  for (const [what, markup, expected] of TRAILS)
    it(`reads trails of authors: ${what}`, async () => {
      const node = buildBreadcrumbList(
        expected.map(([name, url]) => ({name, url})),
        URL_OF_PAGE,
        URL_OF_PAGE,
      );
      const page = `<breadcrumb-jsonld>${markup}</breadcrumb-jsonld>`;
      assert.deepEqual(await dataIn(page), [json(node)]);
    });

  for (const [what, markup, expected] of QUESTIONS)
    it(`reads questions of authors: ${what}`, async () => {
      const node = buildFaqPage(
        expected.map(([question, answer]) => ({
          id: slug(question),
          question,
          answer,
        })),
        {address: URL_OF_PAGE},
      );
      const page = `<faq-block>${markup}</faq-block>`;
      const {html} = await prerendered(page);
      assert.deepEqual(dataOf(html), [json(node)]);
      assert.deepEqual(await dataIn(html), [json(node)]);
    });

  for (const [tag, message] of [
    ['faq-block', NO_QUESTIONS],
    ['breadcrumb-jsonld', NO_TRAIL],
  ] as const)
    it(`has a note on a ${tag} in which it finds nothing`, async () => {
      const page = `<p><${tag}></${tag}></p>`;
      const {html, notes, elements} = await prerendered(page);
      assert.equal(html, page);
      assert.equal(elements, 0);
      assert.deepEqual(
        notes.map((note) => note.message),
        [message],
      );
    });

  it('leaves a list on screen beside a heading', async () => {
    const page =
      '<faq-block><h2>Fees</h2><dl><dt>Q?</dt><dd>a</dd></dl></faq-block>';
    const {html} = await prerendered(page);
    assert.match(html, /<h2>Fees<\/h2><dl>/);
    assert.doesNotMatch(html, /prerendered=/);
    assert.equal(dataOf(html).length, 1);
  });

  it('cannot end its script', async () => {
    const {html} = await prerendered(
      own('&lt;/script&gt;&lt;!--', 'a &amp; b'),
    );
    const script = elementsOf(html).find(({tagName}) => tagName === 'script');
    const [text] = script!.childNodes as {value: string}[];
    assert.doesNotMatch(text!.value, /[<>&]/);
    assert.equal(
      (JSON.parse(text!.value) as {mainEntity: {name: string}[]}).mainEntity[0]!
        .name,
      '</script><!--',
    );
  });

  it('says of each element which part is its own', async () => {
    const {html} = await prerendered(
      `${AWL}${BLOCK}${JIG}${own('Mine?', 'Yes')}<term-area area="tools" structured-data="page"></term-area>`,
    );
    const places = elementsOf(html)
      .filter(({tagName}) => /^(term-|faq-)/.test(tagName))
      .map((element) => attributeOf(element, 'data-nodes'));
    const types = (dataOf(html) as {'@type': string}[]).map(
      (node) => node['@type'],
    );
    assert.deepEqual(types, [
      'DefinedTermSet',
      'FAQPage',
      'BreadcrumbList',
      'CollectionPage',
    ]);
    const names = elementsOf(html).flatMap(
      (element) => attributeOf(element, 'data-term-elements') || [],
    );
    const [set, faq, trail, collection] = names;
    assert.equal(new Set(names).size, 4);
    assert.deepEqual(places, [
      `${set}.0`,
      `${faq}.0-1`,
      `${set}.1`,
      `${faq}.2`,
      `${trail} ${faq}.0-1 ${collection}`,
    ]);
  });
});

describe('an answer with an element of ours in it', () => {
  it('says what its author wrote there, prerendered or not', async () => {
    const page = `<faq-block><details><summary>Q?</summary><div>x <term-card term="awl"><b>own</b></term-card></div></details></faq-block>`;
    const {html} = await prerendered(page);
    assert.match(html, /prerendered=/);
    const faq = (dataOf(html) as {'@type': string}[]).find(
      (node) => node['@type'] === 'FAQPage',
    );
    const answer = '<div>x <b>own</b></div>';
    assert.deepEqual(faq, json(ownFaq(answer)));
    assert.equal((await prerendered(html)).html, html);
  });
});
