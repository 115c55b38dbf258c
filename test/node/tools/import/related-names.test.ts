import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import type {Glossary, Term} from '../../../../src/glossary/types.js';
import {terminal} from '../support/terminal.js';

const importCsv = async (t: TestContext, csv: string, known?: object) => {
  const shell = await terminal(t);
  await shell.write('words.csv', csv);
  if (known) await shell.write('g.json', JSON.stringify(known));
  const {code, stderr} = await shell.run(
    ...['import', shell.path('words.csv'), '-o', shell.path('g.json')],
  );
  assert.equal(code, 0, stderr);
  const {terms} = JSON.parse(await shell.read('g.json')) as Glossary;
  const related = (terms as Term[]).map((term) => term.related);
  const checked = await shell.run('validate', shell.path('g.json'));
  return {related, stderr, isValid: checked.code === 0};
};

describe('names in the place of ids of related entries', () => {
  for (const [what, csv, expected] of [
    [
      'become ids, also of entries that come later',
      'Term,Definition,See also\nSwap,A trade.,Pool\nPool,A reserve.,swap|Pool share\nPool share,A part.,\n',
      [['pool'], ['swap', 'pool-share'], undefined],
    ],
    [
      'may be aliases and parts of names',
      'Term,Definition,Synonyms,See also\nAutomated market maker (AMM),A trade.,Pool maker,\nPool,A reserve.,,AMM|Pool maker\n',
      [undefined, ['automated-market-maker-amm']],
    ],
  ] as const)
    it(what, async (t) => {
      const {related, stderr, isValid} = await importCsv(t, csv);
      assert.deepEqual(related, expected);
      assert.match(
        stderr,
        /guessed: related: the ids of entries with these names/,
      );
      assert.ok(isValid);
    });

  it('are found in the glossary that is there', async (t) => {
    const {related} = await importCsv(
      t,
      'Term,Definition,See also\nSwap,A trade.,The Pool\n',
      {
        format: 1,
        name: 'G',
        terms: [{id: 'p', name: 'The pool', summary: 'x'}],
      },
    );
    assert.deepEqual(related, [undefined, ['p']]);
  });

  it('stay where they name nothing, or several entries, which is reported', async (t) => {
    const {related, stderr} = await importCsv(
      t,
      'Term,Definition,See also\nGas,One.,Nothing|Fork\nFork,Two.,\nfork,Three.,\n',
    );
    assert.deepEqual(related[0], ['Nothing', 'Fork']);
    assert.match(
      stderr,
      /warning: related of "gas": no entry is called "Nothing"/,
    );
    assert.match(
      stderr,
      /warning: related of "gas": several entries are called "Fork"/,
    );
  });
});
