import {readArguments} from '../terminal/arguments.js';
import {CommandError} from '../terminal/errors.js';
import {siteUrlOf} from '../terminal/site-url.js';
import {nearest} from '../checks/nearest.js';
import {EXPORT_FORMATS} from '../formats/export-formats.js';

/** What the command line asks `export` for. */
export interface ExportArguments {
  readonly file: string;
  readonly format: string;
  readonly output: string | undefined;
  /** Everything, where the format is otherwise one page. */
  readonly isAll: boolean;
  readonly area: string | undefined;
  readonly resource: string | undefined;
  readonly term: string | undefined;
  /** Where the pictures of a site may be: `any`, or origins, separated by spaces. */
  readonly images: string | undefined;
  /** Ends with a slash. */
  readonly siteUrl: string | undefined;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
}

/** Options by the formats that they go with. */
const OF_FORMATS: Readonly<Record<string, readonly string[]>> = {
  area: ['page', 'jsonld'],
  resource: ['page', 'jsonld'],
  term: ['page'],
  all: ['page', 'jsonld'],
  images: ['site'],
};

/** @throws {CommandError} If they are invalid. */
export const readExportArguments = (
  args: readonly string[],
): ExportArguments => {
  const {files, values, flags} = readArguments('export', args, {
    area: {type: 'string'},
    resource: {type: 'string'},
    term: {type: 'string'},
    all: {type: 'boolean'},
    format: {type: 'string', short: 'f'},
    output: {type: 'string', short: 'o'},
    'site-url': {type: 'string'},
    images: {type: 'string'},
    json: {type: 'boolean'},
    quiet: {type: 'boolean', short: 'q'},
  });
  const [file, ...others] = files;
  if (file === undefined || others.length) {
    throw new CommandError(
      `expected one glossary, received ${files.length || 'none'}`,
      'Example: term-elements export glossary.json --format page -o page.md',
    );
  }
  const format = formatOf(values.get('format'));
  const given = (name: string) => values.has(name) || flags.has(name);
  for (const [name, formats] of Object.entries(OF_FORMATS)) {
    if (given(name) && !formats.includes(format)) {
      throw new CommandError(
        `--${name} goes with --format ${formats.join(' or ')}, received ${format}`,
        name === 'images'
          ? `Leave out --images: ${format} shows no pictures.`
          : `Leave out --${name}: ${format} holds the whole glossary.`,
      );
    }
  }
  const chosen = ['all', 'term', 'area'].filter(given);
  if (chosen.length > 1 || (given('resource') && chosen[0] !== 'area')) {
    requireOneChoice(chosen, given('resource'));
  }
  const output = values.get('output');
  if (flags.has('json') && output === undefined) {
    throw new CommandError(
      '--json reports the file that was written, and no file is written',
      'Name it: --output FILE',
    );
  }
  return {
    file,
    format,
    output,
    isAll: flags.has('all'),
    area: values.get('area'),
    resource: values.get('resource'),
    term: values.get('term'),
    images: imagesOf(values.get('images')),
    siteUrl: siteUrlOf(values.get('site-url')),
    isJson: flags.has('json'),
    isQuiet: flags.has('quiet'),
  };
};

/** A resource alone may be that of the only area. */
const requireOneChoice = (
  chosen: readonly string[],
  hasResource: boolean,
): void => {
  const [only] = chosen;
  if (chosen.length < 2 && (!hasResource || only === undefined)) return;
  const names = [...chosen, ...(hasResource ? ['resource'] : [])];
  throw new CommandError(
    `${names.map((name) => `--${name}`).join(' and ')} do not go together`,
    'Ask for one page, or for all of them.',
  );
};

const imagesOf = (value: string | undefined): string | undefined => {
  const wrong = value
    ?.split(/\s+/)
    .find((word) => word !== 'any' && !isHttp(word));
  if (wrong === undefined) return value;
  throw new CommandError(
    `--images: expected "any" or http(s) origins separated by spaces, received ${JSON.stringify(wrong)}`,
    'Example: --images "https://pictures.example https://cdn.example"',
  );
};

const isHttp = (address: string) =>
  URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);

const formatOf = (format: string | undefined): string => {
  const names = EXPORT_FORMATS.map(({name}) => name);
  if (format !== undefined && names.includes(format)) return format;
  const meant = format && nearest(format, names);
  throw new CommandError(
    `--format: expected ${names.slice(0, -1).join(', ')} or ${names.at(-1)}, received ${format === undefined ? 'none' : `"${format}"`}`,
    meant ? `Did you mean --format ${meant}?` : undefined,
  );
};
