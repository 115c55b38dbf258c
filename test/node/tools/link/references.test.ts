import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import markdownIt from 'markdown-it';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import {unified} from 'unified';
import {mdxParser} from '../../../../tools/src/documents/markdown/mdx.js';
import {linkHtml} from '../../../../tools/src/link/html/link-html.js';
import type {DocumentOptions} from '../../../../tools/src/link/links-of.js';
import {linkMarkdown} from '../../../../tools/src/link/markdown/link-markdown.js';
import markdownItTerms from '../../../../tools/src/plugins/markdown-it.js';
import rehypeTerms from '../../../../tools/src/plugins/rehype.js';
import remarkTerms from '../../../../tools/src/plugins/remark.js';
import {terminal} from '../support/terminal.js';
import {glossaryOf} from './example.js';

const glossary = glossaryOf(
  {id: 'option', name: 'Option', formerIds: ['opt']},
  {id: 'rbf', name: 'Replace-by-fee (RBF)', autoLink: false},
  {id: 'nowhere', name: 'Basis trade', url: undefined},
  {id: 'delta-1', name: 'Delta'},
  {id: 'delta-2', name: 'delta'},
);

const link = (text: string, options: Partial<DocumentOptions> = {}) =>
  linkMarkdown(text, {glossary, ...options});

describe('a reference of an author in Markdown', () => {
  for (const [what, source, expected] of [
    [
      'names an entry by id',
      'A [right *to* buy](glossary:option).',
      'A [right *to* buy](/terms/option/).',
    ],
    ['by a former id', '[x](<glossary:opt>)', '[x](/terms/option/)'],
    ['by its words', '[Options](glossary)', '[Options](/terms/option/)'],
    [
      'by words that are not linked by themselves',
      '[RBF](glossary)',
      '[RBF](/terms/rbf/)',
    ],
    [
      'in emphasis and in a list',
      '- *[x](glossary:option)*',
      '- *[x](/terms/option/)*',
    ],
    [
      'and counts as the first mention',
      'An [option](glossary) and an option.',
      'An [option](/terms/option/) and an option.',
    ],
    [
      'to nothing stays as it is',
      '[x](glossary:none), [words](glossary)',
      '[x](glossary:none), [words](glossary)',
    ],
    [
      'without an address stays as it is',
      '[x](glossary:nowhere)',
      '[x](glossary:nowhere)',
    ],
    [
      'is not a page of that name',
      '[x](./glossary), [y](glossary/), [z](glossaries)',
      '[x](./glossary), [y](glossary/), [z](glossaries)',
    ],
    [
      'keeps its title',
      '[x](<glossary:option> "A *right*"), [y](glossary:rbf\n\'b\')',
      '[x](/terms/option/ "A *right*"), [y](/terms/rbf/\n\'b\')',
    ],
    [
      'by a label',
      '[x][o], [o][], [O]\n\n[o]: glossary:option',
      '[x](/terms/option/), [o](/terms/option/), [O](/terms/option/)\n\n[o]: glossary:option',
    ],
    [
      'by a label with a title',
      '[x][o]\n\n[o]: glossary:option "A (b)"',
      '[x](/terms/option/ "A (b)")\n\n[o]: glossary:option "A (b)"',
    ],
    [
      'by a label and its words, in two lines',
      '[Basis][n] [replace-by-fee  \n(RBF)][n]\n\n[n]: glossary',
      '[Basis][n] [replace-by-fee  \n(RBF)](/terms/rbf/)\n\n[n]: glossary',
    ],
    ['is not one in code', '`[x](glossary:option)`', '`[x](glossary:option)`'],
  ] as const)
    it(what, () => assert.equal(link(source).text, expected));

  it('becomes a tip, with several entries where they share the name', () => {
    assert.equal(
      link('[x](glossary:option), [y](glossary:nowhere), [Delta](glossary)', {
        as: 'both',
      }).text,
      '<term-tip term="option">[x](/terms/option/)</term-tip>, <term-tip term="nowhere">y</term-tip>, <term-tip term="delta-1 delta-2">Delta</term-tip>',
    );
  });

  it('keeps a title and attributes of its own, also where others become tips', () => {
    assert.equal(
      link('[x](glossary:option "t"), [y](glossary:option){.c}', {as: 'both'})
        .text,
      '[x](/terms/option/ "t"), [y](/terms/option/){.c}',
    );
  });

  it('by a label is reported where it names nothing', () => {
    const source = 'A [x][o].\n\n[o]: glossary:none';
    const {text, unknown} = link(source);
    assert.equal(text, source);
    assert.deepEqual(unknown, [{offset: 2, reference: 'none'}]);
  });

  it('is found at its place, and so is what stands behind it', () => {
    const source = 'A [x](glossary:rbf), [y](glossary:none), an option.';
    const {links, kept, unknown} = link(source);
    assert.deepEqual(
      links.map(({offset, words, reference}) => [
        source.slice(offset).startsWith(`[${words}`) ||
          source.slice(offset).startsWith(words),
        words,
        reference,
      ]),
      [
        [true, 'x', 'rbf'],
        [true, 'option', 'option'],
      ],
    );
    assert.deepEqual(unknown, [
      {offset: source.indexOf('[y]'), reference: 'none'},
    ]);
    assert.equal(kept, 0);
  });

  it('changes nothing the second time', () => {
    const once = link('[x](glossary:option), an option.').text;
    assert.deepEqual(link(once).links, []);
    assert.equal(link(once).text, once);
  });

  it('is resolved in MDX, and left alone in its code', () => {
    const source =
      'export const a = "[x](glossary:option)";\n\n[x](glossary:option) {"[x](glossary:option)"}\n';
    assert.equal(
      link(source, {parser: mdxParser} as object).text,
      source.replace('[x](glossary:option) ', '[x](/terms/option/) '),
    );
  });
});

const TIP =
  '<term-tip term="option"><a href="/terms/option/" data-term-link>a <b>right</b></a></term-tip>';

describe('a reference of an author in HTML', () => {
  for (const [what, source, expected] of [
    [
      'becomes a tip with a link',
      '<p><a href="glossary:option">a <b>right</b></a>',
      `<p>${TIP}`,
    ],
    [
      'keeps its own attributes',
      '<p><a class="x" href=glossary:option id=y>a</a>',
      '<p><a class="x" href="/terms/option/" id=y>a</a>',
    ],
    [
      'to nothing stays as it is',
      '<a href="glossary:none">a</a>',
      '<a href="glossary:none">a</a>',
    ],
  ] as const)
    it(what, () => assert.equal(linkHtml(source, {glossary}).text, expected));
});

const HTML =
  /<term-tip term="option"><a href="\/terms\/option\/" data-term-link(?:="")?>a <(?:b|strong)>right<\/(?:b|strong)><\/a><\/term-tip>/;

describe('the plug-ins resolve it', () => {
  const source =
    'A [a **right**](glossary:option), [y](glossary:none), an option.';

  it('remark, and warns', () => {
    const processor = unified()
      .use(remarkParse)
      .use(remarkTerms, {glossary})
      .use(remarkRehype)
      .use(rehypeStringify);
    const file = processor.processSync(source);
    assert.match(String(file), HTML);
    assert.match(String(file), /<a href="glossary:none">/);
    assert.equal(String(file).split('<term-tip').length, 3);
    assert.deepEqual(
      file.messages.map(({reason}) => reason),
      ['there is no term "none"'],
    );
  });

  it('rehype, and warns', () => {
    const file = unified()
      .use(rehypeParse, {fragment: true})
      .use(rehypeTerms, {glossary})
      .use(rehypeStringify)
      .processSync(
        '<p><a href="glossary:option">a <b>right</b></a> <a href="glossary:none">y</a>',
      );
    assert.match(String(file), HTML);
    assert.equal(file.messages.length, 1);
  });

  it('markdown-it, and warns', (t) => {
    const warn = t.mock.method(console, 'warn', () => undefined);
    const html = markdownIt().use(markdownItTerms, {glossary}).render(source);
    assert.match(html, HTML);
    assert.match(html, /<a href="glossary:none">/);
    assert.match(
      String(warn.mock.calls[0]?.arguments[0]),
      /there is no term "none"/,
    );
  });
});

describe('the plug-ins keep what an author wrote on it', () => {
  const remark = (source: string) => {
    const file = unified()
      .use(remarkParse)
      .use(remarkTerms, {glossary})
      .use(remarkRehype)
      .use(rehypeStringify)
      .processSync(source);
    return {html: String(file), messages: file.messages};
  };
  const markdown = (source: string) =>
    markdownIt({html: true}).use(markdownItTerms, {glossary}).render(source);
  const TITLED = '<a href="/terms/option/" title="t">x</a>';

  it('remark and markdown-it, a title', () => {
    const source = '[x](glossary:option "t")';
    assert.equal(remark(source).html, `<p>${TITLED}</p>`);
    assert.equal(markdown(source), `<p>${TITLED}</p>\n`);
  });

  it('rehype, attributes', () => {
    const html = unified()
      .use(rehypeParse, {fragment: true})
      .use(rehypeTerms, {glossary})
      .use(rehypeStringify)
      .processSync('<a href="glossary:option" id="i" class="c">x</a>');
    assert.equal(
      String(html),
      '<a href="/terms/option/" id="i" class="c">x</a>',
    );
  });

  it('remark, where it is given by a label', () => {
    assert.match(
      remark('[x][o]\n\n[o]: glossary:option').html,
      /^<p><term-tip term="option"><a href="\/terms\/option\/"[^>]*>x<\/a>/,
    );
    assert.equal(
      remark('[x][o]\n\n[o]: glossary:option "t"').html,
      `<p>${TITLED}</p>`,
    );
    assert.deepEqual(
      remark('[x][o]\n\n[o]: glossary:none').messages.map(({reason}) => reason),
      ['there is no term "none"'],
    );
  });

  it('remark and markdown-it, and read its words over lines and tags', () => {
    for (const source of [
      '[basis\ntrade](glossary)',
      '[basis\\\ntrade](glossary)',
      '[basis <b>trade</b>](glossary)',
    ])
      for (const html of [remark(source).html, markdown(source)])
        assert.match(html, /<term-tip term="nowhere">/, source);
  });
});

describe('term-elements link', () => {
  it('warns of a reference to nothing, with its place', async (t) => {
    const shell = await terminal(t);
    await shell.write('g.json', JSON.stringify(glossary));
    await shell.write('a.md', 'An [x](glossary:opti).\n');
    const args = [shell.path('a.md'), '-g', shell.path('g.json')];
    const {code, stderr, stdout} = await shell.run('link', ...args);
    assert.equal(code, 0);
    assert.equal(stdout, 'An [x](glossary:opti).\n');
    assert.match(stderr, /a\.md:1:4: warning: there is no term "opti"/);
    const {stdout: json} = await shell.run('link', ...args, '--json');
    assert.deepEqual(JSON.parse(json).documents[0].unknown, [
      {line: 1, column: 4, reference: 'opti'},
    ]);
  });
});
