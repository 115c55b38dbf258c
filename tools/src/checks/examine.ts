/** What is wrong with the text of a glossary, or looks it. */
import {checkAddresses} from './addresses.js';
import type {Finding} from './finding.js';
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

/** A finding as it is told. */
export interface Told {
  /** The keys that lead to it; none where the text is no JSON. */
  readonly keys: readonly (string | number)[];
  readonly severity: Finding['severity'];
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path?: string;
  readonly message: string;
  readonly expected?: string;
  readonly received?: string;
}

/** Everything there is to say about a text, in the order of its lines. */
export const examine = (whole: string, file: string): readonly Told[] => {
  const text = whole.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return syntaxFaults(new LocatedJson(text), file);
  }
  requireShallow(value, file);
  // Places are looked for where there is something to tell: it takes long.
  let located: LocatedJson | undefined;
  const placed = () => (located ??= new LocatedJson(text));
  const {faults, nearMisses} = examineGlossary(value);
  return [
    ...faults.map(faultFinding('error')),
    ...nearMisses.map(faultFinding('warning')),
    ...checkReferences(value),
    ...checkNames(value),
    ...checkAddresses(value),
  ]
    .map(({keys, name, ...finding}) => ({
      ...finding,
      file,
      keys,
      path: pathText(keys),
      message: `${pathText(keys)}: ${finding.message}`,
      ...placed().place(keys, {key: name ?? false}),
    }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
};

const faultFinding =
  (severity: Finding['severity']) =>
  (fault: Fault): Finding => ({
    severity,
    keys: fault.keys,
    message: faultText(fault).slice(fault.path.length + 2),
    expected: fault.expected,
    received: fault.received,
    name: severity === 'warning',
  });

const syntaxFaults = (located: LocatedJson, file: string): readonly Told[] => {
  const faults = located.faults.map((fault): Told => ({
    severity: 'error',
    file,
    keys: [],
    ...fault,
  }));
  const none: Told = {
    severity: 'error',
    file,
    keys: [],
    line: 1,
    column: 1,
    message: 'expected JSON',
  };
  // One slip is often told many times over; what follows the first is rarely one.
  return faults.length ? faults.slice(0, 5) : [none];
};
