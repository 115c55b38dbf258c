/**
 * Makes data/glossary.json where it is missing or older than its sources. It is
 * not in the repository: `npm ci`, builds and tests call this.
 */
import {spawnSync} from 'node:child_process';
import {readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const DOCUMENT = join(root, 'data/glossary.json');
const SOURCES = ['data/glossary', 'scripts/glossary'];

/** When a file was written, or the newest in a folder; 0 for none. */
const timeOf = (path) => {
  const stats = statSync(path, {throwIfNoEntry: false});
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  return Math.max(...readdirSync(path).map((name) => timeOf(join(path, name))));
};

/** @throws {Error} With the faults of the sources. */
export const ensureGlossary = () => {
  const written = timeOf(DOCUMENT);
  if (SOURCES.every((source) => timeOf(join(root, source)) < written)) return;
  const {status, stderr} = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/glossary.ts'],
    {cwd: root, encoding: 'utf8'},
  );
  if (status !== 0) throw new Error(`data/glossary: ${stderr}`);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureGlossary();
