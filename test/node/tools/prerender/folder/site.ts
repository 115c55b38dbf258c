/** A small site in a folder, and the command that prerenders it. */
import {readdirSync, statSync} from 'node:fs';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {terminal} from '../../support/terminal.js';

export const SITE_URL = 'https://docs.example/guide/';

export const GLOSSARY = {
  format: 1,
  name: 'Kitchen words',
  language: 'en',
  url: 'https://docs.example/',
  terms: [
    {id: 'roux', name: 'Roux', summary: 'Flour cooked in fat.'},
    {
      id: 'fond',
      name: 'Fond',
      summary: 'What stays in the pan.',
      url: '/fond/',
    },
  ],
};

export const page = (body: string, head = '<title>A page</title>') =>
  `<!doctype html>\n<html lang="en">\n<head>${head}</head>\n<body>\n${body}\n</body>\n</html>\n`;

export const CARD = '<term-card term="roux">Roux</term-card>';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Paths of all files below a folder, with slashes, in order. */
export const pathsOf = (folder: string): readonly string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => path.slice(folder.length + 1))
    .sort();

/** When each file of a folder was written, and which one it is: clocks are coarse. */
export const timesOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    pathsOf(folder).map((path) => {
      const {mtimeNs, ino} = statSync(join(folder, path), {bigint: true});
      return [path, `${mtimeNs} ${ino}`];
    }),
  );

export const kitchen = async (
  context: Parameters<typeof terminal>[0],
  files: Files,
) => {
  const place = await terminal(context);
  const site = place.path('site');
  const output = place.path('out');
  const glossary = place.path('kitchen.json');
  const write = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(site, path)), {recursive: true});
    await writeFile(join(site, path), content);
  };
  await mkdir(site);
  for (const [path, content] of Object.entries(files))
    await write(path, content);
  await writeFile(glossary, JSON.stringify(GLOSSARY));
  return {
    ...place,
    site,
    output,
    glossary,
    writePage: write,
    readOutput: (path: string) => readFile(join(output, path), 'utf8'),
    paths: () => pathsOf(output),
    prerender: (...more: readonly string[]) =>
      place.run(
        'prerender',
        ...[site, '-o', output, '--site-url', SITE_URL],
        ...['--glossary', glossary, ...more],
      ),
  };
};
