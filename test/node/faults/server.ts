/**
 * A server that misbehaves in the ways that real ones do. It answers each path
 * as the test says, in turn (the last answer stays), and counts the requests.
 */
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';
import {gzipSync} from 'node:zlib';

export type Answer = (
  response: ServerResponse,
  request: IncomingMessage,
) => void;

const JSON_TYPE = {'content-type': 'application/json'};

/** Readers on every other site may have it. */
const CORS = {'access-control-allow-origin': '*', 'timing-allow-origin': '*'};

type Headers = Readonly<Record<string, string | number>>;

/** A whole answer. */
export const send =
  (body: string | Uint8Array, headers: Headers = {}, status = 200): Answer =>
  (response) => {
    response.writeHead(status, {...JSON_TYPE, ...CORS, ...headers}).end(body);
  };

export const status = (code: number, headers: Headers = {}): Answer =>
  send(code === 204 ? '' : `{"status":${code}}`, headers, code);

/** The connection breaks before there is an answer. */
export const reset: Answer = (response) => {
  response.socket?.destroy();
};

/** Says nothing for ever. */
export const silence: Answer = () => undefined;

/** Half of what was promised, then the connection breaks. */
export const truncated =
  (body: string): Answer =>
  (response) => {
    response.writeHead(200, {
      ...JSON_TYPE,
      ...CORS,
      'content-length': Buffer.byteLength(body),
    });
    response.write(body.slice(0, body.length / 2), () => {
      response.socket?.destroy();
    });
  };

const flowing = (
  response: ServerResponse,
  piece: string,
  every: number,
): void => {
  response.writeHead(200, {...JSON_TYPE, ...CORS});
  response.write('{"format":1,"name":"');
  const timer = setInterval(() => {
    if (!response.writableNeedDrain) response.write(piece);
  }, every);
  response.on('close', () => {
    clearInterval(timer);
  });
};

/** JSON that goes on for ever, as fast as it is read. */
export const endless: Answer = (response) => {
  flowing(response, 'endless '.repeat(8192), 1);
};

/** One byte at a time. */
export const slow: Answer = (response) => {
  flowing(response, '.', 20);
};

/** A few kilobytes that unpack to `bytes` of good JSON. */
export const bomb = (bytes: number): Answer =>
  send(gzipSync(`{"format":1,"name":"${' '.repeat(bytes)}","terms":[]}`), {
    'content-encoding': 'gzip',
  });

/** Elsewhere, with or without leave for readers on other sites. */
export const redirect =
  (location: string, headers: Headers = CORS): Answer =>
  (response) => {
    response.writeHead(302, {location, ...headers}).end();
  };

export interface FaultyServer {
  /** `http://127.0.0.1:1234`. */
  readonly origin: string;
  /** Says what a path answers, and forgets how often it was asked. */
  answer(path: string, ...answers: readonly Answer[]): void;
  /** How often a path was asked for. */
  requests(path: string): number;
  /** The last request for a path. */
  last(path: string): IncomingMessage | undefined;
  /** Stops to listen and cuts every connection. */
  stop(): Promise<void>;
  /** Listens again, at the same address. */
  start(): Promise<void>;
}

export const startFaultyServer = async (): Promise<FaultyServer> => {
  const answers = new Map<string, Answer[]>();
  const requests = new Map<string, IncomingMessage[]>();
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    requests.set(path, [...(requests.get(path) ?? []), request]);
    if (request.method === 'OPTIONS') {
      response.writeHead(204, {...CORS, 'access-control-allow-headers': '*'});
      response.end();
      return;
    }
    const due = answers.get(path) ?? [];
    const answer = due.length > 1 ? due.shift() : due[0];
    (answer ?? status(404))(response, request);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  let port = 0;
  const start = async () => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    ({port} = server.address() as AddressInfo);
  };
  await start();
  return {
    origin: `http://127.0.0.1:${port}`,
    answer(path, ...due) {
      answers.set(path, [...due]);
      requests.delete(path);
    },
    requests: (path) => requests.get(path)?.length ?? 0,
    last: (path) => requests.get(path)?.at(-1),
    async stop() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    start,
  };
};

/** An address where nobody listens. */
export const closedPort = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}/`;
};

/** Value of an `integrity` attribute. */
export const integrityOf = (
  content: string | Uint8Array,
  kind: 'sha256' | 'sha384' | 'sha512' = 'sha256',
): string => `${kind}-${createHash(kind).update(content).digest('base64')}`;
