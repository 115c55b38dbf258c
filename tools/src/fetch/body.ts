import type {IncomingMessage} from 'node:http';
import type {Readable, Transform} from 'node:stream';
import {createBrotliDecompress, createGunzip, createInflate} from 'node:zlib';

/** An answer that is not taken, and why. */
export class BodyError extends Error {
  override readonly name = 'BodyError';
}

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * The body of an answer, decompressed.
 *
 * @param limit In bytes, before and after: a few kilobytes may hold gigabytes.
 * @throws {BodyError} Where it is longer, or coded in a way that was not asked for.
 */
export const readBody = async (
  answer: IncomingMessage,
  limit: number,
): Promise<Buffer<ArrayBuffer>> => {
  const announced = Number(answer.headers['content-length'] ?? 0);
  if (announced > limit) throw tooLong(limit);
  const coding = (answer.headers['content-encoding'] ?? '')
    .trim()
    .toLowerCase();
  if (!coding || coding === 'identity') return collect(answer, limit);
  const decoder = Object.hasOwn(DECODERS, coding)
    ? DECODERS[coding]!()
    : undefined;
  if (!decoder) {
    throw new BodyError(
      `expected gzip, deflate or br as its content-encoding, received ${coding.slice(0, 80)}`,
    );
  }
  let received = 0;
  answer.on('data', (piece: Buffer) => {
    received += piece.length;
    if (received > limit) decoder.destroy(tooLong(limit));
  });
  answer.on('error', (error) => decoder.destroy(error));
  answer.pipe(decoder);
  return collect(decoder, limit);
};

const collect = async (
  stream: Readable,
  limit: number,
): Promise<Buffer<ArrayBuffer>> => {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > limit) throw tooLong(limit);
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
};

const tooLong = (limit: number) =>
  new BodyError(
    `expected at most ${(limit / 2 ** 20).toLocaleString('en')} MiB, received more`,
  );
