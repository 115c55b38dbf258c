/** Installs what the benchmarks that are asked for need, when it is not there, and runs them. */
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {needBrowser} from './benchmarks.mjs';
import {options} from './options.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const {devDependencies} = JSON.parse(
  readFileSync(`${folder}package.json`, 'utf8'),
);

const isInstalled = ([name, version]) => {
  try {
    const path = `${folder}node_modules/${name}/package.json`;
    return JSON.parse(readFileSync(path, 'utf8')).version === version;
  } catch {
    return false;
  }
};

if (
  needBrowser(options.only) &&
  !Object.entries(devDependencies).every(isInstalled)
) {
  const {status} = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

await import('./run.mjs');
