import {aTimeout, expect} from '@open-wc/testing';
import {checkStructuredData} from '../../support/check-structured-data.js';
import {framed, nodes, until} from '../support/page.js';

/** The pages that `npm start` serves, under the strictest policy we promise. */
const PAGES = {
  blog: '/demo/blog/',
  docs: '/demo/docs/',
  tips: '/demo/tips/',
  exchange: '/demo/exchange/',
  area: '/demo/area/',
  'hard cases': '/demo/cases/',
  glossary: '/demo/glossary/',
  figures: '/demo/figures/',
  index: '/demo/',
};

/** Cards on the index and the glossary come as they please; tips and figures add nothing. */
const WITHOUT_DATA = new Set([
  'index',
  'glossary',
  'tips',
  'exchange',
  'figures',
]);

/** Elements of ours that have something to show, and show it. */
const TAGS = 'term-card, term-area, term-figure, faq-block, breadcrumb-jsonld';

const violationsOf = (page: Window): string[] => {
  const seen: string[] = [];
  page.document.addEventListener('securitypolicyviolation', (event) => {
    seen.push(
      `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`,
    );
  });
  return seen;
};

const settled = async (page: Document): Promise<void> => {
  await until(
    () =>
      [...page.querySelectorAll(TAGS)].every((element) =>
        element.matches(':defined'),
      ),
    'elements defined',
  );
  await until(
    () =>
      ![...page.querySelectorAll(TAGS)].some((element) =>
        element.matches(':state(loading)'),
      ),
    'elements loaded',
  );
  await aTimeout(200);
};

describe('pages under the strict policy', () => {
  for (const [name, address] of Object.entries(PAGES)) {
    it(`${name}: no violation, no error, structured data without a fault`, async () => {
      const frame = await framed(address);
      const page = frame.contentWindow as Window & typeof globalThis;
      const violations = violationsOf(page);
      const errors: unknown[] = [];
      page.addEventListener('error', (event) => errors.push(event.message));
      page.addEventListener('unhandledrejection', (event) =>
        errors.push(event.reason),
      );
      await settled(page.document);
      expect(violations).to.deep.equal([]);
      expect(errors).to.deep.equal([]);
      const found = nodes(page.document);
      // The hard cases have markup as the text of an entry, which is their point.
      const faults = checkStructuredData(found).filter(
        (fault) =>
          name !== 'hard cases' || !fault.endsWith('markup in plain text'),
      );
      expect(faults).to.deep.equal([]);
      if (!WITHOUT_DATA.has(name)) expect(found).not.to.deep.equal([]);
    });
  }

  it('draws every figure with the script-tag bundle', async () => {
    const {contentDocument: page} = await framed('/demo/figures/');
    await until(
      () =>
        [...page!.querySelectorAll('term-figure')].every((figure) =>
          figure.shadowRoot?.querySelector('svg path'),
        ),
      'figures drawn',
    );
  });

  it('two copies of the library work with allow-duplicates, and share one graph', async () => {
    const frame = await framed('/csp/two-copies.html?allow-duplicates');
    const page = frame.contentWindow as Window & typeof globalThis;
    const violations = violationsOf(page);
    await page.customElements.whenDefined('second-faq');
    await until(
      () => nodes(page.document).length === 2,
      'the nodes of both copies',
    );
    const faq = nodes(page.document).find(
      (node) => node['@type'] === 'FAQPage',
    )!;
    await until(
      () =>
        (
          nodes(page.document).find((node) => node['@type'] === 'FAQPage')!
            .mainEntity as unknown[]
        ).length === 2,
      'both questions in one node',
    );
    expect(faq).not.to.equal(undefined);
    expect(
      page.document.querySelector('term-card')!.shadowRoot!.textContent,
    ).to.contain('Alpha');
    expect(violations).to.deep.equal([]);
  });
});
