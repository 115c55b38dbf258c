import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {
  LintDocument,
  Span,
} from '../../../../tools/src/documents/document.js';
import {readDocument} from '../../../../tools/src/documents/read.js';

/** The text of each block, as rules see it. */
const texts = ({runs}: LintDocument) => runs.map(({text}) => text);

/** What stands in the source where a word of the text comes from. */
const sourceOf = async (
  file: string,
  source: string,
  word: string,
): Promise<string> => {
  for (const run of (await readDocument(file, source)).runs) {
    const start = run.text.indexOf(word);
    if (start < 0) continue;
    const span: Span = run.source({start, end: start + word.length});
    return source.slice(span.start, span.end);
  }
  throw new Error(`there is no "${word}"`);
};

describe('reading', () => {
  for (const [what, file, source, expected] of [
    ['inline elements', 'a.md', 'a *b* **c** [d](e) ~~f~~', ['a b c d f']],
    ['front matter', 'a.md', '---\na: b\n---\nc', ['c']],
    ['other front matter', 'a.md', '+++\na = 1\n+++\n\nc', ['c']],
    ['no front matter', 'a.md', 'c\n\n---\na: b\n---\n', ['c', 'a: b']],
    ['lists and quotes', 'a.md', '- a\n  b\n- > c\n  > d', ['a\nb', 'c\nd']],
    ['tables', 'a.md', '|a|b|\n|-|-|\n|c \\| d|e|', ['a', 'b', 'c | d', 'e']],
    ['code', 'a.md', 'a `b` c\n\n    d\n\n```\ne\n```', ['a \uFFFC c']],
    ['footnotes', 'a.md', 'a[^1]\n\n[^1]: b', ['a\uFFFC', 'b']],
    [
      'HTML in Markdown',
      'a.md',
      '<p>a <b>b</b></p>\n\nc <i>d</i>',
      ['a b', 'c d'],
    ],
    [
      'pages',
      'a.html',
      '<title>t</title><p>a&nbsp;<i>b</i><script>c</script><pre>d</pre><ul><li>e<li>f</ul>',
      ['a\u00a0b\uFFFC', 'e', 'f'],
    ],
    [
      'text that is not for translation',
      'a.html',
      '<p>a <span translate="no">b</span> c',
      ['a \uFFFC c'],
    ],
    [
      'modules',
      'a.mdx',
      'import a from "b"\nexport const c = {\n  d\n}\n\ne',
      ['e'],
    ],
    ['modules behind text', 'a.mdx', 'a\nimport duties', ['a\nimport duties']],
  ] as const) {
    it(`takes ${what} for what they are`, async () => {
      assert.deepEqual(texts(await readDocument(file, source)), expected);
    });
  }

  it('takes components and expressions out of MDX, and leaves code', async () => {
    const source =
      '<Tabs value={{a: "<b>"}}>One {two} `{three}`</Tabs>\n\n```\n{/* four */}\n```\n';
    const [text] = texts(await readDocument('a.mdx', source));
    assert.equal(text, 'One \uFFFC \uFFFC');
    assert.equal(await sourceOf('a.mdx', source, 'One'), 'One');
  });

  it('keeps comments in braces as comments', async () => {
    const {comments} = await readDocument('a.mdx', 'a {/* b c */} d');
    assert.deepEqual(
      comments.map(({text}) => text.trim()),
      ['b c'],
    );
  });

  it('reads elements, entries and code of MDX with an empty line in it', async () => {
    const source =
      'export const a = () => {\n\n  return "AAA";\n}\n\nOne <term-tip term="x">two</term-tip> <kbd>BBB</kbd>.\n\n<section>\n\nThree {`}` + "CCC"}.\n\n</section>\n';
    const document = await readDocument('a.mdx', source);
    assert.deepEqual(texts(document), [
      'One two \uFFFC\uFFFC.',
      'Three \uFFFC.',
    ]);
    assert.deepEqual(
      document.references.map(({id}) => id),
      ['x'],
    );
  });

  it('refuses MDX that does not parse', () =>
    assert.rejects(readDocument('a.mdx', 'a {b'), {name: 'MdxError'}));

  for (const [what, file, source, word, expected] of [
    ['a plain word', 'a.md', 'a *b* c', 'b', 'b'],
    ['words over elements', 'a.md', 'a *b* c', 'a b c', 'a *b* c'],
    ['an escape', 'a.md', 'x \\* yz', 'yz', 'yz'],
    ['a reference', 'a.md', 'x &amp; yz', '& y', '&amp; y'],
    ['a number', 'a.md', 'x &#8217; yz', 'yz', 'yz'],
    ['a reference that is text', 'a.md', 'x &amp;lt; yz', 'yz', 'yz'],
    ['an unknown reference', 'a.md', 'x &nope; yz', 'nope; y', 'nope; y'],
    ['a quoted line', 'a.md', '> x\n> yz', 'yz', 'yz'],
    ['a line in a list', 'a.md', '- x\n   yz', 'x\nyz', 'x\n   yz'],
    ['Windows line ends', 'a.md', '- x\r\n  yz', 'yz', 'yz'],
    ['a cell', 'a.md', '|a|\n|-|\n|x \\| yz|', 'yz', 'yz'],
    ['characters outside the plane', 'a.md', '😀 &amp; yz', 'yz', 'yz'],
    ['HTML', 'a.html', '<p>x &mdash; <i>y</i>z', 'yz', 'y</i>z'],
    ['HTML in Markdown', 'a.md', 'w\n\n<div>\n<p>x &lt; yz</div>', 'yz', 'yz'],
  ] as const) {
    it(`finds ${what} again in the source`, async () => {
      assert.equal(await sourceOf(file, source, word), expected);
    });
  }

  it('finds every word of any text', async () => {
    const word = fc.constantFrom(
      'lorem',
      'ip*sum*',
      '`dolor`',
      '&amp;',
      '\\*',
      '[sit](a)',
      '😀',
      '<b>amet</b>',
    );
    const line = fc
      .array(word, {minLength: 1, maxLength: 6})
      .map((all) => all.join(' '));
    const start = fc.constantFrom('', '> ', '- ', '# ', '1. ');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(start, line), {maxLength: 6}),
        fc.constantFrom('\n', '\r\n', '\n\n'),
        async (lines, end) => {
          const source = `${lines.map((parts) => parts.join('')).join(end)}${end}finis`;
          for (const known of ['lorem', 'sit', 'amet', 'finis']) {
            if (!source.includes(known)) continue;
            assert.equal(await sourceOf('a.md', source, known), known);
          }
        },
      ),
      {numRuns: 100},
    );
  });
});

describe('anchors', async () => {
  const {anchors} = await readDocument(
    'a.md',
    '# What’s *new*?\n\n## Twice\n\n## Twice\n\n## Own {#mine}\n\n<a id="raw"></a> <a name="old"></a>\n\n<h2>In HTML</h2>\n\n## The `npm run` command\n\n## A <code>b</code> c',
  );
  for (const [fragment, isThere] of [
    ['whats-new', true],
    ['what-s-new', true],
    ['twice', true],
    ['twice-1', true],
    ['twice_2', true],
    ['twice-3', false],
    ['mine', true],
    ['raw', true],
    ['RAW', false],
    ['old', true],
    ['in-html', true],
    ['the-npm-run-command', true],
    ['the--command', false],
    ['a-b-c', true],
    ['nope', false],
  ] as const) {
    it(`${isThere ? 'have' : 'have not'} ${fragment}`, () => {
      assert.equal(anchors.has(fragment), isThere);
    });
  }

  it('of a page are its ids alone', async () => {
    const {anchors} = await readDocument('a.html', '<h1 id="x">Title</h1>');
    assert.equal(anchors.has('x'), true);
    assert.equal(anchors.has('title'), false);
  });
});
