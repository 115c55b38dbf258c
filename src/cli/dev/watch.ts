/** Says when files that matter have been saved. */
import {statSync} from 'node:fs';
import {basename, dirname, resolve} from 'node:path';
import {type FSWatcher, watch} from 'chokidar';
import {partsOf} from '../lint/find-documents.js';

/** One save is several events, in editors that write beside and rename. */
const QUIET_MS = 60;

/** Files of a folder that can be sources or documents. */
const RELEVANT =
  /\.(?:md|mdx|markdown|mdown|html?|json|jsonld|ndjson|jsonl|csv|tsv|tab|txt|ttl|nt|n3|xml|ya?ml)$/i;

const LEFT_OUT = new Set(['node_modules', '.git']);

export interface Watch {
  /** It sees what is saved from now on. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Watches files, folders and patterns (their folders). No symbolic link is
 * followed.
 *
 * @param saved Is called with the files of a save, and never before an earlier
 *     call has ended.
 */
export const watchPaths = (
  words: readonly string[],
  folder: string,
  saved: (files: readonly string[]) => Promise<void>,
): Watch => {
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const word of words) {
    const path = resolve(folder, word);
    const found = statSync(path, {throwIfNoEntry: false});
    if (found?.isDirectory()) folders.add(path);
    else if (found || !/[*?{[]/.test(word)) files.add(path);
    else folders.add(partsOf(word, folder).base);
  }
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const flush = () => {
    const batch = [...pending];
    pending.clear();
    work = work.then(() => saved(batch));
  };
  const note = (path: string) => {
    pending.add(path);
    clearTimeout(timer);
    timer = setTimeout(flush, QUIET_MS);
  };
  const watchers = [...watchersOf(folders, files)];
  for (const watcher of watchers) {
    watcher.on('all', (event, path) => {
      if (event === 'addDir' || event === 'unlinkDir') return;
      if (files.has(path) || RELEVANT.test(path)) note(path);
    });
  }
  return {
    ready: Promise.all(
      watchers.map(
        (watcher) =>
          new Promise<void>((done) => void watcher.once('ready', done)),
      ),
    ).then(() => undefined),
    async close() {
      clearTimeout(timer);
      await Promise.all(watchers.map((watcher) => watcher.close()));
      await work;
    },
  };
};

function* watchersOf(
  folders: ReadonlySet<string>,
  files: ReadonlySet<string>,
): Generator<FSWatcher> {
  const options = {ignoreInitial: true, followSymlinks: false} as const;
  if (folders.size) {
    yield watch([...folders], {
      ...options,
      ignored: (path) => {
        const name = basename(path);
        if (folders.has(path)) return false;
        return LEFT_OUT.has(name) || name.startsWith('.');
      },
    });
  }
  if (!files.size) return;
  // By its folder: a file that is replaced is another one to the system.
  const parents = new Set([...files].map((file) => dirname(file)));
  yield watch([...parents], {
    ...options,
    depth: 0,
    ignored: (path) => !parents.has(path) && !files.has(path),
  });
}
