import {Worker} from 'node:worker_threads';
import {CommandError} from '../../terminal/errors.js';
import {
  pageRenderer,
  type PageSettings,
  type RenderedPage,
  type ThreadAnswer,
  THREAD,
  threadData,
} from './page-worker.js';

/** Pages for which it pays to start another thread: that takes as long as they do. */
const PER_THREAD = 200;

/** Loaders of TypeScript are not at work in other threads: from the sources there is one. */
const CAN_START = !THREAD.pathname.endsWith('.ts');

/** Takes a rendered page; pages come in any order. */
export type TakePage = (page: RenderedPage) => Promise<void>;

/**
 * Renders pages, in as many threads as are worth it. Each thread has one page
 * at a time, so that what is in memory does not grow with the site.
 *
 * @param jobs Most threads.
 * @throws {CommandError} With the page that cannot be rendered.
 */
export const renderPages = async (
  paths: readonly string[],
  settings: PageSettings,
  jobs: number,
  take: TakePage,
): Promise<void> => {
  const worthIt = Math.ceil(paths.length / PER_THREAD);
  const threads = CAN_START ? Math.min(jobs, worthIt) : 1;
  if (threads < 2) {
    const render = pageRenderer(settings);
    for (const path of paths) await take(await inPage(path, render(path)));
    return;
  }
  const queue = paths.values();
  const workers = Array.from(
    {length: threads},
    () => new Worker(THREAD, {workerData: threadData(settings)}),
  );
  try {
    await Promise.all(workers.map((worker) => serve(worker, queue, take)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
};

/** Sends pages to a thread until none is left. */
const serve = async (
  worker: Worker,
  queue: IterableIterator<string>,
  take: TakePage,
): Promise<void> => {
  const died = new Promise<never>((_, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) => {
      reject(new Error(`a thread that renders pages ended with ${code}`));
    });
  });
  died.catch(() => undefined); // once the work is done, that is as it should be
  for (const path of queue) {
    const answer = new Promise<ThreadAnswer>((resolve) => {
      worker.once('message', resolve);
    });
    worker.postMessage(path);
    const said = await Promise.race([answer, died]);
    if (!('page' in said)) throw failure(path, said.message, said.wayOut);
    await take(said.page);
  }
};

const inPage = async (
  path: string,
  page: Promise<RenderedPage>,
): Promise<RenderedPage> => {
  try {
    return await page;
  } catch (error) {
    const wayOut = error instanceof CommandError ? error.wayOut : undefined;
    throw failure(path, (error as Error).message, wayOut);
  }
};

const failure = (path: string, message: string, wayOut: string | undefined) =>
  new CommandError(
    `cannot prerender ${path}: ${message}`,
    wayOut ?? 'Nothing was written; what was there is as before.',
  );
