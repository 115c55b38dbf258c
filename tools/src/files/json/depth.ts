import {MAX_DEPTH, pathText} from 'term-elements/glossary';
import {CommandError} from '../../terminal/errors.js';

/** Whether lists and objects of a JSON value are nested deeper than this. */
export const isDeeperThan = (value: unknown, most: number): boolean => {
  let level: unknown[] = [value];
  for (let depth = 0; level.length; depth++) {
    if (depth > most) return true;
    level = level.flatMap((item) =>
      typeof item === 'object' && item
        ? (Object.values(item) as unknown[])
        : [],
    );
  }
  return false;
};

/**
 * Every check and every writer follows a document down; this bounds how far, as
 * in a page.
 *
 * @throws {CommandError} Names the entries that are nested too deeply.
 */
export const requireShallow = (value: unknown, path: string): void => {
  if (!isDeeperThan(value, MAX_DEPTH)) return;
  const deep = Object.entries(Object(value) as object).flatMap(
    ([key, property]) =>
      Array.isArray(property)
        ? property.flatMap((item, index) =>
            isDeeperThan(item, MAX_DEPTH - 2) ? pathText([key, index]) : [],
          )
        : isDeeperThan(property, MAX_DEPTH - 1)
          ? pathText([key])
          : [],
  );
  throw new CommandError(
    `${path}: expected lists and objects in at most ${MAX_DEPTH} levels, received more in ${deep.slice(0, SHOWN).join(', ') || 'it'}`,
    'No glossary has as many; is this the right file?',
  );
};

const SHOWN = 10;
