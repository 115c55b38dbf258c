/** What `validate` looks for, by the codes that its reports name. */
export const CHECKS = {
  syntax: {severity: 'error', title: 'A file that is not JSON'},
  format: {severity: 'error', title: 'A value that the format does not allow'},
  'unknown-property': {
    severity: 'warning',
    title: 'A property whose name is nearly one of the format',
  },
  'duplicate-id': {
    severity: 'error',
    title: 'An id that two terms or two areas have, or a number two resources',
  },
  'duplicate-former-id': {
    severity: 'warning',
    title: 'A former id that another term has or had',
  },
  'duplicate-address': {
    severity: 'warning',
    title: 'An address that two terms have',
  },
  'ambiguous-name': {
    severity: 'warning',
    title: 'A name, alias or abbreviation that two terms share',
  },
  'empty-summary': {severity: 'warning', title: 'A summary without words'},
  'unknown-reference': {
    severity: 'error',
    title: 'A related term, area, successor or `[[id]]` that is not there',
  },
  'unsafe-address': {
    severity: 'error',
    title: 'An address that no link may have, such as `javascript:`',
  },
} as const satisfies Readonly<
  Record<
    string,
    {readonly severity: 'error' | 'warning'; readonly title: string}
  >
>;

export type CheckCode = keyof typeof CHECKS;

/** Something in a glossary that is wrong, or looks wrong. */
export interface Finding {
  readonly code: CheckCode;
  readonly severity: 'error' | 'warning';
  /** Where, as keys and indexes. */
  readonly keys: readonly (string | number)[];
  readonly message: string;
  readonly expected?: string;
  readonly received?: string;
  /** Whether the name of the property is meant, not its value. */
  readonly name?: boolean;
}

export type Keys = Finding['keys'];

export const finding = (
  code: CheckCode,
  keys: Keys,
  message: string,
): Finding => ({code, severity: CHECKS[code].severity, keys, message});
