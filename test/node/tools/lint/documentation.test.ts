import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe, it} from 'node:test';
import {readRuleSettings} from '../../../../tools/src/lint/settings.js';
import {rulesSection} from './rules-section.js';

const text = await readFile(
  new URL('../../../../docs/linting.md', import.meta.url),
  'utf8',
);

describe('docs/linting.md', () => {
  it('says what the rules are, as the code does', () => {
    assert.equal(text.split('\n## Rules\n\n')[1]?.trim(), rulesSection());
  });

  it('has a configuration that is one', () => {
    const {rules} = JSON.parse(/```json\n([^]*?)```/.exec(text)![1]!);
    assert.deepEqual(readRuleSettings(rules, []).faults, []);
  });
});
