import {expect, fixture} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../../src/define/term-settings.js';
import type {TermSettings} from '../../../src/elements/term-settings/term-settings.js';
import {preferences} from '../../../src/page/preferences/preferences.js';
import {until} from '../support/page.js';
import {
  cardGone,
  cardSays,
  clickOn,
  inCard,
  moveTo,
  openCard,
  tidyUp,
  tipsIn,
} from '../support/tips.js';

const margin = 'What a position rests on.';

describe('<term-settings>', () => {
  afterEach(tidyUp);

  const setUp = async () => {
    const element = await fixture<TermSettings>(
      html`<term-settings></term-settings>`,
    );
    const root = element.shadowRoot!;
    return {
      element,
      cards: root.querySelector<HTMLInputElement>('input')!,
      level: root.querySelector<HTMLSelectElement>('select')!,
      forget: root.querySelector<HTMLButtonElement>('button')!,
      text: () => root.textContent.replace(/\s+/g, ' ').trim(),
    };
  };

  for (const scheme of ['light', 'dark']) {
    it(`is accessible (${scheme})`, async () => {
      const {element} = await setUp();
      Object.assign(element.parentElement!.style, {
        colorScheme: scheme,
        color: 'CanvasText',
        background: 'Canvas',
      });
      await expect(element).to.be.accessible();
      preferences.set({cards: false, difficulty: 3});
      preferences.know('margin');
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  }

  it('shows and changes what the reader wants, by pointer and by key', async () => {
    const {element, cards, level, forget, text} = await setUp();
    expect([cards.checked, level.value]).to.deep.equal([true, '1']);
    expect(forget.disabled).to.equal(true);
    await clickOn(cards);
    expect(preferences.current.cards).to.equal(false);
    cards.focus();
    await sendKeys({press: ' '});
    expect(preferences.current.cards).to.equal(true);
    level.value = '3';
    level.dispatchEvent(new Event('change'));
    expect(preferences.current.difficulty).to.equal(3);
    preferences.know('margin');
    await element.updateComplete;
    expect(text()).to.contain('1');
    await clickOn(forget);
    expect(preferences.current.known.size).to.equal(0);
  });

  it('follows what is set elsewhere, also after the reader has set it here', async () => {
    const {element, cards, level} = await setUp();
    level.value = '3';
    level.dispatchEvent(new Event('change'));
    await clickOn(cards);
    preferences.set({cards: true, difficulty: 2});
    await element.updateComplete;
    expect([cards.checked, level.value]).to.deep.equal([true, '2']);
  });

  it('is in the language around it', async () => {
    const box = await fixture(
      html`<div lang="de"><term-settings></term-settings></div>`,
    );
    const {shadowRoot} = box.firstElementChild!;
    await until(
      () => /Bekannte/.test(shadowRoot!.textContent),
      'German strings',
    );
    expect(shadowRoot!.querySelector('[lang="en"]')).to.equal(null);
  });
});

describe('a word that its reader wants no card for', () => {
  afterEach(tidyUp);

  const setUp = async () => {
    const box = await tipsIn(
      html`<button id="first">first</button>
        <term-tip term="margin">margin</term-tip>
        <term-tip term="leverage">leverage</term-tip>
        <button id="last">last</button>`,
    );
    const [tip, easy] = box.querySelectorAll('term-tip');
    return {box, tip: tip!, easy: easy!};
  };

  /** Ids and references of what Tab goes through from the first button on. */
  const stops = async (box: Element) => {
    box.querySelector<HTMLElement>('#first')!.focus();
    const seen: string[] = [];
    while (seen.at(-1) !== 'last' && seen.length < 9) {
      await sendKeys({press: 'Tab'});
      const {id, attributes} = document.activeElement!;
      seen.push(attributes.getNamedItem('term')?.value ?? id);
    }
    return seen;
  };

  const expectStop = (tip: Element, isStop: boolean) => {
    expect(tip.hasAttribute('tabindex')).to.equal(isStop);
    expect(tip.hasAttribute('role')).to.equal(isStop);
    expect(tip.hasAttribute('aria-expanded')).to.equal(isStop);
  };

  it('is no tab stop and no button when cards are off, and is one again', async () => {
    const {box, tip} = await setUp();
    expect(await stops(box)).to.deep.equal(['margin', 'leverage', 'last']);
    preferences.set({cards: false});
    expectStop(tip, false);
    expect(tip.hasAttribute('aria-description')).to.equal(false);
    expect(await stops(box)).to.deep.equal(['last']);
    preferences.set({cards: true});
    expectStop(tip, true);
    expect(await stops(box)).to.deep.equal(['margin', 'leverage', 'last']);
  });

  it('has a faint line under the pointer, and opens its card by a click', async () => {
    const {tip} = await setUp();
    preferences.set({cards: false});
    expect(getComputedStyle(tip).textDecorationLine).to.equal('none');
    await moveTo(tip);
    expect(getComputedStyle(tip).textDecorationLine).to.equal('underline');
    await clickOn(tip);
    await cardSays(margin);
  });

  it('keeps the focus that it has until that goes on', async () => {
    const {box, tip, easy} = await setUp();
    tip.focus();
    preferences.know('margin');
    expectStop(tip, true);
    expect(document.activeElement).to.equal(tip);
    await sendKeys({press: 'Tab'});
    await until(() => !tip.hasAttribute('tabindex'), 'a word like any other');
    expect(document.activeElement).to.equal(easy);
    expect(await stops(box)).to.deep.equal(['leverage', 'last']);
  });

  it('gets the focus back from the card in which the reader has said so', async () => {
    const {tip} = await setUp();
    tip.focus();
    await sendKeys({press: 'Enter'});
    await cardSays(margin);
    inCard<HTMLButtonElement>('[part~="know"]').focus();
    await sendKeys({press: 'Enter'});
    expect(tip.matches(':state(quiet)')).to.equal(true);
    await sendKeys({press: 'Escape'});
    await cardGone();
    expect(document.activeElement).to.equal(tip);
    await sendKeys({press: 'Tab'});
    await until(() => !tip.hasAttribute('tabindex'), 'a word like any other');
  });

  it('is so by its level too, once that is known', async () => {
    const {box, tip, easy} = await setUp();
    preferences.set({difficulty: 2});
    await until(() => easy.matches(':state(quiet)'), 'a word that is too easy');
    expect(tip.matches(':state(quiet)')).to.equal(false);
    expectStop(easy, false);
    expect(await stops(box)).to.deep.equal(['margin', 'last']);
    preferences.set({difficulty: 1});
    expect(easy.matches(':state(quiet)')).to.equal(false);
    expectStop(easy, true);
  });
});

describe('a word whose card was read', () => {
  afterEach(tidyUp);

  const setUp = async (fades: boolean) => {
    const box = await tipsIn(
      html`<p ?fade-read=${fades}
        ><term-tip term="margin">margin</term-tip>,
        <term-tip term="leverage">leverage</term-tip>, the
        <term-tip term="margin">same</term-tip></p
      >`,
    );
    const tips = [...box.querySelectorAll('term-tip')];
    let dwelt = false;
    box.addEventListener('term-dwell', () => (dwelt = true));
    await moveTo(tips[0]!);
    await until(() => dwelt, 'a card that was read');
    return tips;
  };

  it('is marked more quietly where the page wants that', async () => {
    const tips = await setUp(true);
    expect(tips.map((tip) => tip.matches(':state(read)'))).to.deep.equal([
      true,
      false,
      true,
    ]);
    const [read, other] = tips.map((tip) => getComputedStyle(tip));
    expect(read!.textDecorationColor).not.to.equal(other!.textDecorationColor);
    expect(openCard()).to.exist;
    preferences.forgetAll();
    expect(tips[0]!.matches(':state(read)')).to.equal(false);
  });

  it('is not remembered elsewhere', async () => {
    const tips = await setUp(false);
    expect(preferences.current.read.size).to.equal(0);
    expect(tips[0]!.matches(':state(read)')).to.equal(false);
  });
});
