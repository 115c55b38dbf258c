import pc from 'picocolors';
import {checkAddresses} from '../checks/addresses.js';
import type {Finding} from '../checks/finding.js';
import {checkNames} from '../checks/names.js';
import {checkReferences} from '../checks/references.js';
import {type Fault, faultText, pathText} from '../glossary/errors.js';
import {examineGlossary} from '../glossary/parse.js';
import {readArguments} from './arguments.js';
import {CommandError} from './errors.js';
import {type Command, EXIT, type Io} from './io.js';
import {requireShallow} from './json/depth.js';
import {LocatedJson} from './json/located.js';

const HELP = `term-elements validate glossary.json

Checks a glossary: against the format, and what the format cannot say, such as
ids that name nothing. Exits with 0 where there are no errors, with 1 where
there are.

Options
      --json  tell in JSON what was found
  -h, --help  show this

Example
  term-elements validate glossary.json
`;

export const validateCommand: Command = {
  summary: 'check a glossary',
  help: HELP,
  run,
};

/** A finding as it is told. */
interface Told {
  readonly severity: Finding['severity'];
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path?: string;
  readonly message: string;
  readonly expected?: string;
  readonly received?: string;
}

async function run(args: readonly string[], io: Io) {
  const {files, flags} = readArguments('validate', args, {
    json: {type: 'boolean'},
  });
  const [file, ...others] = files;
  if (file === undefined || others.length) {
    throw new CommandError(
      `expected one glossary, received ${files.length || 'none'}`,
      'Example: term-elements validate glossary.json',
    );
  }
  const found = examine(await io.files.read(file), file);
  const errors = found.filter(({severity}) => severity === 'error').length;
  const warnings = found.length - errors;
  if (flags.has('json')) {
    const told = {file, errors, warnings, findings: found};
    io.stdout(`${JSON.stringify(told, null, 2)}\n`);
  } else {
    const {red, yellow} = pc.createColors(io.colors);
    for (const {severity, line, column, message} of found) {
      const mark = severity === 'error' ? red : yellow;
      io.stderr(
        `${file}:${line}:${column}: ${mark(`${severity}:`)} ${message}\n`,
      );
    }
    io.stdout(`${file}: ${summary(errors, warnings)}\n`);
  }
  return errors ? EXIT.findings : EXIT.done;
}

const summary = (errors: number, warnings: number) => {
  const count = (number: number, noun: string) =>
    `${number || 'no'} ${noun}${number === 1 ? '' : 's'}`;
  return `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
};

/** Everything there is to say about a text, in the order of its lines. */
const examine = (whole: string, file: string): readonly Told[] => {
  const text = whole.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return syntaxFaults(new LocatedJson(text), file);
  }
  requireShallow(value, file);
  const located = new LocatedJson(text);
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
      path: pathText(keys),
      message: `${pathText(keys)}: ${finding.message}`,
      ...located.place(keys, {key: name ?? false}),
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
    ...fault,
  }));
  const none: Told = {
    severity: 'error',
    file,
    line: 1,
    column: 1,
    message: 'expected JSON',
  };
  // One slip is often told many times over; what follows the first is rarely one.
  return faults.length ? faults.slice(0, 5) : [none];
};
