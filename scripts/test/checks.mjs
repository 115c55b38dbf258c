/** What is checked without running a test: form, types, build and package. */
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {noTotals} from '../../test/runner/totals.mjs';
import {pack} from '../pack.mjs';
import {root, run, tsc} from '../run.mjs';

/**
 * Runs programs in parallel and shows the output of those that fail. They are
 * no tests: only their failures count.
 */
const check = async (checks) => {
  const total = noTotals();
  const runs = checks.map(async ([name, command, ...args]) => {
    const start = Date.now();
    const {code, output} = await run(command, args, {quiet: true});
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    console.log(`${code ? '✗' : '✓'} ${name} (${seconds} s)`);
    if (code === 0) return;
    total.failed += 1;
    total.failures.push(`${name}, shown above`);
    console.log(output.trimEnd());
  });
  await Promise.all(runs);
  return total;
};

export const runChecks = async () => ({
  checks: await check([
    ['prettier', 'prettier', '--check', '--log-level=warn', '.'],
    ['eslint', 'eslint', '--max-warnings=0', '.'],
    ['tsc', process.execPath, tsc, '--noEmit'],
  ]),
});

export const runBuild = async () => ({
  build: await check([['build', process.execPath, 'scripts/build.mjs']]),
});

/** Looks at the packages as they would be published. */
export const runPackageChecks = async () => {
  if (!existsSync(join(root, 'tools/dist/bin.js'))) {
    console.error('dist/ is missing: run the build first.');
    return {package: {...noTotals(), failed: 1}};
  }
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  try {
    const tarballs = Object.entries(await pack(folder));
    return {
      package: await check([
        ...tarballs.flatMap(([name, path]) => [
          [`publint ${name}`, 'publint', 'run', path, '--strict'],
          // prettier-ignore
          [`types of ${name}`, 'attw', path, '--config-path', 'scripts/attw.json'],
        ]),
        ['knip', 'knip', '--no-progress'],
        ['size', 'size-limit'],
        // It imports the package, so it is checked when that is built.
        [
          'demo/exchange',
          process.execPath,
          tsc,
          '--noEmit',
          '--project',
          'demo/exchange',
        ],
      ]),
    };
  } catch ({message}) {
    console.error(message);
    return {package: {...noTotals(), failed: 1}};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
};
