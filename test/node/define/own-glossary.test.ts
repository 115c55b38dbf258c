import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** All modules that a module imports, also later, and what these import. */
const modulesFrom = (entry: string): ReadonlySet<string> => {
  const found = new Set<string>();
  const enter = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const text = readFileSync(join(root, path), 'utf8');
    for (const {fileName} of ts.preProcessFile(text).importedFiles) {
      if (fileName.startsWith('.'))
        enter(join(dirname(path), fileName).replace(/\.js$/, '.ts'));
    }
  };
  enter(entry);
  return found;
};

const BUNDLED = 'src/glossary/bundled-source.ts';
const entries = readdirSync(join(root, 'src/define/own-glossary'));

describe('entries without the bundled glossary', () => {
  it('are there for every element', () => {
    assert.equal(entries.length, 11);
  });

  it('term-settings.ts reads no glossary, nor does its sibling', () => {
    for (const entry of ['own-glossary/', ''])
      assert.ok(
        !modulesFrom(`src/define/${entry}term-settings.ts`).has(BUNDLED),
      );
  });

  for (const name of entries) {
    if (name === 'term-settings.ts') continue;
    it(`${name} does not reach it, and its sibling does`, () => {
      const own = modulesFrom(`src/define/own-glossary/${name}`);
      assert.ok(own.has('src/page/default-source.ts'));
      assert.ok(!own.has(BUNDLED));
      const sibling = modulesFrom(`src/define/${name}`);
      assert.ok(sibling.has(BUNDLED));
      for (const path of own) assert.ok(sibling.has(path), path);
    });
  }
});
