/** Of the built package: from the sources, pages are rendered in one thread. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {CARD, kitchen, page, pathsOf, SITE_URL} from './site.js';

const BIN = fileURLToPath(
  new URL('../../../../../tools/dist/bin.js', import.meta.url),
);

/** Enough for a second thread. */
const PAGES = 201;

const run = promisify(execFile);

describe('prerendering in threads', () => {
  it('gives what one thread gives, notes too', async (t) => {
    const names = Array.from({length: PAGES}, (_, index) => `${index}.html`);
    const lost = '<term-card term="lost">Lost</term-card>';
    const place = await kitchen(
      t,
      Object.fromEntries(
        names.map((name, index) => [
          name,
          page(index % 100 ? CARD : lost, `<title>${name}</title>`),
        ]),
      ),
    );
    const results = ['1', '2'].map(async (jobs) => {
      const output = place.path(`out-${jobs}`);
      const {stdout} = await run(process.execPath, [
        ...[BIN, 'prerender', place.site, '-o', output, '--jobs', jobs],
        ...['--site-url', SITE_URL, '--glossary', place.glossary, '--json'],
      ]);
      const told = JSON.parse(stdout.replace(output, 'out'));
      assert.equal(told.notes[0].count, 3);
      const paths = pathsOf(output);
      assert.equal(paths.length, PAGES + 2);
      return {
        told,
        files: paths.map((path) => [
          path,
          readFileSync(join(output, path), 'utf8'),
        ]),
      };
    });
    const [one, two] = await Promise.all(results);
    assert.deepEqual(two, one);
  });
});
