/** Reports when watched files have been saved. */
import {statSync} from 'node:fs';
import {basename, dirname, resolve} from 'node:path';
import {type ChokidarOptions, type FSWatcher, watch} from 'chokidar';
import {partsOf} from '../lint/command/find-documents.js';

/**
 * One save causes several events in editors that write a new file and rename
 * it.
 */
const QUIET_MS = 60;

/** How often a folder that is gone is looked for. */
const AGAIN_MS = 200;

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
  const watches = [...watchesOf(folders, files)].map((roots) =>
    followRoots(
      roots,
      (event, path) => {
        if (event === 'addDir' || event === 'unlinkDir') return;
        if (files.has(path) || RELEVANT.test(path)) note(path);
      },
      note,
    ),
  );
  return {
    ready: Promise.all(watches.map(({ready}) => ready)).then(() => undefined),
    async close() {
      clearTimeout(timer);
      await Promise.all(watches.map((each) => each.close()));
      await work;
    },
  };
};

/** Folders, and how they are watched. */
interface Roots {
  readonly paths: ReadonlySet<string>;
  readonly options: ChokidarOptions;
}

/**
 * Watches folders, also after they were removed and made again, as when
 * branches are switched: the system then reports nothing for the old watcher.
 *
 * @param back Is called with a folder that is there again.
 */
const followRoots = (
  {paths, options}: Roots,
  on: (event: string, path: string) => void,
  back: (path: string) => void,
): Watch => {
  let search: NodeJS.Timeout | undefined;
  let watcher: FSWatcher;
  const begin = () => {
    watcher = watch([...paths], options);
    watcher.on('all', (event, path) => {
      if (event === 'unlink' || event === 'unlinkDir') {
        const gone = [...paths].find(
          (root) => !isFolder(root) || (event === 'unlinkDir' && root === path),
        );
        if (gone !== undefined) lookFor(gone);
      }
      on(event, path);
    });
    return new Promise<void>((done) => void watcher.once('ready', done));
  };
  const lookFor = (gone: string) => {
    search ??= setInterval(() => {
      if (!isFolder(gone)) return;
      clearInterval(search);
      search = undefined;
      void watcher.close();
      void begin().then(() => back(gone));
    }, AGAIN_MS);
  };
  return {
    ready: begin(),
    async close() {
      clearInterval(search);
      await watcher.close();
    },
  };
};

const isFolder = (path: string): boolean =>
  statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false;

function* watchesOf(
  folders: ReadonlySet<string>,
  files: ReadonlySet<string>,
): Generator<Roots> {
  const options = {ignoreInitial: true, followSymlinks: false} as const;
  if (folders.size) {
    const shared: ChokidarOptions = {
      ...options,
      ignored: (path) => {
        const name = basename(path);
        if (folders.has(path)) return false;
        return LEFT_OUT.has(name) || name.startsWith('.');
      },
    };
    yield {paths: folders, options: shared};
  }
  if (!files.size) return;
  // By its folder, because a watcher of a file stays silent when the file is
  // replaced.
  const parents = new Set([...files].map((file) => dirname(file)));
  yield {
    paths: parents,
    options: {
      ...options,
      depth: 0,
      ignored: (path) => !parents.has(path) && !files.has(path),
    },
  };
}
