import {createHash} from 'node:crypto';
import {isAbsolute, sep} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Log, ReportingDescriptor, Result} from 'sarif';

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** A place in a file; both count from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** A finding as SARIF has it. */
export interface SarifFinding {
  /** Id of one of the rules. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly message: string;
  readonly help?: string | undefined;
}

/**
 * SARIF 2.1.0, as code hosts show it beside the lines. Files in the current
 * folder are relative to `%SRCROOT%`.
 */
export const sarifText = (
  findings: readonly SarifFinding[],
  {
    version,
    rules,
  }: {readonly version: string; readonly rules: readonly ReportingDescriptor[]},
): string => {
  const ids = rules.map(({id}) => id);
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
            rules: [...rules],
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          '%SRCROOT%': {
            description: {text: 'The folder that the command ran in.'},
          },
        },
        invocations: [{executionSuccessful: true}],
        results: findings.map((finding) => ({
          ...resultOf(finding, ids.indexOf(finding.rule)),
          partialFingerprints: {
            'termElements/v1': fingerprints.of(finding),
          },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const resultOf = (
  {rule, severity, message, help, file, start, end}: SarifFinding,
  index: number,
): Result => ({
  ruleId: rule,
  ...(index >= 0 && {ruleIndex: index}),
  level: severity,
  message: {text: `${message}. ${help ?? ''}`.trim()},
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

  of({rule, file, message}: SarifFinding): string {
    const known = [rule, file, message.replace(/\bline \d+/g, 'line')].join(
      '\n',
    );
    const count = this.#counts.get(known) ?? 0;
    this.#counts.set(known, count + 1);
    return createHash('sha256').update(`${known}\n${count}`).digest('hex');
  }
}
