import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {nodeFiles} from '../../../../tools/src/files/files.js';
import {main} from '../../../../tools/src/main.js';
import {terminal} from '../support/terminal.js';

describe('an import on a terminal', () => {
  const run = async (
    t: Parameters<typeof terminal>[0],
    isTerminal: boolean,
    ...options: readonly string[]
  ) => {
    const {path, write} = await terminal(t);
    const rows = Array.from({length: 20_000}, (_, at) => `Näme ${at},Wörds\n`);
    await write('in/a.csv', `name,summary\n${rows.join('')}`);
    await write('in/b.md', '---\nname: B\nsummary: b\n---\n');
    let [stdout, stderr] = ['', ''];
    const code = await main(
      ['import', path('in'), '-o', path('out.json'), ...options],
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
    assert.match(stdout, /: 20,001 terms/);
    return stderr;
  };

  it('shows how much is read on one line, and takes it away', async (t) => {
    const stderr = await run(t, true);
    assert.ok(!stderr.includes('\n'));
    const states = stderr.split('\r\u001b[K').filter(Boolean);
    const parts = states.map((state) =>
      Number(/^[█░]{24} +(\d+) % {2}reading$/.exec(state)?.[1]),
    );
    assert.ok(parts.length > 5);
    assert.deepEqual(
      parts,
      parts.toSorted((a, b) => a - b),
    );
    assert.equal(parts.at(-1), 100);
    assert.ok(stderr.endsWith('\r\u001b[K'));
  });

  it('shows nothing where there is no terminal, or none is to be used', async (t) => {
    assert.equal(await run(t, false), '');
    assert.equal(await run(t, true, '--quiet'), '');
  });
});
