import {aTimeout, expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {html} from 'lit';
import type {TermTip} from '../../../../src/elements/term-tip/term-tip.js';
import {preferences} from '../../../../src/page/preferences/preferences.js';
import {until} from '../../support/page.js';
import {
  SlowSource,
  cardGone,
  cardSays,
  clickOn,
  moveAway,
  moveTo,
  openCard,
  tidyUp,
  timing,
  tipsIn,
} from '../../support/tips.js';

const margin = 'What a position rests on.';

/** Long enough for a card that should not come. */
const restOn = async (tip: Element) => {
  await moveTo(tip);
  await aTimeout(timing.show + 200);
};

describe('<term-tip> and what the reader wants', () => {
  afterEach(tidyUp);

  const setUp = async () => {
    const source = new SlowSource();
    const box = await tipsIn(
      html`<term-tip term="margin">margin</term-tip>
        <p style="margin-top: 200px"><term-tip term="leverage">leverage</term-tip></p>`,
      source,
    );
    const [tip, easy] = box.querySelectorAll<TermTip>('term-tip');
    return {box, source, tip: tip!, easy: easy!};
  };

  it('opens nothing under the pointer when cards are off, and asks for nothing; a click still opens', async () => {
    const {source, tip} = await setUp();
    preferences.set({cards: false});
    expect(tip.matches(':state(quiet)')).to.equal(true);
    expect(getComputedStyle(tip).textDecorationLine).to.equal('none');
    await restOn(tip);
    expect(openCard()).to.equal(undefined);
    expect(source.asked).to.deep.equal([]);
    await clickOn(tip);
    await cardSays(margin);
  });

  it('opens nothing for a term that the reader knows', async () => {
    const {tip, easy} = await setUp();
    preferences.know('margin');
    expect(tip.matches(':state(quiet)')).to.equal(true);
    expect(easy.matches(':state(quiet)')).to.equal(false);
    await restOn(tip);
    expect(openCard()).to.equal(undefined);
    preferences.forget('margin');
    expect(tip.matches(':state(quiet)')).to.equal(false);
    await moveAway();
    await moveTo(tip);
    await cardSays(margin);
  });

  it('opens nothing for a term that is too easy', async () => {
    const {tip, easy} = await setUp();
    preferences.set({difficulty: 2});
    await restOn(easy);
    expect(openCard()).to.equal(undefined);
    await moveTo(tip);
    await cardSays(margin);
  });

  it('learns it from the button in the card', async () => {
    const {tip} = await setUp();
    await moveTo(tip);
    await cardSays(margin);
    const button = [...openCard()!.shadowRoot!.querySelectorAll('button')].find(
      ({textContent}) => /know this/i.test(textContent),
    )!;
    await clickOn(button);
    expect(preferences.knows('margin')).to.equal(true);
    expect(tip.matches(':state(quiet)')).to.equal(true);
  });
});

describe('<term-tip> ahead of the reader', () => {
  afterEach(tidyUp);

  it('asks for its data when the page is idle, if the author says preload', async () => {
    const source = new SlowSource();
    await tipsIn(
      html`<term-tip term="margin" preload>margin</term-tip>
        <term-tip term="leverage">leverage</term-tip>`,
      source,
    );
    await until(() => source.asked.length, 'a question');
    await aTimeout(50);
    expect(source.asked).to.deep.equal(['margin']);
  });
});

describe('<term-tip> on paper', () => {
  afterEach(tidyUp);

  it('becomes a numbered note, with its summary at the end', async () => {
    const box = await tipsIn(
      html`<term-tip term="margin">margin</term-tip>,
        <term-tip term="leverage">leverage</term-tip>, again
        <term-tip term="margin">margin</term-tip> and
        <term-tip term="nope">nothing</term-tip>`,
    );
    dispatchEvent(new Event('beforeprint'));
    const notes = document.querySelector('.term-notes')!;
    expect(
      [...notes.querySelectorAll('li')].map(({textContent}) => textContent),
    ).to.deep.equal([
      `Margin ${margin}`,
      'Leverage How much larger a position is than its margin.',
    ]);
    const marks = [...box.querySelectorAll<HTMLElement>('term-tip')].map(
      ({dataset}) => dataset.note,
    );
    expect(marks).to.deep.equal(['1', '2', '1', undefined]);
    if (await executeServerCommand('media', {type: 'print'})) {
      const {content} = getComputedStyle(
        box.querySelector('term-tip')!,
        '::after',
      );
      expect(content).to.match(/\b1\b/);
      await executeServerCommand('media', {});
    }
    dispatchEvent(new Event('afterprint'));
    expect(document.querySelector('.term-notes')).to.equal(null);
    expect(box.querySelector('[data-note]')).to.equal(null);
  });

  it('has no notes that are not in memory, and has them the next time', async () => {
    const source = new SlowSource();
    await tipsIn(html`<term-tip term="margin">margin</term-tip>`, source);
    dispatchEvent(new Event('beforeprint'));
    expect(document.querySelector('.term-notes')).to.equal(null);
    expect(source.asked).to.deep.equal(['margin']);
    dispatchEvent(new Event('afterprint'));
    await aTimeout(50);
    dispatchEvent(new Event('beforeprint'));
    expect(document.querySelector('.term-notes')).to.exist;
    expect(source.asked).to.deep.equal(['margin']);
    dispatchEvent(new Event('afterprint'));
    await cardGone();
  });
});
