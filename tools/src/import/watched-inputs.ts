import {stat} from 'node:fs/promises';
import type {ImportInput} from '../formats/reading/importer.js';
import type {PlacedInput} from './inputs.js';

/** Bytes of an input; what cannot be known, as of an address, counts as one. */
const sizeOf = async ({input}: PlacedInput): Promise<number> =>
  (await stat(input.file).catch(() => undefined))?.size ?? 1;

/**
 * The same inputs, which report how far they are read.
 *
 * @param show Is called with the part of all bytes that was read, from 0 to 1.
 */
export const watchedInputs = async (
  inputs: readonly PlacedInput[],
  show: (part: number) => void,
): Promise<readonly PlacedInput[]> => {
  const sizes: number[] = [];
  for (const input of inputs) sizes.push(await sizeOf(input));
  const all = sizes.reduce((sum, size) => sum + size, 0) || 1;
  let before = 0;
  return inputs.map((placed, index) => {
    const start = before;
    const size = sizes[index]!;
    before += size;
    const showRead = (bytes: number) =>
      show((start + Math.min(bytes, size)) / all);
    return {...placed, input: watchedInput(placed.input, showRead)};
  });
};

/** @param show Is called with the bytes that were read so far. */
const watchedInput = (
  input: ImportInput,
  show: (bytes: number) => void,
): ImportInput => {
  const whole = async (read: () => Promise<string>) => {
    show(0);
    const text = await read();
    show(Infinity);
    return text;
  };
  return {
    ...input,
    text: () => whole(() => input.text()),
    ...(input.original && {original: () => whole(() => input.original!())}),
    async *pieces() {
      let bytes = 0;
      show(bytes);
      for await (const piece of input.pieces()) {
        yield piece;
        show((bytes += Buffer.byteLength(piece)));
      }
    },
  };
};
