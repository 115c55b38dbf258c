import {expect} from '@open-wc/testing';
import {PageTips} from '../../../../src/elements/term-tip/page-tips.js';
import type {Tips} from '../../../../src/elements/term-tip/tips.js';
import {until} from '../../support/page.js';

/** What shows cards, which only notes what it hears. */
const listening = (heard: string[]) =>
  class {
    handle({type}: {readonly type: string}): void {
      heard.push(type);
    }
    joined(): void {
      // A card for them would be described.
    }
    restored(): void {
      // The same, for one whose attributes were taken away.
    }
  } as unknown as typeof Tips;

/** A tip that only the given objects know: the element is not defined here. */
const tipOf = (...pages: readonly PageTips[]): HTMLElement => {
  const tip = document.createElement('term-tip');
  tip.textContent = 'margin';
  document.body.append(tip);
  for (const page of pages) page.join(tip);
  return tip;
};

const touch = (tip: Element, type = 'pointerover') =>
  tip.dispatchEvent(
    new PointerEvent(type, {bubbles: true, composed: true, pointerId: 1}),
  );

describe('PageTips', () => {
  afterEach(() => {
    for (const tip of document.querySelectorAll('term-tip')) tip.remove();
  });

  it('loads cards at the first touch, and hands on what happened since', async () => {
    const heard: string[] = [];
    let loads = 0;
    const page = new PageTips(() => {
      loads++;
      return Promise.resolve({Tips: listening(heard)});
    });
    const tip = tipOf(page);
    await until(() => tip.hasAttribute('tabindex'), 'a focusable tip');
    expect(loads).to.equal(0);
    touch(tip);
    touch(tip, 'pointerdown');
    expect(heard).to.deep.equal([]);
    await page.loadTips();
    expect(heard).to.deep.equal(['pointerdown']);
    touch(tip, 'pointerup');
    expect(heard).to.deep.equal(['pointerdown', 'pointerup']);
    expect(loads).to.equal(1);
  });

  it('tries again at the next touch when cards could not be loaded', async () => {
    const heard: string[] = [];
    let loads = 0;
    const page = new PageTips(() =>
      ++loads === 1
        ? Promise.reject(new TypeError('gone'))
        : Promise.resolve({Tips: listening(heard)}),
    );
    const tip = tipOf(page);
    touch(tip);
    expect(await page.loadTips()).to.equal(undefined);
    touch(tip);
    await page.loadTips();
    expect([loads, heard]).to.deep.equal([2, ['pointerover']]);
  });

  it('can be there twice', async () => {
    const heard: string[][] = [[], []];
    const pages = heard.map(
      (own) => new PageTips(() => Promise.resolve({Tips: listening(own)})),
    );
    const tip = tipOf(...pages);
    touch(tip);
    await Promise.all(pages.map((page) => page.loadTips()));
    expect(heard).to.deep.equal([['pointerover'], ['pointerover']]);
  });
});
