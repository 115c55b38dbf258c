/** As much of W3C WebDriver as the tests need, over fetch. */
import {spawn} from 'node:child_process';
import {createServer} from 'node:net';
import {setTimeout as delay} from 'node:timers/promises';

const answerLimitMs = 30_000;
const startLimitMs = 15_000;
const pollMs = 50;

/**
 * Sends one command.
 *
 * @returns {Promise<unknown>} The `value` of the answer.
 */
export const send = async (
  base,
  method,
  path,
  body = {},
  limitMs = answerLimitMs,
) => {
  const response = await fetch(base + path, {
    method,
    headers: {'content-type': 'application/json; charset=utf-8'},
    body: method === 'POST' ? JSON.stringify(body) : undefined,
    signal: AbortSignal.timeout(limitMs),
  });
  const {value} = await response.json();
  if (response.ok) return value;
  throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
};

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });

/** A display of our own: no window on anybody's desktop, and one known size. */
export const startDisplay = async ({width, height}) => {
  const child = spawn(
    'Xvfb',
    // The server takes a free display and writes its number to descriptor 3.
    // prettier-ignore
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'],
    {stdio: ['ignore', 'ignore', 'ignore', 'pipe']},
  );
  const number = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    let text = '';
    child.stdio[3].on('data', (data) => {
      text += data;
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  return {name: `:${number}`, stop: () => child.kill()};
};

/** Starts a driver, and waits until it is ready. */
export const startDriver = async (program, env) => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const child = spawn(program, [`--port=${port}`, '--host=127.0.0.1'], {
    env: {...process.env, ...env},
    stdio: 'ignore',
  });
  let ended;
  child.once('error', (error) => (ended = error));
  child.once('exit', (code) => {
    ended = new Error(`${program} ended with ${code}`);
  });

  const deadline = Date.now() + startLimitMs;
  while (Date.now() < deadline) {
    if (ended) throw ended;
    try {
      await send(base, 'GET', '/status', undefined, 1000);
      return {base, stop: () => child.kill()};
    } catch {
      await delay(pollMs);
    }
  }
  child.kill();
  throw new Error(`${program} was not ready within ${startLimitMs} ms`);
};
