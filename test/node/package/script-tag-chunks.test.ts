import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {globSync} from 'tinyglobby';
import ts from 'typescript';

const folder = fileURLToPath(new URL('../../../dist/cdn/', import.meta.url));
const ENTRIES = ['all.js', 'term-tip.js'];
/** Begins with the entry, so it is one. */
const AT_ONCE = 'all-at-once.js';

/** File names that a module imports or exports from, statically or later. */
const importsOf = (path: string): readonly string[] => {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) &&
            node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
    if (specifier && ts.isStringLiteral(specifier))
      names.push(basename(specifier.text));
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(
      path,
      readFileSync(path, 'utf8'),
      ts.ScriptTarget.ES2022,
    ),
  );
  return names;
};

describe('the script-tag bundles', () => {
  // Its address may carry a query, and then it would run twice.
  it('never import an entry from a chunk', () => {
    const paths = globSync('*.js', {
      cwd: folder,
      absolute: true,
      ignore: AT_ONCE,
    });
    const imports = new Map(
      paths.map((path) => [basename(path), importsOf(path)]),
    );
    for (const entry of ENTRIES)
      assert.ok(imports.get(entry)?.length, `${entry} loads chunks`);
    assert.deepEqual(
      [...imports]
        .filter(([, names]) => names.some((name) => ENTRIES.includes(name)))
        .map(([name]) => name),
      [],
    );
  });
});
