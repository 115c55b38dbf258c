/**
 * Builds dist/ from scratch: modules and the script-tag bundle (rollup),
 * declarations (tsc), the JSON Schema of glossaries, the custom elements
 * manifest, and the style sheet for pages. Then the demo page that has a build
 * of its own.
 */
import {chmodSync, cpSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {bundle, install} from '../demo/exchange/build.mjs';
import {root, run, tsc} from './run.mjs';

const step = async (name, command, args) => {
  const {code, output} = await run(command, args, {quiet: true});
  if (code === 0) return;
  console.error(`build: ${name} failed\n${output}`);
  process.exit(1);
};

for (const folder of ['dist', 'tools/dist']) {
  rmSync(join(root, folder), {recursive: true, force: true});
}

await step('rollup', 'rollup', ['--config', '--silent']);
await Promise.all([
  step('declarations', process.execPath, [
    tsc,
    '--project',
    'tsconfig.build.json',
  ]),
  step('schema', process.execPath, ['--import', 'tsx', 'scripts/schema.ts']),
  step('manifest', process.execPath, ['scripts/manifest.mjs']),
  step('styles', process.execPath, ['--import', 'tsx', 'scripts/styles.ts']),
]);
// These read the declarations of the package that the tools depend on.
await step('declarations of the tools', process.execPath, [
  tsc,
  '--project',
  'tools/tsconfig.build.json',
]);

// Pages that commands make have files of their own beside the modules.
for (const folder of ['site/assets', 'dev/assets']) {
  cpSync(join(root, 'tools/src', folder), join(root, 'tools/dist', folder), {
    recursive: true,
  });
}

chmodSync(join(root, 'tools/dist/bin.js'), 0o755);

const missing = install();
if (missing === undefined) {
  await bundle();
} else {
  console.warn(
    `build: the demo page "exchange" was not built, because what it needs could not be installed\n${missing}`,
  );
  // Where everything is checked, a page that is not there is a failure.
  if (process.env.CI === 'true') process.exit(1);
}
