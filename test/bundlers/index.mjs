/**
 * An app as each bundler builds it from the packages that would be published:
 * how many scripts it has, whether it has a sentence of the bundled glossary,
 * and whether it runs.
 *
 *   npm run test:bundlers              after a build; needs Chromium
 *   npm run test:bundlers -- Vite      one bundler
 *
 * It installs the bundlers from the registry, so it is no part of npm test.
 */
import {spawnSync} from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync} from 'node:zlib';
import {launch} from 'puppeteer-core';
import {pack} from '../../scripts/pack.mjs';
import {root} from '../../scripts/run.mjs';
import {findEngines} from '../runner/engines.mjs';
import {APPS} from './apps.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Runs a program, and ends with it where it fails. */
const need = (command, args, cwd) => {
  const {status, stderr} = spawnSync(command, args, {cwd, encoding: 'utf8'});
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
};

const isInstalled = ([name, version]) => {
  try {
    const path = join(here, 'node_modules', name, 'package.json');
    return JSON.parse(readFileSync(path, 'utf8')).version === version;
  } catch {
    return false;
  }
};

/** A folder with the app, the package from its tarball, and what that depends on. */
const writeApp = (folder, tarball, {entry, script, html, files}) => {
  const app = join(folder, 'app');
  const modules = join(app, 'node_modules');
  mkdirSync(join(modules, 'term-elements'), {recursive: true});
  const contents = {
    ...files,
    'index.html': html,
    'main.js': `import '${entry}';\n${script}\n`,
    'package.json': JSON.stringify({
      name: 'app',
      private: true,
      type: 'module',
      '@parcel/resolver-default': {packageExports: true},
    }),
  };
  for (const [name, text] of Object.entries(contents))
    writeFileSync(join(app, name), text);
  // prettier-ignore
  need('tar', ['-xzf', tarball, '--strip-components=1', '-C', join(modules, 'term-elements')], app);
  const {dependencies} = JSON.parse(
    readFileSync(join(modules, 'term-elements/package.json'), 'utf8'),
  );
  for (const name of Object.keys(dependencies)) {
    mkdirSync(join(modules, name, '..'), {recursive: true});
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'dir');
  }
  return app;
};

const TYPES = {
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.json': 'application/json',
};

const serve = async (folder) => {
  const server = createServer(({url}, response) => {
    const {pathname} = new URL(url, 'http://host.invalid');
    try {
      const path = join(folder, pathname === '/' ? 'index.html' : pathname);
      const body = readFileSync(path);
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, {'content-type': `${type}; charset=utf-8`});
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => server.close(),
  };
};

/** Opens the app, and waits until its card and its linker show what they have to. */
const tryApp = async (browser, folder, {card, tip}) => {
  const server = await serve(folder);
  const page = await browser.newPage();
  const errors = [];
  const requests = [];
  page.on('pageerror', ({message}) => errors.push(message));
  page.on('response', (response) => {
    const {pathname} = new URL(response.url());
    if (!response.ok()) errors.push(`${response.status()} ${pathname}`);
    if (pathname !== '/' && pathname.startsWith('/')) requests.push(pathname);
  });
  try {
    await page.goto(server.address);
    await page
      .waitForFunction(
        (card, tip) => {
          const find = (selector) =>
            globalThis.document.querySelector(selector);
          return (
            find('term-card')?.shadowRoot?.textContent.includes(card) &&
            find('term-linker term-tip')?.textContent.toLowerCase() === tip
          );
        },
        {timeout: 20_000},
        card,
        tip,
      )
      .catch(() => errors.push('the card and the linker show nothing'));
    return {errors, requests};
  } finally {
    await page.close();
    server.close();
  }
};

const filesIn = (folder) =>
  readdirSync(folder, {recursive: true}).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );

const {devDependencies} = JSON.parse(
  readFileSync(join(here, 'package.json'), 'utf8'),
);
if (!Object.entries(devDependencies).every(isInstalled))
  need('npm', ['ci', '--no-audit', '--no-fund'], here);
const {BUNDLERS, addFiles} = await import('./bundlers.mjs');

const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'bundlers-'));
const {browser: executablePath} = findEngines().chromium.programs;
if (!executablePath) throw new Error('Chromium is not installed.');
const browser = await launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
let failed = 0;
try {
  const {'term-elements': tarball} = await pack(folder);
  const [{summary: sentence}] = JSON.parse(
    readFileSync(join(root, 'data/glossary.json'), 'utf8'),
  ).terms;
  for (const [appName, app] of Object.entries(APPS)) {
    const isBundled = appName === 'bundled glossary';
    for (const [name, bundle] of Object.entries(BUNDLERS)) {
      if (wanted.length && !wanted.includes(name)) continue;
      const place = mkdtempSync(join(folder, 'app-'));
      const source = writeApp(place, tarball, app);
      const out = join(place, 'out');
      mkdirSync(out);
      const faults = [];
      let scripts = [];
      let requests = [];
      try {
        await bundle(source, out);
        addFiles(source, out, Object.keys(app.files));
        scripts = filesIn(out).filter((file) => file.endsWith('.js'));
        const texts = scripts.map((file) =>
          readFileSync(join(out, file), 'utf8'),
        );
        if (texts.some((text) => text.includes(sentence)) !== isBundled)
          faults.push(
            isBundled
              ? 'expected the bundled glossary in it'
              : 'expected nothing of the bundled glossary',
          );
        if (scripts.length > app.mostScripts)
          faults.push(`expected at most ${app.mostScripts} scripts`);
        const tried = await tryApp(browser, out, app.shows);
        faults.push(...tried.errors);
        requests = tried.requests;
      } catch ({message}) {
        faults.push(message);
      }
      const bytes = requests
        .filter((path) => path.endsWith('.js'))
        .reduce(
          (sum, path) =>
            sum + brotliCompressSync(readFileSync(join(out, path))).length,
          0,
        );
      failed += faults.length;
      console.log(
        `${faults.length ? '✗' : '✓'} ${appName}, ${name}: ${scripts.length} scripts, of which a page with a card and a linker loads ${requests.filter((path) => path.endsWith('.js')).length} (${(bytes / 1000).toFixed(1)} kB)`,
      );
      for (const fault of faults) console.log(`  ${fault}`);
    }
  }
} finally {
  await browser.close();
  if (process.env.KEEP) console.log(folder);
  else rmSync(folder, {recursive: true, force: true});
}
process.exitCode = failed ? 1 : 0;
