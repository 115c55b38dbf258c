import {spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';

const PEAK = fileURLToPath(new URL('peak.mjs', import.meta.url));

/** Milliseconds and the most memory in bytes of one run of Node, threads and all. */
export const measure = (args) =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, ['--import', PEAK, ...args], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let peak = 0;
    child.on('message', (message) => {
      peak = message.peak;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const time = performance.now() - began;
      if (code === 0) resolve({time, peak: peak / 2 ** 20});
      else reject(new Error(`${args.join(' ')} ended with ${code}`));
    });
  });
