import {CommandError} from '../../terminal/errors.js';
import {JsonSyntaxError} from 'term-elements/glossary';
import type {Report} from '../../terminal/report.js';
import {beginningOf} from '../reading/beginning.js';
import type {
  Imported,
  Importer,
  ImportInput,
  ImportOptions,
} from '../reading/importer.js';
import {JsonEntries, type JsonEntry} from './entries.js';
import {TermFinder} from './term-finder.js';

/**
 * JSON in which the properties have other names: a list, a list inside of an
 * object, an object with an entry for each id, or one entry on each line.
 * `--map terms=data.items` says where the entries are.
 */
export const jsonImporter: Importer = {
  recognises: (file) => /\.(json|ndjson|jsonl)$/i.test(file),
  read,
};

async function* read(
  input: ImportInput,
  {map: all}: ImportOptions,
  report: Report,
): AsyncGenerator<Imported> {
  const {file} = input;
  const map = new Map(all);
  const where = map.get('terms')?.split('.');
  map.delete('terms');
  const {start, pieces} = await beginningOf(input.pieces());
  const finder = new TermFinder(file, where, map, report);
  const entries = new JsonEntries(finder.opener(start));
  for await (const piece of pieces) {
    for (const entry of placed(file, () => entries.push(piece))) {
      yield* finder.read(entry);
    }
  }
  for (const entry of placed(file, () => entries.end())) {
    yield* finder.read(entry);
  }
  if (!entries.documents) {
    throw new CommandError(
      `${file}:1: expected JSON, received an empty file`,
      'The file has to hold a list of entries, or an object of them.',
    );
  }
  yield* finder.end();
}

/** @throws {CommandError} Where the text is not JSON; says where. */
const placed = (
  file: string,
  run: () => readonly JsonEntry[],
): readonly JsonEntry[] => {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const {line, column, expected, received} = error;
    throw new CommandError(
      `${file}:${line}:${column}: expected ${expected}, received ${received}`,
      'The file has to be JSON, or one JSON object on each line.',
    );
  }
};
