import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

const page = read('docs/accessibility.md');

/** The file of a test that the page names, without its folder and ending. */
const fileOf = (name: string): string | undefined =>
  ['test/browser/', 'test/node/']
    .map((folder) => `${folder}${name}.test.ts`)
    .find((path) => existsSync(new URL(path, root)));

/** Criteria of WCAG 2.2 with level A or AA, without those on media and input. */
const CRITERIA =
  '1.1.1 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 ' +
  '2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 ' +
  '2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 ' +
  '3.3.1 3.3.7 3.3.8 4.1.2 4.1.3';

describe('the page on accessibility', () => {
  const named = [...page.matchAll(/`([\w/-]+) › ([^`]+)`/g)];

  it('names tests', () => {
    assert.ok(named.length > 30);
  });

  for (const [, name, title] of named) {
    it(`names a test that exists: ${name}, ${title}`, () => {
      const path = fileOf(name!);
      assert.ok(path, `there is no file ${name}`);
      const titles = [
        ...read(path).matchAll(
          /\bit\(\s*(['"`])(.*?)\1\s*,\s*async|\bit\(\s*(['"`])(.*?)\3\s*,/gs,
        ),
      ].map(([, , first, , second]) => first ?? second!);
      assert.ok(
        titles.some((known) => known.includes(title!)),
        titles.join('\n'),
      );
    });
  }

  it('has each criterion of level A and AA', () => {
    const [table] = page.split('## Tests');
    for (const criterion of CRITERIA.split(' '))
      assert.match(
        table!,
        new RegExp(
          `^\\| .*\\b${criterion.replaceAll('.', '\\.')}(?![\\d.])`,
          'm',
        ),
        criterion,
      );
  });
});
