#!/usr/bin/env node
import {readFileSync} from 'node:fs';
import {nodeFiles} from './files/files.js';
import {main} from './main.js';

const {version} = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as {version: string};

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  files: nodeFiles(),
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  colors: process.stderr.isTTY && process.stderr.hasColors(),
  isTerminal: process.stderr.isTTY,
  version,
});
