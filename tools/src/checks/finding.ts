/** Something in a glossary that is wrong, or looks it. */
export interface Finding {
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

export const error = (keys: Keys, message: string): Finding => ({
  severity: 'error',
  keys,
  message,
});

export const warning = (keys: Keys, message: string): Finding => ({
  severity: 'warning',
  keys,
  message,
});
