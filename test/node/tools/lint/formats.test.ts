import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import type {Log} from 'sarif';
import type {Finding} from '../../../../tools/src/lint/finding.js';
import {jsonOf} from '../../../../tools/src/lint/formats/json.js';
import {sarifOf} from '../../../../tools/src/lint/formats/sarif.js';
import {summaryText, textOf} from '../../../../tools/src/lint/formats/text.js';
import {RULES} from '../../../../tools/src/lint/rules/index.js';
import {
  defaultRuleSettings,
  readRuleSettings,
} from '../../../../tools/src/lint/settings.js';

const finding = (rest: Partial<Finding> = {}): Finding => ({
  rule: 'unknown-abbreviation',
  severity: 'warning',
  file: join('docs', 'a b.md'),
  start: {line: 3, column: 5},
  end: {line: 3, column: 8},
  message: '"TVL" is used before it is spelled out on line 9',
  help: undefined,
  ...rest,
});

const FINDINGS = [
  finding(),
  finding({
    severity: 'error',
    rule: 'unknown-term',
    start: {line: 12, column: 1},
    end: {line: 13, column: 2},
    message: 'there is no term "x"',
    help: 'Did you mean "y"?',
  }),
  finding({file: 'b.md'}),
];

describe('findings as text', () => {
  it('stand below their file, in columns, with what to do', () => {
    assert.equal(
      textOf(FINDINGS, {colors: false}),
      `docs/a b.md
   3:5  warning  "TVL" is used before it is spelled out on line 9  unknown-abbreviation
  12:1  error    there is no term "x". Did you mean "y"?  unknown-term

b.md
  3:5  warning  "TVL" is used before it is spelled out on line 9  unknown-abbreviation

`,
    );
  });

  it('are summed up', () => {
    assert.equal(
      summaryText(FINDINGS, {documents: 1200}),
      '1 error, 2 warnings in 1,200 documents',
    );
    assert.equal(
      summaryText([], {documents: 1}),
      'no errors, no warnings in 1 document',
    );
  });

  it('have colours where they are shown', () => {
    assert.ok(textOf(FINDINGS, {colors: true}).includes('\u001b[31merror'));
  });
});

describe('findings as JSON', () => {
  it('have flat places, and the general help where there is no other', () => {
    const {findings, ...counts} = JSON.parse(
      jsonOf(FINDINGS, {documents: 2}),
    ) as Record<string, unknown>;
    assert.deepEqual(counts, {documents: 2, errors: 1, warnings: 2});
    const [first, second] = findings as Record<string, unknown>[];
    assert.match(String(first!.help), /Spell it out/);
    assert.deepEqual(second, {
      rule: 'unknown-term',
      severity: 'error',
      file: join('docs', 'a b.md'),
      line: 12,
      column: 1,
      endLine: 13,
      endColumn: 2,
      message: 'there is no term "x"',
      help: 'Did you mean "y"?',
    });
  });
});

describe('findings as SARIF', () => {
  const rules = defaultRuleSettings();
  const read = (findings: readonly Finding[], settings = rules) => {
    const log = JSON.parse(
      sarifOf(findings, {version: '1.2.3', rules: settings}),
    ) as Log;
    return {log, run: log.runs[0]!, results: log.runs[0]!.results!};
  };

  it('are one run of version 2.1.0 with all rules', () => {
    const {log, run} = read(FINDINGS);
    assert.equal(log.version, '2.1.0');
    assert.equal(log.runs.length, 1);
    assert.equal(run.columnKind, 'utf16CodeUnits');
    const {driver} = run.tool;
    assert.equal(driver.name, 'term-elements');
    assert.equal(driver.version, '1.2.3');
    assert.deepEqual(
      driver.rules?.map(({id}) => id),
      RULES.map(({name}) => name),
    );
    for (const {help, shortDescription, fullDescription} of driver.rules ??
      []) {
      assert.ok(help?.text && help.markdown);
      assert.ok(shortDescription?.text && fullDescription?.text);
    }
    assert.deepEqual(run.invocations, [{executionSuccessful: true}]);
  });

  it('have a rule, a level, a message and a region in a file of the source', () => {
    const {results, run} = read(FINDINGS);
    const result = results[1]!;
    const {driver} = run.tool;
    assert.equal(driver.rules![result.ruleIndex!]!.id, result.ruleId);
    assert.equal(result.ruleId, 'unknown-term');
    assert.equal(result.level, 'error');
    assert.equal(
      result.message.text,
      'there is no term "x". Did you mean "y"?',
    );
    assert.deepEqual(result.locations, [
      {
        physicalLocation: {
          artifactLocation: {uri: 'docs/a%20b.md', uriBaseId: '%SRCROOT%'},
          region: {startLine: 12, startColumn: 1, endLine: 13, endColumn: 2},
        },
      },
    ]);
  });

  it('name a file outside the source by its whole address', () => {
    const {results} = read([finding({file: '/else/a.md'})]);
    assert.deepEqual(results[0]!.locations![0]!.physicalLocation, {
      artifactLocation: {uri: 'file:///else/a.md'},
      region: {startLine: 3, startColumn: 5, endLine: 3, endColumn: 8},
    });
  });

  it('keep their fingerprints when lines move, and have each its own', () => {
    const prints = (findings: readonly Finding[]) =>
      read(findings).results.map(
        ({partialFingerprints}) => partialFingerprints?.['termElements/v1'],
      );
    const [a, b, c] = prints([...FINDINGS.slice(0, 2), finding()]);
    assert.equal(new Set([a, b, c]).size, 3);
    const moved = finding({
      start: {line: 8, column: 1},
      message: '"TVL" is used before it is spelled out on line 14',
    });
    assert.deepEqual(prints([moved]), [a]);
    assert.match(a!, /^[\da-f]{64}$/);
  });

  it('say how the rules are set', () => {
    const {settings} = readRuleSettings(
      {'over-linked': 'off', 'alias-clash': 'error'},
      [],
    );
    const set = read([], settings).run.tool.driver.rules!;
    const of = (name: string) =>
      set.find(({id}) => id === name)?.defaultConfiguration;
    assert.deepEqual(of('over-linked'), {enabled: false, level: 'none'});
    assert.deepEqual(of('alias-clash'), {enabled: true, level: 'error'});
  });

  it('report a rule that does not exist', () => {
    const {results} = read([finding({rule: 'unknown-rule'})]);
    assert.equal(results[0]!.ruleIndex, undefined);
  });
});
