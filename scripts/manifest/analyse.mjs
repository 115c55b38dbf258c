import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {create, ts} from '@custom-elements-manifest/analyzer/index.js';
import {litPlugin} from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import {globSync} from 'tinyglobby';
import {root} from '../run.mjs';
import {
  definitions,
  omissions,
  publicOnly,
  shared,
  withoutState,
} from './plugins.mjs';

/** Elements, what registers them, and the base class and styles that they share. */
const SOURCES = ['src/elements/**/*.ts', 'src/define/**/*.ts', 'src/page/*.ts'];

/**
 * The custom elements manifest of the package.
 *
 * @returns {import('custom-elements-manifest/schema').Package}
 */
export const analyse = () =>
  create({
    modules: globSync(SOURCES, {cwd: root})
      .sort()
      .map((path) =>
        ts.createSourceFile(
          path,
          readFileSync(join(root, path), 'utf8'),
          ts.ScriptTarget.ES2022,
          true,
        ),
      ),
    plugins: [
      ...litPlugin(),
      withoutState(),
      definitions(),
      shared(),
      omissions(),
      publicOnly(),
    ],
    context: {dev: false},
  });
