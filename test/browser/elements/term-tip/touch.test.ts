import {aTimeout, expect, nextFrame} from '@open-wc/testing';
import {
  executeServerCommand,
  sendKeys,
  setViewport,
} from '@web/test-runner-commands';
import {html} from 'lit';
import {until} from '../../support/page.js';
import {
  cardGone,
  cardSays,
  cardText,
  inCard,
  moveTo,
  openCard,
  tapOn,
  tidyUp,
  timing,
  tipsIn,
} from '../../support/tips.js';

const margin = 'What a position rests on.';

/** A finger, in engines that can be told to have one; the others pass over the test. */
const tap = async (
  context: Mocha.Context,
  at: Parameters<typeof tapOn>[0],
): Promise<void> => {
  if (!(await tapOn(at))) context.skip();
};

describe('<term-tip> under a finger', () => {
  afterEach(async () => {
    await setViewport({width: 800, height: 600});
    await tidyUp();
  });

  const setUp = async () => {
    const box = await tipsIn(
      html`<div id="row"
        ><term-tip term="margin"><a href="#entry">margin</a></term-tip></div>
        <button id="other" style="margin-top: 300px">other</button>`,
    );
    const told: string[] = [];
    const row = box.querySelector<HTMLElement>('#row')!;
    row.addEventListener('click', () => told.push('row'));
    const other = box.querySelector<HTMLElement>('#other')!;
    other.addEventListener('click', () => told.push('other'));
    location.hash = '';
    return {box, word: box.querySelector('a')!, row, other, told};
  };

  it('opens by a tap, which does not navigate and is not the host’s', async function () {
    const {word, told} = await setUp();
    await tap(this, word);
    await cardSays(margin);
    await aTimeout(timing.grace * 2);
    expect(cardText()).to.contain(margin);
    expect(location.hash).to.equal('');
    expect(told).to.deep.equal([]);
    // The link in the card is the way on.
    const link = inCard<HTMLAnchorElement>('[part~="name"] a, a[part~="name"]');
    expect(link.href).to.equal('https://glossary.example/margin/');
  });

  it('closes by the next tap on the word, and by one elsewhere', async function () {
    const {word, other, told} = await setUp();
    await tap(this, word);
    await cardSays(margin);
    await tapOn(word);
    await cardGone();
    await tapOn(word);
    await cardSays(margin);
    await tapOn(other);
    await cardGone();
    expect(told).to.deep.equal(['other']);
  });

  it('serves a machine with both: the mouse still hovers, and clicks the link', async function () {
    const {word} = await setUp();
    await tap(this, word);
    await cardSays(margin);
    await sendKeys({press: 'Escape'});
    await cardGone();
    await moveTo([700, 20]);
    await aTimeout(timing.warm);
    await moveTo(word);
    await cardSays(margin);
  });

  it('is a sheet at the bottom of a small screen, entered and left without scrolling', async function () {
    await setViewport({width: 390, height: 700});
    const {box, word, told} = await setUp();
    box.append(
      Object.assign(document.createElement('div'), {
        style: 'height: 2000px',
      }),
    );
    scrollTo(0, 60);
    await nextFrame();
    const before = scrollY;
    await tap(this, word);
    await cardSays(margin);
    await until(
      () =>
        Math.abs(openCard()!.getBoundingClientRect().bottom - innerHeight) < 2,
      'a sheet at the bottom',
    );
    const {left, width} = openCard()!.getBoundingClientRect();
    expect([Math.round(left), Math.round(width)]).to.deep.equal([
      0,
      document.documentElement.clientWidth,
    ]);
    await expect(openCard()).to.be.accessible();
    expect(document.activeElement).to.equal(openCard());
    for (let stops = 0; stops < 15; stops++) {
      await sendKeys({press: 'Tab'});
      expect(document.activeElement).to.equal(openCard());
    }
    // A tap beside the sheet is for the sheet, not for what is behind it.
    await tapOn(word);
    await cardGone();
    expect(told).to.deep.equal([]);
    expect(scrollY).to.equal(before);
    expect(document.activeElement).to.equal(word);
  });

  describe('in a sheet', () => {
    // A sheet outlives its words, so it is closed as a reader closes it.
    afterEach(async () => {
      if (openCard()) await sendKeys({press: 'Escape'});
    });

    type Points = readonly (readonly [x: number, y: number])[];

    const swipe = (points: Points): Promise<boolean> =>
      executeServerCommand('swipe', {points});

    /** A sheet over a page that scrolls. */
    const openSheet = async (context: Mocha.Context) => {
      await setViewport({width: 390, height: 700});
      const {box, word} = await setUp();
      box.append(
        Object.assign(document.createElement('div'), {
          style: 'height: 2000px',
        }),
      );
      await tap(context, word);
      await cardSays(margin);
      const sheet = inCard<HTMLDialogElement>('dialog');
      const {top, bottom} = sheet.getBoundingClientRect();
      // Nearly all of the page, and of it the part that can be reached.
      return {word, sheet, top: Math.round(top), bottom};
    };

    it('makes the page behind it inert', async function () {
      const {sheet, word} = await openSheet(this);
      expect(sheet.matches(':modal')).to.equal(true);
      word.focus();
      expect(document.activeElement).to.equal(openCard());
    });

    it('closes by a swipe, and gives the focus back', async function () {
      const {word, top} = await openSheet(this);
      await swipe([
        [200, top + 20],
        [200, top + 40],
        [200, top + 80],
        [200, top + 130],
      ]);
      await cardGone();
      expect(document.activeElement).to.equal(word);
      expect(scrollY).to.equal(0);
    });

    it('stays where a swipe goes up, aside or nowhere', async function () {
      const {sheet, top} = await openSheet(this);
      const y = top + 60;
      await swipe([
        [200, y],
        [200, y - 20],
        [200, y - 50],
      ]);
      await swipe([
        [200, y],
        [240, y + 9],
        [320, y + 90],
      ]);
      await swipe([
        [200, y],
        [200, y + 12],
        [200, y],
      ]);
      await aTimeout(50);
      expect(openCard()).to.exist;
      expect(getComputedStyle(sheet).translate).to.match(/^(none|0px.*)$/);
      expect(scrollY).to.equal(0);
    });

    it('keeps what is behind it in its place', async function () {
      const {top} = await openSheet(this);
      // Beside it, where a press would close it, and on it.
      for (const y of [top - 60, top + 60]) {
        await swipe([
          [200, y],
          [200, y - 30],
          [200, y - 120],
        ]);
        await aTimeout(50);
        expect(scrollY).to.equal(0);
      }
      await sendKeys({press: 'PageDown'});
      await sendKeys({press: 'End'});
      await aTimeout(200);
      expect(scrollY).to.equal(0);
      expect(openCard()).to.exist;
    });

    it('has a handle only for a finger', async function () {
      const {sheet} = await openSheet(this);
      const handle = getComputedStyle(sheet, '::before').content;
      const isFinger = matchMedia('(any-pointer: coarse)').matches;
      expect(handle === '""').to.equal(isFinger);
    });
  });

  it('leaves a tap on a control to the control', async function () {
    const box = await tipsIn(
      html`<button><term-tip term="margin">Place order</term-tip></button>
        <label><input type="checkbox" /><term-tip term="leverage">Cross</term-tip></label>`,
    ).catch(() => document.querySelector<HTMLElement>('term-glossary')!);
    let clicks = 0;
    box.querySelector('button')!.addEventListener('click', () => clicks++);
    await tap(this, box.querySelector('button term-tip')!);
    await until(() => clicks === 1, 'a click on the button');
    await tapOn(box.querySelector('label term-tip')!);
    await until(() => box.querySelector('input')!.checked, 'a checked box');
    expect(openCard()).to.equal(undefined);
  });

  it('keeps a sheet between the finger and what is behind it', async function () {
    await setViewport({width: 390, height: 700});
    const {box, word} = await setUp();
    const heard: string[] = [];
    const range = document.createElement('input');
    range.type = 'range';
    range.ariaLabel = 'Leverage';
    range.value = '1';
    for (const type of ['pointerdown', 'mousedown', 'focus'])
      range.addEventListener(type, () => heard.push(type));
    box.prepend(range);
    await tap(this, word);
    await cardSays(margin);
    await tapOn(range);
    await cardGone();
    expect(range.value).to.equal('1');
    expect(heard).to.deep.equal([]);
  });

  it('says at once that it is loading', async function () {
    const box = await tipsIn(
      html`<term-tip term="margin">a margin</term-tip>`,
      {
        label: 'never',
        entry: () => new Promise(() => undefined),
        named: () => new Promise(() => undefined),
        areaPage: () => undefined,
        vocabulary: () => [],
      },
    );
    await tap(this, box.querySelector('term-tip')!);
    await cardSays('a margin');
    expect(inCard('[aria-busy="true"]')).to.exist;
    await tapOn(box.querySelector('term-tip')!);
    await cardGone();
  });

  it('answers a tap on a word that the glossary does not have', async function () {
    const box = await tipsIn(html`<term-tip term="nope">nope</term-tip>`);
    await tap(this, box.querySelector('term-tip')!);
    await until(openCard, 'a card that says so');
    await expect(openCard()).to.be.accessible();
  });
});
