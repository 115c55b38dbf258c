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

describe('a tip from a script tag, under the strict policy', () => {
  beforeEach(() => sendMouse({type: 'move', position: [790, 590]}));
  afterEach(() => resetMouse());

  for (const entry of ['term-tip', 'all']) {
    it(`${entry}.js: loads its card when it is touched, and nothing of it before`, async () => {
      const frame = await framed(`/csp/tip-from-${entry}.html`);
      const page = frame.contentWindow as Window & typeof globalThis;
      const violations: string[] = [];
      page.document.addEventListener('securitypolicyviolation', (event) => {
        violations.push(`${event.effectiveDirective} ${event.sample}`);
      });
      const tip = page.document.querySelector('term-tip')!;
      await waitUntil(() => tip.hasAttribute('tabindex'), 'an idle page');
      await aTimeout(200);
      expect(loadedBy(page)).to.deep.equal([`${entry}.js`]);

      const outer = frame.getBoundingClientRect();
      const inner = tip.getBoundingClientRect();
      const position: [number, number] = [
        Math.round(outer.left + frame.clientLeft + inner.left + 5),
        Math.round(outer.top + frame.clientTop + inner.top + 5),
      ];
      await sendMouse({type: 'move', position});
      const text = () =>
        page.document.querySelector('term-tip-card:popover-open')?.shadowRoot
          ?.textContent ?? '';
      await waitUntil(
        () => text().includes('First letter.'),
        'the card shows its entry (is dist/ built?)',
        {timeout: 5000},
      );
      expect(loadedBy(page)).to.include(`${entry}-tips.js`);
      expect(violations).to.deep.equal([]);
    });
  }
});
