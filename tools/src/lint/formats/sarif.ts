import {createHash} from 'node:crypto';
import {isAbsolute, sep} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Log, ReportingDescriptor, Result} from 'sarif';
import type {Finding} from '../finding.js';
import type {Rule} from '../rule.js';
import {fixOf, RULES} from '../rules/index.js';
import type {RuleSettings} from '../settings.js';

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * SARIF 2.1.0, as code hosts show it beside the lines. Files in the folder
 * that was linted from are relative to `%SRCROOT%`.
 */
export const sarifOf = (
  findings: readonly Finding[],
  {version, rules}: {readonly version: string; readonly rules: RuleSettings},
): string => {
  const names = RULES.map(({name}) => name);
  const fingerprints = new Fingerprints();
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'term-elements',
            version,
            semanticVersion: version,
            rules: RULES.map((rule) => descriptorOf(rule, rules)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          '%SRCROOT%': {
            description: {text: 'The folder that was linted from.'},
          },
        },
        invocations: [{executionSuccessful: true}],
        results: findings.map((finding) => ({
          ...resultOf(finding, names.indexOf(finding.rule)),
          partialFingerprints: {
            'termElements/v1': fingerprints.of(finding),
          },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const descriptorOf = (
  {name, title, why, fix, severity}: Rule,
  rules: RuleSettings,
): ReportingDescriptor => {
  const level = rules.get(name)?.severity ?? severity;
  return {
    id: name,
    shortDescription: {text: `${title}.`},
    fullDescription: {text: `${title}. ${why}`},
    help: {text: `${why} ${fix}`, markdown: `${why}\n\n${fix}`},
    defaultConfiguration: {
      enabled: level !== 'off',
      level: level === 'off' ? 'none' : level,
    },
  };
};

const resultOf = (
  {rule, severity, message, help, file, start, end}: Finding,
  index: number,
): Result => ({
  ruleId: rule,
  ...(index >= 0 && {ruleIndex: index}),
  level: severity,
  message: {text: [`${message}.`, help ?? fixOf(rule)].join(' ').trim()},
  locations: [
    {
      physicalLocation: {
        artifactLocation: locationOf(file),
        region: {
          startLine: start.line,
          startColumn: start.column,
          endLine: end.line,
          endColumn: end.column,
        },
      },
    },
  ],
});

const locationOf = (file: string) =>
  isAbsolute(file) || file.startsWith('..')
    ? {uri: pathToFileURL(file).href}
    : {
        uri: file.split(sep).map(encodeURIComponent).join('/'),
        uriBaseId: '%SRCROOT%',
      };

/**
 * Names a finding by what it says and where, but not by its line: it stays the
 * same one when text is put in above it.
 */
class Fingerprints {
  readonly #counts = new Map<string, number>();

  of({rule, file, message}: Finding): string {
    const known = [rule, file, message.replace(/\bline \d+/g, 'line')].join(
      '\n',
    );
    const count = this.#counts.get(known) ?? 0;
    this.#counts.set(known, count + 1);
    return createHash('sha256').update(`${known}\n${count}`).digest('hex');
  }
}
