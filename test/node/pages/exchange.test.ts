/** The trading page: a tip under a framework that draws everything, always. */
import assert from 'node:assert/strict';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {launch, type Browser, type Page} from 'puppeteer-core';
import venue from '../../../demo/exchange/venue.json' with {type: 'json'};
import {createDemoServer} from '../../../demo/serve.mjs';
import {findEngines} from '../../runner/engines.mjs';
import {noChromium} from './page.js';

/** What the page has seen go wrong, and how often it was drawn. */
interface Seen {
  readonly exchange: {readonly redraws: number};
  readonly violations: string[];
}

const redraws = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as Seen).exchange.redraws);

/** Waits until the page has been drawn so many times more. */
const redrawn = async (page: Page, times: number): Promise<void> => {
  const until = (await redraws(page)) + times;
  await page.waitForFunction(
    (count: number) => (window as unknown as Seen).exchange.redraws >= count,
    {},
    until,
  );
};

/** The card that is open, as text and place; undefined when none is. */
const openCard = (page: Page) =>
  page.evaluate(() => {
    const card = document.querySelector('term-tip-card:popover-open');
    if (!card) return undefined;
    // Functions with a name are not for the page: what runs them adds to them.
    const shown = card.shadowRoot!;
    const value = shown.querySelector('[part=value]');
    const {left, top, width, height} = card.getBoundingClientRect();
    return {
      name: shown.querySelector('[part=name]')?.textContent.trim(),
      value: value?.querySelector('b')?.textContent,
      valueLabel: value?.querySelector('span')?.textContent,
      href: shown.querySelector<HTMLAnchorElement>('[part=name] a')?.href,
      place: [left, top, width, height],
    };
  });

const cardShown = async (page: Page) => {
  await page.waitForSelector('term-tip-card:popover-open');
  const card = await openCard(page);
  assert.ok(card);
  return card;
};

describe('the trading page', {skip: noChromium}, () => {
  let browser: Browser;
  let server: Server;
  let page: Page;
  const errors: string[] = [];

  before(async () => {
    server = createDemoServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    browser = await launch({
      executablePath: findEngines().chromium!.programs.browser!,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      defaultViewport: {width: 1440, height: 1000},
    });
    page = await browser.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.evaluateOnNewDocument(() => {
      const seen = window as unknown as {violations: string[]};
      seen.violations = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        seen.violations.push(`${event.effectiveDirective} ${event.sample}`);
      });
    });
    const {port} = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/demo/exchange/?seed=7`);
    await page.waitForSelector('term-tip[tabindex]');
  });

  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  /** Rests the pointer on a word, also if its row is replaced meanwhile. */
  const hover = (selector: string) => page.locator(selector).hover();

  it('is drawn again and again', async () => {
    const mark = () =>
      page.$eval('.ticker dd', (value) => value.firstChild!.nodeValue);
    const first = await mark();
    await redrawn(page, 50);
    assert.notEqual(await mark(), first);
  });

  it('opens the card of a label, with a live value that does not move it', async () => {
    await hover('term-tip[term="mark-price"]');
    const first = await cardShown(page);
    assert.equal(first.name, 'Mark price');
    assert.match(first.value!, /^\d\d,\d{3}\.\d$/);
    const values = new Set([first.value]);
    for (let round = 0; round < 5; round++) {
      await redrawn(page, 10);
      const card = await openCard(page);
      assert.ok(card, 'the card is still open');
      assert.deepEqual(card.place, first.place);
      values.add(card.value);
    }
    assert.ok(values.size > 1, 'the value has changed');
    await page.keyboard.press('Escape');
    assert.equal(await openCard(page), undefined);
  });

  for (const role of ['maker', 'taker'] as const) {
    it(`has the ${role} fee of the exchange in the tip, which leads to its fees`, async () => {
      if (role === 'taker') await page.click('.types label:last-of-type');
      await hover(`term-tip[term="${role}-fee"]`);
      await page.waitForFunction(
        (name: string) =>
          document
            .querySelector('term-tip-card:popover-open')
            ?.shadowRoot?.querySelector('[part=name] a')
            ?.textContent.toLowerCase() === name,
        {},
        `${role} fee`,
      );
      const {value, valueLabel, href} = await cardShown(page);
      const {tier, [role]: fee} = venue.fees[0]!;
      assert.equal(value, `${(fee * 100).toFixed(2)}%`);
      assert.equal(valueLabel, `Tier ${tier}`);
      assert.equal(href, `${new URL('./#fees', page.url())}`);
      await page.keyboard.press('Escape');
    });
  }

  it('takes at most 70 presses of Tab once round', async () => {
    const tab = await browser.newPage();
    await tab.goto(page.url());
    await tab.waitForSelector('term-tip[tabindex]');
    // From the top of the page until the focus leaves it, or is back at a stop.
    const stops: string[] = [];
    while (stops.length < 200) {
      await tab.keyboard.press('Tab');
      const stop = await tab.evaluate(() => {
        let element = document.activeElement;
        if (!element || element === document.body) return '';
        while (element.shadowRoot?.activeElement)
          element = element.shadowRoot.activeElement;
        const seen = element as Element & {seen?: boolean};
        if (seen.seen) return '';
        seen.seen = true;
        return `${element.localName} ${element.textContent.trim().slice(0, 20)}`;
      });
      if (!stop) break;
      stops.push(stop);
    }
    await tab.close();
    assert.ok(stops.length > 20, stops.join('\n'));
    assert.ok(stops.length <= 70, `${stops.length}\n${stops.join('\n')}`);
  });

  it('opens its rules when an address leads to one of them', async () => {
    assert.equal(await page.$('.rules[open]'), null);
    await page.evaluate(() => {
      location.hash = 'fees';
    });
    await page.waitForSelector('.rules[open]');
  });

  it('has fees, margin tiers and funding times of the exchange in its cards', async () => {
    const textOf = async (id: string) => {
      const handle = await page.waitForFunction(
        (id: string) => {
          const shown = document.getElementById(id)?.shadowRoot;
          return shown?.querySelector('[part=definition]') && shown.textContent;
        },
        {},
        id,
      );
      return (await handle.jsonValue())!.replace(/\s+/g, ' ');
    };
    const percent = (share: number) =>
      `${Number((share * 100).toPrecision(12))}%`;
    const fees = await textOf('fees');
    for (const {tier, maker, taker} of venue.fees)
      assert.match(
        fees,
        new RegExp(
          `${tier}: .*maker ${percent(maker)}, taker ${percent(taker)}`,
        ),
      );
    const margin = await textOf('margin-tiers');
    for (const {to, initial, maintenance} of venue.marginTiers)
      assert.ok(
        margin.includes(
          `Up to ${to.toLocaleString('en')} USD: initial margin ${percent(initial)}, maintenance margin ${percent(maintenance)}`,
        ),
      );
    assert.ok(margin.includes(`Margin tiers of ${venue.name}.`));
    const funding = await textOf('funding-times');
    assert.ok(
      funding.includes(
        `Funding is exchanged every ${venue.funding.hours} hours.`,
      ),
    );
    for (const text of [fees, margin, funding])
      assert.ok(text.includes('General information, not advice.'));
  });

  it('has the rules of the exchange without JavaScript', async () => {
    const still = await browser.newPage();
    await still.setJavaScriptEnabled(false);
    await still.goto(page.url());
    const snapshot = await still.accessibility.snapshot({
      interestingOnly: false,
    });
    await still.close();
    const text = JSON.stringify(snapshot);
    const {fees, funding, marginTiers} = venue;
    const [first, last] = [fees[0]!, fees.at(-1)!];
    const shares = [
      ...[first, last].flatMap(({maker, taker}) => [maker, taker]),
      funding.interest,
      funding.cap,
    ];
    for (const part of [
      ...shares.map((share) => ` ${Number((share * 100).toPrecision(12))}%`),
      ...marginTiers.map(
        ({to, initial}) =>
          `up to ${to.toLocaleString('en')} USD ${initial === marginTiers[0]!.initial ? 'is ' : ''}${Math.round(1 / initial)}`,
      ),
      `every ${funding.hours} hours`,
    ])
      assert.ok(text.includes(part), part);
  });

  it('keeps the card when the row of its word is replaced', async () => {
    // In the page: between two commands, the row may be replaced.
    await page.evaluate(() => {
      document
        .querySelector('[data-strike="64000"] term-tip')!
        .scrollIntoView();
    });
    await hover('[data-strike="64000"] term-tip');
    const first = await cardShown(page);
    const word = await page.$('[data-strike="64000"] term-tip');
    assert.ok(word);
    assert.match(first.valueLabel!, /Strike 64,000/);
    const replaced = await page.waitForFunction(
      (old: Element) => {
        const now = document.querySelector('[data-strike="64000"] term-tip');
        return !old.isConnected && now;
      },
      {},
      word,
    );
    await redrawn(page, 10);
    const card = await openCard(page);
    assert.ok(card, 'the card is still open');
    assert.deepEqual(card.place, first.place);
    const isOpen = await page.evaluate(() =>
      document
        .querySelector('[data-strike="64000"] term-tip')!
        .matches(':state(open)'),
    );
    assert.ok(isOpen, 'its word is the new one');
    await replaced.dispose();
    await page.keyboard.press('Escape');
  });

  it('paints the terms of the help and leaves its nodes to React', async () => {
    await page.waitForFunction(
      () => (CSS.highlights.get('term-mention')?.size ?? 0) > 5,
    );
    assert.equal(await page.$('#help term-tip'), null);
    await redrawn(page, 50);
    const words = await page.evaluate(() =>
      [...CSS.highlights.get('term-mention')!].map((range) => {
        const {startContainer, startOffset, endOffset} = range as StaticRange;
        return startContainer.textContent!.slice(startOffset, endOffset);
      }),
    );
    for (const word of ['maintenance margin', 'insurance fund', 'funding rate'])
      assert.ok(words.includes(word), `${word} in ${words.join()}`);
  });

  it('violates no policy, and has no error', async () => {
    const violations = await page.evaluate(
      () => (window as unknown as Seen).violations,
    );
    assert.deepEqual(violations, []);
    assert.deepEqual(errors, []);
  });
});
