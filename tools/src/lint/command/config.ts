import {dirname, join, resolve} from 'node:path';
import {nearest} from '../../checks/nearest.js';
import {pathText} from 'term-elements/glossary';
import {
  readRuleSettings,
  type RuleSettings,
  type SettingFault,
} from '../settings.js';
import {CommandError} from '../../terminal/errors.js';
import type {Files} from '../../files/files.js';
import {LocatedJson} from '../../files/json/located.js';

/** The file that is looked for, in the current folder and those around it. */
export const CONFIG_FILE = 'term-elements.lint.json';

/** What a configuration says; its paths begin at its own folder. */
export interface LintConfig {
  readonly documents: readonly string[];
  readonly glossary: string | undefined;
  readonly ignore: readonly string[];
  readonly siteUrl: string | undefined;
  readonly siteFolder: string | undefined;
  readonly rules: RuleSettings;
}

/** Names of the properties, and what they hold. */
const PROPERTIES: Readonly<Record<string, 'text' | 'texts' | 'rules'>> = {
  $schema: 'text',
  documents: 'texts',
  glossary: 'text',
  ignore: 'texts',
  siteUrl: 'text',
  siteFolder: 'text',
  rules: 'rules',
};

/**
 * The configuration that is named, or the nearest one; the defaults without
 * one.
 *
 * @throws {CommandError} With the line of everything that is not as it should be.
 */
export const readConfig = async (
  files: Files,
  folder: string,
  named: string | undefined,
): Promise<LintConfig> => {
  if (named !== undefined) {
    const path = resolve(folder, named);
    return parseConfig(await files.read(path), named, dirname(path));
  }
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, CONFIG_FILE);
    const text = await files.readIfAny(path);
    if (text !== undefined) return parseConfig(text, path, at);
    if (dirname(at) === at) return parseConfig('{}', CONFIG_FILE, folder);
  }
};

const parseConfig = (
  whole: string,
  path: string,
  folder: string,
): LintConfig => {
  const text = whole.replace(/^\uFEFF/, '');
  const located = new LocatedJson(text);
  const fail = (faults: readonly SettingFault[]): never => {
    const lines = faults.map(({keys, name, message}) => {
      const {line, column} = located.place(keys, {key: name});
      const where = keys.length ? `${pathText(keys)}: ` : '';
      return `${path}:${line}:${column}: ${where}${message}`;
    });
    throw new CommandError(
      lines.join('\n'),
      'The rules and their options: docs/linting.md',
    );
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const {line, column, message} = located.faults[0] ?? {
      line: 1,
      column: 1,
      message: 'expected JSON',
    };
    throw new CommandError(`${path}:${line}:${column}: ${message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail([{keys: [], name: false, message: 'expected an object'}]);
  }
  const config = value as Readonly<Record<string, unknown>>;
  const {settings, faults} = readRuleSettings(config.rules, ['rules']);
  const all = [...propertyFaults(config), ...faults];
  if (all.length) fail(all);
  const {documents, glossary, ignore, siteUrl, siteFolder} = config as {
    readonly [Name in keyof LintConfig]?: never;
  };
  const list = (texts: readonly string[] | undefined) => texts ?? [];
  const inFolder = (name: string | undefined) =>
    name === undefined ? undefined : resolve(folder, name);
  return {
    documents: list(documents).map((name) => join(folder, name)),
    glossary: inFolder(glossary),
    ignore: list(ignore).map((name) => join(folder, name)),
    siteUrl,
    siteFolder: inFolder(siteFolder),
    rules: settings,
  };
};

function* propertyFaults(
  config: Readonly<Record<string, unknown>>,
): Generator<SettingFault> {
  for (const [name, value] of Object.entries(config)) {
    const type = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
    if (!type) {
      const meant = nearest(name, Object.keys(PROPERTIES));
      yield {
        keys: [name],
        name: true,
        message: `unknown property${meant ? `; did you mean "${meant}"?` : ''}`,
      };
    } else if (type === 'text' && typeof value !== 'string') {
      yield {keys: [name], name: false, message: 'expected a text'};
    } else if (type === 'texts' && !isTexts(value)) {
      yield {keys: [name], name: false, message: 'expected a list of texts'};
    }
  }
  const {siteUrl} = config;
  if (typeof siteUrl === 'string' && !isSiteAddress(siteUrl)) {
    yield {
      keys: ['siteUrl'],
      name: false,
      message: `expected an http(s) address, received "${siteUrl}"`,
    };
  }
}

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** Whether a text is the address of a site. */
export const isSiteAddress = (address: string): boolean =>
  /^https?:\/\//i.test(address) && URL.canParse(address);
