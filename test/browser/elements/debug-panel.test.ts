import {expect, fixture, html, waitUntil as poll} from '@open-wc/testing';
import '../../../src/define/term-card.js';
import '../../../src/define/term-glossary.js';
import type {TermGlossary} from '../../../src/elements/term-glossary/term-glossary.js';

/** A loaded machine takes its time. */
const waitUntil = (holds: () => unknown) =>
  poll(() => Boolean(holds()), undefined, {timeout: 8000});

const panelOf = (element: Element) =>
  element.shadowRoot!.querySelector<HTMLDetailsElement>('details');

const opened = async (src: string, debug = true) => {
  const element = await fixture<TermGlossary>(
    html`<term-glossary src=${src} ?debug=${debug}
      ><term-card term="alpha">Alpha</term-card></term-glossary
    >`,
  );
  return {element, panel: () => panelOf(element)};
};

describe('<term-glossary debug>', () => {
  it('is accessible', async () => {
    const {element, panel} = await opened('/faults/glossary?key=debug-axe');
    await waitUntil(() => panel()?.textContent.includes('ready'));
    await expect(element).to.be.accessible();
  });

  it('says what was loaded, how much, and from where', async () => {
    const {panel} = await opened('/faults/glossary?key=debug-file');
    await waitUntil(() => panel()?.querySelector('td'));
    const [name, size, from] = Array.from(
      panel()!.querySelectorAll('td'),
      (cell) => cell.textContent,
    );
    expect(name).to.equal('glossary');
    expect(size).to.match(/^\d+ B$/);
    expect(from).to.be.oneOf(['network', 'browser cache']);
    expect(panel()!.textContent).to.include('1 file, ');
  });

  it('says why a glossary could not be had', async () => {
    const {panel} = await opened('/faults/404?key=debug-fault');
    await waitUntil(() => panel()?.querySelector('.fault'));
    expect(panel()!.querySelector('.fault')!.textContent).to.include('404');
    expect(panel()!.querySelector('.state')!.textContent).to.equal('failed');
  });

  it('comes with the attribute, goes with it, and with the element', async () => {
    const {element, panel} = await opened(
      '/faults/glossary?key=debug-off',
      false,
    );
    expect(panel()).to.equal(null);
    element.debug = true;
    await waitUntil(panel);
    element.debug = false;
    await waitUntil(() => !panel());
    element.debug = true;
    await waitUntil(panel);
    const parent = element.parentElement!;
    element.remove();
    await waitUntil(() => !panel());
    parent.append(element);
    await waitUntil(panel);
    expect(element.shadowRoot!.querySelectorAll('details').length).to.equal(1);
  });

  it('has nothing to tell of a glossary in the page', async () => {
    const element = await fixture<TermGlossary>(
      html`<term-glossary
        debug
        .glossary=${{format: 1, name: 'Own', terms: []}}
      ></term-glossary>`,
    );
    await waitUntil(() => panelOf(element));
    expect(panelOf(element)!.textContent).to.include('in the page');
  });
});
