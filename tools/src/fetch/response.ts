import type {IncomingMessage} from 'node:http';
import {BodyError, readBody} from './body.js';

/** Statuses that `Response` takes no body with. */
const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * An answer of `node:http` as the global `fetch` gives it, its body wholly read.
 *
 * @param limit Of the body, in bytes.
 * @throws {BodyError}
 */
export const asResponse = async (
  answer: IncomingMessage,
  {href}: URL,
  limit: number,
): Promise<Response> => {
  const {statusCode = 0, statusMessage} = answer;
  try {
    const body = await readBody(answer, limit);
    const headers = new Headers();
    for (const [name, value] of Object.entries(answer.headers)) {
      // The body is decoded; its length and coding are no longer these.
      if (name === 'content-encoding' || name === 'content-length') continue;
      for (const one of [value ?? []].flat()) headers.append(name, one);
    }
    if (statusCode < 200 || statusCode > 599) {
      throw new BodyError(`its server answered with the status ${statusCode}`);
    }
    const response = new Response(WITHOUT_BODY.has(statusCode) ? null : body, {
      status: statusCode,
      headers,
    });
    return Object.defineProperties(response, {
      url: {value: href},
      statusText: {value: statusMessage ?? ''},
    });
  } finally {
    answer.destroy();
  }
};
