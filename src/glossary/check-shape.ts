import {describe, type Fault, GlossaryFormatError, pathText} from './errors.js';
import type {Glossary} from './types.js';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * The part of the format without which nothing can be looked up, checked
 * without the validation chunk: data that is in the page already has to be on
 * screen in the first update. `parseGlossary` checks all of it.
 *
 * @throws {GlossaryFormatError}
 */
export const checkShape = (value: unknown, source: string): Glossary => {
  const fault = firstFault(value);
  if (fault) throw new GlossaryFormatError([fault], source);
  return value as Glossary;
};

const faultAt = (
  keys: readonly (string | number)[],
  expected: string,
  value: unknown,
): Fault => ({path: pathText(keys), keys, expected, received: describe(value)});

const firstFault = (value: unknown): Fault | undefined => {
  if (!isObject(value)) return faultAt([], 'an object', value);
  if (value.format !== 1) {
    return faultAt(
      ['format'],
      '1, the format that this version reads',
      value.format,
    );
  }
  for (const list of ['terms', 'areas'] as const) {
    const items = value[list];
    if (items === undefined && list === 'areas') continue;
    if (!Array.isArray(items)) return faultAt([list], 'an array', items);
    for (const [index, item] of (items as unknown[]).entries()) {
      if (!isObject(item)) return faultAt([list, index], 'an object', item);
      if (typeof item.id !== 'string') {
        return faultAt([list, index, 'id'], 'a string', item.id);
      }
    }
  }
  return undefined;
};
