import {createReadStream} from 'node:fs';
import {CommandError, reasonOf} from '../terminal/errors.js';
import type {ImportInput} from '../formats/reading/importer.js';
import type {GuardedFetch} from './guarded-fetch.js';

/** Two letters at least: `C:` is a drive. */
const SCHEME = /^([a-z][a-z\d+.-]{1,20}):\/\//i;

/** What connects is loaded for the first address. */
const guardedFetch: GuardedFetch = async (...args) =>
  (await import('./guarded-fetch.js')).guardedFetch(...args);

/**
 * The input that a word of the command line names: a file, or with `--fetch`
 * an address. Nothing is opened before it is read.
 *
 * @throws {CommandError} For an address without `--fetch`, and one that is
 *     neither http nor https.
 */
export const inputFrom = (
  name: string,
  {fetch, get = guardedFetch}: {fetch: boolean; get?: GuardedFetch},
): ImportInput => {
  const scheme = SCHEME.exec(name)?.[1]?.toLowerCase();
  if (scheme === undefined) return fileInput(name);
  if (scheme !== 'https' && scheme !== 'http') {
    throw new CommandError(
      `cannot read ${name}: expected a path, or an http or https address`,
      'Name a file, or an address with --fetch',
    );
  }
  if (!fetch) {
    throw new CommandError(
      `${name} is on the network, which needs --fetch`,
      'Add --fetch, or download it and name the file.',
    );
  }
  return addressInput(name, get);
};

const fileInput = (file: string): ImportInput => {
  const pieces = async function* () {
    try {
      yield* decoded(createReadStream(file), file);
    } catch (error) {
      if (error instanceof CommandError) throw error;
      throw new CommandError(
        `cannot read ${file}: ${reasonOf(error)}`,
        'Paths are taken from the current folder.',
      );
    }
  };
  return {file, pieces, text: () => joined(pieces())};
};

const addressInput = (file: string, get: GuardedFetch): ImportInput => {
  let body: Promise<Uint8Array> | undefined;
  const load = async () => {
    const response = await get(file);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    throw new CommandError(
      `cannot fetch ${file}: its server answered ${response.status} ${response.statusText}`.trimEnd(),
      'Is the address right?',
    );
  };
  const pieces = async function* () {
    yield* decoded([await (body ??= load())], file);
  };
  return {file, pieces, text: () => joined(pieces())};
};

/** Programs for tables save UTF-16, and say so with its byte order mark. */
const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

/** @throws {CommandError} For what is neither UTF-8 nor marked as UTF-16. */
const decoded = async function* (
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: string,
) {
  let decoder: TextDecoder | undefined;
  const decode = (piece?: Uint8Array) => {
    // Takes the byte order mark off.
    decoder ??= new TextDecoder(encodingOf(piece ?? new Uint8Array()), {
      fatal: true,
    });
    try {
      return decoder.decode(piece, {stream: piece !== undefined});
    } catch {
      throw new CommandError(
        `cannot read ${file}: expected UTF-8, received other bytes`,
        'Save the file as UTF-8.',
      );
    }
  };
  for await (const piece of pieces) yield decode(piece);
  yield decode();
};

const joined = async (pieces: AsyncIterable<string>): Promise<string> => {
  const texts: string[] = [];
  for await (const piece of pieces) texts.push(piece);
  return texts.join('');
};
