import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import MagicString from 'magic-string';
import {parse} from 'parse5';
import type {GlossarySource} from '../../../../src/glossary/source.js';
import {documentSource} from '../../../../src/glossary/document-source.js';
import {
  linkElement,
  type LinkElementOptions,
} from '../../../../tools/src/link/html/link-element.js';
import {glossary} from './example.js';

const source = documentSource(glossary);

/** The page with the text of its `<main>` linked. */
const linked = async (
  html: string,
  options: Partial<LinkElementOptions> = {},
) => {
  const edits = new MagicString(html);
  const [root] = parse(html, {sourceCodeLocationInfo: true}).childNodes;
  const [, body] = (root as {childNodes: {childNodes: unknown[]}[]}).childNodes;
  const main = body!.childNodes[0] as Parameters<typeof linkElement>[0];
  const count = await linkElement(main, html, edits, {source, ...options});
  return {count, html: edits.toString()};
};

describe('linkElement', () => {
  it('links the text of an element and nothing else', async () => {
    const html = '<main>An option, TWAP.</main><p>A premium.</p>';
    assert.deepEqual(await linked(html, {expand: true}), {
      count: 2,
      html: '<main>An <term-tip term="option" data-linked="6"><a href="/terms/option/" data-term-link>option</a></term-tip>, <term-tip term="twap" data-linked="4"><a href="/terms/twap/" data-term-link>TWAP</a> (time-weighted average price)</term-tip>.</main><p>A premium.</p>',
    });
  });

  it('adds nothing the second time', async () => {
    const once = await linked('<main>An option, an option, TWAP.</main>');
    assert.deepEqual(await linked(once.html), {count: 0, html: once.html});
  });

  it('leaves the text of another linker to it', async () => {
    const html =
      '<main><term-linker>An option.</term-linker><term-linker for="#x">A premium.</term-linker></main>';
    const {count, html: text} = await linked(html);
    assert.equal(count, 1);
    assert.match(text, /premium<\/a><\/term-tip>/);
  });

  it('takes the language from the elements around', async () => {
    const {html} = await linked('<html lang="de"><main>TWAP</main>', {
      expand: true,
    });
    assert.match(html, /\(Time-weighted average price\)/);
  });

  it('asks a source that is too large to tell all its words for those of the page', async () => {
    const asked: string[] = [];
    const large: GlossarySource = {
      label: 'large',
      entry: (id) => source.entry(id),
      named: (name) => source.named(name),
      areaPage: () => undefined,
      async vocabulary(_, runs) {
        for await (const run of runs!())
          asked.push(...run.map(({word}) => word));
        return source.vocabulary();
      },
    };
    const {count} = await linked('<main>An option <b>is</b></main>', {
      source: large,
    });
    assert.equal(count, 1);
    assert.ok(asked.includes('option') && asked.includes('is'));
    await linked('<main>A premium</main>', {source: large});
    assert.ok(asked.includes('premium'));
  });
});
