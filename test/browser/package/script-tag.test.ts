import {expect, waitUntil} from '@open-wc/testing';

/** Opens a page of test/fixtures under the strict policy of the demo. */
const open = async (address: string) => {
  const frame = document.createElement('iframe');
  frame.src = address;
  document.body.append(frame);
  await new Promise((loaded) => (frame.onload = loaded));
  const page = frame.contentWindow as Window & typeof globalThis;
  return {frame, page, violations: violationsOf(page)};
};

const violationsOf = (page: Window) => {
  const seen: string[] = [];
  page.document.addEventListener('securitypolicyviolation', (event) => {
    seen.push(`${event.effectiveDirective} ${event.sample}`);
  });
  return seen;
};

describe('the script-tag bundle', () => {
  it('runs once, though its address carries a query', async () => {
    const {frame, page, violations} = await open('/csp/script-tag.html');
    const card = page.document.querySelector('term-card')!;
    await waitUntil(
      () => card.shadowRoot?.textContent?.includes('First letter.'),
      'the card shows its entry (is dist/ built?)',
    );
    const loaded = page.performance
      .getEntriesByType('resource')
      .map(({name}) => new URL(name).pathname);
    expect(loaded.filter((path) => path === '/dist/cdn/all.js')).to.have.length(
      1,
    );
    expect(
      loaded.filter((path) => path.startsWith('/dist/')),
    ).to.have.length.above(1);
    expect(violations).to.deep.equal([]);
    frame.remove();
  });
});
