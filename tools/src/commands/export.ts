import type {Glossary} from 'term-elements/glossary';
import {
  type ExportArguments,
  readExportArguments,
} from '../export/arguments.js';
import type {ExportOptions} from '../formats/writing/exporter.js';
import {EXPORT_FORMATS} from '../formats/export-formats.js';
import {reportExport} from '../export/report-unwritten.js';
import {type OutputContent, writeOutput} from '../export/write-output.js';
import {type Command, EXIT, type Io} from '../terminal/io.js';
import {parseGlossaryText} from '../files/load-glossary.js';
import {Progress} from '../terminal/progress.js';
import {Report} from '../terminal/report.js';

const HELP = `term-elements export glossary.json --format FORMAT [-o FILE|FOLDER]

Writes a glossary in another format. What a format cannot represent is reported.

Formats
${EXPORT_FORMATS.map(({name, title}) => `  ${name.padEnd(10)}${title}`).join('\n')}

Options
  -f, --format FORMAT  one of the above
  -o, --output PATH    the file or the folder to write; without it, what is one
                       text goes to standard output
      --all            page, jsonld: everything, not one page
      --area ID        page, jsonld: the area, where the glossary has several
      --resource N     page, jsonld: number of its page, or "root"
      --term ID        page: the page of a term
      --site-url URL   address of the site that the output is for; without it
                       that of the glossary
      --images ORIGINS site: where pictures may be besides the site itself,
                       separated by spaces; "any" is everywhere
      --json           report in JSON what was done
  -q, --quiet          no progress, and no report of what was left out
  -h, --help           show this

Example
  term-elements export glossary.json --format page --area margin --resource 2
  term-elements export glossary.json --format page --all -o pages/
  term-elements export glossary.json --format llms -o public/
`;

export const exportCommand: Command = {help: HELP, run};

async function run(args: readonly string[], io: Io) {
  const wanted = readExportArguments(args);
  const {file, siteUrl} = wanted;
  const glossary = parseGlossaryText(await io.files.read(file), file);
  const report = new Report();
  const progress = new Progress(io, wanted.isQuiet);
  try {
    const content = await contentOf(wanted, glossary, report, {
      file,
      siteUrl: siteUrl ?? siteOf(glossary),
      images: wanted.images,
      progress: (phase, part) => progress.show(phase, part),
    });
    const written = await writeOutput(content, wanted.output, io);
    progress.end();
    reportExport(wanted, glossary, written, report, io);
    return EXIT.done;
  } finally {
    progress.end();
  }
}

/** Address of the glossary's own site, with the slash that it may lack. */
const siteOf = ({url}: Glossary): string | undefined =>
  url !== undefined && /^https?:\/\//i.test(url)
    ? url.replace(/\/?$/, '/')
    : undefined;

const contentOf = async (
  wanted: ExportArguments,
  glossary: Glossary,
  report: Report,
  options: ExportOptions,
): Promise<OutputContent> => {
  const {format, isAll, term} = wanted;
  if (!isAll && (format === 'page' || format === 'jsonld')) {
    const {areaText, termText} =
      await import('../formats/published-page/export.js');
    return {
      text: [
        term === undefined
          ? areaText(glossary, wanted, report)
          : termText(glossary, term, options.file, report),
      ],
    };
  }
  const found = EXPORT_FORMATS.find(({name}) => name === format);
  const exporter = await found!.load();
  return 'files' in exporter
    ? {
        files: exporter.files(glossary, options, report),
        isWhole: exporter.isWhole ?? false,
      }
    : {text: exporter.text(glossary, options, report)};
};
