import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {isBuiltin} from 'node:module';
import {basename} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {globSync} from 'tinyglobby';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const {dependencies} = JSON.parse(
  readFileSync(`${root}package.json`, 'utf8'),
) as {dependencies: Readonly<Record<string, string>>};

/** `@scope/name/path`: `@scope/name`. */
const packageOf = (specifier: string): string =>
  /^(?:@[^/]+\/)?[^/]+/.exec(specifier)![0];

/** Packages that a declaration names, in imports and in types such as `import("lit")`. */
const packagesOf = (path: string): readonly string[] =>
  ts
    .preProcessFile(readFileSync(path, 'utf8'))
    .importedFiles.map(({fileName}) => fileName)
    .filter((name) => !name.startsWith('.') && !isBuiltin(name))
    .map(packageOf);

describe('the types of the package', () => {
  it('name only packages that are installed with it', () => {
    const files = globSync(['dist/**/*.d.ts', '!dist/frameworks/**'], {
      cwd: root,
      absolute: true,
    });
    assert.ok(files.length > 100, 'built');
    const named = new Set(files.flatMap(packagesOf));
    assert.ok(named.has('lit'));
    assert.deepEqual(
      [...named].filter((name) => !Object.hasOwn(dependencies, name)),
      [],
    );
  });

  it('name a framework in its own entry alone', () => {
    const packages: Readonly<Record<string, readonly string[]>> = {
      preact: ['preact'],
      props: [],
      react: ['react'],
      solid: ['solid-js'],
      svelte: ['svelte'],
      vue: ['vue'],
    };
    const files = globSync('dist/frameworks/*', {cwd: root, absolute: true});
    assert.deepEqual(
      files.map((path) => basename(path, '.d.ts')).sort(),
      Object.keys(packages),
    );
    for (const path of files) {
      assert.deepEqual(
        [...new Set(packagesOf(path))],
        packages[basename(path, '.d.ts')],
      );
    }
  });
});
