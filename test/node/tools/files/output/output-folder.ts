import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {mkdirSync, writeFileSync} from 'node:fs';
import type {TestContext} from 'node:test';
import {OutputTree} from '../../../../../tools/src/files/output/output-tree.js';
import {filesOf} from '../../build/folder.js';

/** An output folder with files, and what is around it; goes when the test ends. */
export const outputFolder = (
  context: TestContext,
  old: Readonly<Record<string, string>> = {},
) => {
  const around = mkdtempSync(join(tmpdir(), 'output-'));
  context.after(() => rmSync(around, {recursive: true, force: true}));
  const folder = join(around, 'out');
  for (const [path, text] of Object.entries(old)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  }
  return {
    around,
    folder,
    tree: new OutputTree(folder),
    /** All files around, by their paths there. */
    texts: () =>
      Object.fromEntries(
        [...filesOf(around)].map(([path, bytes]) => [path, bytes.toString()]),
      ),
  };
};
