/** Where data of a glossary comes out of the tools: every field, through every writer. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfm} from 'micromark-extension-gfm';
import {EXPORT_FORMATS} from '../../../../tools/src/formats/export-formats.js';
import {prerender} from '../../../../tools/src/prerender/index.js';
import {Report} from '../../../../tools/src/terminal/report.js';
import {documentSource} from '../../../../src/glossary/document-source.js';
import type {Glossary} from '../../../../src/glossary/types.js';
import {
  FIELDS,
  hostileGlossaries,
} from '../../../support/hostile-glossaries.js';
import {elementsPage} from '../../../support/elements-page.js';
import {
  unsafeInHtml,
  unsafeInJsonLd,
  isUnsafe,
} from '../../../support/unsafe.js';

const STRANGER = 'https://stranger.example';
const SITE = 'https://own.example/';
const GLOSSARIES = hostileGlossaries(STRANGER);

/** Files of an export, by their paths. */
const exported = async (format: string, glossary: Glossary) => {
  const exporter = await EXPORT_FORMATS.find(
    ({name}) => name === format,
  )!.load();
  const files: [string, string][] = [];
  const options = {file: 'glossary.json', siteUrl: SITE};
  const report = new Report();
  if ('files' in exporter) {
    for await (const {path, content} of exporter.files(
      glossary,
      options,
      report,
    ))
      files.push([path, String(content)]);
  } else {
    let text = '';
    for await (const part of exporter.text(glossary, options, report))
      text += part;
    files.push([format, text]);
  }
  return files;
};

/** Addresses of links, pictures and definitions of Markdown. */
const unsafeInMarkdown = (text: string): string[] => {
  const found: string[] = [];
  const stack: {
    type: string;
    url?: string;
    value?: string;
    children?: unknown[];
  }[] = [
    fromMarkdown(text.replace(/^---\n[\s\S]*?\n---\n/, ''), {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    }) as never,
  ];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.url !== undefined && isUnsafe(node.url)) found.push(node.url);
    if (node.type === 'image' && node.url?.startsWith(STRANGER))
      found.push(node.url);
    stack.push(...((node.children ?? []) as typeof stack));
  }
  return found;
};

/** What is unsafe in a file, by what reads it. */
const unsafeIn = (
  format: string,
  path: string,
  text: string,
): readonly string[] => {
  // The publisher's own page: its pictures are there, and its texts verbatim.
  if (format === 'page')
    return unsafeInMarkdown(text).filter((url) => !url.startsWith(STRANGER));
  if (/\.html$/.test(path)) return unsafeInHtml(text, SITE, STRANGER);
  if (/\.md$|\.txt$|^page$/.test(path)) return unsafeInMarkdown(text);
  if (/\.xml$/.test(path))
    return [
      ...text.matchAll(
        /(?:href|src|uri)="([^"]*)"|<(?:id|uri|loc|link)>([^<]*)/g,
      ),
    ]
      .map(([, a, b]) => a ?? b!)
      .filter(isUnsafe);
  if (path === 'jsonld') return unsafeInJsonLd(JSON.parse(text));
  // A cell that a spreadsheet would calculate.
  if (/^[ct]sv$/.test(path))
    return text.match(/(?:^|[,\t"\n])[=@](?=\w)/g) ?? [];
  return [];
};

/** Values that are not tried in a format. */
const LEFT_OUT: Readonly<Record<string, RegExp>> = {
  // Texts of a published page are verbatim, as its publisher wrote them.
  page: /in Markdown/,
  // The most expensive one; schemes are told apart by what the others share.
  site: /hidden|older|page as/,
};

describe(`a hostile value in each of ${FIELDS} fields`, () => {
  it('is tried in nearly all fields', () => {
    assert.ok(FIELDS > 90, String(FIELDS));
  });

  for (const {name} of EXPORT_FORMATS)
    it(`runs nothing, and asks nobody, from export --format ${name}`, async () => {
      const found: string[] = [];
      const texts = LEFT_OUT[name] ?? /^$/;
      for (const {name: what, glossary} of GLOSSARIES.filter(
        ({name}) => !texts.test(name),
      ))
        for (const [path, text] of await exported(name, glossary))
          for (const unsafe of unsafeIn(name, path, text))
            found.push(`${what}: ${path}: ${unsafe.slice(0, 200)}`);
      assert.deepEqual(found.slice(0, 40), []);
    });

  it('runs nothing, and asks nobody, from a prerendered page', async () => {
    const found: string[] = [];
    for (const {name, glossary} of GLOSSARIES) {
      const {html} = await prerender(elementsPage(glossary), {
        url: `${SITE}page/`,
        glossary: documentSource(glossary),
      });
      for (const unsafe of unsafeInHtml(html, SITE, STRANGER))
        found.push(`${name}: ${unsafe.slice(0, 200)}`);
    }
    assert.deepEqual(found, []);
  });
});
