import {aTimeout, expect, fixture, nextFrame} from '@open-wc/testing';
import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import {Idiomorph} from 'idiomorph';
import {html} from 'lit';
import morphdom from 'morphdom';
import type {TermTip} from '../../../../src/elements/term-tip/term-tip.js';
import {until} from '../../support/page.js';
import {
  cardGone,
  cardSays,
  cardText,
  clickOn,
  inCard,
  moveAway,
  moveTo,
  openCard,
  tapOn,
  tidyUp,
  timing,
  tipsIn,
} from '../../support/tips.js';

const margin = 'What a position rests on.';

const tipIn = (box: Element, index = 0) =>
  box.querySelectorAll<TermTip>('term-tip')[index]!;

const styled = (css: string): HTMLStyleElement => {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  return style;
};

const STOP = {
  tabindex: '0',
  role: 'button',
  'aria-haspopup': 'dialog',
  'aria-expanded': 'false',
};

const attributesOf = (tip: Element) =>
  Object.fromEntries(
    Object.keys(STOP).map((name) => [name, tip.getAttribute(name)]),
  );

describe('<term-tip> in the page of a host', () => {
  let style: HTMLStyleElement | undefined;

  afterEach(async () => {
    style?.remove();
    style = undefined;
    await tidyUp();
  });

  describe('that takes away what a tip has written', () => {
    const served =
      '<main><p>A <term-tip term="margin">margin</term-tip>, patched.</p></main>';

    for (const [name, patch] of [
      ['morphdom', (main: Element) => morphdom(main, served)],
      ['idiomorph', (main: Element) => Idiomorph.morph(main, served)],
      [
        'a host that removes one attribute',
        (main: Element) => {
          tipIn(main).removeAttribute('role');
        },
      ],
    ] as const) {
      it(`has it again after ${name}`, async () => {
        const box = await tipsIn(
          html`<main><p>A <term-tip term="margin">margin</term-tip>.</p></main>`,
        );
        const tip = tipIn(box);
        expect(attributesOf(tip)).to.deep.equal(STOP);
        patch(box.querySelector('main')!);
        expect(tip.hasAttribute('role')).to.equal(false);
        await nextFrame();
        await nextFrame();
        expect(attributesOf(tipIn(box))).to.deep.equal(STOP);
        await moveTo(tipIn(box));
        await cardSays(margin);
      });
    }

    it('says that its card is open, and what it means, after a morph', async () => {
      const box = await tipsIn(
        html`<button>before</button
          ><main><p>A <term-tip term="margin">margin</term-tip>.</p></main>`,
      );
      box.querySelector('button')!.focus();
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      Idiomorph.morph(box.querySelector('main')!, served);
      await nextFrame();
      await nextFrame();
      const tip = tipIn(box);
      expect(tip.getAttribute('aria-expanded')).to.equal('true');
      expect(tip.getAttribute('aria-description')).to.equal(margin);
    });

    it('keeps the focus while it is morphed again and again', async () => {
      const box = await tipsIn(
        html`<button>before</button
          ><main><p>A <term-tip term="margin">margin</term-tip>.</p></main>`,
      );
      box.querySelector('button')!.focus();
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      for (let morphs = 0; morphs < 10; morphs++) {
        morphdom(box.querySelector('main')!, served);
        await aTimeout(20);
      }
      // Not the elements themselves: a message about them would take minutes.
      expect(document.activeElement === tipIn(box)).to.equal(true);
      await sendKeys({press: 'Enter'});
      await until(
        () => document.activeElement === openCard(),
        'the focus in the card',
      );
    });

    it('keeps the focus while it is morphed several times in a frame', async () => {
      const box = await tipsIn(
        html`<button>before</button
          ><main><p>A <term-tip term="margin">margin</term-tip>.</p></main>`,
      );
      box.querySelector('button')!.focus();
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      await nextFrame();
      for (let morphs = 0; morphs < 3; morphs++) {
        morphdom(box.querySelector('main')!, served);
        // Some engines look at the focus when they lay the page out.
        expect(box.querySelector('main')!.offsetHeight).to.be.above(0);
        await Promise.resolve();
      }
      // Frames, not time: a busy engine takes longer over them.
      await nextFrame();
      await nextFrame();
      expect(document.activeElement === tipIn(box)).to.equal(true);
    });

    it('opens its card by a key that the host has morphed the page at', async () => {
      const box = await tipsIn(
        html`<button>before</button
          ><main><p>A <term-tip term="margin">margin</term-tip>.</p></main>`,
      );
      box.querySelector('button')!.focus();
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      const morph = () => morphdom(box.querySelector('main')!, served);
      // What the first takes away comes back at once, the rest in a frame.
      const hosts = [{handleEvent: morph}, {handleEvent: morph}];
      for (const host of hosts) addEventListener('keydown', host, true);
      try {
        await sendKeys({press: 'Enter'});
      } finally {
        for (const host of hosts) removeEventListener('keydown', host, true);
      }
      await until(
        () => document.activeElement === openCard(),
        'the focus in the card',
      );
    });

    /** A page in whose card the focus is, with what its host does in one frame. */
    const withFocusInCard = async () => {
      const box = await tipsIn(
        html`<button>before</button
          ><main><p>A <term-tip term="margin">margin</term-tip>.</p></main>`,
      );
      box.querySelector('button')!.focus();
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      await sendKeys({press: 'Enter'});
      await until(
        () => document.activeElement === openCard(),
        'the focus in the card',
      );
      await nextFrame();
      const main = box.querySelector('main')!;
      return {
        tip: tipIn(box),
        morphTwice: async () => {
          for (let morphs = 0; morphs < 2; morphs++) {
            morphdom(main, served);
            expect(main.offsetHeight).to.be.above(0);
            await Promise.resolve();
          }
        },
      };
    };

    it('opens no card that the reader has closed, by giving the focus back', async () => {
      const {tip, morphTwice} = await withFocusInCard();
      await sendKeys({press: 'Escape'});
      await cardGone();
      expect(document.activeElement === tip).to.equal(true);
      await morphTwice();
      await nextFrame();
      await nextFrame();
      expect(document.activeElement === tip).to.equal(true);
      expect(!openCard()).to.equal(true);
    });

    it('has the focus again after Escape, when it was just morphed', async () => {
      const {tip, morphTwice} = await withFocusInCard();
      await morphTwice();
      tip.removeAttribute('tabindex');
      expect(tip.hasAttribute('tabindex')).to.equal(false);
      openCard()!.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Escape',
          bubbles: true,
          composed: true,
          cancelable: true,
        }),
      );
      expect(document.activeElement === tip).to.equal(true);
      await cardGone();
    });

    it('leaves what the host has written in its place', async () => {
      const box = await tipsIn(html`<term-tip term="margin">margin</term-tip>`);
      const tip = tipIn(box);
      tip.setAttribute('role', 'note');
      tip.setAttribute('tabindex', '-1');
      tip.removeAttribute('aria-haspopup');
      await aTimeout(100);
      expect([tip.getAttribute('role'), tip.getAttribute('tabindex')]).to.eql([
        'note',
        '-1',
      ]);
    });

    it('looks like a tip again after the host has set its own style sheets', async () => {
      const box = await tipsIn(html`<term-tip term="margin">margin</term-tip>`);
      const line = () => getComputedStyle(tipIn(box)).textDecorationLine;
      const own = new CSSStyleSheet();
      const before = document.adoptedStyleSheets;
      document.adoptedStyleSheets = [own];
      expect(line()).to.equal('none');
      await until(() => line() === 'underline', 'the line under the tip');
      expect(document.adoptedStyleSheets).to.include(own);
      document.adoptedStyleSheets = [...new Set([...before])];
    });

    it('takes its style sheet back with the last tip, and has it with the next', async () => {
      const box = await tipsIn(html`<term-tip term="margin">margin</term-tip>`);
      const before = [...document.adoptedStyleSheets];
      const tip = tipIn(box);
      tip.remove();
      await until(
        () => document.adoptedStyleSheets.length === before.length - 1,
        'a document without our style sheet',
      );
      box.append(tip);
      expect(document.adoptedStyleSheets.length).to.equal(before.length);
      expect(getComputedStyle(tip).textDecorationLine).to.equal('underline');
    });

    it('takes its traces back where they have no reason any more', async () => {
      const box = await tipsIn(
        html`<p><term-tip term="margin">margin</term-tip></p
          ><button>Go: </button>`,
      );
      const tip = tipIn(box);
      box.querySelector('button')!.append(tip);
      await until(() => !tip.hasAttribute('role'), 'no role in a button');
      expect(tip.getAttributeNames()).to.deep.equal(['term']);
    });
  });

  describe('that was saved as HTML and put back', () => {
    it('is as if it had been there from the beginning', async () => {
      const box = await tipsIn(
        html`<p>A <term-tip term="margin">margin</term-tip
            ><term-tip term="leverage" title="More">leverage</term-tip>.</p>`,
      );
      await moveTo(tipIn(box, 1));
      await until(openCard, 'a card');
      const saved = box.innerHTML;
      expect(saved).to.contain('aria-expanded="true"');
      await moveAway();
      await cardGone();
      box.innerHTML = saved;
      const tip = tipIn(box, 1);
      await until(
        () => tip.getAttribute('aria-expanded') === 'false',
        'a tip that is closed',
      );
      expect(tip.title).to.equal('More');
      expect(tip.hasAttribute('aria-description')).to.equal(false);
    });

    it('has no description of ours on a link', async () => {
      const box = await tipsIn(
        html`<term-tip term="margin"><a href="#m" aria-description="old" data-traces="aria-description">margin</a></term-tip
          ><term-tip term="t1">idle</term-tip>`,
      );
      const link = box.querySelector('a')!;
      await until(() => !link.hasAttribute('data-traces'), 'no mark');
      expect(link.getAttributeNames()).to.deep.equal(['href']);
    });

    it('has no card that nothing fills', async () => {
      const left = document.createElement('term-tip-card');
      left.popover = 'manual';
      document.body.append(left);
      await tipsIn(html`<term-tip term="margin">margin</term-tip>`);
      expect(left.isConnected).to.equal(false);
    });

    it('has no card in the document when none is open', async () => {
      const box = await tipsIn(html`<term-tip term="margin">margin</term-tip>`);
      await moveTo(tipIn(box));
      await cardSays(margin);
      await moveAway();
      await cardGone();
      expect(document.querySelector('term-tip-card')).to.equal(null);
    });
  });

  describe('with something in front of the page', () => {
    const dialogs = {
      'a dialog by ARIA': html`<div
        role="dialog"
        aria-modal="true"
        aria-label="Order"
        tabindex="-1"
        id="front"
        ><button>before</button
        ><term-tip term="margin">margin</term-tip></div
      >`,
      'an alert dialog by ARIA': html`<section
        role="alertdialog"
        aria-modal="TRUE"
        aria-label="Order"
        tabindex="-1"
        id="front"
        ><button>before</button
        ><term-tip term="margin">margin</term-tip></section
      >`,
    };

    for (const [name, dialog] of Object.entries(dialogs)) {
      it(`is inside of ${name}, which keeps the focus in itself`, async () => {
        const box = await tipsIn(dialog);
        await until(() => tipIn(box).hasAttribute('tabindex'), 'a stop');
        const front = box.querySelector<HTMLElement>('#front')!;
        let pressedOutside = 0;
        const trap = ({target}: Event) => {
          if (!front.contains(target as Node)) front.focus();
        };
        const press = ({target}: Event) => {
          if (!front.contains(target as Node)) pressedOutside++;
        };
        document.addEventListener('focusin', trap);
        document.addEventListener('pointerdown', press);
        try {
          front.querySelector('button')!.focus();
          await sendKeys({press: 'Tab'});
          await cardSays(margin);
          await sendKeys({press: 'Enter'});
          expect(document.activeElement).to.equal(openCard());
          expect(front.contains(openCard()!)).to.equal(true);
          await clickOn(inCard('[part~="summary"]'));
          expect(cardText()).to.contain(margin);
          expect(pressedOutside).to.equal(0);
        } finally {
          document.removeEventListener('focusin', trap);
          document.removeEventListener('pointerdown', press);
        }
      });
    }

    it('is closed by a dialog that opens in front of its words', async () => {
      const box = await tipsIn(
        html`<button>before</button
          ><term-tip term="margin">margin</term-tip
          ><dialog><button>inside</button></dialog>`,
      );
      box.querySelector('button')!.focus();
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      await sendKeys({press: 'Enter'});
      box.querySelector('dialog')!.showModal();
      await cardGone();
      expect(document.activeElement?.textContent).to.equal('inside');
    });

    it('is closed when its words become inert', async () => {
      const box = await tipsIn(
        html`<p><term-tip term="margin">margin</term-tip></p>`,
      );
      await clickOn(tipIn(box));
      await cardSays(margin);
      box.querySelector('p')!.inert = true;
      await cardGone();
    });
  });

  describe('whose style sheet means others', () => {
    for (const [name, css] of [
      ['every neighbour', '* + * { margin-top: 3rem }'],
      [
        'children of the body',
        'body > * { position: static !important; width: 40px !important; transform: rotate(5deg); opacity: .2; display: inline !important }',
      ],
      [
        'popovers',
        '[popover] { inset: 0; margin: auto; padding: 40px; border: 9px solid; font: 60px/3 monospace; max-height: 20px }',
      ],
    ] as const) {
      it(`has a card as any other where it has rules for ${name}`, async () => {
        const box = await tipsIn(
          html`<term-tip term="margin">margin</term-tip>`,
        );
        const shape = async () => {
          await moveTo(tipIn(box));
          await cardSays(margin);
          await nextFrame();
          const card = openCard()!.getBoundingClientRect();
          const word = tipIn(box).getBoundingClientRect();
          const {opacity, transform, fontSize} = getComputedStyle(openCard()!);
          const shape = [
            card.width,
            card.height,
            card.left - word.left,
            card.top - word.bottom,
            opacity,
            transform,
            fontSize,
          ];
          await moveAway();
          await cardGone();
          return shape;
        };
        const plain = await shape();
        style = styled(css);
        expect(await shape()).to.deep.equal(plain);
      });
    }

    for (const [name, css] of [
      ['small', 'html { font-size: 62.5% } body { font-size: 1.6rem }'],
      [
        'small, with text only in paragraphs',
        'html { font-size: 62.5% } p { font-size: 16px }',
      ],
      ['large', 'html { font-size: 200% } body { font-size: 0.5rem }'],
    ] as const) {
      it(`has a card in the size of the text where rem is ${name}`, async () => {
        style = styled(css);
        const box = await fixture<HTMLElement>(html`<div></div>`);
        const tips = await tipsIn(
          html`<p style="font-size: 16px"><term-tip term="margin">margin</term-tip></p>`,
        );
        expect(box.isConnected).to.equal(true);
        await moveTo(tipIn(tips));
        await cardSays(margin);
        const size = getComputedStyle(inCard('[part~="summary"]')).fontSize;
        expect(size).to.equal('15px');
      });
    }
  });

  describe('that is a small frame', () => {
    afterEach(() => setViewport({width: 800, height: 600}));

    const frame = async () => {
      await setViewport({width: 320, height: 150});
      const box = await tipsIn(
        html`<term-tip term="margin" style="position: fixed; top: 64px; left: 20px">margin</term-tip>`,
      );
      return tipIn(box);
    };

    it('has a card that can be read', async () => {
      await moveTo(await frame());
      await cardSays(margin);
      await nextFrame();
      const {top, bottom, left, right, height} =
        openCard()!.getBoundingClientRect();
      expect(height).to.be.at.least(96);
      expect(top).to.be.at.least(0);
      expect(bottom).to.be.at.most(150);
      expect([left >= 0, right <= 320]).to.deep.equal([true, true]);
      await sendKeys({press: 'Escape'});
      await cardGone();
    });

    it('has a sheet for who presses the word', async () => {
      await clickOn(await frame());
      await cardSays(margin);
      expect(openCard()!.hasAttribute('sheet')).to.equal(true);
      await sendKeys({press: 'Escape'});
    });
  });

  describe('that has controls of its own', () => {
    for (const [name, control] of [
      [
        'a tab',
        html`<div id="control" role="tab" tabindex="0"
          ><term-tip term="margin">margin</term-tip></div
        >`,
      ],
      [
        'a text that is edited',
        html`<div id="control" contenteditable="true"
          ><term-tip term="margin">margin</term-tip></div
        >`,
      ],
      [
        'a combobox by role',
        html`<div id="control" role="combobox" tabindex="0" aria-label="Term" aria-controls="list" aria-expanded="false"
          ><term-tip term="margin">margin</term-tip></div
        >`,
      ],
    ] as const) {
      it(`writes nothing in ${name}, and leaves a tap to it`, async function () {
        const box = await tipsIn(
          html`${control}<term-tip term="t1">idle</term-tip>`,
        );
        await until(() => tipIn(box, 1).hasAttribute('role'), 'prepared');
        const tip = tipIn(box);
        expect(tip.getAttributeNames()).to.deep.equal(['term']);
        const element = box.querySelector('#control')!;
        const clicks: boolean[] = [];
        box.addEventListener('click', (event) =>
          clicks.push(event.defaultPrevented),
        );
        if (!(await tapOn(element))) this.skip();
        await until(() => clicks.length, 'a click');
        expect(clicks).to.deep.equal([false]);
      });
    }
  });

  describe('under a pointer that means something else', () => {
    it('does not open while a button is down', async () => {
      const box = await tipsIn(
        html`<p>Some text before the <term-tip term="margin">margin</term-tip>.</p>`,
      );
      const {left, top} = box.querySelector('p')!.getBoundingClientRect();
      await moveTo([Math.round(left) + 4, Math.round(top) + 8]);
      await sendMouse({type: 'down'});
      await moveTo(tipIn(box));
      await aTimeout(timing.show + 200);
      expect(!openCard()).to.equal(true);
      await sendMouse({type: 'up'});
      getSelection()?.removeAllRanges();
      await moveAway();
      await moveTo(tipIn(box));
      await cardSays(margin);
    });

    it('has no card when the page is left, and none when it is shown again', async () => {
      const box = await tipsIn(html`<term-tip term="margin">margin</term-tip>`);
      await moveTo(tipIn(box));
      await cardSays(margin);
      dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
      expect(!openCard()).to.equal(true);
      dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
      await aTimeout(timing.show + 200);
      expect(!openCard()).to.equal(true);
    });
  });

  describe('that is translated by the browser', () => {
    const translate = (tip: Element) => {
      const font = document.createElement('font');
      const inner = document.createElement('font');
      inner.textContent = 'Sicherheitsleistung';
      font.append(inner);
      tip.firstChild!.replaceWith(font);
    };

    it('means what its author wrote', async () => {
      const box = await tipsIn(html`<term-tip>Margin</term-tip>`);
      translate(tipIn(box));
      await moveTo(tipIn(box));
      await cardSays(margin);
    });

    it('means it in a link too, and with the id of the entry', async () => {
      const box = await tipsIn(
        html`<term-tip><a href="#m">Margin</a></term-tip
          ><term-tip term="leverage">Leverage</term-tip
          ><term-tip>idle</term-tip>`,
      );
      await until(() => tipIn(box, 2).hasAttribute('role'), 'prepared');
      translate(tipIn(box).querySelector('a')!);
      translate(tipIn(box, 1));
      await moveTo(tipIn(box));
      await cardSays(margin);
      await moveTo(tipIn(box, 1));
      await cardSays('How much larger');
    });

    it('means what a framework writes in its place otherwise', async () => {
      const box = await tipsIn(html`<term-tip>Margin</term-tip>`);
      tipIn(box).textContent = 'Leverage';
      await moveTo(tipIn(box));
      await cardSays('How much larger');
    });
  });

  describe('that has tooltips of its own', () => {
    for (const [name, content, titled] of [
      [
        'a link in the tip',
        html`<term-tip term="margin"><a href="#m" title="What is paid">margin</a></term-tip>`,
        'a',
      ],
      [
        'the tip',
        html`<term-tip term="margin" title="What is paid">margin</term-tip>`,
        'term-tip',
      ],
      [
        'an abbreviation in the tip',
        html`<term-tip term="margin"><abbr title="What is paid">margin</abbr></term-tip>`,
        'abbr',
      ],
    ] as const) {
      it(`shows only its card where there is one on ${name}`, async () => {
        const box = await tipsIn(content);
        const element = box.querySelector<HTMLElement>(titled)!;
        await moveTo(tipIn(box));
        await cardSays(margin);
        expect(element.title).to.equal('');
        await moveAway();
        await cardGone();
        expect(element.title).to.equal('What is paid');
        expect(element.hasAttribute('data-hidden-title')).to.equal(false);
      });
    }

    it('shows only its card where there is one around the tip', async () => {
      const box = await tipsIn(
        html`<p title="All about it"><term-tip term="margin">margin</term-tip></p>`,
      );
      const tip = tipIn(box);
      await moveTo(tip);
      await cardSays(margin);
      expect(tip.getAttribute('title')).to.equal('');
      await moveAway();
      await cardGone();
      expect(tip.hasAttribute('title')).to.equal(false);
      expect(box.querySelector('p')!.title).to.equal('All about it');
    });

    it('leaves a title that the host has changed meanwhile', async () => {
      const box = await tipsIn(
        html`<term-tip term="margin" title="Old">margin</term-tip>`,
      );
      const tip = tipIn(box);
      await moveTo(tip);
      await cardSays(margin);
      tip.title = 'New';
      await moveAway();
      await cardGone();
      expect(tip.title).to.equal('New');
    });
  });
});
