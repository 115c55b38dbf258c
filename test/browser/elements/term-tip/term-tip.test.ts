import {aTimeout, expect, fixture, nextFrame, oneEvent} from '@open-wc/testing';
import {resetMouse, sendKeys, sendMouse} from '@web/test-runner-commands';
import {html} from 'lit';
import type {TermTip} from '../../../../src/elements/term-tip/term-tip.js';
import type {
  TermCloseEvent,
  TermDwellEvent,
  TermErrorEvent,
  TermOpenEvent,
} from '../../../../src/page/events.js';
import {framed, until, watchRejections} from '../../support/page.js';
import {
  SlowSource,
  cardGone,
  cardSays,
  cardText,
  clickOn,
  inCard,
  middleOf,
  moveAway,
  moveTo,
  openCard,
  tidyUp,
  timing,
  tipGlossary,
  tipsIn,
} from '../../support/tips.js';

const margin = 'What a position rests on.';
const leverage = 'How much larger a position is than its margin.';

const tipIn = (box: Element, index = 0) =>
  box.querySelectorAll<TermTip>('term-tip')[index]!;

const tabBack = async () => {
  await sendKeys({down: 'Shift'});
  await sendKeys({press: 'Tab'});
  await sendKeys({up: 'Shift'});
};

const isDrivenBack = () => !/AppleWebKit(?!.*Chrome)/.test(navigator.userAgent);

describe('<term-tip>', () => {
  afterEach(tidyUp);

  describe('as nobody touches it', () => {
    it('writes nothing on itself before the page is idle, and asks for nothing', async () => {
      const source = new SlowSource();
      const box = await fixture<HTMLElement>(
        html`<term-glossary .glossary=${source}
          ><term-tip term="margin">margin</term-tip></term-glossary
        >`,
      );
      const tip = tipIn(box);
      expect(tip.getAttributeNames()).to.deep.equal(['term']);
      await until(() => tip.hasAttribute('tabindex'), 'a focusable tip');
      expect(tip.getAttribute('role')).to.equal('button');
      expect(tip.shadowRoot).to.equal(null);
      await aTimeout(300);
      expect(source.asked).to.deep.equal([]);
    });

    it('is not focusable itself around a link, or in one', async () => {
      const box = await tipsIn(
        html`<term-tip term="margin"><a href="#x">margin</a></term-tip>
          <a href="#y"><term-tip term="leverage">leverage</term-tip></a>
          <term-tip term="t1">idle</term-tip>`,
      );
      await until(() => tipIn(box, 2).hasAttribute('role'), 'prepared');
      expect(tipIn(box).getAttributeNames()).to.deep.equal(['term']);
      expect(tipIn(box, 1).getAttributeNames()).to.deep.equal(['term']);
    });

    it('leaves alone what a server wrote', async () => {
      const box = await tipsIn(
        html`<term-tip term="margin" tabindex="-1" role="note">margin</term-tip>
          <term-tip term="t1">idle</term-tip>`,
      );
      await until(() => tipIn(box, 1).hasAttribute('role'), 'prepared');
      const {tabIndex, role} = tipIn(box);
      expect([tabIndex, role]).to.deep.equal([-1, 'note']);
    });

    it('is accessible', async () => {
      const box = await tipsIn(
        html`<p>A <term-tip term="margin">margin</term-tip> and a
          <term-tip term="leverage"><a href="#leverage">leverage</a></term-tip>.</p>`,
      );
      await expect(box).to.be.accessible();
    });

    it('has properties that are attributes, also when they were set too early', async () => {
      const early = document.createElement('term-tip-early') as TermTip;
      early.term = 'margin';
      early.value = '1';
      const {TermTip: Tip} =
        await import('../../../../src/elements/term-tip/term-tip.js');
      const box = await fixture(html`<p></p>`);
      box.append(early);
      customElements.define('term-tip-early', class extends Tip {});
      expect(early.getAttribute('term')).to.equal('margin');
      expect(early.getAttribute('value')).to.equal('1');
      early.value = null;
      early.valueLabel = 'Now';
      expect(early.hasAttribute('value')).to.equal(false);
      expect(early.getAttribute('value-label')).to.equal('Now');
    });
  });

  describe('under a pointer', () => {
    it('asks after it has rested for a moment, and then opens', async () => {
      const source = new SlowSource();
      const box = await tipsIn(
        html`<term-tip term="margin">margin</term-tip>`,
        source,
      );
      const tip = tipIn(box);
      await moveTo(tip);
      expect(source.asked).to.deep.equal([]);
      await cardSays(margin);
      expect(source.asked).to.deep.equal(['margin']);
      expect(cardText()).to.contain('Margin');
      expect(tip.matches(':state(open)')).to.equal(true);
      await expect(openCard()).to.be.accessible();
      await moveAway();
      await cardGone();
      expect(tip.matches(':state(open)')).to.equal(false);
    });

    it('opens at most one card when it sweeps over twenty neighbours', async () => {
      const box = await tipsIn(
        html`${Array.from(
          {length: 20},
          (_, index) => html`<term-tip term="t${index}">t${index}</term-tip> `,
        )}`,
      );
      let opened = 0;
      box.addEventListener('term-open', () => opened++);
      // Longer than a driver takes between two moves.
      const {show} = timing;
      timing.show = 1500;
      try {
        const started = performance.now();
        for (const tip of box.querySelectorAll('term-tip')) {
          await moveTo(tip);
          if (performance.now() - started > timing.show) break;
        }
        await moveAway();
        await aTimeout(timing.show + 200);
      } finally {
        timing.show = show;
      }
      expect(opened).to.be.at.most(1);
      expect(openCard()).to.equal(undefined);
    });

    it('lets it into the card, and stays while it is there', async () => {
      const box = await tipsIn(html`<term-tip term="margin">margin</term-tip>`);
      await moveTo(tipIn(box));
      await cardSays(margin);
      const {left, top, width, height} = openCard()!.getBoundingClientRect();
      await moveTo([
        Math.round(left + width / 2),
        Math.round(top + height / 2),
      ]);
      await aTimeout(timing.grace * 2);
      expect(cardText()).to.contain(margin);
      await moveAway();
      await cardGone();
    });

    it('drops an answer that comes too late', async () => {
      const source = new SlowSource();
      let open!: (value: unknown) => void;
      source.gate = new Promise((resolve) => (open = resolve));
      const box = await tipsIn(
        html`<term-tip term="margin">margin</term-tip>
          <p style="margin-top: 300px"><term-tip term="leverage">leverage</term-tip></p>`,
        source,
      );
      await moveTo(tipIn(box));
      await until(() => source.asked.length === 1, 'a question');
      await moveTo(tipIn(box, 1));
      await until(() => source.asked.length === 2, 'another question');
      open(undefined);
      await cardSays(leverage);
      await aTimeout(100);
      expect(cardText()).not.to.contain(margin);
    });

    it('says that it is loading when data takes its time, and then shows it', async () => {
      const source = new SlowSource();
      let open!: (value: unknown) => void;
      source.gate = new Promise((resolve) => (open = resolve));
      const box = await tipsIn(
        html`<term-tip term="margin">a margin</term-tip>`,
        source,
      );
      await moveTo(tipIn(box));
      await cardSays('a margin');
      expect(inCard('[aria-busy="true"]')).to.exist;
      open(undefined);
      await cardSays(margin);
    });

    it('goes over to a neighbour without closing in between', async () => {
      const box = await tipsIn(
        html`<term-tip term="margin">margin</term-tip>
          <span style="display: inline-block; width: 400px"></span>
          <term-tip term="leverage">leverage</term-tip>`,
      );
      await moveTo(tipIn(box));
      await cardSays(margin);
      let closed = 0;
      box.addEventListener('term-close', () => closed++);
      await moveTo(tipIn(box, 1));
      await cardSays(leverage);
      expect(closed).to.equal(1);
      expect(document.querySelectorAll('term-tip-card')).to.have.lengthOf(1);
    });

    it('holds the card while text in it is being selected', async () => {
      const box = await tipsIn(html`<term-tip term="margin">margin</term-tip>`);
      await moveTo(tipIn(box));
      await cardSays(margin);
      const text = inCard('[part~="summary"]').getBoundingClientRect();
      const y = Math.round(text.top + 10);
      await moveTo([Math.round(text.left + 3), y]);
      await sendMouse({type: 'down'});
      await moveTo([Math.round(text.left + 120), y]);
      await moveAway();
      await sendMouse({type: 'up'});
      await aTimeout(timing.grace * 2);
      expect(cardText()).to.contain(margin);
      await sendKeys({press: 'Escape'});
      await cardGone();
    });

    it('does not navigate when a word is clicked, and keeps the card until the next click', async () => {
      const box = await tipsIn(html`<term-tip term="margin">margin</term-tip>`);
      await clickOn(tipIn(box));
      await cardSays(margin);
      await moveAway();
      await aTimeout(timing.grace * 2);
      expect(cardText()).to.contain(margin);
      await sendMouse({type: 'click', position: [700, 500]});
      await cardGone();
    });

    it('leaves the click on a link to the link', async () => {
      const box = await tipsIn(
        html`<term-tip term="margin"><a href="#margin-entry">margin</a></term-tip>`,
      );
      let prevented: boolean | undefined;
      addEventListener(
        'click',
        (event) => {
          prevented = event.defaultPrevented;
          event.preventDefault();
        },
        {once: true},
      );
      await clickOn(tipIn(box).firstElementChild!);
      expect(prevented).to.equal(false);
    });

    it('keeps words apart from their neighbours: nothing opens for no term', async () => {
      const seen = watchRejections();
      const box = await tipsIn(html`<term-tip term="nowhere">word</term-tip>`);
      const told = oneEvent(box, 'term-error') as Promise<TermErrorEvent>;
      await moveTo(tipIn(box));
      expect((await told).code).to.equal('missing');
      await aTimeout(200);
      expect(openCard()).to.equal(undefined);
      seen.stop();
      expect(seen.seen).to.deep.equal([]);
    });

    it('asks anew when the word has come to name something else', async () => {
      const box = await tipsIn(html`<term-tip term="margin">margin</term-tip>`);
      await moveTo(tipIn(box));
      await aTimeout(timing.request + 30); // asked for, not shown
      await moveAway();
      tipIn(box).term = 'leverage';
      await moveTo(tipIn(box));
      await cardSays(leverage);
    });

    it('asks anew after a failure that nobody has seen', async () => {
      const source = new SlowSource();
      source.gate = Promise.reject(new TypeError('offline'));
      source.gate.catch(() => undefined);
      const box = await tipsIn(
        html`<term-tip term="margin">margin</term-tip>`,
        source,
      );
      await moveTo(tipIn(box));
      await until(() => source.asked.length, 'a question');
      await moveAway();
      source.gate = Promise.resolve();
      await moveTo(tipIn(box));
      await cardSays(margin);
    });

    it('stays at a neighbour as long as the pointer does', async () => {
      const box = await tipsIn(
        html`<term-tip term="margin">margin</term-tip>
          <span style="display: inline-block; width: 400px"></span>
          <term-tip term="leverage">leverage</term-tip>`,
      );
      await moveTo(tipIn(box));
      await cardSays(margin);
      await moveTo(tipIn(box, 1));
      await cardSays(leverage);
      await aTimeout(timing.grace * 3);
      expect(cardText()).to.contain(leverage);
    });

    it('opens beside its words only, not in the rest of a control around them', async () => {
      const box = await tipsIn(
        html`<details><summary>A <term-tip term="margin">margin</term-tip></summary>x</details>
          <term-tip term="t1">idle</term-tip>`,
      );
      const {right, top, height} = box
        .querySelector('summary')!
        .getBoundingClientRect();
      await moveTo([Math.round(right - 20), Math.round(top + height / 2)]);
      await aTimeout(timing.show + 200);
      expect(openCard()).to.equal(undefined);
    });

    it('offers to try again when the glossary could not be had', async () => {
      const source = new SlowSource();
      source.gate = Promise.reject(new TypeError('offline'));
      source.gate.catch(() => undefined);
      const box = await tipsIn(
        html`<term-tip term="margin">margin</term-tip>`,
        source,
      );
      await moveTo(tipIn(box));
      await until(openCard, 'a card');
      source.gate = Promise.resolve();
      const again = [
        ...openCard()!.shadowRoot!.querySelectorAll('button'),
      ].find((button) => /try again/i.test(button.textContent))!;
      await clickOn(again);
      await cardSays(margin);
    });
  });

  describe('from the keyboard', () => {
    const setUp = async () => {
      const box = await tipsIn(
        html`<button>before</button>
          <term-tip term="margin">margin</term-tip>
          <button>after</button>`,
      );
      const [before, after] = box.querySelectorAll('button');
      before!.focus();
      return {box, tip: tipIn(box), before: before!, after: after!};
    };

    it('opens at once on focus, with the summary as the description of the word', async () => {
      const {tip} = await setUp();
      await sendKeys({press: 'Tab'});
      expect(document.activeElement).to.equal(tip);
      await cardSays(margin);
      expect(tip.getAttribute('aria-description')).to.contain(margin);
      await expect(tip).to.be.accessible();
      await sendKeys({press: 'Escape'});
      await cardGone();
      expect(tip.getAttribute('aria-description')).to.equal(margin);
      expect(document.activeElement).to.equal(tip);
    });

    it('describes the word before it has the focus, and leaves it so', async () => {
      const {box, tip, after} = await setUp();
      const seen: (string | null)[] = [];
      box.addEventListener(
        'focusin',
        () => seen.push(tip.getAttribute('aria-description')),
        true,
      );
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      expect(seen).to.deep.equal([margin]);
      const changes = new MutationObserver(() => undefined);
      changes.observe(tip, {attributeFilter: ['aria-description']});
      await sendKeys({press: 'Tab'});
      expect(document.activeElement).to.equal(after);
      await cardGone();
      expect(changes.takeRecords()).to.deep.equal([]);
    });

    it('describes it again when it names something else', async () => {
      const {tip, before} = await setUp();
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      tip.term = 'leverage';
      await cardSays(leverage);
      expect(tip.getAttribute('aria-description')).to.equal(leverage);
      before.focus();
    });

    it('says at every moment whether its card is open', async () => {
      const {tip} = await setUp();
      expect(tip.getAttribute('aria-haspopup')).to.equal('dialog');
      const states: string[] = [];
      for (const type of ['term-open', 'term-close'])
        tip.addEventListener(type, () =>
          states.push(`${type} ${tip.getAttribute('aria-expanded')}`),
        );
      expect(tip.getAttribute('aria-expanded')).to.equal('false');
      await moveTo(tip);
      await cardSays(margin);
      expect(tip.getAttribute('aria-expanded')).to.equal('true');
      await moveAway();
      await cardGone();
      expect(tip.getAttribute('aria-expanded')).to.equal('false');
      expect(states).to.deep.equal(['term-open true', 'term-close false']);
    });

    it('passes by the card that the focus has opened', async () => {
      const {tip, after} = await setUp();
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      await sendKeys({press: 'Tab'});
      expect(document.activeElement).to.equal(after);
      await cardGone();
      expect(tip.matches(':state(open)')).to.equal(false);
    });

    it('takes at most eleven presses through a paragraph of nine tips', async () => {
      const box = await tipsIn(
        html`<button>before</button>
          <p>${Array.from({length: 9}, (_, index) => html`<term-tip term="t${index}">t${index}</term-tip> `)}</p>
          <button>after</button>`,
      );
      const [before, after] = box.querySelectorAll('button');
      before!.focus();
      let presses = 0;
      while (document.activeElement !== after && presses < 20) {
        await sendKeys({press: 'Tab'});
        presses++;
      }
      expect(presses).to.be.at.most(11);
    });

    it('goes into a card that is pressed for, and from its end to what follows the word', async () => {
      const {tip, after} = await setUp();
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      await sendKeys({press: 'Enter'});
      expect(document.activeElement).to.equal(openCard());
      for (let stops = 0; document.activeElement === openCard(); stops++) {
        if (stops > 12) throw new Error('the card does not end');
        await sendKeys({press: 'Tab'});
      }
      expect(document.activeElement).to.equal(after);
      await cardGone();
      expect(tip.matches(':state(open)')).to.equal(false);
    });

    it('goes back from the card to the word', async function () {
      // WebKitGTK's driver does not come back from a Shift+Tab that is prevented.
      if (!isDrivenBack()) this.skip();
      const {tip} = await setUp();
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      await sendKeys({press: 'Enter'});
      await tabBack();
      expect(document.activeElement).to.equal(tip);
      expect(cardText()).to.contain(margin);
    });

    it('closes when the focus goes on without it', async () => {
      const {before} = await setUp();
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      await tabBack();
      expect(document.activeElement).to.equal(before);
      await cardGone();
    });

    it('has a button that closes it once it is pressed for, and only then', async () => {
      const {tip} = await setUp();
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      expect(inCard('[part~="close"]')).to.equal(null);
      await sendKeys({press: 'Enter'});
      await expect(openCard()).to.be.accessible();
      await clickOn(inCard('[part~="close"]'));
      await cardGone();
      expect(document.activeElement).to.equal(tip);
      expect(tip.getAttribute('aria-expanded')).to.equal('false');
    });

    it('enters the card on Enter, and Escape gives the focus back without opening again', async () => {
      const {tip} = await setUp();
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      await sendKeys({press: 'Enter'});
      expect(document.activeElement).to.equal(openCard());
      await sendKeys({press: 'Escape'});
      await cardGone();
      expect(document.activeElement).to.equal(tip);
      await aTimeout(200);
      expect(openCard()).to.equal(undefined);
    });

    for (const [name, key] of [
      ['Enter', 'Enter'],
      ['Space', ' '],
    ] as const) {
      for (const [where, content] of [
        [
          'a label around a box',
          html`<label
            ><input type="checkbox" tabindex="-1" />
            <term-tip term="margin">margin</term-tip></label
          >`,
        ],
        [
          'a label of a box elsewhere',
          html`<input type="checkbox" id="cross" tabindex="-1" />
            <label for="cross"><term-tip term="margin">margin</term-tip></label>`,
        ],
        [
          'the list of a form',
          html`<ul>
            <li>
              <term-tip term="margin">margin</term-tip>
              <input type="checkbox" tabindex="-1" aria-label="Cross" />
            </li>
          </ul>`,
        ],
      ] as const) {
        it(`enters the card on ${name} in ${where}, and nothing else hears of it`, async () => {
          const box = await tipsIn(
            html`<button>before</button>
              <form>${content}</form>`,
          );
          const form = box.querySelector('form')!;
          const heard: string[] = [];
          for (const type of ['click', 'input', 'change', 'submit', 'keydown'])
            form.addEventListener(type, () => heard.push(type));
          form.addEventListener('submit', (event) => {
            event.preventDefault();
          });
          box.querySelector('button')!.focus();
          await sendKeys({press: 'Tab'});
          expect(document.activeElement).to.equal(tipIn(box));
          await cardSays(margin);
          heard.length = 0;
          await sendKeys({press: key});
          expect(document.activeElement).to.equal(openCard());
          await aTimeout(200);
          expect(cardText()).to.contain(margin);
          expect(document.activeElement).to.equal(openCard());
          expect(heard).to.deep.equal([]);
          expect(box.querySelector('input')!.checked).to.equal(false);
        });
      }

      for (const [control, content] of [
        [
          'a button',
          html`<button id="control">A <term-tip term="margin">margin</term-tip></button>`,
        ],
        [
          'an element that has the role of a button',
          html`<div id="control" role="button" tabindex="0"
            >A <term-tip term="margin">margin</term-tip></div
          >`,
        ],
        [
          'an element that has the role of a switch',
          html`<div id="control" role="switch" aria-checked="false" tabindex="0"
            >A <term-tip term="margin">margin</term-tip></div
          >`,
        ],
        [
          'a summary',
          html`<details
            ><summary id="control">A <term-tip term="margin">margin</term-tip></summary
            >x</details
          >`,
        ],
      ] as const) {
        it(`leaves ${name} on ${control} to it`, async () => {
          const box = await tipsIn(
            html`<button id="before">before</button>${content}<term-tip term="t1"
                >idle</term-tip
              >`,
          );
          await until(() => tipIn(box, 1).hasAttribute('role'), 'prepared');
          expect(tipIn(box).getAttributeNames()).to.deep.equal(['term']);
          const element = box.querySelector<HTMLElement>('#control')!;
          const heard: string[] = [];
          for (const type of ['click', 'keydown'])
            element.addEventListener(type, (event) => {
              heard.push(`${type} ${(event.target as Element).id}`);
            });
          box.querySelector<HTMLElement>('#before')!.focus();
          await sendKeys({press: 'Tab'});
          expect(document.activeElement).to.equal(element);
          await cardSays(margin);
          await sendKeys({press: key});
          await until(
            () => heard.includes('keydown control'),
            'a key that the control hears',
          );
          if (element.matches('button, summary'))
            await until(() => heard.includes('click control'), 'its click');
          expect(document.activeElement).to.equal(element);
        });
      }
    }

    it('is no stop in a button that it is slotted into', async () => {
      const box = await fixture<HTMLElement>(html`<p></p>`);
      const host = document.createElement('span');
      host.attachShadow({mode: 'open'}).innerHTML =
        '<button><slot></slot></button>';
      host.innerHTML = '<term-tip term="margin">margin</term-tip>';
      box.append(host, document.createElement('term-tip'));
      await until(() => tipIn(box, 1).hasAttribute('role'), 'prepared');
      expect(tipIn(box).getAttributeNames()).to.deep.equal(['term']);
    });

    it('opens by what assistive technology clicks, in a label too', async () => {
      const box = await tipsIn(
        html`<label
          ><input type="checkbox" /> <term-tip term="margin">margin</term-tip></label
        >`,
      );
      let clicks = 0;
      box.addEventListener('click', () => clicks++);
      tipIn(box).click();
      await cardSays(margin);
      expect(document.activeElement).to.equal(openCard());
      expect(box.querySelector('input')!.checked).to.equal(false);
      expect(clicks).to.equal(0);
    });

    it('leaves the keys of the host’s shortcuts to the host', async () => {
      const {box, tip} = await setUp();
      const heard: boolean[] = [];
      box.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') heard.push(event.defaultPrevented);
      });
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      await sendKeys({down: 'Control'});
      await sendKeys({press: 'Enter'});
      await sendKeys({up: 'Control'});
      expect(heard).to.deep.equal([false]);
      expect(document.activeElement).to.equal(tip);
    });

    it('takes Escape from the page while a card is open, and only then', async () => {
      await setUp();
      let heard = 0;
      const hear = (event: KeyboardEvent) => {
        if (event.key === 'Escape') heard++;
      };
      document.addEventListener('keydown', hear);
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      await sendKeys({press: 'Escape'});
      await cardGone();
      expect(heard).to.equal(0);
      await sendKeys({press: 'Escape'});
      expect(heard).to.equal(1);
      document.removeEventListener('keydown', hear);
    });

    it('does not overrule the description of the host', async () => {
      const box = await tipsIn(
        html`<button>before</button
          ><term-tip term="margin" aria-description="mine">margin</term-tip>`,
      );
      box.querySelector('button')!.focus();
      await sendKeys({press: 'Tab'});
      await cardSays(margin);
      expect(tipIn(box).getAttribute('aria-description')).to.equal('mine');
    });
  });

  describe('wherever it is', () => {
    /** The card is beside the words: touches them, covers none, and is on screen. */
    const expectBeside = async (words: Element | DOMRect) => {
      await nextFrame();
      const card = openCard()!.getBoundingClientRect();
      const line =
        words instanceof Element ? words.getClientRects()[0]! : words;
      const gap =
        card.top >= line.bottom
          ? card.top - line.bottom
          : line.top - card.bottom;
      expect(gap, 'gap').to.be.within(0, 12);
      expect(card.left).to.be.at.least(0);
      expect(card.right).to.be.at.most(innerWidth);
      expect(card.top).to.be.at.least(0);
      expect(card.bottom).to.be.at.most(innerHeight);
      const x = (line.left + line.right) / 2;
      expect(x, 'middle of the words').to.be.within(card.left, card.right);
    };

    for (const [where, style] of [
      ['top left', 'top: 0; left: 0'],
      ['top right', 'top: 0; right: 0'],
      ['bottom left', 'bottom: 0; left: 0'],
      ['bottom right', 'bottom: 0; right: 0'],
    ] as const) {
      it(`has its card on screen at the ${where}`, async () => {
        const box = await tipsIn(
          html`<div style="position: fixed; ${style}"
            ><term-tip term="margin">margin</term-tip></div>`,
        );
        await moveTo(tipIn(box));
        await cardSays(margin);
        await expectBeside(tipIn(box));
      });
    }

    for (const [where, style] of [
      ['a box that cuts off', 'overflow: hidden; height: 1.5em; width: 100px'],
      [
        'a transformed box',
        'transform: translate(50px, 20px) scale(1.5); width: 200px',
      ],
      ['a contained box', 'contain: strict; height: 40px; width: 100px'],
      ['a filtered box', 'filter: blur(0); will-change: transform'],
    ] as const) {
      it(`has its card beside it in ${where}`, async () => {
        const box = await tipsIn(
          html`<div style=${style}><term-tip term="margin">margin</term-tip></div>`,
        );
        await moveTo(tipIn(box));
        await cardSays(margin);
        await expectBeside(tipIn(box));
        expect(openCard()!.getBoundingClientRect().height).to.be.above(60);
      });
    }

    it('is flush with the beginning of words in right-to-left text', async () => {
      const box = await tipsIn(
        html`<p dir="rtl">הון <term-tip term="margin">ביטחונות למינוף</term-tip></p>`,
      );
      await moveTo(tipIn(box));
      await cardSays(margin);
      await expectBeside(tipIn(box));
      const {right} = openCard()!.getBoundingClientRect();
      expect(right).to.be.closeTo(tipIn(box).getBoundingClientRect().right, 2);
      expect(getComputedStyle(openCard()!).direction).to.equal('rtl');
    });

    it('has its card at the line under the pointer when it wraps', async () => {
      const box = await tipsIn(
        html`<p style="width: 200px">Some words before it, then
          <term-tip term="margin">a margin that is long enough to wrap</term-tip></p>`,
      );
      const tip = tipIn(box);
      const lines = [...tip.getClientRects()];
      expect(lines.length).to.be.at.least(2);
      const last = lines.at(-1)!;
      await moveTo([
        Math.round(last.left + 10),
        Math.round(last.top + last.height / 2),
      ]);
      await cardSays(margin);
      await expectBeside(last);
    });

    it('works in a shadow root, from one tip to the next in it', async () => {
      const host = await fixture<HTMLElement>(html`<div></div>`);
      const root = host.attachShadow({mode: 'open'});
      root.innerHTML =
        '<p style="padding: 80px"><term-tip term="margin">margin</term-tip> and <term-tip term="leverage">leverage</term-tip></p>';
      const [one, other] = root.querySelectorAll<TermTip>('term-tip');
      one!.glossary = other!.glossary = tipGlossary;
      await until(() => one!.hasAttribute('tabindex'), 'prepared');
      expect(getComputedStyle(one!).textDecorationStyle).to.equal('dotted');
      await moveTo(one!);
      await cardSays(margin);
      await expectBeside(one!);
      await moveTo(other!);
      await cardSays(leverage);
      await moveAway();
      await cardGone();
    });

    it('works around an element with a shadow root, and around what is slotted', async () => {
      const box = await tipsIn(
        html`<term-tip term="margin"><span id="icon"></span></term-tip>
          <div id="part" style="margin-top: 200px"><i>slotted</i></div>`,
      );
      const icon = box.querySelector('#icon')!;
      icon.attachShadow({mode: 'open'}).innerHTML = '<span>%%%%</span>';
      await moveTo(icon.shadowRoot!.querySelector('span')!);
      await cardSays(margin);
      const part = box.querySelector('#part')!;
      const root = part.attachShadow({mode: 'open'});
      root.innerHTML = '<term-tip term="leverage"><slot></slot></term-tip>';
      await moveAway();
      await cardGone();
      await moveTo(part.querySelector('i')!);
      await cardSays(leverage);
    });

    it('is plain text in another document, and does it no harm', async () => {
      const frame = await framed('about:blank');
      const tip = document.createElement('term-tip');
      tip.textContent = 'margin';
      frame.contentDocument!.body.append(tip);
      expect(tip.isConnected).to.equal(true);
    });

    it('is beside its words in a page that is zoomed', async function () {
      // Where it is not there, rectangles are not those that a pointer goes to.
      if (!('currentCSSZoom' in Element.prototype)) this.skip();
      const box = await tipsIn(html`<term-tip term="margin">margin</term-tip>`);
      document.documentElement.style.setProperty('zoom', '1.5');
      try {
        await moveTo(tipIn(box));
        await cardSays(margin);
        await expectBeside(tipIn(box));
      } finally {
        document.documentElement.style.removeProperty('zoom');
      }
    });

    it('stays open when the keyboard scrolls to it smoothly', async () => {
      const box = await tipsIn(
        html`<button>before</button>
          <p style="margin-top: 3000px"><term-tip term="margin">margin</term-tip></p>`,
      );
      document.documentElement.style.scrollBehavior = 'smooth';
      try {
        box.querySelector('button')!.focus();
        await sendKeys({press: 'Tab'});
        await until(
          () => tipIn(box).getBoundingClientRect().top < innerHeight,
          'the word in view',
        );
        await aTimeout(600);
        expect(cardText()).to.contain(margin);
      } finally {
        document.documentElement.style.scrollBehavior = '';
        scrollTo(0, 0);
      }
    });

    it('follows its words when they scroll, and closes when they are out of sight', async () => {
      const box = await tipsIn(
        html`<div id="scroller" style="overflow: auto; height: 200px">
          <p style="padding: 100px 0 2000px"><term-tip term="margin">margin</term-tip></p>
        </div>`,
      );
      await moveTo(tipIn(box));
      await cardSays(margin);
      const scroller = box.querySelector('#scroller')!;
      scroller.scrollTop = 30;
      await nextFrame();
      await nextFrame();
      await expectBeside(tipIn(box));
      scroller.scrollTop = 800;
      await cardGone();
    });

    it('has its card in the modal dialog that it is in, where Escape closes only the card', async () => {
      const box = await tipsIn(
        html`<dialog aria-label="Order"><p style="padding: 60px">Needs <term-tip term="margin">margin</term-tip> <button>ok</button></p></dialog>`,
      );
      const dialog = box.querySelector('dialog')!;
      dialog.showModal();
      await moveTo(tipIn(box));
      await cardSays(margin);
      expect(dialog.contains(openCard()!)).to.equal(true);
      // It can be hovered and focused: nothing in it is inert.
      await moveTo(inCard('[part~="summary"]'));
      await aTimeout(timing.grace * 2);
      expect(cardText()).to.contain(margin);
      inCard<HTMLElement>('a, button').focus();
      expect(document.activeElement).to.equal(openCard());
      await sendKeys({press: 'Escape'});
      await cardGone();
      expect(dialog.open).to.equal(true);
      await sendKeys({press: 'Escape'});
      await until(() => !dialog.open, 'a closed dialog');
    });

    it('is in the popover that it is in, so that a press on the card does not close that', async () => {
      const box = await tipsIn(
        html`<div popover style="padding: 40px"><term-tip term="margin">margin</term-tip></div>`,
      );
      const popover = box.querySelector<HTMLElement>('[popover]')!;
      popover.showPopover();
      await moveTo(tipIn(box));
      await cardSays(margin);
      await clickOn(inCard('[part~="summary"]'));
      expect(popover.matches(':popover-open')).to.equal(true);
      popover.hidePopover();
      await cardGone();
    });

    it('takes the look from its own context', async () => {
      const box = await tipsIn(
        html`<div style="color-scheme: dark; --term-paper: rgb(1, 2, 3); --term-accent: rgb(9, 8, 7)"
          ><term-tip term="margin">margin</term-tip></div>`,
      );
      await moveTo(tipIn(box));
      await cardSays(margin);
      const style = getComputedStyle(openCard()!);
      expect(style.colorScheme).to.equal('dark');
      expect(
        getComputedStyle(inCard('[part~="card"]')).backgroundColor,
      ).to.equal('rgb(1, 2, 3)');
    });
  });

  describe('in a page that changes', () => {
    it('closes its card when it is removed', async () => {
      const box = await tipsIn(html`<term-tip term="margin">margin</term-tip>`);
      await moveTo(tipIn(box));
      await cardSays(margin);
      await resetMouse();
      tipIn(box).remove();
      await cardGone();
    });

    it('makes its card anew when the host removes it', async () => {
      const box = await tipsIn(
        html`<term-tip term="margin">margin</term-tip>
          <p style="margin-top: 200px"><term-tip term="leverage">leverage</term-tip></p>`,
      );
      await moveTo(tipIn(box));
      await cardSays(margin);
      openCard()!.remove();
      await moveTo(tipIn(box, 1));
      await cardSays(leverage);
    });

    it('keeps its card while a framework replaces a thousand tips, this one too', async () => {
      const draw = () =>
        Array.from({length: 1000}, (_, index) => {
          const tip = document.createElement('term-tip');
          tip.term = index === 0 ? 'margin' : `t${index % 40}`;
          tip.textContent = index === 0 ? 'margin' : `t${index}`;
          return [tip, ' '] as const;
        }).flat();
      const box = await tipsIn(
        html`<p id="list"></p><term-tip term="t1">rest</term-tip>`,
      );
      const list = box.querySelector('#list')!;
      list.append(...draw());
      await until(() => tipIn(box).hasAttribute('tabindex'), 'prepared');
      await moveTo(tipIn(box));
      await cardSays(margin);
      let closed = 0;
      document.addEventListener('term-close', () => closed++, {once: true});
      for (let round = 0; round < 5; round++) {
        list.replaceChildren(...draw());
        await nextFrame();
        await nextFrame();
      }
      await aTimeout(timing.grace * 2);
      expect(cardText()).to.contain(margin);
      expect(closed).to.equal(0);
      // The live value comes from the node that is there now.
      tipIn(box).value = '42.5 %';
      await cardSays('42.5 %');
      list.replaceChildren();
      // Another word may come to be under the pointer.
      await until(() => !cardText().includes(margin), 'no card of a word gone');
    });

    it('keeps the value up to date without moving the card', async () => {
      const box = await tipsIn(
        html`<term-tip term="margin" value="1.00 %" value-label="Now">margin</term-tip>`,
      );
      const tip = tipIn(box);
      await moveTo(tip);
      await cardSays('1.00 %');
      const before = openCard()!.getBoundingClientRect().toJSON() as object;
      for (const value of ['2.50 %', '-1,234,567.89 %', '0 %']) {
        tip.value = value;
        await cardSays(value);
        await nextFrame();
        expect(openCard()!.getBoundingClientRect().toJSON()).to.deep.equal(
          before,
        );
      }
    });

    it('shows another entry when it names another one', async () => {
      const box = await tipsIn(html`<term-tip term="margin">margin</term-tip>`);
      await moveTo(tipIn(box));
      await cardSays(margin);
      tipIn(box).term = 'leverage';
      await cardSays(leverage);
    });
  });

  describe('and what it tells', () => {
    it('that a card opened, was read, and closed', async () => {
      const box = await tipsIn(html`<term-tip term="margin">margin</term-tip>`);
      const told: string[] = [];
      for (const type of ['term-open', 'term-dwell', 'term-close'] as const) {
        box.addEventListener(type, (event) => {
          const {reference, id} = event as
            TermOpenEvent | TermDwellEvent | TermCloseEvent;
          told.push(`${type} ${reference} ${id}`);
        });
      }
      await moveTo(tipIn(box));
      await cardSays(margin);
      expect(told).to.deep.equal(['term-open margin margin']);
      await until(() => told.length === 2, 'a dwell event');
      expect(told[1]).to.equal('term-dwell margin margin');
      await moveAway();
      await cardGone();
      expect(told[2]).to.equal('term-close margin margin');
    });

    it('offers a choice when its name means two terms', async () => {
      const box = await tipsIn(html`<term-tip>Delta</term-tip>`);
      await moveTo(tipIn(box));
      await cardSays('A desk that hedges.');
      expect(cardText()).to.contain('How a price follows another.');
      await expect(openCard()).to.be.accessible();
    });
  });

  it('is where the middle of the words is (a check of the tests themselves)', async () => {
    const box = await tipsIn(html`<term-tip term="margin">margin</term-tip>`);
    const [x, y] = middleOf(tipIn(box));
    expect(document.elementFromPoint(x, y)).to.equal(tipIn(box));
  });
});
