import type {Finding} from '../finding.js';
import {fixOf} from '../rules/index.js';
import {errorsOf, type Extent} from './text.js';

/** For programs: everything that is known, places flat as editors want them. */
export const jsonOf = (
  findings: readonly Finding[],
  {documents}: Extent,
): string => {
  const errors = errorsOf(findings);
  const reported = findings.map(
    ({rule, severity, file, start, end, message, help, path}) => ({
      rule,
      severity,
      file,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      message,
      help: help ?? fixOf(rule),
      path,
    }),
  );
  return `${JSON.stringify(
    {documents, errors, warnings: findings.length - errors, findings: reported},
    null,
    2,
  )}\n`;
};
