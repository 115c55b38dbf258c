/** How many of the links that authors wrote themselves `link` finds, and whether it harms their documents. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const OWN = path('link-quality/corpus');

/** The sources, so that a rule can be tried without a build of the packages. */
const load = async () => {
  const {outputFiles} = await build({
    entryPoints: [path('link-quality/measure.ts')],
    tsconfig: path('../tsconfig.json'),
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  const text = outputFiles[0].text;
  return import(
    `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`
  );
};

const documentsIn = (folder) =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: relative(folder, file),
      source: readFileSync(file, 'utf8'),
    }));

const share = (count, all) =>
  all ? `${((100 * count) / all).toFixed(1)} %` : '–';

export const run = async ({docs = OWN, glossary, samples = 0}) => {
  const file = glossary ?? join(docs, 'glossary.json');
  if (!existsSync(file))
    throw new Error(
      `link-quality: there is no ${file}; name a glossary with --glossary FILE.`,
    );
  const {measureQuality} = await load();
  const quality = measureQuality(
    documentsIn(docs),
    JSON.parse(readFileSync(file, 'utf8')),
    samples,
  );
  const {authors, found, inPart, other, missed, written, harm} = quality;
  return {
    about: `links to entries that authors wrote themselves in the Markdown files of ${docs}, each in a plain sentence; links that are written into the files`,
    figures: quality,
    tables: [
      {
        head: ['links of authors', 'number', 'share'],
        rows: [
          ['found', found, share(found, authors)],
          ['in part', inPart, share(inPart, authors)],
          ['to another entry', other, share(other, authors)],
          ['missed', missed, share(missed, authors)],
          ['all', authors, ''],
        ],
      },
      {
        head: ['links written', 'number', 'share'],
        rows: [
          [
            'inside of what is written for a program',
            harm.length,
            share(harm.length, written),
          ],
          ['all', written, ''],
        ],
      },
      ...(samples
        ? [
            {
              head: ['a sample of them'],
              rows: quality.sample.map((text) => [text]),
            },
          ]
        : []),
    ],
    checks: [
      {
        what: 'links written into what authors wrote for a program',
        found: harm.length,
        limit: 0,
        digits: 0,
      },
      {
        what: 'documents that linking would change in another way',
        found: quality.refused.length,
        limit: 0,
        digits: 0,
      },
    ],
  };
};
