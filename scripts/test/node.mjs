/** Tests that need no browser: test/node. */
import {mkdtempSync, rmSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import {noTotals, readTotals} from '../../test/runner/totals.mjs';
import {run} from '../run.mjs';
import {testFiles} from './files.mjs';

/** @param {{files?: string, grep?: string}} options */
export const runNodeTests = async ({files, grep}) => {
  const found = testFiles(['test/node'], files);
  if (found.length === 0) {
    console.log('No test files.');
    return {};
  }
  const folder = mkdtempSync(join(tmpdir(), 'totals-'));
  const path = join(folder, 'node.json');
  try {
    const {code} = await run(process.execPath, [
      ...['--import', 'tsx', '--test'],
      // By default one core is left idle, of two.
      `--test-concurrency=${availableParallelism()}`,
      ...(grep ? [`--test-name-pattern=${grep}`] : []),
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      '--test-reporter=./test/runner/node-totals.mjs',
      `--test-reporter-destination=${path}`,
      ...found,
    ]);
    const {node = noTotals()} = readTotals(path) ?? {};
    if (code !== 0 && node.failed === 0) node.failed = 1;
    return {node};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
};
