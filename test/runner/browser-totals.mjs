import {relative} from 'node:path';
import {failureOf, noTotals, writeTotals} from './totals.mjs';

const testsOf = (suite) => [
  ...(suite?.tests ?? []),
  ...(suite?.suites ?? []).flatMap(testsOf),
];

/**
 * A reporter of `@web/test-runner` that writes totals by engine. A file that
 * failed without a failing test (it did not load, or timed out) counts as one.
 */
export const browserTotals = (path) => ({
  onTestRunFinished({sessions}) {
    const totals = {};
    for (const {browser, testFile, testResults, passed, errors} of sessions) {
      const total = (totals[browser.name] ??= noTotals());
      const tests = testsOf(testResults);
      // What `--grep` leaves out has neither passed nor failed.
      const ran = tests.filter((t) => !t.skipped && (t.passed || t.error));
      const failed = ran.filter((test) => !test.passed);
      total.skipped += tests.length - ran.length;
      total.passed += ran.length - failed.length;
      const hasRun = passed || (ran.length > 0 && !errors?.length);
      total.failed += failed.length || (hasRun ? 0 : 1);
      const file = relative('', testFile ?? '');
      total.failures.push(
        ...failed.map(({name, error}) => failureOf(file, name, error?.message)),
        ...(failed.length || hasRun
          ? []
          : [failureOf(file, 'the whole file', errors?.[0]?.message)]),
      );
    }
    writeTotals(path, totals);
  },
});
