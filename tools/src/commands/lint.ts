import {resolve} from 'node:path';
import type {Finding} from '../lint/finding.js';
import {jsonOf} from '../lint/formats/json.js';
import {sarifOf} from '../lint/formats/sarif.js';
import {errorsOf, summaryText, textOf} from '../lint/formats/text.js';
import {Linter} from '../lint/linter.js';
import {RULES} from '../lint/rules/index.js';
import type {RuleSettings} from '../lint/settings.js';
import {readArguments} from '../terminal/arguments.js';
import {CommandError} from '../terminal/errors.js';
import {type Command, EXIT, type Io} from '../terminal/io.js';
import {isSiteAddress, readConfig} from '../lint/command/config.js';
import {findDocuments, shortPath} from '../lint/command/find-documents.js';
import {FolderSite} from '../lint/command/folder-site.js';
import {glossaryInput} from '../lint/command/glossary-input.js';
import {lintDocument} from '../lint/command/lint-document.js';
import {Progress} from '../terminal/progress.js';
import {type ReportFormat, reportFormatOf} from '../terminal/report-format.js';

const HELP = `term-elements lint "docs/**" --glossary glossary.json

Reads Markdown, MDX and HTML documents and reports where they do not agree with
the glossary: unknown abbreviations, terms that are linked again and again, links
that lead nowhere, entries that are never used. Exits with 0 where there are no
errors, with 1 where there are.

Rules are set in term-elements.lint.json, in this folder or one around it, and
turned off in a document by <!-- term-elements-disable-next-line RULE -->.

Options
  -g, --glossary FILE      the glossary document (or "glossary" in the configuration)
      --config FILE        the configuration, in place of the one that is found
      --format FORMAT      text (default), json or sarif
      --json               short for --format json
  -o, --output FILE        write what was found there
      --max-warnings N     exit with 1 where there are more warnings
      --site-url URL       address of the site that the documents make
      --site-folder FOLDER its files, for links that begin with /
  -q, --quiet              no progress
  -h, --help               show this

Rules (off by default in brackets)
${RULES.map(({name, title, severity}) => `  ${(severity === 'off' ? `(${name})` : name).padEnd(25)}${title}`).join('\n')}

Example
  term-elements lint "docs/**" --glossary glossary.json
`;

export const lintCommand: Command = {help: HELP, run};

async function run(args: readonly string[], io: Io) {
  const folder = process.cwd();
  const read = readArguments('lint', args, {
    glossary: {type: 'string', short: 'g'},
    config: {type: 'string'},
    format: {type: 'string'},
    json: {type: 'boolean'},
    output: {type: 'string', short: 'o'},
    'max-warnings': {type: 'string'},
    'site-url': {type: 'string'},
    'site-folder': {type: 'string'},
    quiet: {type: 'boolean', short: 'q'},
  });
  const {files, values, flags} = read;
  const format = reportFormatOf(read);
  const most = limitOf(values.get('max-warnings'));
  const config = await readConfig(io.files, folder, values.get('config'));
  const glossaryFile = values.get('glossary') ?? config.glossary;
  const inputs = files.length ? files : config.documents;
  if (glossaryFile === undefined || !inputs.length) {
    throw new CommandError(
      glossaryFile === undefined
        ? 'expected a glossary, received none'
        : 'expected documents, received none',
      'Example: term-elements lint "docs/**" --glossary glossary.json',
    );
  }
  const glossary = glossaryInput(
    await io.files.read(glossaryFile),
    shortPath(resolve(folder, glossaryFile), folder),
  );
  const documents = await findDocuments(inputs, {
    folder,
    ignore: config.ignore,
  });
  const site = new FolderSite({
    folder,
    url: siteUrl(values.get('site-url')) ?? config.siteUrl,
    siteFolder: values.get('site-folder') ?? config.siteFolder,
  });
  const linter = new Linter({glossary, rules: config.rules, site});
  const progress = new Progress(io, flags.has('quiet'));
  try {
    for (const [index, file] of documents.entries()) {
      progress.show('reading documents', index / documents.length);
      const text = await io.files.read(resolve(folder, file));
      await lintDocument(file, text, {linter, site});
    }
  } finally {
    progress.end();
  }
  const findings = await linter.end();
  await writeReport(findings, {
    io,
    format,
    rules: config.rules,
    documents: documents.length,
    output: values.get('output'),
  });
  const errors = errorsOf(findings);
  const warnings = findings.length - errors;
  if (warnings > most) {
    io.stderr(
      `${warnings} warnings are more than the ${most} of --max-warnings\n`,
    );
  }
  return errors || warnings > most ? EXIT.findings : EXIT.done;
}

interface ReportSettings {
  readonly io: Io;
  readonly format: ReportFormat;
  readonly rules: RuleSettings;
  readonly documents: number;
  readonly output: string | undefined;
}

const writeReport = async (
  findings: readonly Finding[],
  {io, format, rules, documents, output}: ReportSettings,
) => {
  const {version} = io;
  const colors = io.colors && output === undefined;
  const text =
    format === 'json'
      ? jsonOf(findings, {documents})
      : format === 'sarif'
        ? sarifOf(findings, {version, rules})
        : textOf(findings, {colors});
  const summary = `${summaryText(findings, {documents})}\n`;
  if (output !== undefined) {
    await io.files.replace(output, text);
    io.stdout(`${output}: ${summary}`);
    return;
  }
  // Programs read the data alone.
  io.stdout(format === 'text' ? text + summary : text);
};

const limitOf = (text: string | undefined): number => {
  if (text === undefined) return Infinity;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new CommandError(
    `--max-warnings: expected a whole number, received "${text}"`,
    'Example: --max-warnings 0',
  );
};

const siteUrl = (address: string | undefined): string | undefined => {
  if (address === undefined || isSiteAddress(address)) return address;
  throw new CommandError(
    `--site-url: expected an http(s) address, received "${address}"`,
    'Example: --site-url https://example.com/docs/',
  );
};
