import {constants} from 'node:buffer';
import {CommandError} from '../terminal/errors.js';
import type {Io} from '../terminal/io.js';
import {OutputTree, type TreeResult} from '../files/output/output-tree.js';
import type {OutputFile} from '../formats/writing/exporter.js';
import {WrittenFiles} from './written-files.js';

/** What an export writes: one text, in pieces, or the files of a folder. */
export type OutputContent =
  | {readonly text: Iterable<string> | AsyncIterable<string>}
  | {
      readonly files: Iterable<OutputFile> | AsyncIterable<OutputFile>;
      /** Whether files of the last run that are not among these go. */
      readonly isWhole?: boolean;
    };

export interface Written extends TreeResult {
  readonly isFolder: boolean;
  /** Files of the last run that are gone. */
  readonly removed: number;
  /** Those that would be, but were changed since. */
  readonly kept: readonly string[];
}

const ONE: Written = {
  isFolder: false,
  files: 1,
  changed: 1,
  removed: 0,
  kept: [],
};

/**
 * Writes all of it, or nothing: one text to a file or to standard output, files
 * to a folder.
 *
 * @throws {CommandError} Where it cannot be written.
 */
export const writeOutput = async (
  content: OutputContent,
  output: string | undefined,
  io: Io,
): Promise<Written> => {
  if ('files' in content) {
    if (output === undefined) {
      throw new CommandError(
        'expected a folder to write to, received none',
        'Name it: --output FOLDER',
      );
    }
    return writeFolder(content, output);
  }
  if (output === undefined) {
    for await (const piece of content.text) io.stdout(piece);
    return ONE;
  }
  const text = await joined(content.text, output);
  await io.files.replace(output, text);
  return ONE;
};

const joined = async (
  pieces: Iterable<string> | AsyncIterable<string>,
  output: string,
): Promise<string> => {
  const all: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > constants.MAX_STRING_LENGTH) {
      throw new CommandError(
        `cannot write ${output}: it would have more than ${constants.MAX_STRING_LENGTH.toLocaleString('en')} characters`,
        'Leave out --output, and send standard output to the file.',
      );
    }
    all.push(piece);
  }
  return all.join('');
};

const writeFolder = async (
  {files, isWhole}: Extract<OutputContent, {files: unknown}>,
  folder: string,
): Promise<Written> => {
  const tree = new OutputTree(folder);
  const written = isWhole ? new WrittenFiles(folder) : undefined;
  try {
    // The record of what was written is no file of the export.
    let count = 0;
    let changed = 0;
    for await (const {path, content} of files) {
      if (await tree.write(path, content)) changed++;
      written?.add(path, content);
      count++;
    }
    const {removed = 0, kept = []} = (await written?.finish(tree)) ?? {};
    await tree.commit();
    return {isFolder: true, files: count, changed, removed, kept};
  } finally {
    await tree.discard();
  }
};
