/** Compiles templates of users against the types of the elements for frameworks. */
import assert from 'node:assert/strict';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import ts from 'typescript';
import {userProject} from '../../support/user-project.js';

let project: string;

before(async () => {
  project = await userProject([
    ...['lit', '@lit/context', 'valibot'],
    ...['@types/react', 'react', 'preact', 'solid-js', 'svelte', 'vue'],
  ]);
});

after(() => {
  rmSync(project, {recursive: true, force: true});
});

/** What the compiler says of a file. */
const diagnose = (
  name: string,
  text: string,
  options: ts.CompilerOptions = {},
): readonly string[] => {
  const path = join(project, name);
  writeFileSync(path, text);
  const program = ts.createProgram([path], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
    ...options,
  });
  return ts.getPreEmitDiagnostics(program).map(({messageText, start, file}) => {
    const line = file?.getLineAndCharacterOfPosition(start!).line ?? 0;
    return `${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
};

/** Templates in JSX; `on` is how the framework writes a listener. */
const jsx = (entry: string, on: string) => `
import type {} from 'term-elements/${entry}';
import type {Glossary} from 'term-elements';

declare const words: Glossary;
declare const price: number | undefined;

export const page = () => (
  <term-glossary src="/glossary.json" term-href="/terms/{}" bilingual>
    <term-card term="gas" heading-level={2} glossary={words} ${on}term-load={(event) => event.reference.length}>
      Gas
    </term-card>
    <term-card term="gas" headingLevel="2" class="wide" id="gas" integrity="sha384-x" />
    <term-tip term="gas" value={price} valueLabel="Now" ${on}term-open={(event) => event.id?.length}>
      gas
    </term-tip>
    <term-area area="fees" resource={2} perPage={6} />
    <term-area area="fees" resource="2" />
    <breadcrumb-jsonld items={[{name: 'Home', url: '/'}]} hidden />
    <faq-block area="fees" exclusive />
    <term-linker mode="highlight" limit={20} ${on}term-link={(event) => event.shown.toFixed()} />
  </term-glossary>
);

export const wrong = () => (
  <>
    {/* @ts-expect-error There is no such mode. */}
    <term-linker mode="underline" />
    {/* @ts-expect-error A term is named by a string. */}
    <term-card term={5} />
    {/* @ts-expect-error The event has no such field. */}
    <term-tip ${on}term-open={(event) => event.nothing} />
    {/* @ts-expect-error There is no such element. */}
    <term-crad term="gas" />
  </>
);
`;

/** Attributes as an object, as templates of Vue and Svelte are checked. */
const object = (listener: (event: string) => string) => `
export const card: Card = {
  term: 'gas',
  headingLevel: 2,
  'structured-data': 'none',
  class: 'wide',
  ${listener('term-load')}: (event) => {
    event.reference.length;
  },
};
export const tip: Tip = {term: 'gas', value: 5, ${listener('term-open')}: (event) => {
  event.id?.length;
}};
// @ts-expect-error There is no such mode.
export const linker: Linker = {mode: 'underline'};
// @ts-expect-error A term is named by a string.
export const wrong: Card = {term: 5};
`;

describe('a template of a user', () => {
  for (const [name, on, importSource] of [
    ['react', 'on', 'react'],
    ['preact', 'on', 'preact'],
    ['solid', 'on:', 'solid-js'],
  ] as const) {
    it(`compiles with ${name}`, () => {
      assert.deepEqual(
        diagnose(`${name}.tsx`, jsx(name, on), {
          jsx: name === 'solid' ? ts.JsxEmit.Preserve : ts.JsxEmit.ReactJSX,
          jsxImportSource: importSource,
        }),
        [],
      );
    });
  }

  it('compiles with vue', () => {
    const text = `
import type {} from 'term-elements/vue';
import type {GlobalComponents} from 'vue';

type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];
type Card = Props<'term-card'>;
type Tip = Props<'term-tip'>;
type Linker = Props<'term-linker'>;
${object((event) => `on${event.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`)}`;
    assert.deepEqual(diagnose('vue.ts', text), []);
  });

  it('compiles with svelte', () => {
    const text = `
import type {} from 'term-elements/svelte';
import type {SvelteHTMLElements} from 'svelte/elements';

type Card = SvelteHTMLElements['term-card'];
type Tip = SvelteHTMLElements['term-tip'];
type Linker = SvelteHTMLElements['term-linker'];
${object((event) => `'on${event}'`)}
export const old: Tip = {'on:term-open': (event) => {
  event.reference.length;
}};
`;
    assert.deepEqual(diagnose('svelte.ts', text), []);
  });
});

describe('data for editors', () => {
  const read = (name: string) =>
    JSON.parse(
      readFileSync(
        join(project, 'node_modules/term-elements/dist', name),
        'utf8',
      ),
    ) as unknown;

  it('completes tags, attributes and values in VS Code', () => {
    const {tags} = read('vscode.html-custom-data.json') as {
      readonly tags: readonly {
        readonly name: string;
        readonly attributes: readonly {
          readonly name: string;
          readonly valueSet?: string;
          readonly values?: readonly {readonly name: string}[];
        }[];
      }[];
    };
    assert.deepEqual(tags.map(({name}) => name).sort(), [
      'breadcrumb-jsonld',
      'faq-block',
      'term-area',
      'term-card',
      'term-figure',
      'term-glossary',
      'term-index',
      'term-linker',
      'term-settings',
      'term-tip',
    ]);
    const {attributes} = tags.find(({name}) => name === 'term-linker')!;
    const attribute = (name: string) =>
      attributes.find((it) => it.name === name);
    assert.deepEqual(attribute('mode')?.values, [
      {name: 'wrap'},
      {name: 'highlight'},
    ]);
    assert.equal(attribute('expand')?.valueSet, 'v');
    assert.equal(attribute('src')?.values, undefined);
  });

  it('completes every custom property once in VS Code', () => {
    const {properties} = read('vscode.css-custom-data.json') as {
      readonly properties: readonly {readonly name: string}[];
    };
    const names = properties.map(({name}) => name);
    assert.ok(names.includes('--term-accent'));
    assert.equal(new Set(names).size, names.length);
  });

  it('is found by JetBrains IDEs', () => {
    const {'web-types': path, version} = JSON.parse(
      readFileSync(
        join(project, 'node_modules/term-elements/package.json'),
        'utf8',
      ),
    ) as {readonly 'web-types': string; readonly version: string};
    const types = read(path.replace('./dist/', '')) as {
      readonly version: string;
      readonly contributions: {
        readonly html: {
          readonly elements: readonly {
            readonly name: string;
            readonly js: {readonly events?: readonly {readonly name: string}[]};
          }[];
        };
      };
    };
    assert.equal(types.version, version);
    const tip = types.contributions.html.elements.find(
      ({name}) => name === 'term-tip',
    );
    assert.ok(tip?.js.events?.some(({name}) => name === 'term-open'));
  });
});
