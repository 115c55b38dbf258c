/**
 * Everything that must hold, in the order in which it is cheap to know.
 *
 *   npm test                               all of it
 *   npm test -- --only=browser             stages: checks build package node browser
 *   npm test -- --only=node,browser --files=glossary
 *                                          test files whose path contains this
 *   npm test -- --engine=chromium          one engine, or several with commas
 *   npm test -- --grep="keeps the markup"  tests whose name contains this
 *
 * Engines that are not installed are skipped, and named. With --ci, which
 * `npm run verify` and CI use, or CI=true in the environment, all three have to
 * be there, and are installed if need be. The last line is
 * "N passed, N failed"; a stage that fails counts as a failure.
 */
import {parseArgs} from 'node:util';
import {ensureGlossary} from './glossary/ensure.mjs';
import {runBrowserTests} from './test/browser.mjs';
import {runBuild, runChecks, runPackageChecks} from './test/checks.mjs';
import {runNodeTests} from './test/node.mjs';

const stages = {
  checks: runChecks,
  build: runBuild,
  package: runPackageChecks,
  node: runNodeTests,
  browser: runBrowserTests,
};

const list = (text) => text?.split(',').filter(Boolean);

const {values} = parseArgs({
  options: {
    only: {type: 'string'},
    engine: {type: 'string'},
    files: {type: 'string'},
    grep: {type: 'string'},
    ci: {type: 'boolean'},
  },
});
if (values.ci) process.env.CI = 'true';
const only = list(values.only) ?? Object.keys(stages);
const options = {
  engines: list(values.engine),
  files: values.files,
  grep: values.grep,
};

const unknown = only.filter((name) => !Object.hasOwn(stages, name));
if (unknown.length) {
  console.error(`No stage ${unknown}. Stages: ${Object.keys(stages)}`);
  process.exit(2);
}

ensureGlossary();

/** Names and totals of everything that ran. */
const results = [];
for (const [name, stage] of Object.entries(stages)) {
  if (!only.includes(name)) continue;
  console.log(`\n── ${name}`);
  results.push(...Object.entries(await stage(options)));
}

const sum = (key) => results.reduce((total, [, {[key]: n}]) => total + n, 0);

const failures = results.flatMap(([name, {failures = []}]) =>
  failures.map((failure) => `${name}: ${failure}`),
);
// Once more at the end, where a log that was cut still has them.
if (failures.length) console.log('\n── failed', `\n${failures.join('\n\n')}`);

console.log('\n── totals');
for (const [name, {passed, failed, skipped}] of results) {
  const also = skipped ? `, ${skipped} skipped` : '';
  // Checks are no tests: they have failures, or nothing to count.
  const text =
    passed || failed || skipped
      ? `${passed} passed, ${failed} failed${also}`
      : 'ok';
  console.log(`${name.padEnd(10)} ${text}`);
}
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
