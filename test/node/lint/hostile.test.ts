import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {RULES} from '../../../src/lint/rules/index.js';
import {glossaryOf, lint, term} from './linting.js';

const SIZE = 20_000;
const rules = Object.fromEntries(RULES.map(({name}) => [name, 'error']));
const glossary = glossaryOf([term('a', 'AB'), term('b', 'a b a b a c')]);

const MARKDOWN = [
  '[',
  '![',
  '[[',
  '*',
  '**a ',
  '_a_',
  '`',
  '``a`',
  '<',
  '<a ',
  '<!--',
  '<b>',
  '>',
  '> ',
  '- ',
  '1. ',
  '|',
  '|a',
  '&',
  '&amp;',
  '&#1;',
  '\\',
  'AB ',
  'ABC',
  'ABC/',
  'A-',
  'ABC (',
  '(ABC) ',
  '[a](',
  '[a]: b\n',
  '---\n',
  '+++\n',
  '#',
  '{',
  '{/*',
  '<A ',
  '</',
  'import a\n',
  '\r',
  ' \n',
  '\u0301',
  '😀',
  ' a b',
  '<!-- term-elements-disable -->\n',
  '<term-tip term="',
  'is. ',
];
const MDX = ['{', '{/*', '<A ', '<', '</', '`', 'import a\n', '<a b={'];
const HTML = [
  '<div>',
  '<b>',
  '<a>',
  '<p>',
  '<table>',
  '<svg>',
  '<template>',
  '<select>',
  '<!--',
  '<a href="',
  '&amp;',
  '&',
  '<dfn>',
  '</p>',
  '<abbr title=x>AB',
];

describe('20,000 hostile characters', () => {
  for (const [file, parts] of [
    ['a.md', MARKDOWN],
    ['a.mdx', MDX],
    ['a.html', HTML],
  ] as const) {
    for (const part of parts) {
      it(`are linted in ${file} in under 2 s: ${JSON.stringify(part)}`, async () => {
        const text = part.repeat(SIZE / part.length);
        const started = performance.now();
        await lint({glossary, rules, documents: {[file]: text}});
        assert.ok(performance.now() - started < 2000);
      });
    }
  }
});
