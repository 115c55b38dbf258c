import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {glossaryWith, prerendered, stripped} from './page.js';

const CARD = '<term-card term="awl">An <b>awl</b></term-card>';

/** Pages that are awkward to edit; each has something to be written. */
const AWKWARD: Readonly<Record<string, string>> = {
  'a page': `<!doctype html>\n<html lang="en">\n<head><title>T</title></head>\n<body>\n${CARD}\n</body>\n</html>\n`,
  'a byte order mark and CRLF': `\uFEFF<!doctype html>\r\n<html>\r\n<head>\r\n</head>\r\n<body>\r\n${CARD}\r\n</body>\r\n</html>\r\n`,
  'no doctype, html, head or body': CARD,
  'text before anything else': `Words ${CARD}`,
  'no end of the head': `<html><head><title>T</title><body>${CARD}`,
  'no tags of the head': `<title>T</title><body class=x>${CARD}</body>`,
  'a head in upper case': `<HTML><HEAD></HEAD><BODY>${CARD}</BODY></HTML>`,
  'tags in upper case': '<TERM-CARD TERM=awl>x</TERM-CARD>',
  'attributes without quotes': '<term-card term=awl class=wide>x</term-card>',
  'attributes in single quotes': "<term-card term='awl'>x</term-card>",
  'attributes over lines':
    '<term-card\n  term="awl"\n  lang="en"\n>x</term-card >',
  'a slash that closes nothing': '<term-card term="awl"/>x</term-card>',
  'a slash in a value': '<term-card class=x/ term=/awl/>x</term-card>',
  'elements that are not closed': `<div><p>one<p>two<ul><li>three${CARD}`,
  'nothing inside': '<term-card term="awl"></term-card>',
  'white space inside': '<term-card term="awl">\n\n</term-card>',
  'a comment inside': '<term-card term="awl"><!-- <x> --></term-card>',
  'two beside each other': `${CARD}${CARD}`,
  'an element of ours in another one':
    '<term-card term="awl"><term-card term="jig">x</term-card></term-card>',
  'styles and scripts inside':
    '<term-card term="awl"><script>"<b>"</script><style>b{}</style>x</term-card>',
  'an area': '<term-area area="tools" resource="1">The tools</term-area>',
  'questions of an area': '<faq-block area="tools" exclusive>?</faq-block>',
  'questions of the author':
    '<faq-block><details><summary>A?</summary>B</details></faq-block>',
  'a list of questions':
    '<faq-block><dl><dt>A?<dd>B &amp; <i>c</i></dl></faq-block>',
  'a list of questions with tips':
    '<faq-block><dl><dt><term-tip>Awl</term-tip>?<dd>An <term-tip term="awl">awl</term-tip></dl></faq-block>',
  'a trail': '<breadcrumb-jsonld area="tools">Tools</breadcrumb-jsonld>',
  'a trail that is data only':
    '<breadcrumb-jsonld hidden term="awl"><nav>x</nav></breadcrumb-jsonld>',
  'a trail of the author':
    '<breadcrumb-jsonld><nav><ol><li><a href="/">H</a><li>P</ol></nav></breadcrumb-jsonld>',
  'a trail of items':
    '<breadcrumb-jsonld items=\'[{"name":"It&#39;s","url":"/"},{"name":"P"}]\'></breadcrumb-jsonld>',
  'a tip': 'An <term-tip term="awl">awl &amp; <i>more</i></term-tip>.',
  'a tip without a term': 'An <term-tip>awl</term-tip>.',
};

/** Pages that come out as they went in, and what is said of them. */
const LEFT: Readonly<Record<string, readonly [string, RegExp?]>> = {
  'nothing of ours': ['<P>words\r\n'],
  'names that only begin like ours': ['<term-cards term="awl"></term-cards>'],
  'a comment': [`<!-- ${CARD} -->`],
  'a template': [`<template>${CARD}</template>`],
  'what is for readers without scripts': [`<noscript>${CARD}</noscript>`],
  'a drawing': [`<svg>${CARD}</svg>`],
  'a text field': [`<textarea>${CARD}</textarea>`],
  'a card without a term': ['<term-card>x</term-card>'],
  'a term that is not there': [
    '<term-card term="owl">x</term-card>',
    /"owl" is not in workshop\.json/,
  ],
  'an area that is not there': [
    '<term-area area="tools" resource="9">x</term-area>',
    /"tools, resource 9" is not in/,
  ],
  'a card without an end': ['<term-card term="awl">x', /no end tag/],
  'a card in a paragraph': [`<p>${CARD}</p>`, /inside <p>/],
  'a card in a link': [`<a href="/">${CARD}</a>`, /inside <a>/],
  'a card in a button': [`<button>${CARD}</button>`, /inside <button>/],
  'markup that leaves its template': [
    '<term-card term="awl"></template><b>x</b></term-card>',
    /stray <\/template>/,
  ],
  'a tip of a term without an address': ['<term-tip term="jig">j</term-tip>'],
  'a tip with a link': ['<term-tip term="awl"><a href="/x/">a</a></term-tip>'],
  'a tip in a link': ['<a href="/x/"><term-tip term="awl">a</term-tip></a>'],
  'a tip in a button': ['<button><term-tip term="awl">a</term-tip></button>'],
  'a tip that is not there': [
    '<term-tip term="owl">o</term-tip>',
    /"owl" is not in/,
  ],
  'items that are not JSON': [
    '<breadcrumb-jsonld items="Home">x</breadcrumb-jsonld>',
    /items: expected JSON/,
  ],
};

describe('prerendering a page', () => {
  for (const [what, html] of Object.entries(AWKWARD))
    it(`writes into a page with ${what}, and touches nothing else`, async () => {
      const result = await prerendered(html);
      assert.notEqual(result.html, html);
      assert.ok(result.elements > 0);
      assert.deepEqual(result.notes, []);
      assert.equal(stripped(result.html), html);
      const again = await prerendered(result.html);
      assert.equal(again.html, result.html);
      assert.equal(again.elements > 0 || what.includes('tip'), true);
    });

  for (const [what, [html, told]] of Object.entries(LEFT))
    it(`leaves alone: ${what}`, async () => {
      const result = await prerendered(html);
      assert.equal(result.html, html);
      const [note, ...others] = result.notes;
      assert.equal(others.length, 0);
      if (told) assert.match(note!.message, told);
      else assert.equal(note, undefined);
    });

  it('says the line of what it could not do', async () => {
    const {notes} = await prerendered(
      'one\r\n\r\n  <term-card term="owl"></term-card>\n<term-tip>elk</term-tip>',
    );
    assert.deepEqual(
      notes.map(({line, tag}) => [line, tag]),
      [
        [3, 'term-card'],
        [4, 'term-tip'],
      ],
    );
  });

  it('makes links of tips in a list, as in an accordion of details', async () => {
    const {html} = await prerendered(
      '<faq-block><dl><dt>A?<dd>An <term-tip term="awl">awl</term-tip> or <term-tip>elk</term-tip></dl></faq-block>',
    );
    const link =
      '<term-tip term="awl"><a href="/awl/" data-term-link="">awl</a></term-tip>';
    assert.equal(html.split(link).length, 2);
    const [content, kept] = html.split('<template>');
    assert.ok(content!.includes(link));
    assert.match(kept!, /^<dl><dt>A\?<dd>An <term-tip term="awl">awl</);
  });

  it('leaves a list where it is in which there is a card, and says so', async () => {
    const page =
      '<faq-block><dl><dt>A?<dd>See <term-card term="awl"></term-card></dl></faq-block>';
    const {html, notes} = await prerendered(page);
    assert.deepEqual(
      notes.map(({message}) => message),
      [
        '<term-card> is inside its <dl>, which is copied; write the questions as <details>',
      ],
    );
    assert.match(html, /<dd>See <term-card term="awl" prerendered=/);
    assert.match(html, /"@type":"FAQPage"/);
    assert.equal(stripped(html), page);
    assert.equal((await prerendered(html)).html, html);
  });

  it('keeps scripts and styles of an element outside the template', async () => {
    const {html} = await prerendered(
      '<term-card term="awl">a<script>1</script>b<link rel="x" href="y"></term-card>',
    );
    assert.match(
      html,
      /<\/article><script>1<\/script><link rel="x" href="y"><template>ab<\/template><\/term-card>$/,
    );
  });

  it('replaces what it wrote when the data has changed', async () => {
    const page = `<head></head>${CARD}`;
    const fresh = {
      glossary: glossaryWith('Pierces leather.'),
    };
    const before = await prerendered(page);
    const after = await prerendered(before.html, fresh);
    assert.match(after.html, /Pierces leather\./);
    assert.doesNotMatch(after.html, /Makes holes/);
    assert.equal(after.html, (await prerendered(page, fresh)).html);
  });

  it('gives the author’s markup back where there is no entry any more', async () => {
    const page = `<head></head>${CARD}`;
    const {html} = await prerendered(page);
    const none = {glossary: glossaryWith(undefined)};
    assert.equal((await prerendered(html, none)).html, page);
  });

  it('leaves every byte outside as it is, whatever the page', async () => {
    const ours = fc.constantFrom(
      CARD,
      '<term-tip term=awl>awl</term-tip>',
      '<TERM-AREA area="tools">x &amp; y</TERM-AREA>',
      '<faq-block area=tools></faq-block>',
      '<breadcrumb-jsonld area=tools>\n</breadcrumb-jsonld>',
    );
    const theirs = fc.constantFrom(
      ...['<div>', '</div>', '<ul><li>', '<br/>', '<!-- < -->', '\r\n', '\t'],
      ...[
        '&amp;',
        '&nbsp',
        '<',
        '日本 🚲',
        '<b>',
        '</b>',
        '<H2 a="\'">',
        '</h2>',
      ],
      ...['<script>if (a < b) "</p>"</script>', '<style>a > b {}</style>'],
      ...['<table><tr><td>', '</table>', '<img src=x>', '</body>', '<?php ?>'],
    );
    const start = fc.constantFrom(
      ...['', '<!DOCTYPE html>', '\uFEFF<!doctype html>\r\n<head>\r\n<meta>'],
      ...['<html><head></head><body>', '<html><head><title>x</title><body>'],
    );
    const part = fc.oneof(
      {weight: 3, arbitrary: theirs},
      {weight: 1, arbitrary: ours},
    );
    await fc.assert(
      fc.asyncProperty(
        start,
        fc.array(part, {maxLength: 20}),
        async (head, parts) => {
          const page = head + parts.join('');
          const result = await prerendered(page);
          assert.equal(stripped(result.html), page);
          assert.equal((await prerendered(result.html)).html, result.html);
        },
      ),
      {numRuns: 150},
    );
  });
});
