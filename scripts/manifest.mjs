/**
 * Writes the custom elements manifest, and what is generated from it: data for
 * editors and types for frameworks.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {analyse} from './manifest/analyse.mjs';
import {cssCustomData, htmlCustomData, webTypes} from './manifest/editors.mjs';
import {frameworkTypes} from './manifest/frameworks.mjs';
import {root} from './run.mjs';

const dist = join(root, 'dist');
const information = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);

const manifest = analyse();
const json = {
  'custom-elements.json': manifest,
  'vscode.html-custom-data.json': htmlCustomData(manifest),
  'vscode.css-custom-data.json': cssCustomData(manifest),
  'web-types.json': webTypes(manifest, information),
};

mkdirSync(join(dist, 'frameworks'), {recursive: true});
for (const [name, value] of Object.entries(json)) {
  writeFileSync(join(dist, name), `${JSON.stringify(value, null, 2)}\n`);
}
for (const [name, text] of Object.entries(await frameworkTypes(manifest))) {
  writeFileSync(join(dist, 'frameworks', name), text);
}
