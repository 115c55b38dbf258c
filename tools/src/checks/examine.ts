/** Finds what is wrong with the text of a glossary, or looks wrong. */
import {checkAddresses} from './addresses.js';
import {type CheckCode, CHECKS, type Finding} from './finding.js';
import {checkNames} from './names.js';
import {checkReferences} from './references.js';
import {
  examineGlossary,
  type Fault,
  faultText,
  pathText,
} from 'term-elements/glossary';
import {requireShallow} from '../files/json/depth.js';
import {LocatedJson} from '../files/json/located.js';

/** A finding with its place in the file. */
export interface PlacedFinding {
  readonly code: CheckCode;
  /** The keys that lead to it; empty where the text is not JSON. */
  readonly keys: readonly (string | number)[];
  readonly severity: Finding['severity'];
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Behind its last character. */
  readonly endLine: number;
  readonly endColumn: number;
  readonly path?: string;
  readonly message: string;
  readonly expected?: string;
  readonly received?: string;
}

/** All findings of a text, in the order of its lines. */
export const examine = (
  whole: string,
  file: string,
): readonly PlacedFinding[] => {
  const text = whole.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return syntaxFaults(new LocatedJson(text), file);
  }
  requireShallow(value, file);
  // Computing places is slow, and a glossary without findings needs none.
  let located: LocatedJson | undefined;
  const placed = () => (located ??= new LocatedJson(text));
  const {faults, nearMisses} = examineGlossary(value);
  return [
    ...faults.map(faultFinding('format')),
    ...nearMisses.map(faultFinding('unknown-property')),
    ...checkReferences(value),
    ...checkNames(value),
    ...checkAddresses(value),
  ]
    .map(({keys, name, ...finding}) => {
      const {start, end} = placed().range(keys, {key: name ?? false});
      return {
        ...finding,
        file,
        keys,
        path: pathText(keys),
        message: `${pathText(keys)}: ${finding.message}`,
        ...start,
        endLine: end.line,
        endColumn: end.column,
      };
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
};

const faultFinding =
  (code: CheckCode) =>
  (fault: Fault): Finding => ({
    code,
    severity: CHECKS[code].severity,
    keys: fault.keys,
    message: faultText(fault).slice(fault.path.length + 2),
    expected: fault.expected,
    received: fault.received,
    name: code === 'unknown-property',
  });

const syntaxFaults = (
  located: LocatedJson,
  file: string,
): readonly PlacedFinding[] => {
  const faults = located.faults.map((fault): PlacedFinding => ({
    code: 'syntax',
    severity: 'error',
    file,
    keys: [],
    ...fault,
    endLine: fault.line,
    endColumn: fault.column,
  }));
  const unexplained: PlacedFinding = {
    code: 'syntax',
    severity: 'error',
    file,
    keys: [],
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    message: 'expected JSON',
  };
  // One slip causes many faults; those after the first few are rarely real.
  return faults.length ? faults.slice(0, 5) : [unexplained];
};
