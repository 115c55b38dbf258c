import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {nodeFiles} from '../../../../tools/src/files/files.js';
import {main} from '../../../../tools/src/main.js';
import {terminal} from '../support/terminal.js';
import {glossaryOf} from './folder.js';

describe('a build on a terminal', () => {
  const build = async (
    t: Parameters<typeof terminal>[0],
    isTerminal: boolean,
    ...options: readonly string[]
  ) => {
    const {path, write} = await terminal(t);
    await write('g.json', JSON.stringify(glossaryOf(2000, 'a')));
    let [stdout, stderr] = ['', ''];
    const code = await main(
      ['build', path('g.json'), '-o', path('out'), ...options],
      {
        files: nodeFiles(),
        stdout: (text) => (stdout += text),
        stderr: (text) => (stderr += text),
        colors: false,
        isTerminal,
        version: '',
      },
    );
    assert.equal(code, 0);
    assert.match(
      stdout,
      /: 2,000 terms in [\d,]+ files, [\d.]+ MB; ([\d,]+) of \1 files written in [\d.]+ s\n$/,
    );
    return stderr;
  };

  it('shows how far it is on one line, and takes it away', async (t) => {
    const stderr = await build(t, true);
    const states = stderr.split('\r\u001b[K');
    assert.ok(!stderr.includes('\n'));
    assert.equal(states.at(-1), '');
    for (const phase of ['reading', 'indexing', 'writing', 'writing es']) {
      assert.ok(
        states.some(
          (state) =>
            /^[█░]{24} +\d+ % /.test(state) && state.endsWith(`  ${phase}`),
        ),
        phase,
      );
    }
  });

  it('shows nothing where there is no terminal, or none is to be used', async (t) => {
    assert.equal(await build(t, false), '');
    assert.equal(await build(t, true, '--quiet'), '');
  });
});
