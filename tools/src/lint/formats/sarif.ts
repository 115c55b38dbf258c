import type {ReportingDescriptor} from 'sarif';
import {sarifText} from '../../terminal/sarif.js';
import type {Finding} from '../finding.js';
import type {Rule} from '../rule.js';
import {fixOf, RULES} from '../rules/index.js';
import type {RuleSettings} from '../settings.js';

/** The findings in SARIF, with all rules as they are set. */
export const sarifOf = (
  findings: readonly Finding[],
  {version, rules}: {readonly version: string; readonly rules: RuleSettings},
): string =>
  sarifText(
    findings.map((finding) => ({
      ...finding,
      help: finding.help ?? fixOf(finding.rule),
    })),
    {version, rules: RULES.map((rule) => descriptorOf(rule, rules))},
  );

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
