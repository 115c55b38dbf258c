import assert from 'node:assert/strict';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {nodeFiles} from '../../../tools/src/files/files.js';
import {main} from '../../../tools/src/main.js';
import {fixture} from './support/terminal.js';

const GLOSSARY = {
  format: 1,
  name: 'Words',
  terms: [{id: 'gas', name: 'Gas', summary: 'What work costs.'}],
  areas: [
    {
      id: 'margin',
      name: 'Margin',
      resources: [{number: 2, terms: ['gas']}],
    },
  ],
};

/** What the examples name, as far as it is an input. */
const FILES = {
  'glossary.json': JSON.stringify(GLOSSARY),
  'words.csv': 'word,meaning\nGas,What work costs.\n',
  'docs/a.md': 'Gas is paid first.\n',
  'docs/b.md': 'Nothing is free.\n',
  'site/index.html': '<!doctype html><title>x</title><p>No elements here.',
};

const run = async (args: readonly string[]) => {
  let [stdout, stderr] = ['', ''];
  const code = await main(args, {
    files: nodeFiles(),
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    colors: false,
    version: '1.2.3',
  });
  return {code, stdout, stderr};
};

/** The lines of an example, as words without their quotes: double ones, which `cmd` takes off, too. */
const examplesOf = (help: string): readonly (readonly string[])[] =>
  (/\nExamples?\n([\s\S]*)$/.exec(help)?.[1] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('  term-elements '))
    .map((line) =>
      line
        .trim()
        .split(/\s+/)
        .slice(1)
        .map((word) => word.replaceAll('"', '')),
    );

/** Commands, without those that run until they are ended. */
const COMMANDS = [
  'import',
  'export',
  'validate',
  'check',
  'lint',
  'link',
  'build',
  'prerender',
];

describe('the examples of the help', () => {
  for (const command of COMMANDS) {
    it(`work: ${command}`, async (t) => {
      const folder = mkdtempSync(join(tmpdir(), 'help-'));
      const before = process.cwd();
      t.after(() => {
        process.chdir(before);
        rmSync(folder, {recursive: true, force: true});
      });
      const {stdout: help} = await run([command, '--help']);
      const examples = examplesOf(help);
      assert.notEqual(examples.length, 0);
      for (const [index, example] of examples.entries()) {
        const place = join(folder, String(index));
        for (const [name, text] of Object.entries(FILES)) {
          mkdirSync(dirname(join(place, name)), {recursive: true});
          writeFileSync(join(place, name), text);
        }
        mkdirSync(join(place, 'pages'));
        if (command === 'import')
          copyFileSync(fixture('newer.md'), join(place, 'pages/a.md'));
        process.chdir(place);
        const {code, stdout, stderr} = await run(example);
        assert.equal(code, 0, `${example.join(' ')}\n${stderr}`);
        // Without -o the result of an export is on standard output already.
        if (command !== 'export' || example.includes('-o')) {
          const json = await run([...example, '--json']);
          assert.equal(json.code, 0, json.stderr);
          assert.equal(typeof JSON.parse(json.stdout), 'object');
        }
        // One that writes its result to standard output says no more.
        if (example.includes('-o') || !/^(?:export|link)$/.test(command))
          assert.match(stdout, /\S.*\n$/, example.join(' '));
      }
    });
  }

  it('are in the help of every command', async () => {
    const {stdout} = await run(['--help']);
    const names = [...stdout.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(
      ([, name]) => name!,
    );
    assert.deepEqual(names.toSorted(), [...COMMANDS, 'dev', 'mcp'].toSorted());
    for (const name of names)
      assert.notEqual(
        examplesOf((await run([name, '--help'])).stdout).length,
        0,
      );
  });
});
