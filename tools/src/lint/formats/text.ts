import {stylesOf} from '../../terminal/styles.js';
import type {Finding} from '../finding.js';

/** How much was linted, for the last line. */
export interface Extent {
  readonly documents: number;
}

export const countOf = (number: number, noun: string): string =>
  `${number ? number.toLocaleString('en') : 'no'} ${noun}${number === 1 ? '' : 's'}`;

export const errorsOf = (findings: readonly Finding[]): number =>
  findings.filter(({severity}) => severity === 'error').length;

/** `docs: 2 errors, 1 warning in 12 documents` without its beginning. */
export const summaryText = (
  findings: readonly Finding[],
  {documents}: Extent,
): string => {
  const errors = errorsOf(findings);
  const warnings = findings.length - errors;
  return `${countOf(errors, 'error')}, ${countOf(warnings, 'warning')} in ${countOf(documents, 'document')}`;
};

/** For people: the findings of each file below its name, in columns. */
export const textOf = (
  findings: readonly Finding[],
  {colors}: {readonly colors: boolean},
): string => {
  const {underline, dim, red, yellow} = stylesOf(colors);
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = files.get(finding.file);
    if (own) own.push(finding);
    else files.set(finding.file, [finding]);
  }
  let text = '';
  for (const [file, own] of files) {
    const places = own.map(({start}) => `${start.line}:${start.column}`);
    const width = Math.max(...places.map(({length}) => length));
    text += `${underline(file)}\n`;
    for (const [index, {severity, message, help, rule}] of own.entries()) {
      const mark = severity === 'error' ? red : yellow;
      const place = places[index]!.padStart(width);
      const more = help ? `. ${dim(help)}` : '';
      text += `  ${place}  ${mark(severity.padEnd(7))}  ${message}${more}  ${dim(rule)}\n`;
    }
    text += '\n';
  }
  return text;
};
