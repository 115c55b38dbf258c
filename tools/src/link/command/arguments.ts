import {formFault} from 'term-elements/glossary';
import type {DocumentSettings} from '../links-of.js';
import {parseSelector, SelectorError} from '../selector.js';
import {type Arguments, readArguments} from '../../terminal/arguments.js';
import {CommandError} from '../../terminal/errors.js';
import {nearest} from '../../checks/nearest.js';

/** The arguments of the command. */
export interface LinkArguments {
  readonly inputs: readonly string[];
  readonly glossary: string;
  readonly settings: DocumentSettings & {
    readonly termHref: string | undefined;
  };
  readonly output: string | undefined;
  readonly isInPlace: boolean;
  readonly isCheck: boolean;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
}

const EXAMPLE =
  'Example: term-elements link "docs/**/*.md" --glossary glossary.json -o out/';

/** @throws {CommandError} Where they say too little, or cannot be. */
export const readLinkArguments = (args: readonly string[]): LinkArguments => {
  const read = readArguments('link', args, {
    glossary: {type: 'string', short: 'g'},
    output: {type: 'string', short: 'o'},
    'in-place': {type: 'boolean'},
    first: {type: 'string'},
    limit: {type: 'string'},
    as: {type: 'string'},
    exclude: {type: 'string'},
    within: {type: 'string'},
    expand: {type: 'boolean'},
    'term-href': {type: 'string'},
    check: {type: 'boolean'},
    json: {type: 'boolean'},
    quiet: {type: 'boolean', short: 'q'},
  });
  const {files, flags, values} = read;
  const glossary = values.get('glossary');
  if (glossary === undefined || !files.length) {
    const what = glossary === undefined ? 'a glossary' : 'documents';
    throw new CommandError(`expected ${what}, received none`, EXAMPLE);
  }
  const output = values.get('output');
  const isInPlace = flags.has('in-place');
  const isCheck = flags.has('check');
  if ([output !== undefined, isInPlace, isCheck].filter(Boolean).length > 1) {
    throw new CommandError(
      'expected one of --output, --in-place and --check, received several',
      EXAMPLE,
    );
  }
  return {
    inputs: files,
    glossary,
    output,
    isInPlace,
    isCheck,
    isJson: flags.has('json'),
    isQuiet: flags.has('quiet'),
    settings: {
      first: oneOf(read, 'first', ['section', 'page', 'all']),
      as: oneOf(read, 'as', ['link', 'tip', 'both']),
      limit: limitOf(values.get('limit')),
      exclude: selectorOf(read, 'exclude'),
      within: selectorOf(read, 'within'),
      expand: flags.has('expand'),
      termHref: hrefOf(values.get('term-href')),
    },
  };
};

const oneOf = <T extends string>(
  {values}: Arguments,
  option: string,
  known: readonly T[],
): T | undefined => {
  const value = values.get(option);
  const found = known.find((other) => other === value);
  if (value === undefined || found) return found;
  const meant = nearest(value, known);
  throw new CommandError(
    `--${option}: expected ${known.join(', ')}, received "${value}"`,
    meant && `Did you mean ${meant}?`,
  );
};

const limitOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new CommandError(
    `--limit: expected a whole number, received "${text}"`,
    'Example: --limit 20',
  );
};

const selectorOf = (
  {values}: Arguments,
  option: string,
): string | undefined => {
  const selector = values.get(option);
  if (selector === undefined) return undefined;
  try {
    parseSelector(selector);
    return selector;
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error;
    throw new CommandError(
      `--${option}: ${error.message}`,
      `Example: --${option} ".teaser, nav"`,
    );
  }
};

const hrefOf = (href: string | undefined): string | undefined => {
  if (href === undefined) return undefined;
  const fault = href.includes('{}')
    ? formFault('--term-href', href)
    : `--term-href: expected an address with {} where the id stands, received "${href}"`;
  if (fault === undefined) return href;
  throw new CommandError(fault, 'Example: --term-href /glossary/{}/');
};
