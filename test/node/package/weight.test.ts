import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {publishedFiles, weigh} from '../../../scripts/weigh.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const MB = 1e6;

describe('what an install takes', () => {
  for (const [name, most] of [
    // Of these the bundled glossary is 6.1 MB, Lit and Valibot 5.2 MB.
    ['term-elements', {packages: 10, bytes: 14.2 * MB}],
    ['@term-elements/tools', {packages: 140, bytes: 45 * MB}],
  ] as const) {
    it(`is little for ${name}`, async () => {
      const {packages, bytes} = await weigh(name);
      assert.ok(packages.includes('lit'), 'what it depends on is counted');
      assert.ok(
        packages.length <= most.packages,
        `${packages.length} packages: ${packages.join(' ')}`,
      );
      assert.ok(bytes > 5 * MB && bytes <= most.bytes, `${bytes} bytes`);
    });
  }

  for (const [name, folder] of [
    ['term-elements', '.'],
    ['@term-elements/tools', 'tools'],
  ] as const) {
    it(`has no source maps in ${name}`, async () => {
      const files = await publishedFiles(name);
      const scripts = files.filter(({path}) => /\.m?js$/.test(path));
      assert.ok(scripts.length > 50, 'built');
      assert.deepEqual(
        files.filter(({path}) => path.endsWith('.map')),
        [],
      );
      for (const {path} of scripts) {
        const text = readFileSync(join(root, folder, path), 'utf8');
        assert.doesNotMatch(text, /^\/\/# sourceMappingURL=/m, path);
      }
    });
  }
});
