import {GlossaryIndex} from '../glossary/glossary-index.js';
import type {AreaPage} from '../glossary/source.js';
import {buildAreaNodes} from '../structured-data/area-nodes.js';
import {readArguments} from './arguments.js';
import {CommandError} from './errors.js';
import {type Command, EXIT, type Io} from './io.js';
import {parseGlossaryText} from './load-glossary.js';
import {nearest} from './nearest.js';
import {baseOf} from './page-form/area-page.js';
import {selectPage} from './page-form/select-page.js';
import {writePage} from './page-form/write.js';

const HELP = `term-elements export glossary.json --format page|jsonld

Writes one page of an area: as the Markdown in which it was published, or as
the JSON-LD that <term-area> puts into a page.

Options
      --area ID        the area, where the glossary has several
      --resource N     number of its page, or "root"; where it has several
  -f, --format FORMAT  page or jsonld
  -o, --output FILE    where to; without it to standard output
  -h, --help           show this

Example
  term-elements export glossary.json --area margin --resource 2 --format page -o margin-2.md
`;

export const exportCommand: Command = {
  summary: 'write a page of an area, or its JSON-LD',
  help: HELP,
  run,
};

const FORMATS: Readonly<
  Record<string, (page: AreaPage) => {text: string; dropped: number}>
> = {
  page: writePage,
  jsonld: (page) => ({
    text: `${JSON.stringify(buildAreaNodes(page, baseOf(page)), null, 2)}\n`,
    dropped: 0,
  }),
};

async function run(args: readonly string[], io: Io) {
  const {files, values} = readArguments('export', args, {
    area: {type: 'string'},
    resource: {type: 'string'},
    format: {type: 'string', short: 'f'},
    output: {type: 'string', short: 'o'},
  });
  const [file, ...others] = files;
  if (file === undefined || others.length) {
    throw new CommandError(
      `expected one glossary, received ${files.length || 'none'}`,
      'Example: term-elements export glossary.json --format page -o page.md',
    );
  }
  const write = formatOf(values.get('format'));
  const glossary = parseGlossaryText(await io.files.read(file), file);
  const page = selectPage(
    new GlossaryIndex(glossary),
    values.get('area'),
    values.get('resource'),
  );
  const {text, dropped} = write(page);
  if (dropped) {
    io.stderr(
      `${file}: warning: ${dropped} of the page's own lines no longer fit and were left out (page.patch); the page was edited since it was imported\n`,
    );
  }
  const output = values.get('output');
  if (output === undefined) io.stdout(text);
  else await io.files.replace(output, text);
  return EXIT.done;
}

const formatOf = (format: string | undefined) => {
  const write =
    format !== undefined && Object.hasOwn(FORMATS, format)
      ? FORMATS[format]
      : undefined;
  if (write) return write;
  const meant = format && nearest(format, Object.keys(FORMATS));
  throw new CommandError(
    `--format: expected page or jsonld, received ${format === undefined ? 'none' : `"${format}"`}`,
    meant ? `Did you mean --format ${meant}?` : undefined,
  );
};
