import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {linkHtml} from '../../../../tools/src/link/html/link-html.js';
import type {DocumentSettings} from '../../../../tools/src/link/links-of.js';
import {glossary} from './example.js';

const link = (html: string, settings: DocumentSettings = {}) =>
  linkHtml(html, {glossary, ...settings});

const tip = (id: string, words: string) =>
  `<term-tip term="${id}"><a href="/terms/${id}/" data-term-link>${words}</a></term-tip>`;

describe('linkHtml writes', () => {
  for (const [form, expected] of [
    ['both', tip('option', 'option')],
    ['tip', '<term-tip term="option">option</term-tip>'],
    ['link', '<a class="term" href="/terms/option/">option</a>'],
  ] as const)
    it(`the form ${form}`, () =>
      assert.equal(link('An option.', {as: form}).text, `An ${expected}.`));

  it('a tip alone where an entry has no address, and no link', () => {
    const html = 'A basis trade.';
    assert.equal(
      link(html).text,
      'A <term-tip term="nowhere">basis trade</term-tip>.',
    );
    const {text, withoutAddress} = link(html, {as: 'link'});
    assert.equal(text, html);
    assert.deepEqual(withoutAddress, ['nowhere']);
  });

  it('addresses that a site gives, and none that runs a script', () => {
    const bad = {...glossary.terms[0]!, url: 'javascript:alert(1)'};
    const some = {...glossary, terms: [bad]} as typeof glossary;
    const html = 'A strike price.';
    assert.doesNotMatch(linkHtml(html, {glossary: some}).text, /href/);
    assert.match(
      linkHtml(html, {glossary: some, termHref: '/g?id={}&a="b"'}).text,
      /href="\/g\?id=strike-price&amp;a=&quot;b&quot;"/,
    );
  });

  for (const termHref of [
    'javascript:alert(1)//{}',
    ' java\nscript:{}',
    'data:text/html,{}',
    '{}:alert(1)',
  ])
    it(`nothing with ${JSON.stringify(termHref)}, which is refused`, () => {
      assert.throws(() => linkHtml('A basis trade.', {glossary, termHref}), {
        name: 'TypeError',
        message: /^termHref: expected an http\(s\), mailto or relative address/,
      });
    });

  it('the full name behind an abbreviation, once and in its language', () => {
    const {text} = link('<p>TWAP.</p><h2>On</h2><p>TWAP.</p>', {expand: true});
    assert.equal(
      text,
      `<p><term-tip term="twap"><a href="/terms/twap/" data-term-link>TWAP</a> (time-weighted average price)</term-tip>.</p><h2>On</h2><p>${tip('twap', 'TWAP')}.</p>`,
    );
    assert.match(
      link('<html lang="de"><p>TWAP.', {expand: true}).text,
      /\(Time-weighted/,
    );
  });

  for (const [what, html, expected] of [
    ['a reference in the words', 'A P&amp;L.', `A ${tip('p&l', 'P&amp;L')}.`],
    ['another', 'An &#111;ption.', `An ${tip('option', '&#111;ption')}.`],
    [
      'references before the words',
      '&copy; &copy &notit; &amp;option',
      '&copy; &copy &notit; &amp;' + tip('option', 'option'),
    ],
    [
      'a line end',
      'a strike\r\nprice',
      `a ${tip('strike-price', 'strike\r\nprice')}`,
    ],
    [
      'a space of its own',
      'strike&nbsp;price',
      tip('strike-price', 'strike&nbsp;price'),
    ],
    [
      'a stray end tag',
      'x</b> an option',
      `x</b> an ${tip('option', 'option')}`,
    ],
    [
      'a tag without an end',
      '<p>An option <b',
      `<p>An ${tip('option', 'option')} <b`,
    ],
    [
      'upper case',
      '<P CLASS=x>An option',
      `<P CLASS=x>An ${tip('option', 'option')}`,
    ],
    [
      'two in a row',
      'option,premium',
      `${tip('option', 'option')},${tip('premium', 'premium')}`,
    ],
    [
      'a mark of byte order',
      '\uFEFFAn option',
      `\uFEFFAn ${tip('option', 'option')}`,
    ],
  ] as const)
    it(`around ${what}`, () => {
      const id = what === 'a reference in the words' ? 'p&l' : '';
      const wanted = id ? expected.replaceAll('p&l', 'p&amp;l') : expected;
      assert.equal(link(html).text, wanted);
    });

  it('nothing across tags that the parser has left out', () => {
    for (const html of ['strike</b> price', '<table>strike <tr>price'])
      assert.equal(link(html).text, html);
  });

  it('says what it linked, and what was linked before', () => {
    const html = '<p>An option, a premium.';
    const first = link(html);
    assert.deepEqual(first.links, [
      {offset: 6, words: 'option', reference: 'option'},
      {offset: 16, words: 'premium', reference: 'premium'},
    ]);
    const second = link(first.text);
    assert.deepEqual([second.links, second.kept], [[], 2]);
  });

  it('refuses what is no glossary', () => {
    assert.throws(
      () => linkHtml('', {glossary: 'glossary.json' as never}),
      /expected a glossary document.*received "glossary\.json"/,
    );
  });
});

describe('what is a link already', () => {
  for (const [what, html, words] of [
    [
      'a tip of the author',
      '<term-tip term="option">option</term-tip>, an option',
      0,
    ],
    [
      'a link to the entry',
      '<a href="/terms/option/">option</a>, an option',
      0,
    ],
    ['a link elsewhere', '<a href="/x">option</a>, an option', 1],
    [
      'a tip of another entry',
      '<term-tip term="x">option</term-tip>, an option',
      1,
    ],
    [
      'a link with more in it',
      '<a href="/terms/option/">an option</a>, an option',
      1,
    ],
    [
      'a link with an element in it',
      '<a href="/terms/option/"><i>option</i></a>, an option',
      1,
    ],
  ] as const)
    it(`${what} ${words ? 'does not count' : 'counts'}`, () =>
      assert.equal(link(html).links.length, words));

  it('counts for the limit', () => {
    const {text} = link('<p>An option, a premium, TWAP.', {limit: 2});
    assert.equal(link(text, {limit: 2}).text, text);
  });
});

const word = fc.constantFrom(
  ...['option', 'premium', 'strike', 'price', 'TWAP', 'P&amp;L', '&nbsp;'],
  ...['un', ' ', ', ', '<b>', '</b>', '<p>', '</p>', '<!--x-->', '<br>'],
  ...['<h2>', '</h2>', '<code>', '</code>', '<section>', '</section>'],
  ...['<a href=/x>', '</a>', '<i hidden>', '</i>', '\r\n', '&', '<', '<td>'],
  ...['<table>', '</table>', '<term-tip term=option>', '</term-tip>'],
);
const settings = fc.record({
  first: fc.constantFrom('section', 'page', 'all'),
  as: fc.constantFrom('both', 'tip', 'link'),
  limit: fc.constantFrom(undefined, 0, 2),
  expand: fc.boolean(),
});

/** What a linker writes around words. */
const LINK =
  /<a (?:class="term" )?href="[^"]*"(?: data-term-link)?>([^<]*)<\/a>/g;
const TIP = /<term-tip term="[^"]*">([^<]*)<\/term-tip>/g;

describe('linkHtml, whatever the page is', () => {
  it('only adds tags, and adds nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(word, {maxLength: 30}), settings, (words, how) => {
        const html = words.join('');
        const once = link(html, how);
        let rest = once.text;
        assert.equal(link(rest, how).text, rest);
        // What was there had neither addresses of entries nor quotes.
        rest = rest
          .replaceAll(' (time-weighted average price)', '')
          .replace(LINK, '$1')
          .replace(TIP, '$1');
        assert.equal(rest, html);
      }),
      {numRuns: 200},
    );
  });
});
