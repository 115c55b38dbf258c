/** Builds in a process of its own, so that its memory is that of the build: `build.mjs INPUT OUTPUT`. */
import {nodeFiles} from '../../tools/src/files/files.js';
import {main} from '../../tools/src/main.js';

const [input, output] = process.argv.slice(2);
let told = '';
const begun = performance.now();
const code = await main(['build', input, '-o', output], {
  files: nodeFiles(),
  stdout: (text) => (told += text),
  stderr: (text) => process.stderr.write(text),
  colors: false,
  version: '',
});
const seconds = (performance.now() - begun) / 1000;
process.stdout.write(
  JSON.stringify({
    code,
    told,
    seconds,
    // Kilobytes, on every system.
    peak: process.resourceUsage().maxRSS * 1024,
  }),
);
