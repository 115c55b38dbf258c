/** Running programs: those of node_modules/.bin, and others. */
import {spawn} from 'node:child_process';
import {delimiter, join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The repository, absolute. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The compiler that builds; other versions of it, for tests, bring a `tsc` too. */
export const tsc = join(root, 'node_modules/typescript/bin/tsc');

const PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(
  delimiter,
);

/**
 * Runs a program, by default in the repository, and waits for its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{env?: Record<string, string>, cwd?: string, quiet?: boolean}} [options]
 *   `quiet` collects the output instead of showing it.
 * @returns {Promise<{code: number, output: string}>} `code` is 1 when the
 *   program cannot be started or is ended by a signal.
 */
export const run = (command, args, {env, cwd = root, quiet = false} = {}) =>
  new Promise((settle) => {
    const child = spawn(command, args, {
      cwd,
      env: {...process.env, PATH, ...env},
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.once('error', ({message}) =>
      settle({code: 1, output: `${output}${message}\n`}),
    );
    child.once('close', (code) => settle({code: code ?? 1, output}));
  });
