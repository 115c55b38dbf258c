import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  type Block,
  type Inline,
  parseInline,
  parseRichText,
} from '../../../src/rich-text/parse.js';
import {toHtml} from '../../../src/rich-text/to-html.js';
import {toText} from '../../../src/rich-text/to-text.js';

/** Shorter to read than the tree: `code` has no element in `toHtml`. */
const shape = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.text;
        case 'code':
          return `<code ${node.text}>`;
        case 'link':
          return `<link ${node.url}: ${shape(node.children)}>`;
        case 'term':
          return `<term ${node.id}: ${shape(node.children)}>`;
        case 'math':
          return `<math ${node.text}>`;
        default:
          return `<${node.type}: ${shape(node.children)}>`;
      }
    })
    .join('');

const blockShape = (block: Block): string =>
  block.type === 'paragraph'
    ? `P(${shape(block.children)})`
    : `${block.ordered ? `OL${block.start}` : 'UL'}(${block.items.map(shape).join('|')})`;

/** Round brackets in round brackets. */
const nested = (depth: number) => '('.repeat(depth) + ')'.repeat(depth);

describe('inline parts', () => {
  for (const [markdown, expected] of [
    ['plain', 'plain'],
    ['*a*', '<emphasis: a>'],
    ['_a_', '<emphasis: a>'],
    ['**a**', '<strong: a>'],
    ['__a__', '<strong: a>'],
    ['a *b* c', 'a <emphasis: b> c'],
    ['*a **b** c*', '<emphasis: a <strong: b> c>'],
    ['*a **b***', '<emphasis: a <strong: b>>'],
    ['**a *b***', '<strong: a <emphasis: b>>'],
    ['***a***', '<strong: <emphasis: a>>'],
    ['***a* b**', '<strong: <emphasis: a> b>'],
    // what is not closed, or cannot open, is text
    ['*a', '*a'],
    ['a*', 'a*'],
    ['**a*', '**a*'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['* a *', '* a *'],
    ['**', '**'],
    ['****', '****'],
    ['snake_case_name', 'snake_case_name'],
    ['*a [b* c](u)', '<emphasis: a [b> c](u)'],
    // code
    ['`a*b*`', '<code a*b*>'],
    ['`[x](y)`', '<code [x](y)>'],
    ['a ` b', 'a ` b'],
    ['``', '``'],
    ['`a\\`', '<code a\\>'],
    // links
    ['[a](u)', '<link u: a>'],
    ['[*a* b](u)', '<link u: <emphasis: a> b>'],
    ['*[a](u)*', '<emphasis: <link u: a>>'],
    ['[a](u(1)v)', '<link u(1)v: a>'],
    ['[a](u)(v)', '<link u: a>(v)'],
    [
      `[a](${nested(32)}) [a](${nested(33)})`,
      `<link ${nested(32)}: a> [a](${nested(33)})`,
    ],
    ['[a]', '[a]'],
    ['[a](', '[a]('],
    ['[a](u', '[a](u'],
    ['[a] (u)', '[a] (u)'],
    ['[a](b c)', '[a](b c)'],
    ['a](u)', 'a](u)'],
    ['[]', '[]'],
    // a link holds no link: the inner one is it
    ['[a [b](c) d](e)', '[a <link c: b> d](e)'],
    ['[a *[b](c)* d](e)', '[a <emphasis: <link c: b>> d](e)'],
    ['[a [[b]] c](e)', '[a <term b: b> c](e)'],
    ['[a [b](c)](d) [e](f)', '[a <link c: b>](d) <link f: e>'],
    ['*x [y](z)* [e](f)', '<emphasis: x <link z: y>> <link f: e>'],
    ['*x [y [z](a)* [e](f)', '<emphasis: x [y <link a: z>> <link f: e>'],
    // terms
    ['[[a]]', '<term a: a>'],
    ['[[a|b c]]', '<term a: b c>'],
    ['[[ a | b ]]', '<term a: b>'],
    ['[[a|*b*]]', '<term a: *b*>'],
    ['[[definition/a]]', '<term definition/a: definition/a>'],
    ['[[__proto__]]', '<term __proto__: __proto__>'],
    ['[[]]', '[[]]'],
    ['[[ ]]', '[[ ]]'],
    ['[[a|]]', '[[a|]]'],
    ['[[a\nb]]', '[[a\nb]]'],
    ['[[a]', '[[a]'],
    // escapes
    ['\\*a\\*', '*a*'],
    ['\\[a](u)', '[a](u)'],
    ['\\[[a]]', '[[a]]'],
    ['\\\\', '\\'],
    ['\\`a`', '`a`'],
    ['\\a', '\\a'],
    ['a\\', 'a\\'],
    // HTML is text
    ['<b>a</b> &amp;', '<b>a</b> &amp;'],
  ] as const) {
    it(`${JSON.stringify(markdown)} is ${JSON.stringify(expected)}`, () => {
      assert.equal(shape(parseInline(markdown)), expected);
    });
  }

  it('join neighbouring texts', () => {
    assert.deepEqual(parseInline('*a [b **c'), [
      {type: 'text', text: '*a [b **c'},
    ]);
  });
});

describe('blocks', () => {
  for (const [markdown, expected] of [
    ['', ''],
    [' \n\t\n', ''],
    ['a', 'P(a)'],
    ['a\nb', 'P(a\nb)'],
    ['a\r\nb\rc', 'P(a\nb\nc)'],
    ['a\n\nb', 'P(a) P(b)'],
    ['a\r\n\r\n\r\nb', 'P(a) P(b)'],
    ['  a  ', 'P(a)'],
    ['*a\n\nb*', 'P(*a) P(b*)'],
    ['- a\n- b', 'UL(a|b)'],
    ['* a\n+ b', 'UL(a|b)'],
    ['- *a*', 'UL(<emphasis: a>)'],
    ['- *a\n- b*', 'UL(*a|b*)'],
    ['1. a\n2. b', 'OL1(a|b)'],
    ['7) a\n9) b', 'OL7(a|b)'],
    ['0. a', 'OL0(a)'],
    ['- a\n\n- b', 'UL(a|b)'],
    ['- a\nmore', 'UL(a\nmore)'],
    ['- a\n\n  more', 'UL(a\nmore)'],
    ['- a\n\nafter', 'UL(a) P(after)'],
    ['before\n- a', 'P(before) UL(a)'],
    ['- a\n1. b', 'UL(a) OL1(b)'],
    ['-a', 'P(-a)'],
    ['- ', 'UL()'],
    ['1.a', 'P(1.a)'],
    ['2026. Ü', 'OL2026(Ü)'],
    ['1234567890. a', 'P(1234567890. a)'],
    ['# a', 'P(# a)'],
    ['> a', 'P(> a)'],
  ] as const) {
    it(`${JSON.stringify(markdown)} is ${expected || 'nothing'}`, () => {
      assert.equal(parseRichText(markdown).map(blockShape).join(' '), expected);
    });
  }
});

const markup = fc.string({
  unit: fc.constantFrom(
    ...['*', '**', '_', '__', '`', '[', ']', '(', ')', '](', '[[', ']]', '|'],
    ...[
      '\\',
      '\n',
      '\r\n',
      '\n\n',
      '- ',
      '1. ',
      ' ',
      '  ',
      'a',
      'Ü',
      '😀',
      '<',
      '&',
    ],
  ),
  maxLength: 60,
});
const anyText = fc.oneof(markup, fc.string({unit: 'binary'}));

const depthOf = (nodes: readonly Inline[]): number =>
  Math.max(
    0,
    ...nodes.map((node) =>
      'children' in node ? 1 + depthOf(node.children) : 0,
    ),
  );
const hasNestedLink = (nodes: readonly Inline[], inLink = false): boolean =>
  nodes.some((node) => {
    if (!('children' in node)) return false;
    const link = node.type === 'link' || node.type === 'term';
    return (link && inLink) || hasNestedLink(node.children, link || inLink);
  });
const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');
const words = (text: string) => text.split(/\s+/).filter(Boolean);

describe('whatever it is given', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        toHtml(parseRichText(text));
        toText({markdown: text});
      }),
    );
  });

  it('keeps every word of a text without marks', () => {
    const plain = fc.string({
      unit: fc.constantFrom(
        'a',
        'É',
        '期',
        '😀',
        ',',
        '.',
        '?',
        '!',
        '<',
        '&',
        ' ',
        '\n',
      ),
    });
    fc.assert(
      fc.property(plain, (text) => {
        assert.deepEqual(words(toText({markdown: text})), words(text));
      }),
    );
  });

  it('keeps every letter outside addresses, in order', () => {
    fc.assert(
      fc.property(markup, (text) => {
        fc.pre(!/\]\(|\[\[/.test(text));
        assert.equal(letters(toText({markdown: text})), letters(text));
      }),
    );
  });

  it('nests no link in a link', () => {
    fc.assert(
      fc.property(markup, (text) => {
        assert.equal(hasNestedLink(parseInline(text)), false, text);
      }),
    );
  });

  it('shows a text with every mark escaped as it is', () => {
    const line = fc
      .string({unit: 'grapheme'})
      .filter((text) => !/[\r\n]/.test(text));
    fc.assert(
      fc.property(line, (text) => {
        const escaped = text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
        assert.equal(shape(parseInline(escaped)), text);
      }),
    );
  });
});

describe('hostile text is read in time in proportion to its length', () => {
  const LENGTH = 1_000_000;
  for (const piece of [
    ...['[', ']', '[[', '*', '**', '_', '`', '\\', '(', '](', '[](', '[](a'],
    ...['[a](b', '[a](((', '[[a', '[[a|b', '[[a]', '_a', '_a ', '*a ', ' *a'],
    ...['*_', '**_', '*a**b', '[*', '`` `', '- ', '- a\n', '1. a\n', '  - a\n'],
    ...[
      '- *a\n  b\n',
      '\n',
      ' ',
      '\r',
      '1',
      '1.',
      '*[a](b',
      '[a](b) ',
      '![',
      '![',
    ],
    ...['a'.repeat(2047) + '](', '[' + '('.repeat(40) + ')'],
  ]) {
    const name = piece.length > 20 ? `${piece.slice(0, 10)}…` : piece;
    it(`${JSON.stringify(name)} repeated`, {timeout: 10_000}, () => {
      const text = piece.repeat(LENGTH / piece.length);
      toHtml(parseRichText(text));
    });
  }

  it('nests no deeper than what walks it can go', () => {
    const count = 100_000;
    for (const text of [
      ' *x'.repeat(count) + 'a*'.repeat(count),
      ' _x *y'.repeat(count) + 'a* b_'.repeat(count),
      '['.repeat(count) + '](a)'.repeat(count),
      ' **x _y'.repeat(count) + 'a_**'.repeat(count),
    ]) {
      const nodes = parseInline(text);
      assert.ok(depthOf(nodes.slice(0, 1000)) <= 64);
      const html = toHtml([{type: 'paragraph', children: nodes}]);
      assert.equal(letters(html.replace(/<[^>]*>/g, '')).length > 0, true);
    }
  });

  it('closes the marks that were opened last where too many are open', () => {
    const text = `${'*a '.repeat(500)}**b** [c](d)`;
    const html = toHtml([{type: 'paragraph', children: parseInline(text)}]);
    assert.ok(html.endsWith('<strong>b</strong> <a href="d">c</a></p>'));
  });
});
