/** Writes the custom elements manifest. */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {analyse} from './manifest/analyse.mjs';
import {root} from './run.mjs';

const dist = join(root, 'dist');

mkdirSync(dist, {recursive: true});
writeFileSync(
  join(dist, 'custom-elements.json'),
  `${JSON.stringify(analyse(), null, 2)}\n`,
);
