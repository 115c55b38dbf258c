/** Serves the preview. */
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import {assetAt} from './assets.js';
import {isOwnHost} from './hosts.js';
import {contentSecurityPolicy} from './pages/frame.js';
import {pageAt} from './pages/page-at.js';
import type {Preview} from './preview.js';

/** So that nothing between server and browser takes a silent stream for dead. */
const HEARTBEAT_MS = 25_000;

const HEADERS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** @param host The name that the server listens on. */
export const previewServer = (preview: Preview, host: string): Server =>
  createServer((request, response) => {
    answer(request, response, preview, host).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, 500, TEXT, `${String(error)}\n`);
    });
  });

const TEXT = 'text/plain; charset=utf-8';

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  preview: Preview,
  host: string,
): Promise<void> => {
  if (!isOwnHost(request.headers.host, host)) {
    const text = `This server answers to 127.0.0.1 and localhost${host ? `, and to ${host}` : ''}.\n`;
    return send(response, 403, TEXT, text);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return send(response, 405, TEXT, 'Method not allowed\n');
  }
  const base = 'http://localhost';
  const target = request.url ?? '/';
  // Two slashes name another host, and an address in full does.
  if (!/^\/(?!\/)/.test(target) || !URL.canParse(target, base)) {
    return send(response, 400, TEXT, 'Bad request\n');
  }
  const url = new URL(target, base);
  const {pathname} = url;
  if (pathname === '/events') return follow(request, response, preview);
  if (pathname === '/glossary.json') {
    const {glossary} = preview.state;
    if (!glossary) return send(response, 404, TEXT, 'Not yet a glossary\n');
    return send(response, 200, 'application/json', JSON.stringify(glossary));
  }
  const asset = await assetAt(pathname);
  if (asset) return send(response, 200, asset.type, asset.body);
  const page = pageAt(url, preview.state);
  if (!page) return send(response, 404, TEXT, 'Not found\n');
  response.setHeader(
    'Content-Security-Policy',
    contentSecurityPolicy(preview.state),
  );
  send(response, page.status, 'text/html; charset=utf-8', page.html);
};

const send = (
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
): void => {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    ...HEADERS,
    'Content-Type': type,
    'Content-Length': bytes.length,
  });
  // Node leaves the body out where the method is HEAD.
  response.end(bytes);
};

/** Server-sent events: the version of what is shown, now and after each save. */
const follow = (
  request: IncomingMessage,
  response: ServerResponse,
  preview: Preview,
): void => {
  response.writeHead(200, {...HEADERS, 'Content-Type': 'text/event-stream'});
  const report = ({version}: {readonly version: number}) =>
    response.write(`event: version\ndata: ${version}\n\n`);
  response.write('retry: 500\n\n');
  report(preview.state);
  const end = preview.follow(report);
  const heartbeat = setInterval(() => response.write(': \n\n'), HEARTBEAT_MS);
  request.on('close', () => {
    clearInterval(heartbeat);
    end();
  });
};
