import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import {
  linkMarkdown,
  type LinkMarkdownOptions,
} from '../../../../tools/src/link/markdown/link-markdown.js';
import {mdxParser} from '../../../../tools/src/documents/markdown/mdx.js';
import {glossary, glossaryOf} from './example.js';

const link = (
  text: string,
  settings: Omit<LinkMarkdownOptions, 'glossary'> = {},
) => linkMarkdown(text, {glossary, ...settings}).text;

const option = '[option](/terms/option/)';

describe('linkMarkdown writes', () => {
  for (const [form, expected] of [
    ['link', option],
    ['tip', '<term-tip term="option">option</term-tip>'],
    ['both', `<term-tip term="option">${option}</term-tip>`],
  ] as const)
    it(`the form ${form}`, () =>
      assert.equal(link('An option.', {as: form}), `An ${expected}.`));

  for (const [what, text, expected] of [
    [
      'front matter',
      '---\ntitle: option\n---\n\nAn option.',
      `---\ntitle: option\n---\n\nAn ${option}.`,
    ],
    [
      'TOML',
      '+++\na = "option"\n+++\nAn option.',
      `+++\na = "option"\n+++\nAn ${option}.`,
    ],
    [
      'headings',
      '# option\n\noption\n===\n\nAn option',
      `# option\n\noption\n===\n\nAn ${option}`,
    ],
    [
      'code',
      '`option`\n\n```\noption\n```\n\n    option\n\nAn option',
      `\`option\`\n\n\`\`\`\noption\n\`\`\`\n\n    option\n\nAn ${option}`,
    ],
    [
      'links',
      '[option](/x) [option] <https://option.example> option\n\n[option]: /y',
      `[option](/x) [option] <https://option.example> ${option}\n\n[option]: /y`,
    ],
    [
      'pictures',
      '![option](/x.png "option") option',
      `![option](/x.png "option") ${option}`,
    ],
    [
      'a table',
      '| option | `option` |\n|---|---|\n| P&L | premium |',
      `| ${option} | \`option\` |\n|---|---|\n| [P&L](/terms/p&l/) | [premium](/terms/premium/) |`,
    ],
    [
      'a quote',
      '> a strike\n> price',
      '> a [strike\n> price](/terms/strike-price/)',
    ],
    [
      'a list',
      '1. option\n   premium',
      `1. ${option}\n   [premium](/terms/premium/)`,
    ],
    ['emphasis', '**option**, *option*s', `**${option}**, *option*s`],
    ['emphasis in brackets', '(**option**)', `(**${option}**)`],
    ['emphasis that others may end', '*a (*option*)', '*a (*option*)'],
    [
      'emphasis of more words',
      'It (*is an option*, **premium**).',
      `It (*is an ${option}*, **[premium](/terms/premium/)**).`,
    ],
    ['emphasis beside marks that are none', '(*option*) *', '(*option*) *'],
    ['emphasis that parsers read otherwise', '*~~*option', '*~~*option'],
    ['emphasis beside letters', 'the**option**al', 'the**option**al'],
    ['a reference', 'P&amp;L', '[P&amp;L](/terms/p&l/)'],
    ['an escape', '\\*option\\*', `\\*${option}\\*`],
    [
      'CR LF',
      'An option\r\nand a strike\r\nprice.\r\n',
      `An ${option}\r\nand a [strike\r\nprice](/terms/strike-price/).\r\n`,
    ],
    [
      'a byte order mark',
      '\uFEFF# A\n\nAn option',
      `\uFEFF# A\n\nAn ${option}`,
    ],
    [
      'HTML',
      '<div>option</div>\n\n<b>option</b> <kbd>option</kbd>',
      `<div>option</div>\n\n<b>${option}</b> <kbd>option</kbd>`,
    ],
    [
      'HTML around Markdown',
      '<div translate="no">\n\noption\n\n</div>\n\noption',
      `<div translate="no">\n\noption\n\n</div>\n\n${option}`,
    ],
    ['a comment', 'A <!-- option --> option', `A <!-- option --> ${option}`],
    [
      'an exclamation mark',
      'No!option',
      'No!<a class="term" href="/terms/option/">option</a>',
    ],
    [
      'templates',
      '{{ option }} {% option %} [[option]] {#option} option',
      `{{ option }} {% option %} [[option]] {#option} ${option}`,
    ],
    [
      'containers',
      '::: tip option\noption\n:::',
      `::: tip option\n${option}\n:::`,
    ],
    [
      'footnotes',
      'A[^1].\n\n[^1]: An option.',
      `A[^1].\n\n[^1]: An ${option}.`,
    ],
    [
      'addresses and people',
      'www.option.example, a@option.example, option',
      `www.option.example, a@option.example, ${option}`,
    ],
    ['tags without an end', 'A <input> option', `A <input> ${option}`],
    ['tasks', '- [ ] option', `- [ ] ${option}`],
    ['struck text', '~~option~~', `~~${option}~~`],
  ] as const)
    it(`beside ${what}`, () => {
      assert.equal(link(text), expected);
      assert.equal(link(expected), expected);
    });

  it('links with the address as Markdown can hold it', () => {
    const some = glossaryOf({
      id: 'a',
      name: 'Option',
      url: '/a (b)|c?d=1&copy;',
    });
    const {text} = linkMarkdown('An option.', {glossary: some});
    assert.equal(text, 'An [option](/a%20%28b%29%7Cc?d=1&amp;copy;).');
    assert.equal(linkMarkdown(text, {glossary: some}).kept, 1);
    assert.match(
      markdownIt().render(text),
      /href="\/a%20%28b%29%7Cc\?d=1&amp;copy;"/,
    );
  });

  it('terms without an address only as tips', () => {
    const {text, withoutAddress} = linkMarkdown('A basis trade.', {glossary});
    assert.deepEqual([text, withoutAddress], ['A basis trade.', ['nowhere']]);
    assert.equal(
      link('A basis trade.', {termHref: '/g/{}'}),
      'A [basis trade](/g/nowhere).',
    );
  });

  it('MDX, its imports, components and expressions left alone', () => {
    const mdx = [
      "import option from './option'\n",
      '<Option option="option" render={() => option}>\n',
      'An option, {option}, `option`.\n',
      '</Option>\n',
      'export const price = option\n',
    ];
    assert.equal(
      link(mdx.join('\n'), {parser: mdxParser}),
      mdx.join('\n').replace('An option', `An ${option}`),
    );
    const parted = 'A strike {x} price.';
    assert.equal(link(parted, {parser: mdxParser}), parted);
  });
});

const piece = fc.constantFrom(
  ...['option', 'premium', 'strike', 'price', 'TWAP', 'P&amp;L', '&nbsp;'],
  ...['un', ' ', ', ', '\n', '\n\n', '\r\n', '# ', '> ', '- ', '1. ', '    '],
  ...['*', '**', '_', '~~', '`', '```\n', '[', ']', '](/x)', '!', '\\', '|'],
  ...[
    '<b>',
    '</b>',
    '<div>',
    '</div>',
    '<!--',
    '-->',
    '{{',
    '}}',
    '[^1]',
    ': ',
  ],
);

const plainText = (html: string) =>
  html.replace(/<\/?(?:a|term-tip)\b[^>]{0,200}>/g, '');

describe('linkMarkdown, whatever the document is', () => {
  for (const as of ['link', 'tip', 'both'] as const)
    it(`changes nothing but links, and nothing the second time: ${as}`, () => {
      const md = markdownIt({html: true});
      fc.assert(
        fc.property(fc.array(piece, {maxLength: 25}), (pieces) => {
          const text = pieces.join('');
          // To a reader without footnotes this is the address of a link.
          fc.pre(!/\[\^1\]:/.test(text));
          const once = link(text, {as, first: 'all'});
          assert.equal(link(once, {as, first: 'all'}), once);
          assert.equal(plainText(md.render(once)), plainText(md.render(text)));
        }),
        {numRuns: 150},
      );
    });
});
