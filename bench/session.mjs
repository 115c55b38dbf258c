/** What DevTools knows of a page. */

/** @returns A session that counts the work of a page. */
export const openSession = async (page) => {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  return session;
};

/** Milliseconds that the main thread of a page has worked so far. */
export const worked = async (session) => {
  const {metrics} = await session.send('Performance.getMetrics');
  return metrics.find(({name}) => name === 'TaskDuration').value * 1000;
};

/** Bytes of script and of DOM, when what nobody needs is gone. */
export const heapOf = async (session) => {
  await session.send('HeapProfiler.collectGarbage');
  const {usedSize, embedderHeapUsedSize = 0} = await session.send(
    'Runtime.getHeapUsage',
  );
  return {script: usedSize, all: usedSize + embedderHeapUsedSize};
};

/**
 * The tasks of the main thread between two marks: what the browser does for the
 * page in one go, with style, layout and paint.
 *
 * @param {string} name Of the marks: `name-start` and `name-end`.
 * @returns {Promise<{wall: number, cpu: number}[]>} Milliseconds that each took,
 *   and those of them in which it had a processor: on a busy machine it waits.
 * @throws {Error} Where the trace has no marks or no tasks.
 */
export const tasksOf = async (page, name, work) => {
  await page.tracing.start({
    categories: ['toplevel', 'blink.user_timing'],
  });
  await work();
  const {traceEvents} = JSON.parse(
    new TextDecoder().decode(await page.tracing.stop()),
  );
  const mark = (part) =>
    traceEvents.find((event) => event.name === `${name}-${part}`);
  const [from, to] = [mark('start'), mark('end')];
  const tasks = traceEvents
    .filter(
      ({name, pid, tid, ts, dur}) =>
        name.endsWith('RunTask') &&
        pid === from?.pid &&
        tid === from.tid &&
        ts + dur >= from.ts &&
        ts <= to.ts,
    )
    .map(({dur, tdur = dur}) => ({wall: dur / 1000, cpu: tdur / 1000}));
  if (!tasks.length) throw new Error('The trace has no tasks.');
  return tasks;
};
