import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createWriteStream} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {setTimeout} from 'node:timers/promises';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {terminal} from '../support/terminal.js';

const BIN = fileURLToPath(
  new URL('../../../../tools/src/bin.ts', import.meta.url),
);

describe('an import that is stopped', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(
      `leaves nothing beside what was there: ${signal}`,
      {timeout: 60_000},
      async (t) => {
        const {path, folder} = await terminal(t);
        // A pipe whose writer never ends: the command waits for more.
        execFileSync('mkfifo', [path('in.csv')]);
        const child = spawn(
          process.execPath,
          [
            ...['--import', 'tsx', BIN, 'import', path('in.csv')],
            ...['--from', 'csv', '-o', path('out.json')],
          ],
          {stdio: 'ignore'},
        );
        t.after(() => child.kill('SIGKILL'));
        const ended = once(child, 'exit');
        const rows = createWriteStream(path('in.csv'));
        rows.on('error', () => undefined);
        rows.write(`name,summary\n${'x,y\n'.repeat(100_000)}`);
        while ((await readdir(folder)).length < 2) {
          t.signal.throwIfAborted();
          await setTimeout(20);
        }
        child.kill(signal);
        assert.deepEqual(await ended, [null, signal]);
        rows.destroy();
        assert.deepEqual(await readdir(folder), ['in.csv']);
      },
    );
  }
});
