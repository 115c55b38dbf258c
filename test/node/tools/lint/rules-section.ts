import {RULES} from '../../../../tools/src/lint/rules/index.js';
import type {OptionSpec} from '../../../../tools/src/lint/rule.js';

const TYPES: Readonly<Record<OptionSpec['type'], string>> = {
  number: 'number',
  boolean: 'true or false',
  texts: 'list of texts',
};

const severityText = (severity: string) =>
  severity === 'off'
    ? 'Off by default.'
    : `A ${severity} by default.`.replace('A e', 'An e');

/** The part of `docs/linting.md` that says what the rules are. */
export const rulesSection = (): string =>
  RULES.map(({name, title, why, fix, severity, options}) => {
    const list = Object.entries(options).map(
      ([option, spec]) =>
        `- \`${option}\` (${TYPES[spec.type]}, \`${JSON.stringify(spec.default)}\`): ${spec.about}`,
    );
    return [
      `### ${name}`,
      `${title}. ${severityText(severity)}`,
      `${why} ${fix}`,
      ...(list.length ? [list.join('\n')] : []),
    ].join('\n\n');
  }).join('\n\n');
