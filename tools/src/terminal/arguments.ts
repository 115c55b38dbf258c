import {parseArgs} from 'node:util';
import {CommandError} from './errors.js';
import {nearest} from '../checks/nearest.js';

/** An option as `parseArgs` knows it. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** May be given several times; all values are in `lists`. */
  readonly multiple?: boolean;
}

export interface Arguments {
  readonly files: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  /** Of options that may be given several times, in order. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly flags: ReadonlySet<string>;
}

/**
 * Reads the words of a command.
 *
 * @throws {CommandError} On an option that is unknown, given twice, or without
 *     its value.
 */
export const readArguments = (
  command: string,
  args: readonly string[],
  known: Readonly<Record<string, Option>>,
): Arguments => {
  const options: Record<string, Option> = {
    ...known,
    help: {type: 'boolean', short: 'h'},
  };
  const help = `See: term-elements ${command} --help`;
  const {tokens} = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const files: string[] = [];
  const values = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const {name, rawName, value} = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option) {
      const meant = nearest(name, Object.keys(options));
      throw new CommandError(
        `unknown option ${rawName}`,
        meant ? `Did you mean --${meant}? ${help}` : help,
      );
    }
    if (option.type === 'boolean') {
      if (value !== undefined) {
        throw new CommandError(
          `${rawName} takes no value, received "${value}"`,
          help,
        );
      }
      flags.add(name);
      continue;
    }
    if (!value || (value.startsWith('-') && !token.inlineValue)) {
      throw new CommandError(`${rawName} expects a value`, help);
    }
    if (option.multiple) {
      lists.set(name, [...(lists.get(name) ?? []), value]);
      continue;
    }
    if (values.has(name)) {
      throw new CommandError(`${rawName} is given twice`, help);
    }
    values.set(name, value);
  }
  return {files, values, lists, flags};
};
