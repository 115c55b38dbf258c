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
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync} from 'node:zlib';
import {pack} from '../../scripts/pack.mjs';
import {root} from '../../scripts/run.mjs';
import {
  addPackage,
  fileIn,
  installIn,
  launchChromium,
  serve,
} from '../support/packed-app.mjs';
import {APPS} from './apps.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** A folder with the app, the package from its tarball, and what that depends on. */
const writeApp = (folder, tarball, {entry, script, html, files}) => {
  const app = join(folder, 'app');
  mkdirSync(app);
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
  addPackage(join(app, 'node_modules'), 'term-elements', tarball);
  return app;
};

/** Opens the app, and waits until its card and its linker show what they have to. */
const tryApp = async (browser, folder, {card, tip}) => {
  const server = await serve(fileIn(folder));
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

installIn(here);
const {BUNDLERS, addFiles} = await import('./bundlers.mjs');

const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'bundlers-'));
const browser = await launchChromium();
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
