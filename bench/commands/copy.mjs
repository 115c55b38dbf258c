/** Reads the files of a folder and writes them into another one, as they are. */
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

const [from, to] = process.argv.slice(2);

await mkdir(to, {recursive: true});
for (const name of await readdir(from))
  await writeFile(join(to, name), await readFile(join(from, name)));
