import {once} from 'node:events';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {CommandError, reasonOf} from '../terminal/errors.js';

/** Ports after the first that are tried, if no port was asked for. */
const TRIED = 20;

/**
 * Makes a server listen.
 *
 * @param isAsked Whether the port was asked for; a free one beside it is taken
 *     otherwise.
 * @returns The port.
 * @throws {CommandError} Where no port is free.
 */
export const listen = async (
  server: Server,
  {host, port, isAsked}: {host: string; port: number; isAsked: boolean},
): Promise<number> => {
  const last = isAsked || port === 0 ? port : Math.min(65_535, port + TRIED);
  for (let next = port; ; next++) {
    try {
      server.listen(next, host);
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const {code} = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE' && next < last) continue;
      throw code === 'EADDRINUSE'
        ? new CommandError(
            `port ${next} is taken`,
            'Choose another one with --port 4100, or any free one with --port 0',
          )
        : new CommandError(`cannot listen on ${host}: ${reasonOf(error)}`);
    }
  }
};
