import {formFault} from 'term-elements/linking';

/** Settings from plain JavaScript, where nothing has looked at their types. */
const CHOICES = {
  first: ['section', 'page', 'all'],
  as: ['link', 'tip', 'both'],
} as const;

const isCount = (value: unknown): boolean =>
  typeof value === 'number' && value >= 0;

/** @throws {TypeError} For a value that a setting does not have; it would be taken for another one. */
export const requireSettings = (settings: object): void => {
  const given = settings as Readonly<Record<string, unknown>>;
  for (const [name, known] of Object.entries(CHOICES)) {
    const value = given[name];
    if (value === undefined || known.some((choice) => choice === value))
      continue;
    throw new TypeError(
      `${name}: expected ${known.join(', ')}, received ${JSON.stringify(value)}`,
    );
  }
  if (given.limit !== undefined && !isCount(given.limit))
    throw new TypeError(
      `limit: expected a number, 0 or more, received ${JSON.stringify(given.limit)}`,
    );
  const fault = formFault('termHref', given.termHref);
  if (fault !== undefined) throw new TypeError(fault);
};
