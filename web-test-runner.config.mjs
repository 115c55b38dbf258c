/** Browser tests. Run them with `npm test -- --only=browser`. */
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher, puppeteerCore} from '@web/test-runner-chrome';
import {browserTotals} from './test/runner/browser-totals.mjs';
import {built} from './test/runner/built.mjs';
import {engineNames, findEngines} from './test/runner/engines.mjs';
import {faults} from './test/runner/faults.mjs';
import {jsonModules} from './test/runner/json-modules.mjs';
import {mediaCommand} from './test/runner/media-command.mjs';
import {pages} from './test/runner/pages.mjs';
import {touchCommand} from './test/runner/touch-command.mjs';
import {WebKitLauncher} from './test/runner/webkit-launcher.mjs';

const rootDir = fileURLToPath(new URL('.', import.meta.url));
const {ENGINES, TOTALS, TEST_GREP, CI} = process.env;

const launchers = {
  chromium: ({browser}) =>
    chromeLauncher({
      puppeteer: puppeteerCore,
      launchOptions: {
        executablePath: browser,
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      },
      // One page at a time: what one is told of forced colours, another sees.
      concurrency: 1,
      // Each file has the focus of its own page, and a storage of its own.
      async createPage({context}) {
        const own = await context.browser().createBrowserContext();
        const page = await own.newPage();
        const connection = await page.createCDPSession();
        await connection.send('Emulation.setFocusEmulationEnabled', {
          enabled: true,
        });
        return page;
      },
    }),
  firefox: ({browser}) =>
    chromeLauncher({
      puppeteer: puppeteerCore,
      launchOptions: {browser: 'firefox', executablePath: browser},
      concurrency: 1,
    }),
  webkit: (programs) => new WebKitLauncher(programs),
};

/** A sandboxed page has no origin, and is to load modules all the same. */
const openToAll = (context, next) => {
  context.set('Access-Control-Allow-Origin', '*');
  return next();
};

const engines = findEngines();
const wanted = ENGINES
  ? ENGINES.split(',')
  : engineNames.filter((name) => engines[name].missing.length === 0);

export default {
  rootDir,
  files: 'test/browser/**/*.test.ts',
  browsers: wanted.map((name) => launchers[name](engines[name].programs)),
  // All at the same time: most of what they do is to wait for delays.
  concurrentBrowsers: wanted.length,
  nodeResolve: {exportConditions: ['production']},
  middleware: [openToAll, faults(rootDir), built(rootDir), pages(rootDir)],
  plugins: [
    jsonModules(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
    mediaCommand(),
    touchCommand(),
  ],
  reporters: [
    defaultReporter({reportTestProgress: !CI}),
    ...(TOTALS ? [browserTotals(TOTALS)] : []),
  ],
  // Generous, because two slow cores run three engines.
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: {config: {timeout: 20_000, grep: TEST_GREP}},
};
