import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import postcss from 'postcss';
import {globSync} from 'tinyglobby';
import {lightSelector} from '../../../scripts/styles/light-selector.js';
import {publishedSheet} from '../../../scripts/styles/published-sheet.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Classes of the templates that are written into pages. */
const CLASSES = new Set(
  globSync(
    'src/elements/{term-card,term-area,faq-block,breadcrumb-jsonld}/*-template.ts',
    {
      cwd: root,
    },
  ).flatMap((path) =>
    [
      ...readFileSync(`${root}${path}`, 'utf8').matchAll(/class="([\w ]+)"/g),
    ].flatMap(([, names]) => names!.split(' ')),
  ),
);

const sheet = postcss.parse(publishedSheet());
const selectors: string[] = [];
sheet.walkRules((rule) => {
  selectors.push(...rule.selectors);
});

describe('the style sheet for pages', () => {
  for (const [what, selector, tags, expected] of [
    ['a host', ':host', ['term-card'], ':where(term-card[prerendered])'],
    [
      'a host that is hidden',
      ':host([hidden])',
      ['term-card'],
      ':where(term-card[prerendered][hidden])',
    ],
    [
      'what is inside',
      '.entry > p',
      ['term-card'],
      'term-card[prerendered][prerendered] .entry > p',
    ],
    [
      'what is inside of several',
      'p::before',
      ['term-card', 'term-area'],
      ':is(term-card,term-area)[prerendered][prerendered] p::before',
    ],
    ['a state', ':host(:state(late))', ['term-card'], undefined],
    ['the author’s words', '.fallback', ['term-card'], undefined],
  ] as const) {
    it(`has ${what} as it is in a page`, () => {
      assert.equal(lightSelector(selector, tags), expected);
    });
  }

  it('has every class of the templates', () => {
    assert.ok(CLASSES.size > 10);
    const all = selectors.join('\n');
    const without = [...CLASSES].filter(
      (name) => !new RegExp(`\\.${name}(?![\\w-])`).test(all),
    );
    assert.deepEqual(without, []);
  });

  it('has nothing that is for a shadow root, and nothing that moves a page', () => {
    const faults = selectors.filter((selector) =>
      /:host|:state|\.fallback/.test(selector),
    );
    assert.deepEqual(faults, []);
    sheet.walkDecls('content-visibility', ({parent, value}) => {
      assert.equal(value, 'visible', String(parent));
    });
  });

  it('keeps a host without weight, and frees what is inside from the page’s plain rules', () => {
    const hosts = selectors.filter((selector) =>
      /^(?:\S*\[prerendered\])+$/.test(selector),
    );
    assert.deepEqual(
      hosts.filter((selector) => !selector.startsWith(':where(')),
      [],
    );
    const first = sheet.nodes.findIndex((node) =>
      String(node).includes('revert'),
    );
    const inside = sheet.nodes.findIndex((node) =>
      /\[prerendered\]\[prerendered\] (?!\*)/.test(String(node)),
    );
    assert.ok(first > 0 && first < inside, 'before what has a look of its own');
  });
});
