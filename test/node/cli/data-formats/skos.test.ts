import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {skosExporter} from '../../../../src/cli/export/skos/skos.js';
import {skosImporter} from '../../../../src/cli/import/skos/skos.js';
import {differences, readText, untold, writeText} from './formats.js';
import {randomGlossary} from './random-glossary.js';

const read = (text: string, options = {}) =>
  readText(skosImporter, text, {file: 'terms.ttl', ...options});

describe('SKOS, there and back', () => {
  it('gives back what it holds, and tells the rest', () =>
    fc.assert(
      fc.asyncProperty(randomGlossary, async (glossary) => {
        const {text, notes} = await writeText(skosExporter, glossary);
        const back = await read(text);
        const changed = differences(glossary, back.glossary);
        assert.deepEqual(untold(changed, notes), [], text);
      }),
      {numRuns: 60},
    ));
});
