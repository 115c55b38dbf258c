import {aTimeout, expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {TermLinker} from '../../../../src/elements/term-linker/term-linker.js';
import {preferences} from '../../../../src/page/preferences/preferences.js';
import {until} from '../../support/page.js';
import {
  cardGone,
  cardSays,
  clickOn,
  moveAway,
  moveTo,
  openCard,
  tapOn,
  tidyUp,
  timing,
} from '../../support/tips.js';
import {glossaryOf, linkerWith, painted, place} from './support.js';

const glossary = glossaryOf(
  {id: 'strike-price', name: 'Strike price', summary: 'The agreed price.'},
  {id: 'option', name: 'Option', summary: 'A right.'},
);

const STYLE = '<style>p, div { font: 16px/1.5 sans-serif }</style>';

/** Where words are, line by line, found without the linker. */
const rectsOf = (root: Node, words: string): DOMRect[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const start = node.data.indexOf(words);
    if (start < 0) continue;
    const range = new Range();
    range.setStart(node, start);
    range.setEnd(node, start + words.length);
    return [...range.getClientRects()];
  }
  throw new Error(`no "${words}" in the page`);
};

const pointOn = ({left, right, top, bottom}: DOMRect): [number, number] => [
  Math.round((left + right) / 2),
  Math.round((top + bottom) / 2),
];

const ended = async (): Promise<void> => {
  await sendKeys({press: 'Escape'});
  await tidyUp();
};

const lingering = () => aTimeout(timing.show + timing.loading);

describe('a painted mention', () => {
  afterEach(ended);

  const paintedIn = async (
    markup: string,
    settings: Partial<TermLinker> = {},
  ): Promise<TermLinker> => {
    const linker = await linkerWith(STYLE + markup, {
      mode: 'highlight',
      glossary,
      ...settings,
    });
    linker.parentElement!.style.padding = '80px 60px';
    return linker;
  };

  it('opens its card under the pointer, and closes it when that goes', async () => {
    const linker = await paintedIn('<p>The strike price of it.</p>');
    await moveTo(pointOn(rectsOf(linker, 'strike price')[0]!));
    await cardSays('The agreed price.');
    expect([...CSS.highlights.get('term-mention-open')!]).to.have.length(1);
    await moveAway();
    await cardGone();
    expect([...CSS.highlights.get('term-mention-open')!]).to.have.length(0);
  });

  it('opens it on each of its lines', async () => {
    const linker = await paintedIn('<p>The strike price of it.</p>');
    linker.querySelector('p')!.style.width = '5em';
    const rects = rectsOf(linker, 'strike price');
    expect(rects.length).to.be.greaterThan(1);
    await moveTo(pointOn(rects.at(-1)!));
    await cardSays('The agreed price.');
  });

  it('does not open beside the words, nor in the white after a line', async () => {
    const linker = await paintedIn('<p>The strike price</p><p>An option</p>');
    const {right, left, top, bottom} = rectsOf(linker, 'strike price')[0]!;
    const y = Math.round((top + bottom) / 2);
    for (const x of [right + 4, right + 100, left - 6]) {
      await moveTo([Math.round(x), y]);
      await lingering();
      expect(openCard(), `at ${x - left}`).to.equal(undefined);
    }
  });

  it('has its card where its words are: in their dialog, with their look', async () => {
    const dialog = place(
      '<dialog id="order" aria-label="Order"><p style="--term-paper: rgb(1, 2, 3)">The strike price.</p></dialog>',
    ).querySelector('dialog')!;
    dialog.showModal();
    await paintedIn('', {for: '#order'});
    await until(() => painted().length, 'painted words');
    await moveTo(pointOn(rectsOf(dialog, 'strike price')[0]!));
    await cardSays('The agreed price.');
    expect(dialog.contains(openCard()!)).to.equal(true);
    const card = openCard()!.shadowRoot!.querySelector('.card')!;
    expect(getComputedStyle(card).backgroundColor).to.equal('rgb(1, 2, 3)');
    dialog.close();
  });

  it('is found in text that is slotted, and in shadow roots', async () => {
    const linker = await paintedIn('Text of a strike price.');
    await moveTo(pointOn(rectsOf(linker, 'strike price')[0]!));
    await cardSays('The agreed price.');
    await moveAway();
    await cardGone(); // it lies over what comes next
    const outer = place('<div>Of an option.</div>').firstElementChild!;
    outer.attachShadow({mode: 'open'}).innerHTML =
      '<i><span><slot></slot></span></i>';
    const inner = outer.shadowRoot!.querySelector('span')!;
    inner.attachShadow({mode: 'open'}).innerHTML = '<slot></slot>';
    linker.append(outer);
    await until(() => painted(outer).length === 1, 'a painted option');
    await moveTo(pointOn(rectsOf(outer, 'option')[0]!));
    await cardSays('A right.');
    await moveAway();
    await cardGone();
    const root = place('<div></div>').firstElementChild!.attachShadow({
      mode: 'open',
    });
    root.innerHTML = `${STYLE}<p>An option.</p>`;
    linker.roots = [root];
    await until(() => painted(root).length === 1, 'a painted option');
    await moveTo(pointOn(rectsOf(root, 'option')[0]!));
    await cardSays('A right.');
  });

  it('keeps its card while the text around it is redrawn', async () => {
    const linker = await paintedIn('<p>An option at 1.</p>');
    const text = linker.querySelector('p')!.firstChild as Text;
    await moveTo(pointOn(rectsOf(linker, 'option')[0]!));
    await cardSays('A right.');
    const card = openCard();
    for (let price = 2; price < 30; price++) {
      text.data = `An option at ${price}.`;
      await aTimeout(20);
      expect(openCard()).to.equal(card);
    }
    text.data = 'Nothing at all here.';
    await cardGone();
  });

  it('opens by a click, and by a tap', async function () {
    const linker = await paintedIn('<p>An option here.</p>');
    const at = pointOn(rectsOf(linker, 'option')[0]!);
    await clickOn(at);
    await cardSays('A right.');
    await sendKeys({press: 'Escape'});
    await cardGone();
    await moveAway();
    if (!(await tapOn(at))) this.skip();
    await cardSays('A right.');
  });

  it('is not painted for a reader who knows it, and can still be asked', async () => {
    const linker = await paintedIn('<p>An option of a strike price.</p>');
    preferences.know('option');
    expect(painted(linker)).to.deep.equal(['strike price']);
    expect(linker.mentions).to.have.length(2);
    await clickOn(pointOn(rectsOf(linker, 'option')[0]!));
    await cardSays('A right.');
    preferences.set({cards: false});
    expect(painted(linker)).to.deep.equal([]);
    preferences.forgetAll();
    preferences.set({cards: true});
    expect(painted(linker).sort()).to.deep.equal(['option', 'strike price']);
  });

  it('leaves a click in a label to its control', async () => {
    const linker = await paintedIn(
      '<label><input type="checkbox"> The strike price counts</label>',
    );
    const box = linker.querySelector('input')!;
    await clickOn(pointOn(rectsOf(linker, 'strike price')[0]!));
    await until(() => box.checked, 'a checked box');
    await moveAway();
    await cardGone(); // it was open for the pointer, and not pressed open
  });

  it('is entered from the list by a key that only the card hears', async () => {
    const label = place(
      '<label><input type="checkbox"> <span id="words">An option here.</span></label>',
    ).querySelector('label')!;
    const linker = await paintedIn('', {for: '#words', list: 'visible'});
    label.append(linker);
    await linker.updateComplete;
    const root = linker.shadowRoot!;
    await until(
      () => root.querySelector('term-tip')?.hasAttribute('tabindex'),
      'a prepared tip',
    );
    const summary = root.querySelector('summary')!;
    summary.focus();
    summary.parentElement!.setAttribute('open', '');
    await sendKeys({press: 'Tab'});
    await cardSays('A right.');
    await sendKeys({press: 'Enter'});
    expect(document.activeElement).to.equal(openCard());
    expect(label.querySelector('input')!.checked).to.equal(false);
  });

  it('is reached by keyboard, in the list', async () => {
    const linker = await paintedIn('<p>An option here.</p>');
    await linker.updateComplete;
    const root = linker.shadowRoot!;
    const tip = root.querySelector('term-tip')!;
    await until(() => tip.hasAttribute('tabindex'), 'a prepared tip');
    root.querySelector('summary')!.focus();
    await sendKeys({press: 'Enter'});
    await sendKeys({press: 'Tab'});
    await cardSays('A right.');
    expect(root.activeElement).to.equal(tip);
  });
});

describe('a wrapped mention', () => {
  afterEach(ended);

  it('opens the card of the linker’s glossary', async () => {
    const linker = await linkerWith(`${STYLE}<p>An option here.</p>`, {
      glossary,
    });
    linker.parentElement!.style.padding = '80px 60px';
    await moveTo(linker.querySelector('term-tip')!);
    await cardSays('A right.');
  });
});
