import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  answerHtml,
  type AnswerNode,
} from '../../../src/structured-data/answer-text.js';

const el = (name: string, ...nodes: AnswerNode[]): AnswerNode => ({
  name,
  nodes,
});
const row = (cell: string, ...texts: string[]) =>
  el('tr', '\n', ...texts.map((text) => el(cell, text)), '\n');

describe('the text of an answer', () => {
  for (const [what, nodes, html] of [
    ['text', ['At\n  once.'], 'At once.'],
    ['one paragraph', [el('p', 'At once.')], 'At once.'],
    ['two paragraphs', [el('p', 'a'), el('p', 'b')], '<p>a</p><p>b</p>'],
    [
      'a table',
      [
        el(
          'table',
          el('thead', row('th', 'Tier', 'Maker')),
          '\n',
          el('tbody', row('td', 'VIP 0', '0.02%')),
        ),
      ],
      '<p>Tier Maker</p><p>VIP 0 0.02%</p>',
    ],
    [
      'an empty row',
      [el('table', el('tr'), row('td', 'a', 'b'))],
      '<p>a b</p>',
    ],
    [
      'sections',
      [el('section', 'One.'), el('section', 'Two.')],
      '<p>One.</p><p>Two.</p>',
    ],
    [
      'a list in a section',
      [el('section', el('ul', el('li', 'a'))), el('p', 'b')],
      '<div><ul><li>a</li></ul></div><p>b</p>',
    ],
    [
      'a definition list',
      [el('dl', el('dt', 'a'), '\n', el('dd', 'b'))],
      '<p>a</p><p>b</p>',
    ],
    ['a line break', ['a', el('br'), 'b'], 'a<br>b'],
    [
      'what is not shown',
      [el('p', 'a', el('script', 'b')), el('p', 'c')],
      '<p>a</p><p>c</p>',
    ],
    [
      'an element whose name only contains that of one which is not shown',
      [el('p', el('x-template', 'a'), el('script-note', ' b')), el('p', 'c')],
      '<p>a b</p><p>c</p>',
    ],
    [
      'an element of no meaning',
      [el('p', el('span', 'a'), ' b'), el('p', 'c')],
      '<p>a b</p><p>c</p>',
    ],
    [
      'a link',
      ['See ', {name: 'a', href: 'https://x.example/?a&b', nodes: ['x']}],
      'See <a href="https://x.example/?a&amp;b">x</a>',
    ],
    [
      'emphasis that ends with a space',
      [el('p', '\n', el('strong', 'Note: '), 'fees', el('em', ' apply'), '\n')],
      '<p><strong>Note: </strong>fees<em> apply</em></p>',
    ],
    ['a link to nowhere', ['See ', {name: 'a', nodes: ['x']}], 'See x'],
    ['marks of HTML', [el('b', '1 < 2 & 3')], '<b>1 &lt; 2 &amp; 3</b>'],
  ] as const satisfies readonly (readonly [
    string,
    readonly AnswerNode[],
    string,
  ])[])
    it(`keeps words apart: ${what}`, () =>
      assert.equal(answerHtml(nodes), html));
});
