/** The content of one answer, decompressed. */
export interface Body {
  /** In the chunks in which it came. */
  readonly pieces: readonly Uint8Array[];
  readonly bytes: number;
}

/** The body is longer than the limit. */
export class BodyTooLarge extends Error {}

/**
 * Reads a body to its end, or to more than `maxBytes`. What counts is what has
 * to be held in memory, so a small file that unpacks to a large one ends too.
 *
 * @throws {BodyTooLarge} The rest is then not read.
 */
export const readBody = async (
  {body, headers}: Response,
  maxBytes: number,
): Promise<Body> => {
  if (!body) return {pieces: [], bytes: 0};
  if (Number(headers.get('content-length')) > maxBytes) {
    await body.cancel().catch(() => undefined);
    throw new BodyTooLarge();
  }
  const reader = body.getReader();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const {value, done} = await reader.read();
    if (done) return {pieces, bytes};
    bytes += value.length;
    if (bytes > maxBytes) {
      await reader.cancel().catch(() => undefined);
      throw new BodyTooLarge();
    }
    pieces.push(value);
  }
};

/** All of it as one array; a copy only if there are several chunks. */
export const joined = ({pieces, bytes}: Body): Uint8Array => {
  const [first] = pieces;
  if (first && pieces.length === 1) return first;
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};
