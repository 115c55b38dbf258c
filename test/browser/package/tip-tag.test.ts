import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import {resetMouse, sendMouse} from '@web/test-runner-commands';
import {framed} from '../support/page.js';

/** What the page has loaded of the package, by file name without its hash. */
const loadedBy = (page: Window): string[] =>
  page.performance
    .getEntriesByType('resource')
    .map(({name}) => new URL(name).pathname)
    .filter((path) => path.startsWith('/dist/'))
    .map((path) => path.replace('/dist/cdn/', '').replace(/-[\w-]{8}\./, '.'));

/** A page of test/fixtures with a tip from a script tag, once it is idle. */
const pageWithTip = async (entry: string) => {
  const frame = await framed(`/csp/tip-from-${entry}.html`);
  const page = frame.contentWindow as Window & typeof globalThis;
  const violations: string[] = [];
  page.document.addEventListener('securitypolicyviolation', (event) => {
    violations.push(`${event.effectiveDirective} ${event.sample}`);
  });
  const faults: unknown[] = [];
  page.addEventListener('error', ({message}) => faults.push(message));
  page.addEventListener('unhandledrejection', ({reason}) =>
    faults.push(reason),
  );
  const tip = page.document.querySelector('term-tip')!;
  await waitUntil(() => tip.hasAttribute('tabindex'), 'an idle page');

  const hover = (element: Element) => {
    const outer = frame.getBoundingClientRect();
    const inner = element.getBoundingClientRect();
    const position: [number, number] = [
      Math.round(outer.left + frame.clientLeft + inner.left + 5),
      Math.round(outer.top + frame.clientTop + inner.top + 5),
    ];
    return sendMouse({type: 'move', position});
  };
  const cardSays = (text: string) =>
    waitUntil(
      () =>
        page.document
          .querySelector('term-tip-card:popover-open')
          ?.shadowRoot?.textContent?.includes(text),
      `the card says "${text}" (is dist/ built?)`,
      {timeout: 5000},
    );
  return {page, tip, violations, faults, hover, cardSays};
};

describe('a tip from a script tag, under the strict policy', () => {
  beforeEach(() => sendMouse({type: 'move', position: [790, 590]}));
  afterEach(() => resetMouse());

  for (const [entry, files] of [
    ['term-tip', ['term-tip.js']],
    ['all', ['all.js', 'all-tip.js']],
  ] as const) {
    it(`${entry}.js: loads its card when it is touched, and nothing of it before`, async () => {
      const {page, tip, violations, faults, hover, cardSays} =
        await pageWithTip(entry);
      await aTimeout(200);
      expect(loadedBy(page)).to.deep.equal(files);
      await hover(tip);
      await cardSays('First letter.');
      expect(loadedBy(page)).to.include(`${entry}-tips.js`);
      expect(violations).to.deep.equal([]);
      expect(faults).to.deep.equal([]);
    });

    it(`${entry}.js: reads a document that is set as a property`, async () => {
      const {tip, violations, faults, hover, cardSays} =
        await pageWithTip(entry);
      tip.glossary = {
        format: 1,
        name: 'Property',
        terms: [{id: 'alpha', name: 'Alpha', summary: 'The set letter.'}],
      };
      await hover(tip);
      await cardSays('The set letter.');
      expect(violations).to.deep.equal([]);
      expect(faults).to.deep.equal([]);
    });

    it(`${entry}.js: reads a document inside the tip`, async () => {
      const {page, violations, faults, hover, cardSays} =
        await pageWithTip(entry);
      await hover(page.document.querySelector('#inline')!);
      await cardSays('The inline letter.');
      expect(violations).to.deep.equal([]);
      expect(faults).to.deep.equal([]);
    });
  }
});
