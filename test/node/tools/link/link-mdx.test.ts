import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {compile} from '@mdx-js/mdx';
import {build} from 'esbuild';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {linkMarkdown} from '../../../../tools/src/link/markdown/link-markdown.js';
import {MdxError} from '../../../../tools/src/documents/markdown/mdx-error.js';
import {mdxParser} from '../../../../tools/src/documents/markdown/mdx.js';
import rehypeTerms from '../../../../tools/src/plugins/rehype.js';
import remarkTerms from '../../../../tools/src/plugins/remark.js';
import {terminal} from '../support/terminal.js';
import {glossary} from './example.js';

const FORMS = ['link', 'tip', 'both'] as const;
type Form = (typeof FORMS)[number];

const link = (text: string, as: Form = 'link') =>
  linkMarkdown(text, {glossary, as, first: 'all', parser: mdxParser}).text;

interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string | null;
  readonly attributes?: readonly {name?: string; value?: unknown}[];
  readonly children?: readonly Node[];
}

/** All code of a document: modules, expressions, elements with their attributes, code. */
const codeOfTree = (tree: Node): readonly unknown[] => {
  const code: unknown[] = [];
  const visit = ({type, name, value, attributes, children = []}: Node) => {
    const isOwn =
      name === 'term-tip' ||
      attributes?.some(({name: key}) => key === 'data-term-link') === true;
    if (/^mdx|ode$/.test(type) && !isOwn)
      code.push([
        type,
        name,
        value,
        JSON.stringify(attributes, (key, own: unknown) =>
          key === 'data' || key === 'position' ? undefined : own,
        ),
      ]);
    children.forEach(visit);
  };
  visit(tree);
  return code;
};

const codeOf = (text: string) =>
  codeOfTree(unified().use(remarkParse).use(remarkMdx).parse(text) as Node);

const DOCUMENTS: Readonly<Record<string, string>> = {
  'a function with an empty line in it':
    "export function Chart() {\n  const a = 1;\n\n  const s = 'option';\n  return <div>{s}</div>;\n}\n\n# Hello\n\nAn option.\n",
  'data with an empty line in it':
    "export const meta = {\n  a: 'premium',\n\n  b: ['option'],\n}\n\nA premium.\n",
  'a brace in a text': 'A {"}" + "option"} of the premium.\n',
  'a brace in a comment': 'A {/* } option */} premium.\n',
  'a template with braces': 'A {`}${`option`}`} premium.\n',
  'attributes of several lines':
    '<Chart\n  title="option"\n  render={() => (\n    <b>option</b>\n  )}\n>\n\n  An option.\n\n</Chart>\n',
  'spread attributes': '<Chart {...option} />\n\nAn option.\n',
  'elements in a line':
    'An <b>option</b>, a <Mark of="option">premium</Mark>.\n',
  'words beside expressions': 'A {x}option, premium{y}, an option.\n',
  fragments: '<>\n  An option.\n</>\n',
  'names with dots': '<Tabs.Item label="option">An option.</Tabs.Item>\n',
  'code in a fence': '```js\nexport const option = {\n```\n\nAn option.\n',
  'a byte order mark': "\uFEFFimport option from './option.js'\n\nAn option.\n",
  'an expression of several lines':
    '{\n  [1, 2].map((option) => (\n\n    <p key={option}>option</p>\n  ))\n}\n\nAn option.\n',
};

describe('linking MDX', () => {
  for (const [what, text] of Object.entries(DOCUMENTS))
    for (const as of FORMS)
      it(`leaves all code as it is: ${what}, as ${as}`, async () => {
        await compile(text);
        const linked = link(text, as);
        assert.notEqual(linked, text);
        await compile(linked);
        assert.deepEqual(codeOf(linked), codeOf(text));
        assert.equal(link(linked, as), linked);
      });

  it('never links the words beside an expression', () =>
    assert.equal(
      link(DOCUMENTS['words beside expressions']!),
      'A {x}option, premium{y}, an [option](/terms/option/).\n',
    ));

  it('leaves the content of links and code alone, by the names of components', () => {
    const text =
      '<Link to="/x">option</Link> <Ui.Button>option</Ui.Button> <CodeBlock>option</CodeBlock>\n';
    assert.equal(link(text), text);
  });

  it('leaves JSX inside attributes and code alone', () => {
    const text = '<A b={<i>option</i>}>{<i>option</i>}</A>\n';
    assert.equal(link(text), text);
  });

  it('reads what site generators add to MDX', () => {
    assert.equal(
      link('<!-- option -->\n\n## A {#option}\n\nAn option.\n'),
      '<!-- option -->\n\n## A {#option}\n\nAn [option](/terms/option/).\n',
    );
  });

  it('reads code with more delimiters than prose may have', () => {
    const text = `export const data = [${'[1],\n'.repeat(2000)}]\n\nAn option.\n`;
    assert.match(link(text), /An \[option\]/);
  });

  it('escapes the full name that it adds', async () => {
    const terms = [
      {
        id: 'a',
        name: 'A {b} <c> [d]',
        abbreviation: 'ABCD',
        summary: 'S.',
        url: '/a',
      },
    ];
    const {text} = linkMarkdown('An ABCD.', {
      glossary: {...glossary, terms},
      expand: true,
      parser: mdxParser,
    });
    await compile(text);
    assert.match(text, /^An \[ABCD \(/);
  });

  for (const [what, text, offset] of [
    ['an expression without an end', 'An option.\n\n{a', 14],
    ['an element without an end', 'An option.\n\n<A>\n\nx', 12],
    ['invalid code', 'An option {1 +}', 14],
  ] as const)
    it(`refuses ${what}, with the place`, () => {
      assert.throws(
        () => link(text),
        (error: unknown) =>
          error instanceof MdxError && Math.abs(error.offset - offset) < 4,
      );
    });
});

/** The code of the tree that the compiler goes on with, after plug-ins. */
const compiled = async (text: string, plugin?: 'remark' | 'rehype') => {
  const options = {glossary, first: 'all'} as const;
  let [code, links]: [readonly unknown[], number] = [[], 0];
  const capture = () => (tree: Node) => {
    code = codeOfTree(tree);
    links = JSON.stringify(tree).split('/terms/').length - 1;
  };
  await compile(text, {
    remarkPlugins: plugin === 'remark' ? [[remarkTerms, options]] : [],
    rehypePlugins: [
      ...(plugin === 'rehype' ? [[rehypeTerms, options] as const] : []),
      capture,
    ] as never,
  });
  return {code, links};
};

describe('plug-ins in the compiler of MDX', () => {
  for (const plugin of ['remark', 'rehype'] as const) {
    for (const [what, text] of Object.entries(DOCUMENTS))
      it(`${plugin} leaves all code as it is: ${what}`, async () => {
        const {code, links} = await compiled(text, plugin);
        assert.ok(links);
        assert.deepEqual(code, (await compiled(text)).code);
      });

    it(`${plugin} leaves elements alone that are no running text`, async () => {
      const text = 'A <code>option</code> and <a href="/x">option</a>.\n';
      assert.equal((await compiled(text, plugin)).links, 0);
    });
  }
});

describe('term-elements link, given MDX', () => {
  it('reports what does not parse, and goes on', async (t) => {
    const shell = await terminal(t);
    await shell.write('glossary.json', JSON.stringify(glossary));
    await shell.write('docs/a.mdx', 'An option.\n\nA {premium.\n');
    await shell.write('docs/b.mdx', 'An option.\n');
    const {code, stderr} = await shell.run(
      ...['link', shell.path('docs'), '-g', shell.path('glossary.json')],
      '--in-place',
    );
    assert.equal(code, 1);
    assert.match(stderr, /a\.mdx:3:\d+: error: not valid MDX: .*\nCorrect/);
    assert.equal(await shell.read('docs/a.mdx'), 'An option.\n\nA {premium.\n');
    assert.match(await shell.read('docs/b.mdx'), /\[option\]/);
  });

  it('loads the parser of MDX for MDX alone', async () => {
    const {metafile} = await build({
      entryPoints: ['tools/src/link/command/link-text.ts'],
      bundle: true,
      splitting: true,
      format: 'esm',
      packages: 'external',
      outdir: 'out',
      metafile: true,
      write: false,
    });
    const importers = Object.entries(metafile.outputs).filter(([, {imports}]) =>
      imports.some(({path}) => path === 'micromark-extension-mdxjs'),
    );
    const [[parser]] = importers as [[string, unknown]];
    for (const {imports} of Object.values(metafile.outputs))
      for (const {path, kind} of imports)
        if (path === parser) assert.equal(kind, 'dynamic-import');
  });
});
