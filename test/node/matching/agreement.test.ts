import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as fc from 'fast-check';
import {createMatcher} from '../../../src/matching/matcher.js';
import {allNames, findObviously} from './obvious-matcher.js';
import {glossaryOf, scripts, textOf} from './random-texts.js';

const runs = Number(process.env['MATCHING_RUNS'] ?? 300);

describe('the matcher agrees with one that tries every name at every word', () => {
  for (const [script, {language, parts}] of Object.entries(scripts)) {
    it(script, () => {
      let mentions = 0;
      fc.assert(
        fc.property(
          glossaryOf(language, parts).chain((vocabulary) =>
            fc.tuple(fc.constant(vocabulary), textOf(parts, vocabulary)),
          ),
          ([vocabulary, text]) => {
            const found = createMatcher([vocabulary])
              .find(text)
              .map(({terms, ...mention}) => ({
                ...mention,
                ids: terms.map(({id}) => id),
              }));
            const expected = findObviously(allNames([vocabulary]), text);
            assert.deepEqual(found, expected);
            mentions += found.length;
          },
        ),
        {numRuns: runs},
      );
      // Random texts that name nothing would prove nothing.
      assert.ok(mentions > runs / 2, `only ${mentions} mentions`);
    });
  }
});
