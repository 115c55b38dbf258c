import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {TemplateResult} from 'lit';
import {parseFragment, type DefaultTreeAdapterTypes as Tree} from 'parse5';
import type {TermLinks} from '../../../src/glossary/source.js';
import {parseRichText} from '../../../src/rich-text/parse.js';
import {escapeHtml} from '../../../src/rich-text/escape-html.js';
import {mathTemplate} from '../../../src/rich-text/math.js';
import {toHtml} from '../../../src/rich-text/to-html.js';
import {toLit} from '../../../src/rich-text/to-lit.js';
import {toText} from '../../../src/rich-text/to-text.js';

const base = 'https://host.example/docs/page';
const links: TermLinks = {
  nameOf: () => undefined,
  addressOf: (id) =>
    ({strike: '/term/strike/', evil: 'javascript:alert(1)'})[id],
};
const html = (markdown: string, from?: string) =>
  toHtml(parseRichText(markdown), links, from);

/** What a browser makes of it: every element, with its attributes. */
const elements = (markup: string): Tree.Element[] => {
  const found: Tree.Element[] = [];
  const walk = (node: Tree.ParentNode) => {
    for (const child of node.childNodes) {
      if ('tagName' in child) {
        found.push(child);
        walk(child);
      }
    }
  };
  walk(parseFragment(markup));
  return found;
};

const text = (markup: string): string => {
  const walk = (node: Tree.ChildNode): string =>
    'value' in node
      ? node.value
      : 'childNodes' in node
        ? node.childNodes.map(walk).join('')
        : '';
  return parseFragment(markup).childNodes.map(walk).join('');
};

describe('toHtml', () => {
  for (const [markdown, expected] of [
    ['a *b* **c** `d`', '<p>a <em>b</em> <strong>c</strong> d</p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['1. a', '<ol><li>a</li></ol>'],
    ['3. a', '<ol start="3"><li>a</li></ol>'],
    ['[a](https://x.example)', '<p><a href="https://x.example">a</a></p>'],
    ['[a](mailto:b@c.example)', '<p><a href="mailto:b@c.example">a</a></p>'],
    ['[a](../b?c&d)', '<p><a href="../b?c&amp;d">a</a></p>'],
    ['[a](b"c)', '<p><a href="b&quot;c">a</a></p>'],
    ['[[strike|s]]', '<p><a href="/term/strike/">s</a></p>'],
    ['[[gone|s]]', '<p>s</p>'],
    ['[[evil|s]]', '<p>s</p>'],
    ['<script>&"', '<p>&lt;script&gt;&amp;&quot;</p>'],
    ['`<b>`', '<p>&lt;b&gt;</p>'],
    ['[[<b>|<i>]]', '<p>&lt;i&gt;</p>'],
    ['', ''],
  ] as const) {
    it(`${JSON.stringify(markdown)} is ${expected || 'nothing'}`, () => {
      assert.equal(html(markdown), expected);
    });
  }

  it('makes addresses absolute where it is told from where', () => {
    assert.equal(
      html('[a](../b) [[strike]] [c](https://x.example) [d](mailto:e@f)', base),
      '<p><a href="https://host.example/b">a</a> ' +
        '<a href="https://host.example/term/strike/">strike</a> ' +
        '<a href="https://x.example">c</a> <a href="mailto:e@f">d</a></p>',
    );
  });

  it('without links makes no link of a term', () => {
    assert.equal(toHtml(parseRichText('[[strike]]')), '<p>strike</p>');
  });

  it('escapes what ends a text or an attribute', () => {
    assert.equal(escapeHtml('<a b="c">&\''), "&lt;a b=&quot;c&quot;&gt;&amp;'");
  });
});

const HOSTILE = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'javascript:alert`1`',
  'java\u0000script:alert`1`',
  '\u0001javascript:alert`1`',
  'javascript\u0000:alert`1`',
  '\u0008data:text/html,x',
  'data:text/html;base64,PHNjcmlwdD4=',
  'vbscript:x',
  'file:///etc/passwd',
];

/** A browser decodes entities of an attribute, so as text they stay harmless. */
const ENTITIES = [
  'javascript&colon;alert`1`',
  'java&Tab;script&#58;alert`1`',
  '&#106;avascript:alert`1`',
  'java&#x09;script:alert`1`',
];

describe('a hostile address', () => {
  for (const address of HOSTILE) {
    it(`${JSON.stringify(address)} makes no link`, () => {
      for (const from of [undefined, base]) {
        assert.equal(html(`[x](${address})`, from), '<p>x</p>');
      }
      const term: TermLinks = {
        addressOf: () => address,
        nameOf: () => undefined,
      };
      assert.equal(toHtml(parseRichText('[[x]]'), term), '<p>x</p>');
      assert.doesNotMatch(flat(toLit({markdown: `[x](${address})`})), /href/);
      assert.doesNotMatch(flat(toLit({markdown: '[[x]]'}, term)), /href/);
    });
  }

  it('with a tab or a line end is not even an address', () => {
    for (const space of ['\t', '\n', '\r', ' ', '\u00a0', '\u2028']) {
      const markup = html(`[x](java${space}script:alert(1))`);
      assert.deepEqual(
        elements(markup).map(({tagName}) => tagName),
        ['p'],
      );
    }
  });

  for (const address of ENTITIES) {
    it(`${address} leads to no script`, () => {
      for (const element of elements(html(`[x](${address})`))) {
        for (const {value} of element.attrs) {
          assert.match(new URL(value, base).protocol, /^https?:$/);
        }
      }
    });
  }
});

/** A template with its values in place, as far as a reader can see. */
const flat = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(flat).join('');
  if (typeof value === 'object' && value && 'strings' in value) {
    const {strings, values} = value as TemplateResult;
    return strings
      .map((string, at) => string + (at in values ? flat(values[at]) : ''))
      .join('');
  }
  return escapeHtml(String(value));
};

describe('toLit', () => {
  for (const [markdown, expected] of [
    [
      'a *b* **c** `<d>`',
      '<p>a <em>b</em> <strong>c</strong> <code>&lt;d&gt;</code></p>',
    ],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['3. a', '<ol start=3><li>a</li></ol>'],
    ['[a](../b)', '<p><a href=../b>a</a></p>'],
    ['[[strike|s]] [[gone]]', '<p><a href=/term/strike/>s</a> gone</p>'],
  ] as const) {
    it(`${JSON.stringify(markdown)} is ${expected}`, () => {
      assert.equal(flat(toLit({markdown}, links)), expected);
    });
  }

  it('shows a plain text verbatim, in one paragraph', () => {
    const {strings, values} = toLit('*a*\n\n<b>') as TemplateResult;
    assert.deepEqual([...strings], ['<p>', '</p>']);
    assert.deepEqual(values, ['*a*\n\n<b>']);
  });
});

describe('toText', () => {
  it('gives a plain text back as it is', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (plain) => {
        assert.equal(toText(plain), plain);
      }),
    );
  });

  for (const [markdown, expected] of [
    ['a *b* `c` [d](e) [[f|g]]', 'a b c d g'],
    ['a\n\nb', 'a\nb'],
    ['- a\n- **b**\n\nc', 'a\nb\nc'],
    ['', ''],
  ] as const) {
    it(`${JSON.stringify(markdown)} is ${JSON.stringify(expected)}`, () => {
      assert.equal(toText({markdown}), expected);
    });
  }
});

it('whatever the text, the HTML holds only what an answer may hold', () => {
  const ALLOWED = ['p', 'br', 'ol', 'ul', 'li', 'a', 'strong', 'em'];
  const piece = fc.constantFrom(
    ...[
      '<script>',
      '</p>',
      '<b ',
      '"',
      "'",
      '>',
      '&lt;',
      '&',
      '<!--',
      '\u0000',
    ],
    ...['*', '**', '[', '](', ')', '[[', '|', ']]', '`', '\n\n', '- ', '1. '],
    ...['javascript:', 'https://x.example/', ' onclick=', 'strike', 'a', ' '],
  );
  fc.assert(
    fc.property(fc.array(piece), fc.boolean(), (pieces, absolute) => {
      const markdown = pieces.join('');
      const markup = html(markdown, absolute ? base : undefined);
      for (const {tagName, attrs} of elements(markup)) {
        assert.ok(ALLOWED.includes(tagName), `${tagName} in ${markup}`);
        for (const {name, value} of attrs) {
          assert.ok(name === 'href' || name === 'start', name);
          if (name === 'href' && URL.canParse(value, base)) {
            assert.match(new URL(value, base).protocol, /^(https?|mailto):$/);
          }
        }
      }
      // Nothing of the text is lost on the way through a parser of HTML.
      const seen = (string: string) => string.replace(/[\s\p{Cc}\uFFFD]/gu, '');
      assert.equal(seen(text(markup)), seen(toText({markdown})));
    }),
    {numRuns: 1000},
  );
});

describe('a relative link', () => {
  const away: TermLinks = {
    origin: 'https://cdn.example/glossary/en.json',
    addressOf: () => undefined,
    nameOf: () => undefined,
  };
  const text = {markdown: '[more](more.html)'};

  it('starts from the document that holds the text', () => {
    const href = 'https://cdn.example/glossary/more.html';
    const markup = toHtml(parseRichText(text.markdown), away, base);
    assert.ok(markup.includes(`href="${href}"`), markup);
    const [paragraph] = toLit(text, away) as TemplateResult[];
    assert.ok(JSON.stringify(paragraph).includes(href));
  });
});

describe('formulas', () => {
  const tree = [
    'math',
    {display: 'block', onclick: 'alert(1)'},
    [
      'mfrac',
      ['mi', 'S<'],
      ['mo', {form: 'prefix'}, '−'],
      ['msup', ['mi', 'K'], ['mn', '2']],
    ],
  ];
  const math = {'\\frac{S}{K^2}': tree, x: ['math', ['mi', 'x']]};
  const parsed = (markdown: string) => parseRichText(markdown, math);

  it('are what the text brings along, between its marks', () => {
    assert.deepEqual(parsed('a $x$ b'), [
      {
        type: 'paragraph',
        children: [
          {type: 'text', text: 'a '},
          {type: 'math', text: 'x', mark: '$', tree: math.x},
          {type: 'text', text: ' b'},
        ],
      },
    ]);
    assert.equal(
      toHtml(parsed('$$\n\\frac{S}{K^2}\n$$')),
      '<p><math display="block"><mfrac><mi>S&lt;</mi><mo form="prefix">−</mo><msup><mi>K</mi><mn>2</mn></msup></mfrac></math></p>',
    );
    assert.equal(toText({markdown: 'a $x$', math}), 'a x');
  });

  for (const markdown of [
    'from $5 to $x',
    '$y$',
    '\\$x$',
    '$constructor$',
    '`$x$`',
    '$',
    '$$',
  ])
    it(`are not in ${markdown}`, () => {
      assert.ok(!JSON.stringify(parsed(markdown)).includes('"math"'));
    });

  let deep: readonly unknown[] = ['mi', 'x'];
  for (let depth = 0; depth < 10_000; depth++) deep = ['mrow', deep];
  for (const [why, bad] of [
    ['an element that is not drawn', ['math', ['script', 'alert(1)']]],
    ['an element of another name', ['constructor', 'x']],
    ['no element', []],
    ['a number', ['math', ['mn', 5]]],
    ['two lists of attributes', ['math', {}, {}]],
    ['no end', ['math', deep]],
  ] as const)
    it(`are their TeX where the tree has ${why}`, () => {
      assert.equal(mathTemplate(bad), undefined);
      const bads = {x: bad};
      assert.equal(toHtml(parseRichText('$x$', bads)), '<p>x</p>');
    });

  it('take no attribute but those of the list', () => {
    const {values} = mathTemplate([
      'math',
      {href: 'javascript:alert(1)'},
      ['mi', 'x'],
    ])!;
    assert.ok(!JSON.stringify(values).includes('javascript'));
  });

  it('are read in proportion to the text', () => {
    const dollars = '$'.repeat(200_000);
    assert.equal(toText({markdown: dollars, math}), dollars);
  });
});
