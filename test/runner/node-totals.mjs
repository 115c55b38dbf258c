/**
 * A reporter of `node --test` that gives totals. A suite is not a test, and
 * neither is a file, except where it failed for a reason of its own.
 */
import {isAbsolute, relative} from 'node:path';
import {failureOf, noTotals} from './totals.mjs';

const isGroup = ({name, details}) =>
  details?.type === 'suite' || isAbsolute(name) || name.endsWith('.test.ts');

const failedByItself = ({details}) =>
  details?.error?.failureType !== 'subtestsFailed';

export default async function* nodeTotals(events) {
  const total = noTotals();
  for await (const {type, data} of events) {
    if (type === 'test:fail') {
      if (data.todo !== undefined) total.skipped += 1;
      else if (!isGroup(data) || failedByItself(data)) {
        total.failed += 1;
        const {file = '', name, details} = data;
        const {cause, message} = details?.error ?? {};
        total.failures.push(
          failureOf(
            relative('', file),
            name,
            String(cause?.message ?? cause ?? message),
          ),
        );
      }
    } else if (type === 'test:pass' && !isGroup(data)) {
      if (data.skip !== undefined || data.todo !== undefined)
        total.skipped += 1;
      else total.passed += 1;
    }
  }
  yield JSON.stringify({node: total});
}
