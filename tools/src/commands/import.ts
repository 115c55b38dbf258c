import {count} from '../terminal/count.js';
import {stylesOf} from '../terminal/styles.js';
import {type Arguments, readArguments} from '../terminal/arguments.js';
import {CommandError} from '../terminal/errors.js';
import {IMPORT_FORMATS} from '../formats/import-formats.js';
import {importEntries} from '../import/import-entries.js';
import {PAGE, type PlacedInput, placedInputs} from '../import/inputs.js';
import {importPages, type ImportResult} from '../import/import-pages.js';
import {watchedInputs} from '../import/watched-inputs.js';
import {type Command, EXIT, type ExitCode, type Io} from '../terminal/io.js';
import {Progress} from '../terminal/progress.js';
import {noteText, Report} from '../terminal/report.js';
import {warningText} from '../terminal/warning.js';

const HELP = `term-elements import INPUT… -o glossary.json

Reads glossaries from where they live into one document: files, folders, or
patterns in quotes. Importing into a glossary that exists changes only what
the inputs state differently; what an input has and the format cannot represent,
and what was guessed, is reported with file and line.

Formats (detected for each input, unless --from names one)
${[
  {
    name: PAGE,
    title: 'published area, term and definition pages, Markdown or HTML',
  },
  ...IMPORT_FORMATS,
]
  .map(({name, title}) => `  ${name.padEnd(10)}${title}`)
  .join('\n')}

Options
  -o, --output FILE      the glossary to write, or to bring up to date
      --from FORMAT      the format of all inputs
      --map NAME=THEIRS  what the inputs call a property; may be given again
      --language TAG     language of the texts, where the inputs do not say
      --fetch            allow inputs that are http(s) addresses
      --strict           exit with 1 if anything was dropped
      --json             report in JSON what was done
  -q, --quiet            no progress
  -h, --help             show this

Example
  term-elements import pages/*.md -o glossary.json
  term-elements import words.csv --map name=word --map summary=meaning -o glossary.json
`;

export const importCommand: Command = {help: HELP, run};

async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArguments('import', args, {
    output: {type: 'string', short: 'o'},
    from: {type: 'string'},
    map: {type: 'string', multiple: true},
    language: {type: 'string'},
    fetch: {type: 'boolean'},
    strict: {type: 'boolean'},
    json: {type: 'boolean'},
    quiet: {type: 'boolean', short: 'q'},
  });
  const {files, values, flags} = read;
  const output = values.get('output');
  if (!files.length || output === undefined) {
    throw new CommandError(
      files.length
        ? 'expected an output file, received none'
        : 'expected pages to import, received none',
      'Example: term-elements import page.md -o glossary.json',
    );
  }
  const options = {map: mapOf(read), language: values.get('language')};
  const placed = await placedInputs(files, {
    from: values.get('from'),
    fetch: flags.has('fetch'),
    files: io.files,
  });
  const progress = new Progress(io, flags.has('quiet'));
  const inputs = await watchedInputs(placed, (part) =>
    progress.show('reading', part),
  );
  const report = new Report();
  const imported = inputs.every(isPage)
    ? importPages(
        inputs.map(({input}) => input),
        output,
        io,
      )
    : importEntries(inputs, output, {options, report, io});
  const result = await imported.finally(() => progress.end());
  writeReport({...result, output, report, json: flags.has('json')}, io);
  const isDropped = report.notes.some(({kind}) => kind === 'dropped');
  return flags.has('strict') && isDropped ? EXIT.findings : EXIT.done;
}

const isPage = ({importer}: PlacedInput) => importer === PAGE;

/** `--map name=word`: by properties of the format, what the inputs call them. */
const mapOf = ({lists}: Arguments): ReadonlyMap<string, string> => {
  const map = new Map<string, string>();
  for (const pair of lists.get('map') ?? []) {
    const [left, right, ...more] = pair.split('=').map((part) => part.trim());
    if (!left || !right || more.length) {
      throw new CommandError(
        `--map: expected NAME=THEIRS, received "${pair}"`,
        'Example: --map name=word',
      );
    }
    if (map.has(left)) throw new CommandError(`--map: ${left} is given twice`);
    map.set(left, right);
  }
  return map;
};

const writeReport = (
  {
    output,
    changed,
    terms,
    questions,
    warnings,
    report,
    json,
  }: ImportResult & {output: string; report: Report; json: boolean},
  io: Io,
) => {
  const colors = stylesOf(io.colors);
  for (const warning of warnings)
    io.stderr(warningText(warning, colors.yellow));
  const {notes, more} = report;
  if (json) {
    const result = {
      written: output,
      changed,
      terms,
      questions,
      warnings,
      notes,
    };
    io.stdout(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  for (const note of notes) io.stderr(noteText(note, colors.yellow));
  if (more) io.stderr(`and ${more.toLocaleString('en')} more\n`);
  const done = changed ? `wrote ${output}` : `${output} is as it was`;
  const counts = [
    count(terms, 'term'),
    count(questions, 'question'),
    ...(['warning', 'dropped', 'guessed'] as const).flatMap((kind) => {
      const number =
        notes.filter((note) => note.kind === kind).length +
        (kind === 'warning' ? warnings.length : 0);
      if (!number) return [];
      return kind === 'warning' ? count(number, kind) : `${number} ${kind}`;
    }),
  ];
  io.stdout(`${done}: ${counts.join(', ')}\n`);
};
