import {describe, it} from 'node:test';
import {RULES} from '../../../../tools/src/lint/rules/index.js';
import {growsInProportion} from '../../../support/proportion.js';
import {glossaryOf, lint, term} from './linting.js';

const rules = Object.fromEntries(RULES.map(({name}) => [name, 'error']));
const glossary = glossaryOf([term('a', 'AB'), term('b', 'a b a b a c')]);

const MARKDOWN = [
  ...['[', '![', '[[', '**a ', '``a`', '<', '<a ', '<!--', '<b>', '>', '- '],
  ...['|a', '&', '\\', 'ABC', 'ABC/', 'A-', 'ABC (', '[a](', '---\n'],
  ...['<!-- term-elements-disable -->\n', '<term-tip term="', 'is. '],
];
const MDX = ['{', '{/*', '<A ', '</', 'import a\n', '<a b={'];
const HTML = ['<div>', '<b>', '<a>', '<table>', '<svg>', '<!--', '&', '<dfn>'];

describe('20,000 hostile characters', () => {
  for (const [file, parts] of [
    ['a.md', MARKDOWN],
    ['a.mdx', MDX],
    ['a.html', HTML],
  ] as const) {
    for (const part of parts) {
      it(`are linted in ${file} in proportion: ${JSON.stringify(part)}`, () =>
        growsInProportion((size) => {
          const text = part.repeat(size / part.length);
          return lint({glossary, rules, documents: {[file]: text}});
        }));
    }
  }
});
