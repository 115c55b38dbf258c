/**
 * Prints what each use of the elements loads after the page, counted by
 * Chromium from dist/cdn: `npm run uses`, after a build.
 */
import {launch} from 'puppeteer-core';
import {findEngines} from '../test/runner/engines.mjs';
import {countUses} from '../test/runner/uses.mjs';

const browser = await launch({
  executablePath: findEngines().chromium.programs.browser,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const [use, files] of Object.entries(await countUses(browser))) {
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    console.log(`${use}: ${files.length} requests, ${bytes} bytes`);
    for (const file of files) console.log(`  ${file.path} ${file.bytes}`);
  }
} finally {
  await browser.close();
}
