import {lstatSync, realpathSync, statSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {basename, dirname, join, resolve, sep} from 'node:path';
import {readArguments} from '../../terminal/arguments.js';
import {CommandError} from '../../terminal/errors.js';
import {siteAddress} from './addresses.js';

/** Options of a run. */
export interface Settings {
  /** The folder that is read. */
  readonly site: string;
  /** The folder that is written. */
  readonly output: string;
  /** Absolute address of the site, with a slash at the end. */
  readonly siteUrl: string;
  /** Path of the glossary that stands in the place of the bundled one. */
  readonly glossary: string | undefined;
  readonly stylesheet: string | undefined;
  /** Whether addresses outside of the site are read, too. */
  readonly isFetching: boolean;
  /** Whether a framework hydrates all pages; else each page shows it or not. */
  readonly isHydrated: boolean;
  /** Most threads that render. */
  readonly jobs: number;
  readonly isStrict: boolean;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
}

const EXAMPLE =
  'Example: term-elements prerender site/ -o out/ --site-url https://docs.example/';

/** Threads beyond this take more memory than they save time. */
const MOST_JOBS = 64;

/**
 * @throws {CommandError} If the arguments are invalid or contradict each other.
 */
export const readSettings = (args: readonly string[]): Settings => {
  const {files, values, flags} = readArguments('prerender', args, {
    output: {type: 'string', short: 'o'},
    'site-url': {type: 'string'},
    glossary: {type: 'string'},
    stylesheet: {type: 'string'},
    fetch: {type: 'boolean'},
    hydrated: {type: 'boolean'},
    jobs: {type: 'string'},
    strict: {type: 'boolean'},
    json: {type: 'boolean'},
    quiet: {type: 'boolean', short: 'q'},
  });
  const [site, ...others] = files;
  if (site === undefined || others.length) {
    throw new CommandError(
      `expected one folder with a site, received ${files.length || 'none'}`,
      EXAMPLE,
    );
  }
  const output = values.get('output');
  if (output === undefined) {
    throw new CommandError(
      'expected a folder to write to, received none',
      EXAMPLE,
    );
  }
  const siteUrl = values.get('site-url');
  if (siteUrl === undefined) {
    throw new CommandError(
      'expected the address of the site, received none',
      'Links and structured data need it: --site-url https://docs.example/',
    );
  }
  requireFolder(site);
  requireApart(site, output);
  return {
    site,
    output,
    siteUrl: siteAddress(siteUrl),
    glossary: values.get('glossary'),
    stylesheet: values.get('stylesheet'),
    isFetching: flags.has('fetch'),
    isHydrated: flags.has('hydrated'),
    jobs: jobsOf(values.get('jobs')),
    isStrict: flags.has('strict'),
    isJson: flags.has('json'),
    isQuiet: flags.has('quiet'),
  };
};

const jobsOf = (text: string | undefined): number => {
  if (text === undefined) return Math.min(availableParallelism(), MOST_JOBS);
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new CommandError(
    `--jobs expects a number of threads from 1 to ${MOST_JOBS}, received ${text}`,
    'Leave it out for one on each core.',
  );
};

const requireFolder = (site: string): void => {
  const found = statSync(site, {throwIfNoEntry: false});
  if (found?.isDirectory()) return;
  throw new CommandError(
    `cannot read ${site}: ${found ? 'it is not a folder' : 'there is no such folder'}`,
    found
      ? 'Name the folder that the page is in.'
      : 'Build the site first, and name the folder that it was built into.',
  );
};

/** Where a path is, also one that is not there yet, with all links on the way followed. */
const realPath = (path: string): string => {
  const whole = resolve(path);
  if (lstatSync(whole, {throwIfNoEntry: false})) return realpathSync(whole);
  const parent = dirname(whole);
  return parent === whole ? whole : join(realPath(parent), basename(whole));
};

/** A run that read its own output would never come to an end of it. */
const requireApart = (site: string, output: string): void => {
  const [from, to] = [site, output].map((path) => `${realPath(path)}${sep}`);
  if (!from!.startsWith(to!) && !to!.startsWith(from!)) return;
  const how =
    from === to
      ? 'it is the folder that is read'
      : to!.startsWith(from!)
        ? `it is inside ${site}, which is read`
        : `${site}, which is read, is inside it`;
  throw new CommandError(
    `cannot write to ${output}: ${how}`,
    'Write beside the site: -o out/',
  );
};
