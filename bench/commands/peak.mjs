/** Tells the process that started this one how much memory it took at most. */
import {isMainThread} from 'node:worker_threads';

if (isMainThread && process.send) {
  // Nobody else is to wait for it.
  process.channel?.unref();
  process.on('exit', () => {
    process.send({peak: process.resourceUsage().maxRSS * 1024});
  });
}
