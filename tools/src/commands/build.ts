import {lstatSync} from 'node:fs';
import {count} from '../terminal/count.js';
import {stylesOf} from '../terminal/styles.js';
import {readArguments} from '../terminal/arguments.js';
import {buildGlossary, type Result} from '../build/build-glossary.js';
import {OutputFolder, UNCHANGED} from '../build/output-folder.js';
import {Progress} from '../terminal/progress.js';
import type {PlacedFault} from '../build/read-input.js';
import {CommandError, reasonOf} from '../terminal/errors.js';
import {type Command, EXIT, type Io} from '../terminal/io.js';

const HELP = `term-elements build glossary.json -o out/

Cuts a glossary of any size into small files, for a web server or object
storage: a page loads manifest.json and the few files with the terms it names.
The files in files/ never change and can be cached for ever; manifest.json is
the only one that does.

The folder serves the previous glossary until the new one is complete. What a
build does not change is not written again, and the files of the previous
glossary stay for one more build.

Options
  -o, --output FOLDER  where to write (required): empty, or built before
      --json           report in JSON what was written
  -q, --quiet          no progress and no warnings
  -h, --help           show this

Example
  term-elements build glossary.json -o out/
`;

export const buildCommand: Command = {help: HELP, run};

/** Warnings that are shown; the others are counted. */
const SHOWN = 10;

async function run(args: readonly string[], io: Io) {
  const {file, output, isQuiet, isJson} = read(args);
  const started = performance.now();
  const progress = new Progress(io, isQuiet);
  const warnings: PlacedFault[] = [];
  let moreWarnings = 0;
  const folder = new OutputFolder(output);
  try {
    const result = await buildGlossary(file, folder, {
      progress: (phase, part) => progress.show(phase, part),
      warning: (warning) =>
        warnings.length < SHOWN
          ? void warnings.push(warning)
          : void moreWarnings++,
    });
    progress.end();
    const isDone = !('faults' in result);
    const errors = isDone ? [] : result.faults;
    const report: Report = {
      file,
      errors,
      moreErrors: isDone ? 0 : result.count - errors.length,
      warnings: inOrder(warnings),
      moreWarnings,
    };
    const seconds = (performance.now() - started) / 1000;
    if (isJson) writeJson(report, result, output, io);
    else writeText(report, result, {output, isQuiet, seconds}, io);
    return isDone ? EXIT.done : EXIT.findings;
  } catch (error) {
    throw asCommandError(error, output);
  } finally {
    progress.end();
    folder.close();
  }
}

/** What was found in the input; of many only the first are listed. */
interface Report {
  readonly file: string;
  readonly errors: readonly PlacedFault[];
  readonly moreErrors: number;
  readonly warnings: readonly PlacedFault[];
  readonly moreWarnings: number;
}

const writeJson = (report: Report, result: Result, output: string, io: Io) => {
  const written =
    'faults' in result
      ? {written: null}
      : {written: output, terms: result.terms, ...result.written};
  io.stdout(`${JSON.stringify({...written, ...report}, null, 2)}\n`);
};

const writeText = (
  {file, errors, moreErrors, warnings, moreWarnings}: Report,
  result: Result,
  {
    output,
    isQuiet,
    seconds,
  }: {
    readonly output: string;
    readonly isQuiet: boolean;
    readonly seconds: number;
  },
  io: Io,
) => {
  const {red, yellow} = stylesOf(io.colors);
  const list = (mark: string, faults: readonly PlacedFault[], more: number) => {
    for (const {line, column, message} of faults)
      io.stderr(`${file}:${line}:${column}: ${mark} ${message}\n`);
    if (more) io.stderr(`and ${count(more)} more\n`);
  };
  list(red('error:'), errors, moreErrors);
  if ('faults' in result) {
    io.stdout(`${file}: nothing was written\n`);
    return;
  }
  if (!isQuiet) list(yellow('warning:'), warnings, moreWarnings);
  const {terms, written} = result;
  io.stdout(
    `${output}: ${count(terms, 'term')} in ${count(written.files, 'file')}, ${size(written.bytes)}; ${count(written.changed)} of ${count(written.files, 'file')} written in ${seconds.toFixed(1)} s\n`,
  );
};

const read = (args: readonly string[]) => {
  const {files, values, flags} = readArguments('build', args, {
    output: {type: 'string', short: 'o'},
    json: {type: 'boolean'},
    quiet: {type: 'boolean', short: 'q'},
  });
  const [file, ...others] = files;
  if (file === undefined || others.length) {
    throw new CommandError(
      `expected one glossary, received ${files.length || 'none'}`,
      'Example: term-elements build glossary.json -o out/',
    );
  }
  const output = values.get('output');
  if (output === undefined) {
    throw new CommandError(
      'expected a folder to write to, received none',
      `Example: term-elements build ${file} -o out/`,
    );
  }
  requireFile(file);
  return {
    file,
    output,
    isQuiet: flags.has('quiet'),
    isJson: flags.has('json'),
  };
};

/** Before anything is made in the output folder. */
const requireFile = (file: string): void => {
  const found = lstatSync(file, {throwIfNoEntry: false});
  if (!found) {
    throw new CommandError(
      `cannot read ${file}: there is no such file`,
      'Paths are taken from the current folder.',
    );
  }
  if (found.isDirectory()) {
    throw new CommandError(
      `cannot read ${file}: it is a folder`,
      'Name the glossary document itself.',
    );
  }
};

/** A disk that is full, a folder that may not be written to. */
const asCommandError = (error: unknown, output: string): unknown => {
  if (error instanceof CommandError) return error;
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  return new CommandError(
    `cannot write to ${output}: ${reasonOf(error)}`,
    UNCHANGED,
  );
};

const inOrder = (faults: readonly PlacedFault[]) =>
  [...faults].sort((a, b) => a.line - b.line || a.column - b.column);

const size = (bytes: number): string =>
  bytes < 1e6
    ? `${(bytes / 1e3).toFixed(1)} kB`
    : `${(bytes / 1e6).toFixed(1)} MB`;
