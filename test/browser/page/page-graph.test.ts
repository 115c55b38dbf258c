import {expect, fixture} from '@open-wc/testing';
import {html, render} from 'lit';
import {type PageGraph, pageGraph} from '../../../src/page/graph/page-graph.js';
import {
  scriptName,
  scriptText,
} from '../../../src/structured-data/json-text.js';
import {graphSettled, nodes, scripts} from '../support/page.js';

const page = (name: string) => ({'@type': 'WebPage', name});
const faq = (...names: string[]) => ({
  '@type': 'FAQPage',
  mainEntity: names.map((name) => ({
    '@type': 'Question',
    name,
    acceptedAnswer: {text: `${name}!`},
  })),
});

const names = () => nodes().map(({name}) => name);

describe('page graph', () => {
  let owners: Element[];
  let graph: PageGraph;

  beforeEach(async () => {
    const root = await fixture(html`<div><i></i><i></i><i></i></div>`);
    owners = [...root.children];
    graph = pageGraph(document);
  });

  afterEach(async () => {
    for (const owner of owners) graph.release(owner);
    await graphSettled();
    expect(scripts()).to.deep.equal([]);
  });

  const claim = async (...claims: (object[] | undefined)[]) => {
    for (const [index, claimed] of claims.entries()) {
      if (claimed) graph.claim(owners[index]!, claimed as never);
    }
    await graphSettled();
  };

  it('writes nodes in page order, whatever order they are claimed in', async () => {
    await claim(undefined, undefined, [page('c')]);
    await claim([page('a')]);
    await claim(undefined, [page('b')]);
    expect(names()).to.deep.equal(['a', 'b', 'c']);
    expect(
      scripts().every((script) => script.parentNode === document.head),
    ).to.equal(true);
  });

  it('orders owners in shadow roots by the place of their hosts', async () => {
    const inner = document.createElement('div');
    owners[0]!.after(inner);
    const root = inner.attachShadow({mode: 'open'});
    render(html`<i></i><i></i>`, root);
    owners.push(...root.children);
    await claim(
      [page('first')],
      [page('last')],
      undefined,
      [page('in 1')],
      [page('in 2')],
    );
    expect(names()).to.deep.equal(['first', 'in 1', 'in 2', 'last']);
  });

  it('writes a node that several claim once', async () => {
    await claim([page('a')], [page('a')], [page('b'), page('a')]);
    expect(names()).to.deep.equal(['a', 'b']);
    graph.release(owners[0]!);
    await graphSettled();
    expect(names()).to.deep.equal(['a', 'b']);
  });

  it('keeps the script of a node that does not change', async () => {
    await claim([page('a')], [faq('one')]);
    const [kept] = scripts();
    await claim(undefined, [faq('one', 'two')]);
    expect(scripts()[0]).to.equal(kept);
    expect(nodes()[1]!.mainEntity).to.have.lengthOf(2);
  });

  it('writes once for all that happens in one task', async () => {
    let writes = 0;
    const observer = new MutationObserver(
      (records) => (writes += records.length),
    );
    observer.observe(document.head, {childList: true});
    for (let index = 0; index < 50; index++)
      graph.claim(owners[0]!, [page(`${index}`)] as never);
    await graphSettled();
    observer.disconnect();
    expect(writes).to.equal(1);
    expect(names()).to.deep.equal(['49']);
  });

  it('writes nothing when nothing changes', async () => {
    await claim([page('a')]);
    let writes = 0;
    const observer = new MutationObserver(
      (records) => (writes += records.length),
    );
    observer.observe(document.head, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    graph.release(owners[0]!);
    await claim([page('a')]);
    observer.disconnect();
    expect(writes).to.equal(0);
  });

  it('puts back what the host’s framework took out of the head', async () => {
    await claim([page('a')]);
    scripts()[0]!.remove();
    await claim([page('a')], [page('b')]);
    expect(names()).to.deep.equal(['a', 'b']);
  });

  it('is one for the whole document, under a key that other copies know', () => {
    const key = Symbol.for('term-elements.graph.1');
    expect((document as never as Record<symbol, unknown>)[key]).to.equal(graph);
  });

  for (const [what, text] of [
    ['the end of a script', '</script ><script>alert(1)</script>'],
    ['a comment', '<!-- <script>'],
    ['quotes', `"'\`\\"`],
    ['line separators', '\u2028\u2029'],
    ['a lone surrogate', 'a\ud800b\udc00'],
    ['a marker of the template engine', '<!--?lit$123456$-->{{lit-123}}'],
    ['entities', '&lt;b&gt; &amp;amp;'],
    ['a property of every object', '__proto__'],
  ] as const) {
    it(`gives back ${what} exactly, also when the page is written out and read again`, async () => {
      await claim([page(text)]);
      const [script] = scripts();
      expect(JSON.parse(script!.textContent)).to.deep.equal(page(text));
      const again = new DOMParser().parseFromString(
        document.head.outerHTML,
        'text/html',
      );
      const read = again.querySelector('script[data-term-elements]')!;
      expect(JSON.parse(read.textContent)).to.deep.equal(page(text));
    });
  }

  describe('with what a prerenderer wrote', () => {
    let frame: HTMLIFrameElement;
    let inner: Document;

    const write = async (...prerendered: object[]) => {
      frame = await fixture<HTMLIFrameElement>(
        html`<iframe title="Prerendered"></iframe>`,
      );
      inner = frame.contentDocument!;
      for (const node of prerendered) {
        const script = inner.createElement('script');
        script.type = 'application/ld+json';
        script.setAttribute('data-term-elements', '');
        script.textContent = scriptText(node as never);
        inner.head.append(script);
      }
    };

    it('adopts a script that says the same', async () => {
      await write(page('a'), faq('one'));
      const before = scripts(inner);
      pageGraph(inner).claim(inner.body, [page('a'), faq('one')] as never);
      await graphSettled();
      expect(scripts(inner)).to.deep.equal(before);
    });

    it('replaces one that says something else, by a new element', async () => {
      await write(faq('one'));
      const [before] = scripts(inner);
      const text = before!.textContent;
      pageGraph(inner).claim(inner.body, [faq('one', 'two')] as never);
      await graphSettled();
      expect(nodes(inner)).to.deep.equal([faq('one', 'two')]);
      expect(before!.isConnected).to.equal(false);
      expect(before!.textContent).to.equal(text);
    });

    it('adopts it whole, whoever claims a part of it first, once the page is parsed', async () => {
      await write();
      inner.open();
      inner.write(
        `<head><script type="application/ld+json" data-term-elements>${scriptText(faq('one', 'two') as never)}</script>` +
          '<body><i data-nodes="0.0"></i>',
      );
      const before = scripts(inner);
      expect(before).to.have.lengthOf(1);
      pageGraph(inner).claim(inner.querySelector('i')!, [faq('one')] as never);
      await graphSettled();
      inner.write('<b data-nodes="0.1"></b>');
      inner.close();
      await graphSettled();
      expect(scripts(inner)).to.deep.equal(before);
      inner.querySelector('b')!.remove();
      await graphSettled();
      expect(nodes(inner)).to.deep.equal([faq('one')]);
    });

    it('leaves one alone whose element is not defined', async () => {
      await write(faq('one'), page('a'));
      const [, other] = scripts(inner);
      inner.body.innerHTML = '<x-y data-nodes="1">A</x-y>';
      pageGraph(inner).claim(inner.body, [faq('two')] as never);
      await graphSettled();
      expect(nodes(inner)).to.deep.equal([faq('two'), page('a')]);
      expect(scripts(inner)[1]).to.equal(other);
    });

    it('removes one that no element of the page is behind', async () => {
      await write({'@type': 'CollectionPage', url: 'https://a.example/'});
      pageGraph(inner).claim(inner.body, [faq('one')] as never);
      await graphSettled();
      expect(nodes(inner)).to.deep.equal([faq('one')]);
    });

    it('knows one by its name, also if it came before its element', async () => {
      await write();
      pageGraph(inner);
      await graphSettled();
      const text = scriptText(faq('one', 'two') as never);
      const name = scriptName(text);
      inner.head.innerHTML = `<script type="application/ld+json" data-term-elements="${name}">${text}</script>`;
      await graphSettled();
      expect(scripts(inner)).to.deep.equal([]);
      inner.body.innerHTML = `<x-y data-nodes="${name}.1">Two</x-y>`;
      await graphSettled();
      expect(nodes(inner)).to.deep.equal([faq('two')]);
    });
  });
});
