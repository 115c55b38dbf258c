/**
 * The browser engines of this machine, and how to get those that are missing.
 *
 * CHROMIUM_BIN, FIREFOX_BIN, WEBKIT_DRIVER and WEBKIT_BROWSER name programs
 * that are not where they are looked for.
 */
import {spawnSync} from 'node:child_process';
import {accessSync, constants, existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';

export const engineNames = ['chromium', 'firefox', 'webkit'];

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first program of these names, in PATH. A path stands for itself. */
const find = (...names) =>
  names
    .flatMap((name) =>
      name.includes('/')
        ? [name]
        : (process.env.PATH ?? '')
            .split(delimiter)
            .map((folder) => join(folder, name)),
    )
    .find(isProgram);

/** WebKitGTK's own browser, which Debian keeps out of PATH. */
const findMiniBrowser = () => {
  const list = (folder) => (existsSync(folder) ? readdirSync(folder) : []);
  return ['/usr/lib', '/usr/libexec']
    .flatMap((top) => [
      top,
      ...list(top)
        .filter((name) => name.endsWith('-linux-gnu'))
        .map((name) => join(top, name)),
    ])
    .flatMap((folder) =>
      list(folder)
        .filter((name) => /^webkit2?gtk-/.test(name))
        .sort()
        .reverse()
        .map((name) => join(folder, name, 'MiniBrowser')),
    )
    .find(isProgram);
};

/**
 * @returns {Record<string, {programs: Record<string, string | undefined>, missing: string[]}>}
 *   By engine: where its programs are, and the Debian packages that are missing.
 */
export const findEngines = (env = process.env) => {
  const chromium = env.CHROMIUM_BIN
    ? find(env.CHROMIUM_BIN)
    : find('chromium', 'chromium-browser', 'google-chrome');
  const firefox = env.FIREFOX_BIN
    ? find(env.FIREFOX_BIN)
    : find('firefox-esr', 'firefox');
  const driver = find(env.WEBKIT_DRIVER || 'WebKitWebDriver');
  const browser = env.WEBKIT_BROWSER
    ? find(env.WEBKIT_BROWSER)
    : findMiniBrowser();
  return {
    chromium: {
      programs: {browser: chromium},
      missing: chromium ? [] : ['chromium'],
    },
    firefox: {
      programs: {browser: firefox},
      missing: firefox ? [] : ['firefox-esr'],
    },
    webkit: {
      programs: {driver, browser},
      missing: [
        ...(driver && browser ? [] : ['webkit2gtk-driver']),
        ...(find('Xvfb') ? [] : ['xvfb']),
      ],
    },
  };
};

/** The command that installs packages on Debian and Ubuntu, to be shown. */
export const installCommand = (packages) =>
  `apt-get update && apt-get install --no-install-recommends ${packages.join(' ')}`;

/** Whether this user may install packages on this machine. */
export const canInstall = () =>
  process.getuid?.() === 0 && find('apt-get') !== undefined;

/** Installs Debian packages, and says on standard error what failed. */
export const install = (packages) => {
  console.log(`Installing ${packages.join(', ')} …`);
  for (const args of [
    ['update', '-qq'],
    ['install', '-qq', '-y', '--no-install-recommends', ...packages],
  ]) {
    const {status, stdout, stderr, error} = spawnSync('apt-get', args, {
      env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
      encoding: 'utf8',
    });
    if (status !== 0) {
      console.error(
        `apt-get ${args[0]} failed\n${error?.message ?? stdout + stderr}`,
      );
      return;
    }
  }
};
