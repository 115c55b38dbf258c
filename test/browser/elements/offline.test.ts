import '../../../src/define/all.js';
import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import type {TermCard} from '../../../src/elements/term-card/term-card.js';
import {HttpSource} from '../../../src/glossary/http-source.js';
import {shadowText, until} from '../support/page.js';

/** Attempts that fail do so at once, and hope is not to wait. */
const limits = {retries: 0, retryOnReturn: 0};

/** Other engines, and other runs, have a switch of their own. */
const key = crypto.randomUUID();
const address = new URL(`/faults/switched?key=${key}`, location.href).href;

/** Sets what the server answers; nothing is a broken connection. */
const answer = async (summary?: string) => {
  const text = summary === undefined ? '' : `&summary=${summary}`;
  await fetch(`/faults/switch?key=${key}${text}`);
};

/** A source as one more page has it: it remembers nothing but what is kept. */
const show = async (offline = true) => {
  const source = new HttpSource(address, {offline, limits});
  const card = await fixture<TermCard>(
    html`<term-card term="alpha" .glossary=${source}>Alpha</term-card>`,
  );
  return {source, card};
};

const shows = (card: TermCard, text: string) =>
  until(() => shadowText(card).includes(text), `"${text}" on screen`);

const stalePart = ({shadowRoot}: TermCard) =>
  shadowRoot!.querySelector('[part="stale"]');

/** Caches with a copy of the address. */
const copies = async () => {
  const found: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    if (await cache.match(address)) found.push(name);
  }
  return found;
};

/** A copy is written when nobody waits for it. */
const isKept = async () => {
  let names: readonly string[] = [];
  await until(() => {
    void copies().then((found) => (names = found));
    return names.length;
  }, 'a copy');
};

const forget = async () => {
  for (const name of await copies()) await caches.delete(name);
};

describe('a glossary of which a copy is kept', () => {
  beforeEach(forget);
  afterEach(forget);

  it('is shown as it was while it cannot be loaded, and as it is when the page is online again', async () => {
    await answer('As it was.');
    const first = await show();
    await shows(first.card, 'As it was.');
    expect(first.card.matches(':state(stale)')).to.equal(false);
    await isKept();

    await answer();
    const {card, source} = await show();
    await shows(card, 'As it was.');
    await until(() => card.matches(':state(stale)'), 'stale');
    await until(() => stalePart(card), 'a line that says so');
    expect(stalePart(card)!.textContent).to.match(/\d{4}$/);
    await until(() => source.status?.error, 'the failure');
    expect(source.status?.state).to.equal('stale');
    await expect(card).to.be.accessible();

    await answer('As it is.');
    dispatchEvent(new Event('online'));
    await shows(card, 'As it is.');
    await until(() => !card.matches(':state(stale)'), 'fresh');
    await until(() => !stalePart(card), 'no line');
    expect(source.status?.state).to.equal('ready');
    expect(source.status?.error).to.equal(undefined);
  });

  it('is not kept where nobody asks for it, and what fails then shows the author’s words', async () => {
    await answer('As it was.');
    const first = await show(false);
    await shows(first.card, 'As it was.');
    await answer();
    const {card} = await show(false);
    await until(() => card.matches(':state(error)'), 'an error');
    expect(await copies()).to.deep.equal([]);
    expect(card.matches(':state(stale)')).to.equal(false);
  });
});
