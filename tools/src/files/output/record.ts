/**
 * The record that a run writes into its output folder, so that the next one
 * knows what it wrote.
 */
import {constants} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {whyUnsafe} from './safe-path.js';

/** The record of the last run; `undefined` if it cannot be read, as on a first run. */
export const readRecord = async (
  folder: string,
  name: string,
): Promise<unknown> => {
  try {
    const text = await readFile(join(folder, name), {
      encoding: 'utf8',
      flag: constants.O_RDONLY | constants.O_NOFOLLOW,
    });
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/**
 * What a record notes of files, by their paths in the folder. Anybody may have
 * edited it: paths that no run would write are left out.
 */
export const recordedFiles = <T>(
  noted: unknown,
  isRight: (value: unknown) => value is T,
): ReadonlyMap<string, T> =>
  new Map(
    Object.entries(Object(noted) as Readonly<Record<string, unknown>>).filter(
      (entry): entry is [string, T] =>
        !whyUnsafe(entry[0]) && isRight(entry[1]),
    ),
  );

export const isText = (value: unknown): value is string =>
  typeof value === 'string';

/** A record as text; the same for the same content. */
export const recordText = (record: Readonly<Record<string, unknown>>): string =>
  `${JSON.stringify(
    record,
    (_, value: unknown) => (value instanceof Map ? inOrder(value) : value),
    1,
  )}\n`;

const inOrder = (files: ReadonlyMap<string, unknown>) =>
  Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
