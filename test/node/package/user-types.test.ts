/**
 * Compiles what users write against the package as it is published, with the
 * compilers that they have.
 */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import ts from 'typescript';
import {root} from '../../../scripts/run.mjs';
import {userProject} from '../../support/user-project.js';

const run = promisify(execFile);

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
}

const {dependencies, exports} = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as PackageFile;

let project: string;

before(async () => {
  project = await userProject(Object.keys(dependencies));
});

after(() => {
  rmSync(project, {recursive: true, force: true});
});

const USER = `
import 'term-elements/all.js';
import {
  type Area, type Glossary, type Question, type Resource, type RichText, type Term,
  documentSource,
} from 'term-elements';
import type {TermOpenEvent} from 'term-elements/term-tip.js';
import words from 'term-elements/glossary.json' with {type: 'json'};

const definition: RichText = {markdown: 'A [[beta|second]] letter.'};
const term: Term = {id: 'alpha', name: 'Alpha', summary: 'A letter.', definition};
const question: Question = {question: 'Why?', answer: 'Because.'};
const resource: Resource = {number: 1, terms: ['alpha']};
const area: Area = {id: 'letters', name: 'Letters', questions: [question], resources: [resource]};
export const glossary: Glossary = {
  format: 1,
  name: 'Letters',
  language: 'en',
  kinds: {term: {label: 'Term', translations: {es: {label: 'Término'}}}},
  terms: [term, {id: 'gone', name: null}],
  areas: [area],
};

const tip = document.createElement('term-tip');
tip.glossary = {format: 1, name: 'x', terms: [{id: 'a', name: 'A', summary: 's'}]};
tip.glossary = documentSource(glossary);
tip.value = 42;
document.createElement('term-card').glossary = words;
export const bundled: Glossary = words;
export const names = (given: Glossary): readonly (string | null)[] =>
  given.terms.map(({name}) => name);
names(words);

tip.addEventListener('term-open', (event) => {
  const {id, reference}: TermOpenEvent = event;
  console.log(id?.length, reference.length);
});

// @ts-expect-error A summary is required.
export const lacking: Term = {id: 'a', name: 'A'};
// @ts-expect-error The format is 1.
export const other: Glossary = {format: 2, name: 'x', terms: []};
// @ts-expect-error Data is not changed in place.
glossary.name = 'y';
`;

const COMPILERS = ['typescript-5.9', 'typescript', 'typescript-7'];

describe('a file of a user', () => {
  for (const compiler of COMPILERS) {
    for (const skipLibCheck of [true, false]) {
      for (const resolution of ['bundler', 'nodenext']) {
        const settings = `moduleResolution ${resolution}, skipLibCheck ${skipLibCheck}`;

        it(`compiles with ${compiler}, ${settings}`, async () => {
          const name = `${compiler}-${resolution}-${skipLibCheck}`;
          writeFileSync(join(project, `${name}.ts`), USER);
          const config = join(project, `${name}.json`);
          writeFileSync(
            config,
            JSON.stringify({
              compilerOptions: {
                target: 'ES2022',
                lib: ['ES2023', 'DOM', 'DOM.Iterable'],
                module: resolution === 'bundler' ? 'ESNext' : 'NodeNext',
                moduleResolution: resolution,
                types: [],
                strict: true,
                skipLibCheck,
                resolveJsonModule: true,
                noEmit: true,
              },
              files: [`${name}.ts`],
            }),
          );
          const bin = join(root, 'node_modules', compiler, 'bin/tsc');
          const errors = await run(process.execPath, [bin, '-p', config]).then(
            () => '',
            ({stdout}: {readonly stdout: string}) => stdout,
          );
          assert.equal(errors, '');
        });
      }
    }
  }
});

/** Entries that register elements. */
const ENTRIES = Object.keys(exports)
  .filter((name) => /^\.\/(?:[a-z-]+\/)?(?:all|[a-z]+-[a-z]+)\.js$/.test(name))
  .map((name) => name.slice(2))
  .filter(
    (name) => !['bundled-glossary.js', 'locale-strings.js'].includes(name),
  );

const eventsFile = (entry: string) => `
import 'term-elements/${entry}';
for (const type of ['term-open', 'term-close', 'term-dwell'] as const)
  document.body.addEventListener(type, (event) => event.reference + event.id);
document.body.addEventListener('term-load', (event) => event.reference);
document.body.addEventListener('term-error', (event) => event.code + event.message);
${/all|linker/.test(entry) ? "document.body.addEventListener('term-link', (event) => event.shown);" : ''}
`;

describe('the events of elements', () => {
  it('have entries to be tried', () => {
    assert.equal(ENTRIES.length, 22, ENTRIES.join());
  });

  for (const entry of ENTRIES) {
    it(`are typed after an import of ${entry} alone`, () => {
      const path = join(
        project,
        `events-${entry.replace('/', '-').replace('.js', '.ts')}`,
      );
      writeFileSync(path, eventsFile(entry));
      const program = ts.createProgram([path], {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        types: [],
        strict: true,
        skipLibCheck: true,
        noEmit: true,
      });
      assert.deepEqual(
        program
          .getSemanticDiagnostics(program.getSourceFile(path))
          .map(({messageText}) =>
            ts.flattenDiagnosticMessageText(messageText, '\n'),
          ),
        [],
      );
    });
  }
});
