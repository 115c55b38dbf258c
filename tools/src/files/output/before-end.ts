const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Cleans up when the process is terminated, which then ends as it would have,
 * unless others have to say in it.
 *
 * @param clean Takes no time of its own: nothing is waited for.
 * @returns Ends that.
 */
export const beforeEnd = (clean: () => void): (() => void) => {
  const stop = () => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  const end = (signal: NodeJS.Signals) => {
    clean();
    stop();
    if (!process.listenerCount(signal)) process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return stop;
};
