import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {IMPORT_FORMATS} from '../../../../tools/src/formats/import-formats.js';
import {Arena} from './arena.js';
import {payloadsOf} from './payloads.js';
import {
  documents,
  importers,
  IMPORTS,
  prerenders,
  validate,
} from './readers.js';

const FORMATS = ['page', ...IMPORT_FORMATS.map(({name}) => name)];

it('every format that is imported is tried', () => {
  assert.deepEqual(
    FORMATS.filter((name) => !IMPORTS[name]),
    [],
  );
});

describe('a hostile input', async () => {
  const arena = await Arena.open({after});
  for (const reader of [
    ...FORMATS.flatMap(importers),
    ...documents('lint'),
    ...documents('link', '-o', 'out'),
    prerenders,
    validate,
  ]) {
    const {name, file, within, whole, frame, beside, args} = reader;
    it(`of ${name}`, async () => {
      const read = (text: string) => {
        arena.lay({...beside, [file]: text});
        return arena.run(args);
      };
      // A frame that is not read would try nothing.
      const plain = await read(frame('Plain words.'));
      assert.equal(plain.code, 0, plain.stderr);
      for (const {name: what, text} of [
        ...payloadsOf(arena.bait, within).map(({name: of, text}) => ({
          name: `${of} in a text`,
          text: frame(text),
        })),
        ...payloadsOf(arena.bait, whole),
      ]) {
        await read(text).catch((error: Error) => {
          error.message = `${what}: ${error.message}`;
          throw error;
        });
      }
    });
  }
});
