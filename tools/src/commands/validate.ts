import {stylesOf} from '../terminal/styles.js';
import {readArguments} from '../terminal/arguments.js';
import {CommandError} from '../terminal/errors.js';
import {examine} from '../checks/examine.js';
import {type Command, EXIT, type Io} from '../terminal/io.js';

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

export const validateCommand: Command = {help: HELP, run};

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
  const found = examine(await io.files.read(file), file).map(
    ({keys: _, ...told}) => told,
  );
  const errors = found.filter(({severity}) => severity === 'error').length;
  const warnings = found.length - errors;
  if (flags.has('json')) {
    const told = {file, errors, warnings, findings: found};
    io.stdout(`${JSON.stringify(told, null, 2)}\n`);
  } else {
    const {red, yellow} = stylesOf(io.colors);
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
