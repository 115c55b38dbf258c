import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {fromHtml} from '../../../../tools/src/documents/html/to-rich-text.js';
import {fromMarkdown} from '../../../../tools/src/documents/markdown/to-rich-text.js';
import {writeRichText} from '../../../../tools/src/documents/rich-text/write-rich-text.js';
import {toText} from '../../../../src/rich-text/to-text.js';
import {escapeHtml} from '../../../../src/rich-text/escape-html.js';
import {parseRichText} from '../../../../src/rich-text/parse.js';
import {growsInProportion} from '../../../support/proportion.js';

const words = (text: ReturnType<typeof fromHtml>['text']) =>
  text === undefined ? '' : toText(text);

describe('HTML as rich text', () => {
  for (const [html, text, dropped = []] of [
    ['', undefined],
    ['One &amp; two', 'One & two'],
    ['<p>a</p><p>b</p>', {markdown: 'a\n\nb'}],
    ['<p>a<br>b', 'a b'],
    ['x <em>y </em>z', {markdown: 'x *y* z'}],
    ['<b>a<p>b</p></b>', {markdown: '**a**\n\n**b**'}],
    ['<ul><li>a<li>b</ul>', {markdown: '- a\n- b'}],
    ['<ol start=3><li>a<li>b</ol>', {markdown: '3. a\n4. b'}],
    ['<a href="/x y(1)">a</a>', {markdown: '[a](/x%20y%281%29)'}],
    ['<a href="javascript:x">a</a>', 'a'],
    ['1. no item *', '1. no item *'],
    ['<p>1. no item</p><p>- none</p>', {markdown: '1\\. no item\n\n\\- none'}],
    ['<code>a`b</code>', {markdown: 'a\\`b'}],
    ['<script>x</script>a', 'a', ['a script']],
    ['10<sup>9</sup>, 2<sup>−6</sup>, H<sub>2</sub>O', '10⁹, 2⁻⁶, H₂O'],
    ['x<sup>a+1</sup>, v<sub>max</sub>, e<sup>x</sup>', 'x^(a+1), v_max, e^x'],
    ['the 1<sup>st</sup>, ACME<sup>TM</sup>', 'the 1st, ACMETM'],
    ['a<sup><a href="/n">1</a></sup>', {markdown: 'a[1](/n)'}],
    [
      '<ul><li>a<ul><li>b</ul></ul>',
      {markdown: '- a\n- b'},
      ['a list in a list: they are one now'],
    ],
    [
      '<table><tr><td>a<td>b</table>',
      'a b',
      ['a table: its cells are text now'],
    ],
    [
      '<h2>a</h2>b',
      {markdown: '**a**\n\nb'},
      ['a heading: it is a strong paragraph now'],
    ],
  ] as const) {
    it(`reads ${html || 'nothing'}`, () => {
      const read = fromHtml(html);
      assert.deepEqual(read.text, text);
      assert.deepEqual(
        read.dropped.map(({what}) => what),
        dropped,
      );
    });
  }

  it('makes a link to a term follow the term', () => {
    const {text} = fromHtml('see <a href="/t/x/">the x</a>', {
      termAt: (address) => (address === '/t/x/' ? 'x' : undefined),
    });
    assert.deepEqual(text, {markdown: 'see [[x|the x]]'});
  });

  it('keeps every word, whatever it looks like', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(...' *_`[]()\\-+1.)a\u00e9|#<>&!~'),
      maxLength: 30,
    });
    const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
    fc.assert(
      fc.property(fc.array(nasty, {maxLength: 4}), (texts) => {
        const html = texts.map((text) => `<p>x${escapeHtml(text)}`).join('');
        assert.equal(
          flat(words(fromHtml(html).text)),
          flat(texts.map((text) => `x${text}`).join(' ')),
        );
      }),
      {numRuns: 300},
    );
  });
});

describe('Markdown as rich text', () => {
  for (const [markdown, text, dropped = []] of [
    ['plain', 'plain'],
    ['a *b* `c` [d](/e)', {markdown: 'a *b* `c` [d](/e)'}],
    ['a [[x|y]] and [[z]]', {markdown: 'a [[x|y]] and [[z]]'}],
    ['a [b][c]\n\n[c]: /d', {markdown: 'a [b](/d)'}],
    ['a\n=', {markdown: '**a**'}, ['a heading: it is a strong paragraph now']],
    ['> a', 'a', ['a quotation: it is a paragraph now']],
    ['![a](b)', undefined, ['a picture']],
    ['a ![[b.png]] c![[d]]', {markdown: 'a c![[d|d]]'}, ['an embedded file']],
    [
      '- a\n  - b',
      {markdown: '- a\n- b'},
      ['a list in a list: they are one now'],
    ],
    [
      'a <b>c</b>',
      'a c',
      ['HTML: its words are text now', 'HTML: its words are text now'],
    ],
    ['a<br>b<br />c', 'a b c'],
    ['*a<BR class="x">b*', {markdown: '*a b*'}],
    ['<!-- x -->a', undefined],
  ] as const) {
    it(`reads ${JSON.stringify(markdown)}`, () => {
      const read = fromMarkdown(markdown);
      assert.deepEqual(read.text, text);
      assert.deepEqual(
        read.dropped.map(({what}) => what),
        dropped,
      );
    });
  }

  it('keeps what superscripts and subscripts say', () => {
    const {text, dropped} = fromMarkdown(
      '10<sup>9</sup> H<sub>2</sub>O, *e<sup>x</sup>*.\n\n<sup>9\n\n9',
    );
    assert.equal(words(text), '10⁹ H₂O, e^x.\n⁹\n9');
    assert.deepEqual(dropped, []);
  });

  it('leaves a text of the subset as it is written', () => {
    const markdown = 'A *b*\nin two lines.\n\n1. one\n2. **two**';
    const blocks = parseRichText(markdown);
    assert.equal(writeRichText(blocks).includes('in two lines'), true);
    const {text} = fromMarkdown('A *b* in one.\n\n1. one\n2. **two**');
    assert.deepEqual(text, {markdown: 'A *b* in one.\n\n1. one\n2. **two**'});
  });
});

describe('text that no author writes', () => {
  const many = (text: string) => (size: number) =>
    text.repeat(Math.ceil(size / text.length));
  const formats = (size: number) =>
    Array.from({length: size / 15}, (_, at) => `<p><i id=${at}>`).join('');
  for (const [read, texts] of [
    [
      fromHtml,
      [
        ...[
          '<b>',
          '<div>',
          '<ul><li>',
          '&',
          '<',
          '<!--',
          '<a href=x>',
          '<p a=1 ',
          '<table><tr><td>',
        ].map(many),
        formats,
      ],
    ],
    [
      fromMarkdown,
      [
        '[',
        ']',
        '*',
        '*a ',
        '_a',
        '>',
        '> ',
        '`',
        '![',
        '[a](',
        '<',
        '|',
        '- ',
        '\n',
        '&#',
        '[[',
        '\\',
      ].map(many),
    ],
  ] as const) {
    it(`costs ${read.name} no more than it is long`, async () => {
      for (const textOf of texts)
        await growsInProportion((size) => read(textOf(size)), textOf(12));
    });
  }
});
