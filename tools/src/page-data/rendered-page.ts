/** A page after its scripts have run, by a Chromium that is installed. */
import {spawn} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {CommandError} from '../terminal/errors.js';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

/** Milliseconds that the page is given, by its own clock; nothing is waited for that long. */
const BUDGET = 10_000;

/** Milliseconds after which a browser that says nothing is ended. */
const DEADLINE = 60_000;

const isMissing = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ENOENT';

const output = (program: string, args: readonly string[]): Promise<string> =>
  new Promise((done, failed) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: DEADLINE,
      killSignal: 'SIGKILL',
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.on('error', failed);
    child.on('close', (code) => {
      const text = Buffer.concat(parts).toString('utf8');
      if (code === 0 && text.trim()) done(text);
      else failed(new Error(`it ended with ${String(code)} and wrote no page`));
    });
  });

/**
 * The document of a page as HTML, after its scripts have run. The content of
 * shadow roots is not in it.
 *
 * @param page Path of a file, or an address.
 * @param browser Path of the program, in place of a Chromium in the PATH.
 * @throws {CommandError} Where there is no Chromium, or it fails.
 */
export const renderedPage = async (
  page: string,
  browser = process.env.CHROMIUM_BIN,
): Promise<string> => {
  const address = /^https?:\/\//i.test(page)
    ? page
    : pathToFileURL(resolve(page)).href;
  const profile = await mkdtemp(join(tmpdir(), 'term-elements-check-'));
  const args = [
    '--headless=new',
    '--disable-gpu',
    `--user-data-dir=${profile}`,
    // Without it Chromium does not start as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--virtual-time-budget=${BUDGET}`,
    '--dump-dom',
    address,
  ];
  try {
    for (const program of browser ? [browser] : NAMES) {
      try {
        return await output(program, args);
      } catch (error) {
        if (isMissing(error)) continue;
        throw new CommandError(
          `${program} could not render ${page}: ${(error as Error).message}`,
          'Check the page without --javascript.',
        );
      }
    }
  } finally {
    await rm(profile, {recursive: true, force: true, maxRetries: 5});
  }
  throw new CommandError(
    'there is no Chromium, which --javascript needs',
    'Install it, or name it in CHROMIUM_BIN.',
  );
};
