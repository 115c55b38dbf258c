import {expect, oneEvent} from '@open-wc/testing';
import {html} from 'lit';
import {
  cardGone,
  cardSays,
  clickOn,
  moveTo,
  openCard,
  tidyUp,
  tipsIn,
} from '../../support/tips.js';

describe('<term-tip> in full screen', () => {
  before(function () {
    // The driven window of WebKitGTK does not come back from full screen.
    if (/AppleWebKit(?!.*Chrome)/.test(navigator.userAgent)) this.skip();
  });

  afterEach(tidyUp);

  it('is inside of an element that fills the screen, and closes with that', async () => {
    const box = await tipsIn(
      html`<section
        ><button>full screen</button
        ><p style="padding: 60px"><term-tip term="margin">margin</term-tip></p></section
      >`,
    );
    const section = box.querySelector('section')!;
    const button = box.querySelector('button')!;
    const entered = oneEvent(document, 'fullscreenchange');
    button.addEventListener('click', () => {
      void section.requestFullscreen();
    });
    await clickOn(button);
    await entered;
    await moveTo(box.querySelector('term-tip')!);
    await cardSays('What a position rests on.');
    expect(section.contains(openCard()!)).to.equal(true);
    await document.exitFullscreen();
    await cardGone();
  });
});
