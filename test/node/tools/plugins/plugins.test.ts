import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {build} from 'esbuild';
import markdownIt from 'markdown-it';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import {unified} from 'unified';
import eleventyTerms from '../../../../tools/src/plugins/eleventy.js';
import markdownItTerms from '../../../../tools/src/plugins/markdown-it.js';
import rehypeTerms from '../../../../tools/src/plugins/rehype.js';
import remarkTerms from '../../../../tools/src/plugins/remark.js';
import {terminal} from '../support/terminal.js';
import {glossary} from '../link/example.js';

const forms = {
  both: '<term-tip term="twap"><a href="/terms/twap/" data-term-link>TWAP</a> (time-weighted average price)</term-tip>',
  tip: '<term-tip term="twap">TWAP (time-weighted average price)</term-tip>',
  link: '<a class="term" href="/terms/twap/">TWAP (time-weighted average price)</a>',
} as const;

/** An attribute without a value, as HTML is written by hand. */
const plain = (html: string) => html.replaceAll('=""', '');

for (const [as, expected] of Object.entries(forms) as [
  keyof typeof forms,
  string,
][]) {
  const options = {glossary, as, expand: true};

  it(`markdown-it writes the form ${as}`, () => {
    const md = markdownIt().use(markdownItTerms, options);
    assert.equal(plain(md.render('A TWAP.')), `<p>A ${expected}.</p>\n`);
  });

  it(`rehype writes the form ${as}`, () => {
    const file = unified()
      .use(rehypeParse, {fragment: true})
      .use(rehypeTerms, options)
      .use(rehypeStringify)
      .processSync('<p>A TWAP.</p>');
    assert.equal(plain(String(file)), `<p>A ${expected}.</p>`);
  });
}

describe('remark', () => {
  it('writes Markdown with links', () => {
    const file = unified()
      .use(remarkParse)
      .use(remarkTerms, {glossary, as: 'link', expand: true})
      .use(remarkStringify)
      .processSync('An *option*, TWAP.');
    assert.equal(
      String(file),
      'An *[option](/terms/option/)*, [TWAP (time-weighted average price)](/terms/twap/).\n',
    );
  });

  it('makes tips of what becomes HTML', () => {
    const processor = unified()
      .use(remarkParse)
      .use(remarkTerms, {glossary, expand: true});
    const tree = processor.runSync(processor.parse('A TWAP.'));
    const [paragraph] = (tree as unknown as {children: {children: unknown[]}[]})
      .children;
    assert.deepEqual(paragraph!.children[1], {
      type: 'termTip',
      data: {hName: 'term-tip', hProperties: {term: 'twap'}},
      children: [
        {
          type: 'link',
          url: '/terms/twap/',
          data: {hProperties: {dataTermLink: ''}},
          children: [{type: 'text', value: 'TWAP'}],
        },
        {type: 'text', value: ' (time-weighted average price)'},
      ],
    });
  });
});

describe('markdown-it', () => {
  it('links words over the end of a line', () => {
    const md = markdownIt().use(markdownItTerms, {glossary, as: 'tip'});
    assert.equal(
      md.render('A strike\nprice, here.'),
      '<p>A <term-tip term="strike-price">strike\nprice</term-tip>, here.</p>\n',
    );
  });

  it('leaves lines apart where ends of lines are shown', () => {
    const md = markdownIt({breaks: true}).use(markdownItTerms, {glossary});
    assert.doesNotMatch(md.render('A strike\nprice.'), /term-tip/);
  });
});

for (const [name, plugin] of Object.entries({
  remark: () => remarkTerms({} as never),
  rehype: () => rehypeTerms({} as never),
  'markdown-it': () => markdownIt().use(markdownItTerms, {} as never),
}))
  it(`${name} says that a glossary is missing`, () =>
    assert.throws(plugin, /glossary: expected a glossary document/));

for (const [settings, message] of [
  [{first: 'once'}, 'first: expected section, page, all, received "once"'],
  [{as: 'span'}, 'as: expected link, tip, both, received "span"'],
  [{limit: -1}, 'limit: expected a number, 0 or more, received -1'],
] as const) {
  const glossary = {format: 1, name: 'G', language: 'en', terms: []};
  const options = {glossary, ...settings} as never;
  for (const [name, plugin] of Object.entries({
    remark: () => remarkTerms(options),
    rehype: () => rehypeTerms(options),
    'markdown-it': () => markdownIt().use(markdownItTerms, options),
  }))
    it(`${name} refuses ${JSON.stringify(settings)}`, () =>
      assert.throws(plugin, {name: 'TypeError', message}));
}

/** Kilobytes of JavaScript, minified, that a plug-in may come to with all it imports. */
const MOST = 40;

for (const name of ['remark', 'rehype', 'markdown-it', 'eleventy'])
  it(`${name} has the matcher as its only core`, async () => {
    const {outputFiles, metafile} = await build({
      entryPoints: [`tools/src/plugins/${name}.ts`],
      // The layers that plug-ins use, of which a bundler keeps what is used.
      alias: {
        'term-elements/glossary': './src/glossary/index.ts',
        'term-elements/linking': './src/linking.ts',
        'term-elements/matching': './src/matching/index.ts',
      },
      bundle: true,
      minify: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      outdir: 'out',
      metafile: true,
      write: false,
    });
    const entry = Object.keys(metafile.outputs).find((path) =>
      path.endsWith(`/${name}.js`),
    )!;
    const loaded = new Set([entry]);
    for (const path of loaded)
      for (const {path: next, kind, external} of metafile.outputs[path]!
        .imports) {
        assert.ok(!(external && kind === 'import-statement'), next);
        if (kind === 'import-statement') loaded.add(next);
      }
    const size = outputFiles
      .filter(({path}) => [...loaded].some((other) => path.endsWith(other)))
      .reduce((sum, {contents}) => sum + contents.length, 0);
    assert.ok(size < MOST * 1024, `${size} bytes`);
  });

describe('eleventy', () => {
  type Transform = (
    this: object,
    content: string,
    path?: string,
  ) => Promise<string>;

  const transformOf = (options: Parameters<typeof eleventyTerms>[1]) => {
    let transform: Transform | undefined;
    const watched: string[] = [];
    eleventyTerms(
      {
        addTransform: (_, own) => (transform = own as Transform),
        addWatchTarget: (path) => watched.push(path),
      },
      options,
    );
    return {transform: transform!, watched};
  };
  const page = {page: {url: '/a/', outputPath: '_site/a/index.html'}};

  it('links the words of pages, and of nothing else', async () => {
    const {transform} = transformOf({glossary, as: 'tip'});
    assert.equal(
      await transform.call(page, '<p>An option.'),
      '<p>An <term-tip term="option">option</term-tip>.',
    );
    for (const outputPath of ['_site/feed.xml', false])
      assert.equal(
        await transform.call({page: {outputPath}}, 'An option.'),
        'An option.',
      );
  });

  it('works where the path is an argument', async () => {
    const {transform} = transformOf({glossary, as: 'tip'});
    assert.match(await transform.call({}, 'An option.', 'a.html'), /term-tip/);
  });

  it('reads the file of a glossary, and again when it has changed', async (t: TestContext) => {
    const {path, write} = await terminal(t);
    await write('glossary.json', JSON.stringify(glossary));
    const file = path('glossary.json');
    const {transform, watched} = transformOf({glossary: file});
    assert.deepEqual(watched, [file]);
    assert.match(await transform.call(page, 'An option.'), /term-tip/);
    await new Promise((next) => setTimeout(next, 20));
    await write('glossary.json', JSON.stringify({...glossary, terms: []}));
    assert.equal(await transform.call(page, 'An option.'), 'An option.');
  });

  it('writes the content of elements where the address of the site is given', async () => {
    const {transform} = transformOf({
      glossary,
      siteUrl: 'https://docs.example/',
      stylesheet: '/term-elements.css',
    });
    const html = await transform.call(
      page,
      '<!doctype html><head><title>A</title></head><p>An option.</p><term-card term="premium"></term-card>',
    );
    assert.match(html, /<term-tip term="option"><a href=/);
    assert.match(html, /What Premium means\./);
    assert.match(html, /<link rel="stylesheet" href="\/term-elements\.css"/);
    assert.match(html, /<script type="application\/ld\+json"/);
  });

  it('answers for the glossary that pages link', async () => {
    const html =
      '<!doctype html><head><link rel="glossary" href="/glossary.json"></head><term-card term="premium"></term-card>';
    const settings = {glossary, siteUrl: 'https://docs.example/'};
    const linked = transformOf({...settings, glossaryHref: '/glossary.json'});
    assert.match(
      await linked.transform.call(page, html),
      /What Premium means\./,
    );
  });
});
