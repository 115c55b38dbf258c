/** What is linted how: the configuration, checked. */
import {isObject} from 'term-elements/glossary';
import {nearest} from '../checks/nearest.js';
import type {Severity} from './finding.js';
import type {OptionSpec, Rule} from './rule.js';
import {RULES} from './rules/index.js';

export type OptionValue = number | boolean | readonly string[];

/** A rule as it is set. */
export interface RuleSetting {
  readonly severity: Severity | 'off';
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** Every rule by its name. */
export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** A fault of a configuration. */
export interface SettingFault {
  readonly keys: readonly (string | number)[];
  /** The name of the property is meant, not its value. */
  readonly name: boolean;
  readonly message: string;
}

const SEVERITIES: Readonly<Record<string, Severity | 'off'>> = {
  off: 'off',
  warning: 'warning',
  warn: 'warning',
  error: 'error',
};

const defaultsOf = ({severity, options}: Rule): RuleSetting => ({
  severity,
  options: Object.fromEntries(
    Object.entries(options).map(([name, spec]) => [name, spec.default]),
  ),
});

/** The rules as they are without configuration. */
export const defaultRuleSettings = (): RuleSettings =>
  new Map(RULES.map((rule) => [rule.name, defaultsOf(rule)]));

/**
 * Reads the property `rules` of a configuration: each rule has `"off"`,
 * `"warning"`, `"error"`, or a list of one of them and an object of options.
 *
 * @param keys The place of the value in the configuration.
 */
export const readRuleSettings = (
  value: unknown,
  keys: readonly (string | number)[],
): {settings: RuleSettings; faults: readonly SettingFault[]} => {
  const settings = new Map(defaultRuleSettings());
  const faults: SettingFault[] = [];
  if (value === undefined) return {settings, faults};
  if (!isObject(value)) {
    faults.push({keys, name: false, message: expected('an object', value)});
    return {settings, faults};
  }
  for (const [name, set] of Object.entries(value)) {
    const at = [...keys, name];
    const rule = RULES.find((one) => one.name === name);
    if (!rule) {
      faults.push(
        unknown(
          'rule',
          at,
          name,
          RULES.map((one) => one.name),
        ),
      );
      continue;
    }
    settings.set(name, readSetting(rule, set, at, faults));
  }
  return {settings, faults};
};

const readSetting = (
  rule: Rule,
  value: unknown,
  keys: readonly (string | number)[],
  faults: SettingFault[],
): RuleSetting => {
  const own = defaultsOf(rule);
  const isList = Array.isArray(value);
  const [first, given, ...more] = isList ? (value as unknown[]) : [value];
  const at = isList ? [...keys, 0] : keys;
  const severity =
    typeof first === 'string' && Object.hasOwn(SEVERITIES, first)
      ? SEVERITIES[first]
      : undefined;
  if (severity === undefined) {
    faults.push({
      keys: at,
      name: false,
      message: expected('"off", "warning" or "error"', first),
    });
  }
  if (more.length) {
    faults.push({
      keys: [...keys, 2],
      name: false,
      message: 'expected a severity and an object of options, received more',
    });
  }
  return {
    severity: severity ?? own.severity,
    options: {
      ...own.options,
      ...readOptions(rule, given, [...keys, 1], faults),
    },
  };
};

const readOptions = (
  {name: ruleName, options}: Rule,
  value: unknown,
  keys: readonly (string | number)[],
  faults: SettingFault[],
): Record<string, OptionValue> => {
  const read: Record<string, OptionValue> = {};
  if (value === undefined) return read;
  if (!isObject(value)) {
    const message = expected('an object of options', value);
    faults.push({keys, name: false, message});
    return read;
  }
  for (const [name, option] of Object.entries(value)) {
    const at = [...keys, name];
    const spec = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!spec) {
      const known = Object.keys(options);
      faults.push(unknown(`option of ${ruleName}`, at, name, known));
      continue;
    }
    const wrong = faultOf(spec, option);
    if (wrong) {
      faults.push({keys: at, name: false, message: expected(wrong, option)});
    } else {
      read[name] = option as OptionValue;
    }
  }
  return read;
};

/** What an option has to be, where it is not. */
const faultOf = (spec: OptionSpec, value: unknown): string | undefined => {
  if (spec.type === 'boolean') {
    return typeof value === 'boolean' ? undefined : 'true or false';
  }
  if (spec.type === 'texts') {
    const isList =
      Array.isArray(value) && value.every((item) => typeof item === 'string');
    return isList ? undefined : 'a list of texts';
  }
  const least = spec.least ?? 0;
  const isRight =
    typeof value === 'number' && Number.isFinite(value) && value >= least;
  return isRight ? undefined : `a number, ${least} or more`;
};

const expected = (what: string, value: unknown): string =>
  `expected ${what}, received ${(JSON.stringify(value) ?? 'nothing').slice(0, 60)}`;

const unknown = (
  what: string,
  keys: readonly (string | number)[],
  name: string,
  names: readonly string[],
): SettingFault => {
  const meant = nearest(name, names);
  const end = meant
    ? `; did you mean "${meant}"?`
    : names.length
      ? `; there are ${names.join(', ')}`
      : '; it has none';
  return {keys, name: true, message: `unknown ${what} "${name}"${end}`};
};
