import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {RULES} from '../../../../tools/src/lint/rules/index.js';
import {glossaryOf, lint, term} from './linting.js';

const SIZE = 20_000;
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
      it(`are linted in ${file} in under 2 s: ${JSON.stringify(part)}`, async () => {
        const text = part.repeat(SIZE / part.length);
        const before = process.cpuUsage();
        await lint({glossary, rules, documents: {[file]: text}});
        // Of the processor: a machine with other work to do is not the linter's fault.
        const {user, system} = process.cpuUsage(before);
        assert.ok(user + system < 2_000_000);
      });
    }
  }
});
