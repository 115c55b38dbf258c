import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

interface Package {
  readonly version: string;
  readonly engines: {readonly node: string};
  readonly dependencies: Readonly<Record<string, string>>;
}

const packageIn = (path: string) =>
  JSON.parse(readFileSync(path, 'utf8')) as Package;

describe('the two packages', () => {
  const elements = packageIn('package.json');
  const tools = packageIn('tools/package.json');

  it('have one version', () => assert.equal(tools.version, elements.version));

  it('are installed together: the tools want exactly the elements beside them', () =>
    assert.equal(tools.dependencies['term-elements'], elements.version));

  it('share what both load at one version', () => {
    for (const [name, range] of Object.entries(elements.dependencies))
      assert.equal(tools.dependencies[name] ?? range, range, name);
  });

  it('run on the same Node', () =>
    assert.deepEqual(tools.engines, elements.engines));
});
