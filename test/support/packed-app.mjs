/**
 * Apps with the packages as they would be published: what they need is
 * installed, what they have built is served, and Chromium opens it.
 */
import {spawnSync} from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import {createServer} from 'node:http';
import {dirname, extname, join} from 'node:path';
import {launch} from 'puppeteer-core';
import {root} from '../../scripts/run.mjs';
import {findEngines} from '../runner/engines.mjs';

/**
 * Runs a program to its end.
 *
 * @param {string} [input] What it reads.
 * @returns {string} What it has printed.
 * @throws {Error} If it fails, with what it printed.
 */
export const need = (command, args, cwd, env = {}, input = '') => {
  const {status, stdout, stderr, error} = spawnSync(command, args, {
    cwd,
    env: {...process.env, ...env},
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0)
    throw new Error(
      `${command} ${args.join(' ')}: ${error?.message ?? `${stdout}${stderr}`.trim()}`,
    );
  return stdout;
};

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Installs what the lockfile of a folder names, unless it is there. */
export const installIn = (folder) => {
  const {devDependencies} = readJson(join(folder, 'package.json'));
  const isInstalled = ([name, version]) => {
    try {
      const path = join(folder, 'node_modules', name, 'package.json');
      return readJson(path).version === version;
    } catch {
      return false;
    }
  };
  if (!Object.entries(devDependencies).every(isInstalled))
    need('npm', ['ci', '--no-audit', '--no-fund'], folder);
};

const linkModule = (from, modules, name) => {
  const path = join(modules, name);
  mkdirSync(dirname(path), {recursive: true});
  symlinkSync(join(from, name), path, 'dir');
};

/**
 * Puts a package from its tarball into a folder of modules, and links what it
 * depends on, as far as nothing of that name is there.
 */
export const addPackage = (modules, name, tarball) => {
  const path = join(modules, name);
  mkdirSync(path, {recursive: true});
  need('tar', ['-xzf', tarball, '--strip-components=1', '-C', path], modules);
  const {dependencies} = readJson(join(path, 'package.json'));
  for (const needed of Object.keys(dependencies))
    if (!statSync(join(modules, needed), {throwIfNoEntry: false}))
      linkModule(join(root, 'node_modules'), modules, needed);
};

/** Links every module that is installed in a folder into another. */
export const linkModules = (from, modules) => {
  for (const name of readdirSync(from)) {
    if (name.startsWith('.')) continue;
    if (name.startsWith('@'))
      for (const scoped of readdirSync(join(from, name)))
        linkModule(from, modules, `${name}/${scoped}`);
    else linkModule(from, modules, name);
  }
};

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/**
 * Serves files.
 *
 * @param {(pathname: string) => string | Buffer | undefined} read
 *   What a path has; `undefined` is answered with 404.
 * @param {Record<string, string>} [headers] Of every answer.
 */
export const serve = async (read, headers = {}) => {
  const server = createServer(({url}, response) => {
    const {pathname} = new URL(url, 'http://host.invalid');
    const body = read(pathname);
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    // Addresses without a name's end are pages.
    const type = TYPES[extname(pathname) || '.html'];
    response.writeHead(200, {
      ...headers,
      'content-type': `${type ?? 'application/octet-stream'}; charset=utf-8`,
    });
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** The file of a path in a folder, of which `index.html` is the page. */
export const fileIn = (folder) => (pathname) => {
  try {
    return readFileSync(
      join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname),
    );
  } catch {
    return undefined;
  }
};

/** @throws {Error} Where there is no Chromium. */
export const launchChromium = () => {
  const {browser: executablePath} = findEngines().chromium.programs;
  if (!executablePath) throw new Error('Chromium is not installed.');
  return launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
};
