/**
 * Serves the demo pages and the built package from this machine, under the
 * strictest policy that the elements promise to work with.
 *
 *   npm start              http://127.0.0.1:8000/, or the next free port
 *   PORT=9000 npm start    that port and no other
 */
import {createReadStream} from 'node:fs';
import {realpath, stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, sep} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {fileURLToPath, pathToFileURL} from 'node:url';

/** What every page is served with, before what a page asks for in addition. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const repository = fileURLToPath(new URL('..', import.meta.url));

/** The only folders that are served. */
const folders = new Set(['demo', 'dist']);

const contentTypes = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.ico', 'image/x-icon'],
  ['.jpg', 'image/jpeg'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json'],
  ['.map', 'application/json'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.webp', 'image/webp'],
]);

/** Longest time that `?late=MS` may hold an answer back. */
const maxLateMs = 5000;

/** Only to read addresses that begin with a path. */
const base = 'http://localhost';

const defaultPort = 8000;
const portsTried = 20;

/**
 * Answers one request, with the signature that `node:http` asks for.
 *
 * `/demo/x.json?late=MS` answers after MS milliseconds, to try late data.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export const handleDemo = async (request, response) => {
  try {
    await answer(request, response);
  } catch (error) {
    console.error(error);
    if (!response.headersSent) send(response, 500, 'Internal server error');
    else response.destroy();
  }
};

/** A server that listens to nothing yet. */
export const createDemoServer = () => createServer(handleDemo);

const answer = async (request, response) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return send(response, 405, 'Method not allowed');
  }

  if (!URL.canParse(request.url, base))
    return send(response, 400, 'Bad request');
  const {pathname, searchParams} = new URL(request.url, base);
  if (pathname === '/') return redirect(response, '/demo/');

  const file = await resolveFile(pathname);
  if (file === undefined) return send(response, 404, 'Not found');
  if (file.isFolder) return redirect(response, `${pathname}/`);

  const extension = extname(file.path);
  if (extension === '.json' && pathname.startsWith('/demo/')) {
    const late = Number(searchParams.get('late'));
    if (late > 0) await delay(Math.min(late, maxLateMs));
  }

  response.writeHead(200, {
    'Cache-Control': 'no-cache',
    'Content-Length': file.size,
    'Content-Type': contentTypes.get(extension) ?? 'application/octet-stream',
    'X-Content-Type-Options': 'nosniff',
    ...(extension === '.html' && {
      'Content-Security-Policy': contentSecurityPolicy,
    }),
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
};

/**
 * The file that an address names. Links in the file system are followed, and
 * what they lead to has to lie in the same folder.
 */
const resolveFile = async (pathname) => {
  const path = decode(pathname);
  if (path === undefined) return undefined;
  const [, folder] = path.split('/');
  if (!folders.has(folder)) return undefined;
  try {
    const top = await realpath(repository + folder);
    const real = await realpath(repository + path.slice(1));
    if (real !== top && !real.startsWith(top + sep)) return undefined;
    const found = await stat(real);
    if (found.isFile()) return {path: real, size: found.size};
    if (!found.isDirectory()) return undefined;
    if (!path.endsWith('/')) return {isFolder: true};
    return path.endsWith('/index.html/')
      ? undefined
      : await resolveFile(`${pathname}index.html`);
  } catch {
    return undefined;
  }
};

/** A path as written in an address; undefined if it could mean another. */
const decode = (pathname) => {
  try {
    const path = decodeURIComponent(pathname);
    return /[\\\0]|\/\.|\/\//.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
};

const send = (response, status, text) => {
  response.writeHead(status, {'Content-Type': 'text/plain; charset=utf-8'});
  response.end(`${text}\n`);
};

const redirect = (response, location) => {
  response.writeHead(302, {Location: location});
  response.end();
};

/** Listens on `port`, or on the first free one of those after it. */
const listen = (server, port, tries) =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code !== 'EADDRINUSE' || tries <= 1) return reject(error);
      resolve(listen(server, port + 1, tries - 1));
    });
    server.listen(port, '127.0.0.1', () => resolve(server.address().port));
  });

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const {PORT} = process.env;
  try {
    const port = await listen(
      createDemoServer(),
      PORT ? Number(PORT) : defaultPort,
      PORT ? 1 : portsTried,
    );
    console.log(`Demo: http://127.0.0.1:${port}/`);
  } catch ({message}) {
    console.error(`The demo was not started: ${message}`);
    process.exitCode = 1;
  }
}
