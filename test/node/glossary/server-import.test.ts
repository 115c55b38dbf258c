import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs a script in a Node of its own, where nothing has been imported yet. */
const run = (script: string): unknown =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', script],
      {cwd: root, encoding: 'utf8'},
    ),
  );

const modules = readdirSync(`${root}src`, {recursive: true, encoding: 'utf8'})
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

describe('on a server', () => {
  it('every module can be imported, and warns of nothing', () => {
    assert.equal(modules.length > 50, true);
    const report = run(`
      const failed = [], told = [];
      for (const level of ['log', 'warn', 'error']) {
        console[level] = (...parts) => told.push(parts.join(' '));
      }
      for (const file of ${JSON.stringify(modules)}) {
        try { await import('./src/' + file); }
        catch (error) { failed.push(file + ': ' + error); }
      }
      process.stdout.write(JSON.stringify({failed, told}));
    `);
    assert.deepEqual(report, {failed: [], told: []});
  });

  it('importing the package registers nothing and touches no page', () => {
    const report = run(`
      await import('lit'); // its stand-in for customElements is not ours
      const before = Object.keys(globalThis);
      const defined = [];
      const {define} = Object.getPrototypeOf(customElements);
      Object.getPrototypeOf(customElements).define = function (name, ...rest) {
        defined.push(name);
        return define.call(this, name, ...rest);
      };
      const all = await import('./src/index.ts');
      const classes = Object.keys(all).filter((name) => all[name]?.elementProperties);
      const added = Object.keys(globalThis).filter((name) => !before.includes(name));
      const index = [...defined];
      await import('./src/define/all.ts');
      process.stdout.write(JSON.stringify({index, added, classes: classes.length > 4, all: defined.length > 4}));
    `);
    // That the count sees registrations at all, define/all.ts shows.
    assert.deepEqual(report, {
      index: [],
      added: [],
      classes: true,
      all: true,
    });
  });
});
