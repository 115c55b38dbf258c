import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {existsSync, readdirSync, rmSync} from 'node:fs';
import {it} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {build as bundle} from 'esbuild';
import {terminal} from '../support/terminal.js';
import {glossaryOf, Served} from './folder.js';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));

/** The command in one file, since a process that compiles it first takes longer to start than to build. */
const bundled = (outfile: string) =>
  bundle({
    stdin: {
      contents: `
        import {buildCommand} from './tools/src/commands/build.js';
        const io = {stdout() {}, stderr() {}, colors: false};
        process.exitCode = await buildCommand.run(process.argv.slice(2), io);
      `,
      resolveDir: ROOT,
      loader: 'js',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    tsconfig: `${ROOT}tsconfig.json`,
  });

const KILLS = 18;
const COUNT = 1500;

/** Which glossary a folder serves, all of it read; `undefined` for none. */
const versionOf = (folder: string): string | undefined => {
  if (!existsSync(`${folder}/manifest.json`)) return undefined;
  const served = new Served(folder);
  const terms = served.all().terms as {term: {summary: string}}[];
  assert.equal(terms.length, COUNT);
  const versions = new Set(terms.map(({term}) => term.summary.split(':')[0]));
  versions.add(served.manifest.glossary.name.split(' ')[1]);
  assert.equal(versions.size, 1);
  return [...versions][0];
};

it('a build that is killed leaves the old glossary or the new one', async (t) => {
  const place = await terminal(t);
  const output = place.path('out');
  const command = place.path('build.mjs');
  await bundled(command);
  /** Not that there is what another one has left. */
  const isWriting = (id: number | undefined) =>
    existsSync(output) &&
    readdirSync(output).some((name) =>
      name.startsWith(`.term-elements-${id}-`),
    );

  /** Builds a version in a process of its own; kills it so long after it has begun to write. */
  const build = async (version: string, life?: number) => {
    const input = place.path(`${version}.json`);
    await place.write(
      `${version}.json`,
      JSON.stringify(glossaryOf(COUNT, version)),
    );
    const child = spawn(
      process.execPath,
      [command, input, '-o', output, '--quiet'],
      {stdio: 'ignore'},
    );
    const ended = new Promise<NodeJS.Signals | null>((resolve) => {
      child.on('exit', (_, signal) => resolve(signal));
    });
    while (!isWriting(child.pid) && child.exitCode === null) await sleep(2);
    const began = performance.now();
    if (life !== undefined) {
      await sleep(life);
      child.kill('SIGKILL');
    }
    return {signal: await ended, took: performance.now() - began};
  };

  // How long one takes here and now, so that the kills fall inside others.
  const {took} = await build('v0');
  let serves = versionOf(output);
  assert.equal(serves, 'v0');
  let kills = 0;
  for (let number = 1; kills < KILLS && number < KILLS * 4; number++) {
    const version = `v${number}`;
    const before = serves;
    // Every third is a first build, into a folder that is new.
    if (number % 3 === 0) {
      rmSync(output, {recursive: true, force: true});
      serves = undefined;
    }
    const {signal} = await build(version, Math.random() * took);
    if (signal === 'SIGKILL') kills++;
    const now = versionOf(output);
    assert.ok(
      now === version || now === serves,
      `${now} after ${version} over ${before}`,
    );
    serves = now;
  }
  assert.ok(kills >= KILLS, `${kills} builds were killed in time`);

  // The next one cleans up, and its result is the same.
  assert.equal((await build('last')).signal, null);
  assert.equal(versionOf(output), 'last');
  assert.deepEqual(readdirSync(output).sort(), ['files', 'manifest.json']);
});
