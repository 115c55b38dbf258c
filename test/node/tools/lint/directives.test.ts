import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {lint} from './linting.js';

const RULE = 'unknown-abbreviation';

/** The lines that are told of; each has an abbreviation of its own. */
const linesOf = async (text: string, file = 'a.md') => {
  const rules = {[RULE]: 'error'};
  const found = await lint({rules, documents: {[file]: text}});
  return found.map(
    ({rule, start}) => `${rule === RULE ? '' : `${rule} `}${start.line}`,
  );
};

describe('comments', () => {
  for (const [what, text, lines, file] of [
    [
      'the next line',
      `<!-- term-elements-disable-next-line ${RULE} -->\nABX is\nABY`,
      ['3'],
    ],
    [
      'the next line with words',
      `ABW\n\n<!-- term-elements-disable-next-line -->\n\nABX is\nABY`,
      ['1', '6'],
    ],
    [
      'the next line in a page',
      `<p>ABW<!-- term-elements-disable-next-line ${RULE} -->\n<p>ABX\n<p>ABY`,
      ['1', '3'],
      'a.html',
    ],
    [
      'the next line in MDX',
      `{/* term-elements-disable-next-line ${RULE} -- it is a name */}\nABX\n\nABY`,
      ['4'],
      'a.mdx',
    ],
    [
      'all that follows',
      `ABX\n\n<!-- term-elements-disable -->\n\nABY\n\nABZ`,
      ['1'],
    ],
    [
      'what stands between',
      `<!-- term-elements-disable ${RULE} -->\nABX\n<!-- term-elements-enable ${RULE} -->\nABY`,
      ['4'],
    ],
    [
      'all, until all is on again',
      `<!-- term-elements-disable -->\nABX\n<!-- term-elements-enable -->\nABY`,
      ['4'],
    ],
    [
      'no other rule',
      `<!-- term-elements-disable over-linked, alias-clash -->\n\nABX`,
      ['3'],
    ],
    ['nothing in code', `\`<!-- term-elements-disable -->\`\n\nABX`, ['3']],
    [
      'nothing by another word',
      `<!-- term-elements-disabled -->\n\nABX`,
      ['3'],
    ],
  ] as const) {
    it(`turn off ${what}`, async () => {
      assert.deepEqual(await linesOf(text, file), lines);
    });
  }

  it('tell of rules that are not there', async () => {
    const text = '<!-- term-elements-disable unused-terms -->';
    const [finding] = await lint({rules: {}, documents: {'a.md': text}});
    assert.equal(finding?.rule, 'unknown-rule');
    assert.equal(finding.message, 'there is no rule "unused-terms"');
    assert.equal(finding.help, 'Did you mean "unused-term"?');
  });

  it('turn off what is only known at the end', async () => {
    const rules = {'dead-internal-address': 'error'};
    const site = {url: undefined, find: () => Promise.resolve(undefined)};
    const text = '[a](x.md)\n\n<!-- term-elements-disable -->\n\n[b](y.md)';
    const found = await lint({rules, site, documents: {'a.md': text}});
    assert.deepEqual(
      found.map(({start}) => start.line),
      [1],
    );
  });
});
