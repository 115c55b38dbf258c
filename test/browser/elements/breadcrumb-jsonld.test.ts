import '../../../src/define/breadcrumb-jsonld.js';
import {aTimeout, expect} from '@open-wc/testing';
import {html} from 'lit';
import type {BreadcrumbJsonld} from '../../../src/elements/breadcrumb-jsonld/breadcrumb-jsonld.js';
import {TRAILS} from '../../support/author-markup.js';
import {glossary} from '../support/glossary.js';
import {
  graphSettled,
  mount,
  nodes,
  shadowText,
  showsFallback,
  until,
  warningsWhile,
} from '../support/page.js';

const steps = () =>
  (
    nodes()[0]?.itemListElement as {
      position: number;
      name: string;
      item?: string;
    }[]
  ).map(({position, name, item}) => [position, name, item]);

const trail = (
  template = html`<breadcrumb-jsonld area="options" .glossary=${glossary}></breadcrumb-jsonld>`,
) => mount<BreadcrumbJsonld>(template);

const ITEMS =
  '[{"name": "Home", "url": "/"}, {"name": "Docs", "url": "/docs"}, {"name": "Margin"}]';

describe('breadcrumb-jsonld', () => {
  it('axe finds nothing in any of its forms', async () => {
    await expect(await trail()).to.be.accessible();
    await expect(
      await trail(html`<breadcrumb-jsonld items=${ITEMS}></breadcrumb-jsonld>`),
    ).to.be.accessible();
    await expect(
      await trail(
        html`<breadcrumb-jsonld>
          <nav aria-label="Own"><ol><li><a href="/">Home</a></li><li>Here</li></ol></nav>
        </breadcrumb-jsonld>`,
      ),
    ).to.be.accessible();
  });

  it('reads its steps from the attribute', async () => {
    const element = await trail(
      html`<breadcrumb-jsonld items=${ITEMS}></breadcrumb-jsonld>`,
    );
    expect(shadowText(element)).to.equal('Home Docs Margin');
    expect(
      element.shadowRoot!.querySelector('[aria-current="page"]')?.textContent,
    ).to.equal('Margin');
    expect(steps()).to.deep.equal([
      [1, 'Home', `${location.origin}/`],
      [2, 'Docs', `${location.origin}/docs`],
      [3, 'Margin', undefined],
    ]);
  });

  it('reads its steps from the property', async () => {
    await trail(
      html`<breadcrumb-jsonld .items=${[{name: 'A', url: 'https://a.example/'}, {name: 'B'}]}></breadcrumb-jsonld>`,
    );
    expect(steps()).to.deep.equal([
      [1, 'A', 'https://a.example/'],
      [2, 'B', undefined],
    ]);
  });

  for (const [why, items] of [
    ['is no JSON', 'Home > Docs'],
    ['is no list', '{"name": "Home"}'],
    ['has a step without a name', '[{"url": "/"}]'],
  ] as const) {
    it(`keeps the author’s markup when the attribute ${why}`, async () => {
      const element = await trail(
        html`<breadcrumb-jsonld items=${items}><a href="/">Home</a></breadcrumb-jsonld>`,
      );
      expect(showsFallback(element)).to.equal(true);
      expect(nodes()).to.deep.equal([]);
    });
  }

  it('reads the author’s own trail, and leaves it where it is', async () => {
    const element = await trail(
      html`<breadcrumb-jsonld>
        <nav aria-label="Own">
          <ol>
            <li><a href="/">Home</a></li>
            <li><a href="/areas/">Areas</a></li>
            <li aria-current="page">Margin</li>
          </ol>
        </nav>
      </breadcrumb-jsonld>`,
    );
    await until(() => nodes().length > 0, 'a trail in the head');
    expect(showsFallback(element)).to.equal(true);
    expect(steps()).to.deep.equal([
      [1, 'Home', `${location.origin}/`],
      [2, 'Areas', `${location.origin}/areas/`],
      [3, 'Margin', undefined],
    ]);
  });

  for (const [what, markup, expected] of TRAILS) {
    it(`reads ${what}`, async () => {
      const element = await trail(
        html`<breadcrumb-jsonld></breadcrumb-jsonld>`,
      );
      element.innerHTML = markup;
      await until(() => nodes().length > 0, 'a trail in the head');
      // A step without an address is data only as the last one.
      const last = expected.length - 1;
      const stated = expected.filter(
        ([, path], index) => path !== undefined || index === last,
      );
      expect(steps()).to.deep.equal(
        stated.map(([name, path], index) => [
          index + 1,
          name,
          path === undefined ? undefined : location.origin + path,
        ]),
      );
    });
  }

  it('reads the author’s own trail once its attributes are gone', async () => {
    const element = await trail(
      html`<breadcrumb-jsonld items=${ITEMS}><a href="/">Home</a> › Own</breadcrumb-jsonld>`,
    );
    element.removeAttribute('items');
    await until(() => steps().at(-1)![1] === 'Own', 'the author’s trail');
  });

  it('warns of nothing that a framework sets after it has connected', async () => {
    const warnings = await warningsWhile(async () => {
      const element = await trail(
        html`<breadcrumb-jsonld></breadcrumb-jsonld>`,
      );
      element.items = [{name: 'Home', url: '/'}, {name: 'Here'}];
      await element.updateComplete;
      // As long as it waits for an author's markup.
      await aTimeout(1500);
    });
    expect(warnings).to.deep.equal([]);
  });

  it('warns once if it finds nothing', async () => {
    const warnings = await warningsWhile(async (written) => {
      await trail(html`<breadcrumb-jsonld><p>Home</p></breadcrumb-jsonld>`);
      const late = await trail(html`<breadcrumb-jsonld></breadcrumb-jsonld>`);
      late.innerHTML = '<a href="/">Home</a> › Here';
      await until(() => written.length > 0, 'a warning');
      await aTimeout(200);
    });
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.match(
      /^term-elements\/author-markup: <breadcrumb-jsonld> has no steps/,
    );
  });

  it('derives its steps from an area, a resource or a term', async () => {
    const site = 'https://glossary.example/';
    const element = await trail();
    expect(nodes()).to.deep.equal([]);
    element.structuredData = 'page';
    await element.updateComplete;
    await graphSettled();
    expect(steps().map(([, name]) => name)).to.deep.equal([
      'Home',
      'Area',
      'Options',
      'Resource 1',
    ]);
    element.resource = 2;
    await element.updateComplete;
    await graphSettled();
    expect(steps().at(-1)).to.deep.equal([
      4,
      'Resource 2',
      `${site}area/options/resource/2/`,
    ]);
    element.area = '';
    element.term = 'premium';
    await element.updateComplete;
    await graphSettled();
    expect(steps()).to.deep.equal([
      [1, 'Home', site],
      [2, 'Definition', `${site}definition/`],
      [3, 'Premium', `${site}definition/premium/`],
    ]);
  });

  it('is data only when it is hidden', async () => {
    const element = await trail(
      html`<breadcrumb-jsonld hidden items=${ITEMS}></breadcrumb-jsonld>`,
    );
    expect(getComputedStyle(element).display).to.equal('none');
    expect(steps()).to.have.lengthOf(3);
  });

  it('makes no link and no data of a javascript: address', async () => {
    const element = await trail(
      html`<breadcrumb-jsonld
        .items=${[{name: 'A', url: 'javascript:alert(1)'}, {name: 'B', url: '/b'}, {name: 'C'}]}
      ></breadcrumb-jsonld>`,
    );
    expect(element.shadowRoot!.querySelectorAll('a[href]')).to.have.lengthOf(1);
    expect(steps().map(([, name]) => name)).to.deep.equal(['B', 'C']);
  });
});
