import {constants} from 'node:buffer';
import {CommandError} from '../errors.js';
import type {Io} from '../io.js';
import {OutputTree, type TreeResult} from '../output/output-tree.js';
import type {OutputFile} from './exporter.js';

/** What an export writes: one text, in pieces, or the files of a folder. */
export type OutputContent =
  | {readonly text: Iterable<string> | AsyncIterable<string>}
  | {readonly files: Iterable<OutputFile> | AsyncIterable<OutputFile>};

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
): Promise<TreeResult> => {
  if ('files' in content) {
    if (output === undefined) {
      throw new CommandError(
        'expected a folder to write to, received none',
        'Name it: --output FOLDER',
      );
    }
    return writeFolder(content.files, output);
  }
  if (output === undefined) {
    for await (const piece of content.text) io.stdout(piece);
    return {files: 1, changed: 1};
  }
  const text = await joined(content.text, output);
  await io.files.replace(output, text);
  return {files: 1, changed: 1};
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
  files: Iterable<OutputFile> | AsyncIterable<OutputFile>,
  folder: string,
): Promise<TreeResult> => {
  const tree = new OutputTree(folder);
  try {
    for await (const {path, content} of files) await tree.write(path, content);
    return await tree.commit();
  } finally {
    await tree.discard();
  }
};
