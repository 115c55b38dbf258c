import {examine, type PlacedFinding} from '../checks/examine.js';
import {CHECKS} from '../checks/finding.js';
import {readArguments} from '../terminal/arguments.js';
import {CommandError} from '../terminal/errors.js';
import {type Command, EXIT, type Io} from '../terminal/io.js';
import {reportFormatOf} from '../terminal/report-format.js';
import {stylesOf} from '../terminal/styles.js';

const HELP = `term-elements validate glossary.json

Checks a glossary: against the format, and what the format cannot say, such as
ids that name nothing. Exits with 0 where there are no errors, with 1 where
there are.

Options
      --format FORMAT  text (default), json or sarif
      --json           short for --format json
  -h, --help           show this

Example
  term-elements validate glossary.json
`;

export const validateCommand: Command = {help: HELP, run};

async function run(args: readonly string[], io: Io) {
  const read = readArguments('validate', args, {
    format: {type: 'string'},
    json: {type: 'boolean'},
  });
  const format = reportFormatOf(read);
  const [file, ...others] = read.files;
  if (file === undefined || others.length) {
    throw new CommandError(
      `expected one glossary, received ${read.files.length || 'none'}`,
      'Example: term-elements validate glossary.json',
    );
  }
  const findings = examine(await io.files.read(file), file);
  const errors = findings.filter(({severity}) => severity === 'error').length;
  const warnings = findings.length - errors;
  if (format === 'json') {
    const report = {
      file,
      errors,
      warnings,
      findings: findings.map(({keys: _, ...finding}) => finding),
    };
    io.stdout(`${JSON.stringify(report, null, 2)}\n`);
  } else if (format === 'sarif') {
    io.stdout(await sarifOf(findings, io));
  } else {
    const {red, yellow} = stylesOf(io.colors);
    for (const {severity, line, column, message} of findings) {
      const mark = severity === 'error' ? red : yellow;
      io.stderr(
        `${file}:${line}:${column}: ${mark(`${severity}:`)} ${message}\n`,
      );
    }
    io.stdout(`${file}: ${summary(errors, warnings)}\n`);
  }
  return errors ? EXIT.findings : EXIT.done;
}

const sarifOf = async (findings: readonly PlacedFinding[], {version}: Io) => {
  const {sarifText} = await import('../terminal/sarif.js');
  return sarifText(
    findings.map(({code, line, column, endLine, endColumn, ...finding}) => ({
      ...finding,
      rule: code,
      start: {line, column},
      end: {line: endLine, column: endColumn},
    })),
    {
      version,
      rules: Object.entries(CHECKS).map(([id, {title, severity}]) => ({
        id,
        shortDescription: {text: `${title}.`},
        defaultConfiguration: {level: severity},
      })),
    },
  );
};

const summary = (errors: number, warnings: number) => {
  const count = (number: number, noun: string) =>
    `${number || 'no'} ${noun}${number === 1 ? '' : 's'}`;
  return `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
};
