import {once} from 'node:events';
import {createServer, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {TestContext} from 'node:test';
import {
  type FetchPolicy,
  guardedFetcher,
} from '../../../../tools/src/fetch/guarded-fetch.js';

/** A server on this machine, which goes when the test ends. */
export const serve = async (context: TestContext, answer: RequestListener) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const {port} = server.address() as AddressInfo;
  return {asked, port, origin: `http://127.0.0.1:${port}`};
};

/** Takes this machine for a public one; all else is as it is for users. */
export const fetchHere = (changes: Partial<FetchPolicy> = {}) =>
  guardedFetcher({
    whyRefused: (address) =>
      address === '127.0.0.1' ? undefined : 'not this machine',
    ...changes,
  });
