/** Projects of users in which the package is installed as it is published. */
import {execFile} from 'node:child_process';
import {mkdirSync, mkdtempSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {pack} from '../../scripts/pack.mjs';
import {root} from '../../scripts/run.mjs';

/**
 * Makes a project with the packed package and these others, and nothing else.
 *
 * @param packages Names; they are linked to what the repository has installed.
 * @returns Its folder, which the caller removes.
 */
export const userProject = async (
  packages: readonly string[],
): Promise<string> => {
  const project = mkdtempSync(join(tmpdir(), 'user-project-'));
  const modules = join(project, 'node_modules');
  const target = join(modules, 'term-elements');
  mkdirSync(target, {recursive: true});
  const {'term-elements': tarball} = await pack(project);
  await promisify(execFile)('tar', [
    ...['-xzf', tarball!],
    ...['-C', target, '--strip-components', '1'],
  ]);
  for (const name of packages) {
    const path = join(modules, name);
    mkdirSync(dirname(path), {recursive: true});
    symlinkSync(join(root, 'node_modules', name), path, 'junction');
  }
  writeFileSync(join(project, 'package.json'), '{"type": "module"}');
  return project;
};
