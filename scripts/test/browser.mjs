/** Tests in real engines: test/browser. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {
  canInstall,
  engineNames,
  findEngines,
  install,
  installCommand,
} from '../../test/runner/engines.mjs';
import {noTotals, readTotals} from '../../test/runner/totals.mjs';
import {run} from '../run.mjs';
import {testFiles} from './files.mjs';

const failure = () => ({...noTotals(), failed: 1});

/** @param {{engines?: string[], files?: string, grep?: string}} options */
export const runBrowserTests = async ({engines, files, grep}) => {
  const found = testFiles(['test/browser'], files);
  if (found.length === 0) {
    console.log('No test files.');
    return {};
  }
  const {present, absent} = provide(engines);
  const results = Object.fromEntries(absent.map((name) => [name, failure()]));
  if (present.length === 0) return results;

  const folder = mkdtempSync(join(tmpdir(), 'totals-'));
  const path = join(folder, 'browser.json');
  try {
    const {code} = await run(
      'web-test-runner',
      files === undefined ? [] : ['--files', ...found],
      {
        env: {
          ENGINES: present.join(),
          TOTALS: path,
          ...(grep && {TEST_GREP: grep}),
        },
      },
    );
    const totals = readTotals(path) ?? {};
    Object.assign(results, totals);
    const failed = Object.values(totals).some(({failed}) => failed > 0);
    // The runner takes tests that a filter leaves out for failed ones.
    if (code !== 0 && !failed && !grep) results.browser = failure();
    return results;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
};

/**
 * Decides which engines to test in, and installs those that have to be there:
 * the ones that were asked for, all of them in CI, else any one.
 *
 * @param {string[]} [named] Engines that were asked for.
 * @returns {{present: string[], absent: string[]}} `absent` ones are required.
 */
const provide = (named) => {
  const wanted = named ?? engineNames;
  let found = findEngines();
  const lacking = () =>
    wanted.filter((name) => found[name]?.missing.length !== 0);
  const required = () =>
    named || process.env.CI === 'true'
      ? lacking()
      : lacking().length === wanted.length
        ? ['chromium']
        : [];

  const packagesOf = (names) => [
    ...new Set(names.flatMap((name) => found[name]?.missing ?? [])),
  ];
  const packages = packagesOf(required());
  if (packages.length && canInstall()) {
    install(packages);
    found = findEngines();
  }

  const absent = required();
  for (const name of lacking()) {
    const how = found[name]
      ? `is not installed. On Debian or Ubuntu: ${installCommand(found[name].missing)}`
      : `is no engine. Engines: ${engineNames.join(', ')}`;
    const report = absent.includes(name) ? console.error : console.warn;
    report(`${absent.includes(name) ? 'MISSING' : 'SKIPPED'}: ${name} ${how}`);
  }
  return {
    present: wanted.filter((name) => !lacking().includes(name)),
    absent,
  };
};
