import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe, it} from 'node:test';
import {
  once,
  type WarningCode,
  warnOnce,
} from '../../../src/glossary/warnings.js';

/** Every code: the type requires it. */
const CODES: Readonly<Record<WarningCode, true>> = {
  address: true,
  network: true,
  timeout: true,
  http: true,
  size: true,
  integrity: true,
  encoding: true,
  json: true,
  format: true,
  list: true,
  missing: true,
  part: true,
  unknown: true,
  'left-out': true,
  layer: true,
  merge: true,
  'address-form': true,
  'author-markup': true,
  items: true,
  'locale-strings': true,
  selector: true,
  'two-linkers': true,
  'framework-text': true,
  'host-data': true,
  'host-json': true,
  'two-answers': true,
  version: true,
};

describe('a warning', () => {
  it('has a code that is documented, and no other is', async () => {
    const text = await readFile(
      new URL('../../../docs/warnings.md', import.meta.url),
      'utf8',
    );
    const documented = [...text.matchAll(/^\| `([a-z-]+)`/gm)].map(
      ([, code]) => code!,
    );
    assert.deepEqual(documented.toSorted(), Object.keys(CODES).toSorted());
  });

  it('comes once for each code and message', () => {
    const calls: string[] = [];
    const warn = once((code, message) => calls.push(`${code} ${message}`));
    warn('missing', 'a');
    warn('missing', 'a');
    warn('missing', 'b');
    warn('http', 'a');
    assert.deepEqual(calls, ['missing a', 'missing b', 'http a']);
  });

  it('names the package and its code in the console', (t) => {
    const {mock} = t.mock.method(console, 'warn', () => undefined);
    warnOnce('missing', '"x" is not in the glossary.');
    warnOnce('missing', '"x" is not in the glossary.');
    assert.deepEqual(
      mock.calls.map((call) => call.arguments),
      [['term-elements/missing: "x" is not in the glossary.']],
    );
  });
});
