import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe, it, type TestContext} from 'node:test';
import type {Warning} from '../../../tools/src/terminal/warning.js';
import {fixture, terminal} from './support/terminal.js';

const lineOf = (text: string, part: string) =>
  text.slice(0, text.indexOf(part)).split('\n').length;

/** Imports a changed copy of a page and exports it again. */
const roundTrip = async (t: TestContext, change: (page: string) => string) => {
  const cli = await terminal(t);
  const page = change(await readFile(fixture('newer.md'), 'utf8'));
  await cli.write('page.md', page);
  const file = cli.path('page.md');
  const output = cli.path('glossary.json');
  const {code, stdout, stderr} = await cli.run(
    'import',
    file,
    '-o',
    output,
    '--json',
  );
  const {warnings} = JSON.parse(stdout) as {warnings: readonly Warning[]};
  const exported = await cli.run('export', output, '--format', 'page');
  return {
    ...cli,
    page,
    file,
    code,
    stderr,
    warnings,
    exported: exported.stdout,
  };
};

describe('a page that contradicts itself', () => {
  const CASES: readonly [
    what: string,
    from: string,
    to: string,
    line: string,
  ][] = [
    [
      'an answer',
      '"text": "⎊ Pads are looked at often',
      '"text": "⎊ Pads are never looked at',
      '## What is the Maintenance',
    ],
    [
      'a question',
      '"name": "What is the Choice of',
      '"name": "What is the Price of',
      '## What is the Choice',
    ],
    [
      'a name',
      '"headline": "Brake Fade"',
      '"headline": "Brake Fading"',
      '## [Brake Fade]',
    ],
    [
      'a text',
      '"description": "How finely',
      '"description": "How coarsely',
      '## [Modulation]',
    ],
    [
      'the headline',
      '"headline": "Bicycle Brake Systems ⎊',
      '"headline": "Bike Brake Systems ⎊',
      '# Bicycle',
    ],
    [
      'the address',
      '"url": "https://glossary.example/area/bicycle-brake-systems/resource/4/",\n    "pub',
      '"url": "https://glossary.example/area/bicycle-brake-systems/resource/9/",\n    "pub',
      '**Original URL',
    ],
  ];
  for (const [what, from, to, place] of CASES) {
    it(`is read as it shows itself: ${what}`, async (t) => {
      const original = await readFile(fixture('newer.md'), 'utf8');
      assert.ok(original.includes(from), 'the case is about something');
      const result = await roundTrip(t, (page) => page.replace(from, to));
      assert.equal(result.code, 0);
      const [warning, ...others] = result.warnings;
      assert.deepEqual(others, []);
      assert.equal(warning?.file, result.file);
      assert.equal(warning.line, lineOf(result.page, place));
      assert.ok(original.includes(warning.visible!));
      assert.ok(result.page.includes(warning.data!));
      assert.ok(
        !original.includes(`"${warning.data}"`) || what === 'the address',
      );
      // stderr names the place and both values.
      assert.ok(
        result.stderr.startsWith(`${result.file}:${warning.line}: warning: `),
      );
      assert.match(
        result.stderr,
        /the page shows ".*", its JSON-LD \(\w+\) says ".*"/,
      );
      assert.equal(result.exported, original);
    });
  }

  it('is not one that writes the same words otherwise', async (t) => {
    const result = await roundTrip(t, (page) =>
      page
        .replace('## [Bed & Break-In]', '## [Bed &amp; Break\\-In]')
        .replace(
          'Pads are looked at often, because',
          'Pads are looked  at often,\nbecause',
        ),
    );
    assert.deepEqual(result.warnings, []);
    assert.equal(result.exported, result.page);
    const {terms} = await result.glossary();
    assert.equal(terms[9]?.name, 'Bed & Break-In');
  });

  it('is not one with a heading that belongs to nothing', async (t) => {
    const result = await roundTrip(t, (page) =>
      page.replace(
        '\n---\n\n## Raw',
        '\n# More\n\nOther text.\n\n---\n\n## Raw',
      ),
    );
    assert.deepEqual(result.warnings, []);
    assert.equal(result.exported, result.page);
  });

  it('is not one where only the data says something; nothing is lost', async (t) => {
    const result = await roundTrip(t, (page) =>
      page.replace(
        '"@type": "CollectionPage",',
        '"@type": "CollectionPage",\n    "inLanguage": "en",',
      ),
    );
    assert.deepEqual(result.warnings, []);
    assert.equal(result.exported, result.page);
  });
});

describe('a block that is not JSON', () => {
  for (const [type, break_] of [
    [
      'CollectionPage',
      (page: string) => page.replace('"CollectionPage",', '"CollectionPage"'),
    ],
    ['FAQPage', (page: string) => page.replace('"FAQPage",', '"FAQPage",,')],
    [
      'BreadcrumbList',
      (page: string) =>
        page.replace('"BreadcrumbList",', '"BreadcrumbList", // trail'),
    ],
  ] as const) {
    it(`is rebuilt: ${type}`, async (t) => {
      const result = await roundTrip(t, break_);
      assert.equal(result.code, 0);
      const [warning, ...others] = result.warnings;
      assert.deepEqual(others, []);
      const start = lineOf(result.page, `"${type}"`);
      assert.ok(warning!.line >= start && warning!.line <= start + 1);
      assert.match(warning!.message, new RegExp(`^${type} block is not JSON`));
      const blocks = [...result.exported.matchAll(/```json\n([\s\S]*?)\n```/g)];
      assert.deepEqual(
        blocks.map(
          ([, json]) => (JSON.parse(json!) as {'@type': string})['@type'],
        ),
        ['BreadcrumbList', 'FAQPage', 'CollectionPage'],
      );
      // What the visible text does not say is the dates and pictures of a
      // CollectionPage alone; the others come back whole.
      if (type === 'CollectionPage') return;
      const original = await readFile(fixture('newer.md'), 'utf8');
      assert.equal(result.exported, original);
    });
  }

  it('is rebuilt with what the glossary knew', async (t) => {
    const {run, path, read} = await terminal(t);
    const output = path('glossary.json');
    await run('import', fixture('newer.md'), '-o', output);
    const before = await read('glossary.json');
    const {code, stderr} = await run(
      'import',
      fixture('malformed.md'),
      '-o',
      output,
    );
    assert.equal(code, 0);
    assert.match(stderr, /malformed\.md:134: warning: CollectionPage block/);
    assert.equal(await read('glossary.json'), before);
  });

  it('goes, where nothing says what it was', async (t) => {
    const result = await roundTrip(t, (page) =>
      page.replace(
        '## Raw Schema Data\n',
        '## Raw Schema Data\n\n```json\n{"@type": "WebSite",\n```\n',
      ),
    );
    assert.equal(result.warnings.length, 1);
    assert.ok(!result.exported.includes('WebSite'));
  });
});
