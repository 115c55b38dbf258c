import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {markdownExporter} from '../../../../tools/src/formats/markdown/write.js';
import {CommandError} from '../../../../tools/src/terminal/errors.js';
import {markdownImporter} from '../../../../tools/src/formats/markdown/read.js';
import {Report} from '../../../../tools/src/terminal/report.js';
import type {Glossary} from '../../../../src/glossary/types.js';
import {differences, readText, unwritten} from '../formats/formats.js';
import {randomGlossary} from '../formats/random-glossary.js';

const written = async (glossary: Glossary) => {
  const report = new Report();
  const files = new Map<string, string>();
  const options = {
    file: 'glossary.json',
    siteUrl: undefined,
    progress: () => undefined,
  };
  for await (const {path, content} of markdownExporter.files(
    glossary,
    options,
    report,
  ))
    files.set(path, String(content));
  return {files, notes: report.notes};
};

/** Reads a folder as the command does: file after file, by name. */
const readFolder = async (files: ReadonlyMap<string, string>) => {
  let all: {terms: unknown[]; areas?: unknown[]} = {terms: []};
  const notes = [];
  for (const [file, text] of files) {
    const read = await readText(markdownImporter, text, {file});
    notes.push(...read.notes);
    all = {...all, ...read.head, terms: [...all.terms, ...read.terms]};
    if (read.areas.length) all.areas = read.areas;
  }
  return {glossary: all, notes};
};

describe('a folder of Markdown files', () => {
  it('gives back what was written, and tells the rest', () =>
    fc.assert(
      fc.asyncProperty(randomGlossary, async (glossary) => {
        const {files, notes} = await written(glossary);
        const back = await readFolder(files);
        const changed = differences(glossary, back.glossary);
        assert.deepEqual(unwritten(changed, notes), [], [...files].join('\n'));
      }),
      {numRuns: 60},
    ));

  const read = (text: string, file = 'docs/margin-call.md') =>
    readText(markdownImporter, text, {file});

  it('takes properties from the front matter and the definition from the text', async () => {
    const {terms, notes} = await read(
      '---\nname: Margin call\nsummary: A demand for money.\naliases: [call]\nown: {a: 1}\npublished: 2026-03-19\n---\n\nTwo *words* and [[basis|one]].\n',
    );
    assert.deepEqual(notes, []);
    assert.deepEqual(terms, [
      {
        name: 'Margin call',
        summary: 'A demand for money.',
        aliases: ['call'],
        own: {a: 1},
        published: '2026-03-19',
        definition: {markdown: 'Two *words* and [[basis|one]].'},
        id: 'margin-call',
      },
    ]);
  });

  it('makes do with a heading and prose, and says what it guessed', async () => {
    const {terms, notes} = await read(
      '---\ntags: [risk]\n---\n# Margin call\n\nA demand.\n\n## More\n\nText.\n',
    );
    assert.deepEqual(terms, [
      {
        tags: ['risk'],
        summary: 'A demand.',
        definition: {markdown: 'A demand.\n\n**More**\n\nText.'},
        name: 'Margin call',
        id: 'margin-call',
      },
    ]);
    assert.deepEqual(
      notes.map(({kind, line, message}) => [kind, line, message]),
      [
        ['dropped', 8, 'a heading: it is a strong paragraph now'],
        ['guessed', 4, 'summary: the first paragraph of the text'],
        ['guessed', 4, 'name: the first heading'],
      ],
    );
  });

  for (const [why, text, message] of [
    ['JavaScript', '---js\n{name: process.exit()}\n---\n', /:1: .*"js"/],
    ['TOML', '+++\nname = "x"\n+++\n', /:1: .*TOML/],
    ['no end', '---\nname: x\n', /:1: expected a line of ---/],
    ['no mapping', '---\n- x\n---\n', /:2: expected properties/],
    ['a fault', '---\nname: x\nsummary: "y\n---\n', /:\d: expected properties/],
    ['a key twice', '---\nname: x\nname: y\n---\n', /:3: .*unique/],
    [
      'a billion laughs',
      `---\na: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefgh'].map((key, at) => `${key}: &${key} [${`*${'abcdefg'[at]}, `.repeat(9)}]`).join('\n')}\n---\n`,
      /alias/i,
    ],
    ['brackets', `---\na: ${'['.repeat(20_000)}\n---\n`, /too deep/],
  ] as const) {
    it(`refuses front matter with ${why}, and says where`, async () => {
      await assert.rejects(read(text), (error) => {
        assert.ok(error instanceof CommandError);
        assert.match(error.message, message);
        return true;
      });
    });
  }

  it('resolves the tags of generators that name entries, and leaves others out', async () => {
    const {terms, notes} = await readText(
      markdownImporter,
      '---\ntitle: Alpha {{< x >}}\naliases: [/old/alpha-1/, A]\nexcerpt: >\n  Of {{Glossary("be-ta", "betas")}}.\n---\nSee {{< glossary_tooltip text="betas" term_id="beta" >}}, {{Glossary("TLS")}}.\n\n{{% toc %}}\n\n`{{< toc >}}`{% include x %}\n',
      {file: 'alpha.md'},
    );
    assert.deepEqual(terms, [
      {
        id: 'alpha',
        name: 'Alpha',
        summary: 'Of betas.',
        formerIds: ['alpha-1'],
        aliases: ['A'],
        definition: {
          markdown: 'See [[beta|betas]], [[TLS|TLS]].\n\n\n\n`{{< toc >}}`',
        },
      },
    ]);
    assert.deepEqual(
      notes
        .filter(({kind}) => kind === 'dropped')
        .map(({line, message}) => [line, message]),
      [
        [2, 'the template tag x'],
        [9, 'the template tag toc'],
        [11, 'the template tag include'],
      ],
    );
  });

  it('keeps what its own files say', async () => {
    const {terms} = await readText(
      markdownImporter,
      '---\nname: "A {{x}} "\nsummary: "{{x}} "\naliases: [/a/]\ndraft: true\n---\n{{ y }}\n',
      {file: '_x.md'},
    );
    assert.deepEqual(terms, [
      {
        id: '_x',
        name: 'A {{x}} ',
        summary: '{{x}} ',
        aliases: ['/a/'],
        draft: true,
        definition: {markdown: '{{ y }}'},
      },
    ]);
  });

  for (const [file, text, message] of [
    ['_index.md', '---\ntitle: All\n---\nx\n', /begins with "_"/],
    ['beta.md', '---\ntitle: Beta\ndraft: true\n---\nx\n', /a draft/],
  ] as const)
    it(`leaves ${file} out, and says so: ${message}`, async () => {
      const {terms, notes} = await readText(markdownImporter, text, {file});
      assert.deepEqual(terms, []);
      assert.match(notes[0]!.message, message);
    });

  it('takes the folder of a page bundle for its id', async () => {
    const {terms} = await readText(
      markdownImporter,
      '---\ntitle: Swap\n---\nx\n',
      {
        file: 'swap/index.md',
      },
    );
    assert.equal(terms[0]?.id, 'swap');
  });

  it('makes nothing of a tag', async () => {
    const {terms, notes} = await read(
      '---\nname: x\nsummary: y\nrun: !!js/function "function () { throw 1 }"\n---\n',
    );
    assert.equal(terms[0]?.run, 'function () { throw 1 }');
    assert.match(notes[0]?.message ?? '', /^YAML: /);
    assert.equal(notes[0]?.line, 4);
  });
});
