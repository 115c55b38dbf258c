/** What it costs to import a large table, beside reading and writing the file unchanged. */
import {createWriteStream, existsSync, mkdtempSync, rmSync} from 'node:fs';
import {once} from 'node:events';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {measure} from './commands/measure.mjs';
import {inRounds, middle, summaries} from './report.mjs';

const SIZES = [100_000, 1_000_000];

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const BIN = path('../tools/dist/bin.js');

const writeTable = async (file, rows) => {
  const stream = createWriteStream(file);
  stream.write('id,name,summary,tags\n');
  for (let row = 0; row < rows; row++) {
    const line = `t${row},Term ${row},"The sentence that says what term ${row} is, with a comma.",one|two\n`;
    if (!stream.write(line)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
};

export const run = async ({samples = 3}) => {
  if (!existsSync(BIN))
    throw new Error('import: the package is not built; run "npm run build".');
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
  const place = (name) => join(folder, name);
  try {
    for (const rows of SIZES) await writeTable(place(`${rows}.csv`), rows);
    const variants = SIZES.map(String);
    const taken = await inRounds({variants, samples, warmUp: 0}, (rows) => {
      rmSync(place('out.json'), {force: true});
      return measure([
        ...[BIN, 'import', place(`${rows}.csv`)],
        ...['-o', place('out.json')],
      ]);
    });
    return {
      about: `a CSV file with a row for each term, onto a new glossary, ${samples} samples; the start of Node is part of it`,
      figures: {variants: summaries(taken)},
      tables: [
        {
          head: ['rows', 'seconds', 'peak MiB'],
          rows: variants.map((rows) => [
            Number(rows).toLocaleString('en'),
            middle(
              taken[rows].time.map((time) => time / 1000),
              1,
            ),
            middle(taken[rows].peak, 0),
          ]),
        },
      ],
      checks: [],
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
};
