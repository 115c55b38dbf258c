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

/** Every check and every writer follows a document down; this bounds how far. */
const MAX_DEPTH = 500;

/** @throws {CommandError} Where a document is nested too deeply to be a glossary. */
export const requireShallow = (value: unknown, path: string): void => {
  if (!isDeeperThan(value, MAX_DEPTH)) return;
  throw new CommandError(
    `${path}: lists and objects are nested more than ${MAX_DEPTH} deep`,
    'No glossary is; is this the right file?',
  );
};
