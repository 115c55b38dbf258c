/**
 * Writes files to a folder, for tests that end it before it is done:
 * `writer.ts FOLDER COUNT BYTES [wait|commit]`
 */
import {OutputTree} from '../../../../../tools/src/files/output/output-tree.js';

const [folder = '', count, bytes, then] = process.argv.slice(2);
const tree = new OutputTree(folder);
try {
  for (let index = 0; index < Number(count); index++) {
    await tree.write(`${index}.txt`, 'n'.repeat(Number(bytes)));
  }
  process.stdout.write('written\n');
  if (then === 'wait') await new Promise((done) => setTimeout(done, 60_000));
  await tree.commit();
} catch (error) {
  process.stderr.write((error as Error).message);
  process.exitCode = 2;
} finally {
  await tree.discard();
}
