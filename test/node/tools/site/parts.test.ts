import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {fromMarkdown} from 'mdast-util-from-markdown';
import type {Edition} from '../../../../tools/src/site/edition.js';
import {sitemaps} from '../../../../tools/src/site/feeds.js';
import {
  entryMarkdown,
  lineMarkdown,
  linkMarkdown,
  plainMarkdown,
  richMarkdown,
} from '../../../../tools/src/site/markdown.js';
import {markup, Markup} from '../../../../tools/src/documents/html/markup.js';
import {safeName, SitePaths} from '../../../../tools/src/site/paths.js';
import {searchIndex} from '../../../../tools/src/site/search-index.js';
import {GlossaryIndex} from '../../../../src/glossary/glossary-index.js';
import {WHOLE} from '../formats/whole-glossary.js';

/** The words of a tree of Markdown. */
const toString = (node: object): string => {
  const {value = '', children = []} = node as {
    value?: string;
    children?: object[];
  };
  return value + children.map(toString).join('');
};

describe('paths', () => {
  const site = 'https://x.example/g/';
  for (const [url, html] of [
    [`${site}term/a/`, 'term/a/index.html'],
    [`${site}term/a`, 'term/a/index.html'],
    ['term/a', 'term/a/index.html'],
    ['/g/a/', 'a/index.html'],
    [`${site}a.html`, 'a.html'],
    [`${site}%C3%A9/`, 'é/index.html'],
    [`${site}e%CC%81/`, 'é/index.html'],
    [`${site}../a/`, undefined],
    [`${site}..%2f..%2fa/`, undefined],
    [`${site}%2e%2e/%2e%2e/a/`, undefined],
    [`${site}a%00/`, undefined],
    [`${site}a%5cb/`, undefined],
    [`${site}%zz/`, undefined],
    [`${site}con/`, undefined],
    [`${site}a.md/`, undefined],
    [`${site}.git/x/`, undefined],
    [`${site}a//b/`, undefined],
    [`${site}a/?q=1`, undefined],
    [`${site}a/#b`, undefined],
    [`${site}${'a'.repeat(300)}/`, undefined],
    [site, undefined],
    ['https://y.example/g/a/', undefined],
    ['mailto:a@x.example', undefined],
    [undefined, undefined],
  ] as const) {
    it(`of ${String(url).slice(0, 60)}: ${html}`, () => {
      assert.equal(new SitePaths(site).own(url)?.html, html);
    });
  }

  it('are given once, whatever the case and the form of Unicode', () => {
    const paths = new SitePaths(site);
    const taken = ['A', 'a', 'é', 'e\u0301', 'É', '日本', 'Con'].map(
      (name) => paths.place('term', name).html,
    );
    assert.deepEqual(
      taken.map((path) => path.split('/')[1]),
      ['a', 'a-2', 'é', 'é-2', 'é-3', '日本', 'con-entry'],
    );
  });

  it('are names that every file system takes', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 300}), (text) => {
        const name = safeName(text);
        assert.match(name, /^[\p{L}\p{M}\p{N}-]+$/u);
        assert.doesNotMatch(name, /^(con|prn|aux|nul|com\d|lpt\d)$/);
        assert.ok(Buffer.byteLength(name) <= 200);
      }),
    );
  });
});

describe('markup', () => {
  it('escapes what is put in, but markup', () => {
    const inner = markup`<b title="${'"<&>'}">${'</b>'}</b>`;
    assert.ok(inner instanceof Markup);
    assert.equal(
      markup`${[inner, 'a&b', 3]}${false}${undefined}${null}`.text,
      '<b title="&quot;&lt;&amp;&gt;">&lt;/b&gt;</b>a&amp;b3',
    );
  });
});

describe('Markdown', () => {
  const word = fc.constantFrom(
    ...[
      'a',
      '*',
      '**',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<b>',
      '&amp;',
      '\\',
      '#',
    ],
    ...['1.', '-', '>', '+', '~~~', '===', '|', '!', 'https', ':', '_a_', '\n'],
  );
  const text = fc.array(word, {maxLength: 12}).map((words) => words.join(' '));
  const flat = (value: string) => value.replace(/\s+/g, ' ').trim();

  it('says the same as the text that it is made of', () => {
    fc.assert(
      fc.property(text, (value) => {
        assert.equal(
          flat(toString(fromMarkdown(lineMarkdown(value)))),
          flat(value),
        );
        const heading = fromMarkdown(`# ${lineMarkdown(`x ${value} x`)}`);
        assert.equal(flat(toString(heading)), flat(`x ${value} x`));
        const link = fromMarkdown(
          linkMarkdown(`x${value}`, 'https://x.example/(a b)'),
        );
        assert.equal(flat(toString(link)), flat(`x${value}`));
      }),
      {numRuns: 60},
    );
  });

  it('keeps lines from becoming headings, lists and quotes', () => {
    const lines = ['# a', '1. b', '- c', '> d', '---', '    e'].join('\n');
    const {children} = fromMarkdown(plainMarkdown(lines));
    assert.deepEqual(
      children.map(({type}) => type),
      ['paragraph'],
    );
  });

  it('makes no picture of a link', () => {
    const links = {
      origin: undefined,
      addressOf: () => 'https://x.example/a',
      nameOf: () => undefined,
    };
    for (const markdown of [
      'Go![b](https://x.example/b)',
      '![[a]]',
      '**!**[b](/b)',
    ]) {
      const text = richMarkdown({markdown}, links);
      assert.doesNotMatch(JSON.stringify(fromMarkdown(text)), /"image"/, text);
    }
  });

  it('makes links of references, where there is an address', () => {
    const links = {
      origin: undefined,
      addressOf: (id: string) =>
        id === 'a' ? 'https://x.example/a' : undefined,
      nameOf: () => undefined,
    };
    const source = {
      markdown:
        'A [[a|b]], [[c]] & `x`y`.\n\n1. *i*\n2. **s** [l](javascript:x)',
    };
    assert.equal(
      richMarkdown(source, links),
      'A [b](https://x.example/a), c & `x`y\\`.\n\n1. *i*\n2. **s** l',
    );
  });

  it('lists the fields of an entry under its texts', () => {
    const index = new GlossaryIndex(WHOLE);
    assert.deepEqual(entryMarkdown(index.entry('rim-brake')!), [
      'Presses pads on the rim.',
      'Presses **pads** on the rim.',
      'Kind: part',
      'Also: RB, calliper brake',
      'See also: Pad',
      'Tags: stopping',
      'Difficulty: 2',
      'Published: 2026-03-19T10:00:43+00:00',
      'Modified: 2026-03-20',
      'Reviewed: 2026-03-21',
      'Author: [Ann](https://ann.test/)',
      'Sources: [A book](https://book.test/)',
    ]);
  });
});

describe('sitemaps', () => {
  it('are split at 50,000 pages', () => {
    const pages = Array.from({length: 50_001}, (_, at) => ({
      address: `https://x.example/${at}/?a&b`,
      changed: '2026-01-02T03:04:05Z',
    }));
    const files = sitemaps(pages, 'https://x.example/');
    assert.deepEqual(
      [...files.keys()],
      ['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml'],
    );
    assert.match(
      files.get('sitemap.xml')!,
      /<loc>https:\/\/x\.example\/sitemap-2\.xml<\/loc>/,
    );
    assert.equal(files.get('sitemap-1.xml')!.match(/<url>/g)!.length, 50_000);
    assert.match(
      files.get('sitemap-2.xml')!,
      /<loc>https:\/\/x\.example\/50000\/\?a&amp;b<\/loc><lastmod>2026-01-02<\/lastmod>/,
    );
  });
});

describe('the search index', () => {
  it('has every entry under the beginning of each of its words', () => {
    const names = Array.from(
      {length: 1200},
      (_, at) => `Alpha ${at} ${at % 3 ? 'al' : 'Beta'}`,
    );
    const path = {address: 'search/', html: '', markdown: ''};
    const edition = {
      terms: names.map((name, at) => ({
        id: `t${at}`,
        name,
        summary: 'S.',
        aliases: ['期权'],
      })),
      prefix: '',
      paths: {search: path},
      pathOf: ({id}: {id: string}) => ({...path, address: `term/${id}/`}),
    } as unknown as Edition;
    const files = searchIndex(edition);
    const {shards} = JSON.parse(files.get('index.json')!) as {
      shards: Record<string, number>;
    };
    const entriesOf = (key: string) =>
      (JSON.parse(files.get(`${shards[key]}.json`)!) as [string, string][]).map(
        ([name]) => name,
      );
    const keys = Object.keys(shards);
    for (const [at, name] of names.entries()) {
      for (const word of [
        'alpha',
        String(at),
        at % 3 ? 'al' : 'beta',
        '期权',
        '权',
      ]) {
        const under = keys
          .filter((key) => word.startsWith(key))
          .sort((a, b) => b.length - a.length)[0];
        assert.ok(
          under && entriesOf(under).includes(name),
          `${word} of ${name}`,
        );
      }
      if (at > 60) break;
    }
  });
});
