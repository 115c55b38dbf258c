import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {after, describe, it} from 'node:test';
import {EXPORT_FORMATS} from '../../../../tools/src/formats/export-formats.js';
import {Arena} from './arena.js';
import {pathsOf, payloadsOf} from './payloads.js';
import {glossaryOf} from './readers.js';

/** What reads and writes a whole glossary. */
const WRITERS: readonly (readonly string[])[] = [
  ['build'],
  ...EXPORT_FORMATS.map(({name}) => [
    ...['export', '--format', name],
    ...(name === 'page' || name === 'jsonld' ? ['--all'] : []),
  ]),
];

/** A glossary whose ids, addresses and names are paths. */
const pathsGlossary = (paths: readonly string[]): string => {
  const glossary = JSON.parse(glossaryOf(paths, paths)) as {
    terms: Record<string, unknown>[];
    areas: Record<string, unknown>[];
  };
  for (const [index, path] of paths.entries()) {
    Object.assign(glossary.terms[index]!, {
      url: path,
      formerIds: [`was ${path}`, `../${index}`],
      image: {url: path, alt: path},
    });
    glossary.areas.push({
      id: path,
      name: path,
      url: path,
      resources: [{number: 1, url: path, terms: [path, 'beta']}],
    });
  }
  return JSON.stringify(glossary);
};

describe('a hostile glossary', async () => {
  const arena = await Arena.open({after});
  const texts = payloadsOf(arena.bait, [
    ...(['text', 'markdown', 'csv', 'turtle'] as const),
  ]).map(({text}) => text);

  for (const [command = '', ...args] of WRITERS) {
    const name = [command, ...args].join(' ');
    const words = [
      ...[command, 'in.json', ...args, '-o', 'out'],
      ...(args.includes('site') ? ['--site-url', 'https://own.example/'] : []),
    ];

    it(`that names places elsewhere is kept within the folder by ${name}`, async () => {
      arena.lay({'in.json': pathsGlossary(pathsOf(arena.bait))});
      const {code, stderr} = await arena.run(words);
      assert.equal(code, 0, stderr);
      assert.deepEqual(readdirSync(arena.folder).sort(), ['in.json', 'out']);
    });

    it(`ends with hostile texts by ${name}`, async () => {
      arena.lay({'in.json': glossaryOf(texts)});
      const {code, stderr} = await arena.run(words);
      assert.equal(code, 0, stderr);
    });
  }
});
