import {expect, oneEvent} from '@open-wc/testing';
import type {TermLinker} from '../../../../src/elements/term-linker/term-linker.js';
import {Painter} from '../../../../src/elements/term-linker/painter.js';
import type {TextRun} from '../../../../src/elements/term-linker/text-run.js';
import type {TermErrorEvent} from '../../../../src/page/events.js';
import type {TipAnchor} from '../../../../src/elements/term-tip/anchor.js';
import {makerOf} from '../../../../src/elements/term-tip/tip-maker.js';
import {createMatcher} from '../../../../src/matching/matcher.js';
import {preferences} from '../../../../src/page/preferences/preferences.js';
import {until} from '../../support/page.js';
import {
  glossary,
  glossaryOf,
  linked,
  linkerWith,
  painted,
  place,
  quiet,
  showing,
  shows,
  wrapped,
} from './support.js';

const highlight = (
  markup: string,
  settings: Partial<TermLinker> = {},
): Promise<TermLinker> => linkerWith(markup, {mode: 'highlight', ...settings});

/** Everything that happens to nodes, attributes included. */
const watch = (root: Node) => {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((seen) => records.push(...seen));
  observer.observe(root, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  return {records, stop: () => observer.disconnect()};
};

describe('<term-linker mode="highlight">', () => {
  it('is accessible, with its list closed and open', async () => {
    const linker = await highlight('<p>An option, a premium.</p>');
    await linker.updateComplete;
    await expect(linker).to.be.accessible();
    const root = linker.shadowRoot!;
    root.querySelector('details')!.open = true;
    // A busy page prepares them later.
    await until(
      () => root.querySelectorAll('term-tip:not([tabindex])').length === 0,
      'prepared tips',
    );
    await expect(linker).to.be.accessible();
  });

  it('touches no node of the page, from its coming to its going', async () => {
    const linker = document.createElement('term-linker');
    Object.assign(linker, {glossary, mode: 'highlight'});
    linker.innerHTML = '<p>An <b>option</b>, a premium.</p>';
    const box = place('<section></section>').firstElementChild!;
    box.append(linker);
    const {records, stop} = watch(linker.firstChild!);
    await linked(linker);
    expect(painted(linker)).to.deep.equal(['option', 'premium']);
    linker.first = 'all';
    await linker.updateComplete;
    linker.remove();
    await quiet();
    expect(painted(linker)).to.deep.equal([]);
    expect(records).to.have.length(0);
    stop();
  });

  it('follows text before the browser paints it', async () => {
    const linker = await highlight('<p>An option: 1</p>');
    const text = linker.querySelector('p')!.firstChild as Text;
    text.data = 'Right now an option: 22';
    await Promise.resolve();
    expect(painted(linker)).to.deep.equal(['option']);
    text.data = 'A premium of an option: 2';
    await Promise.resolve();
    expect(painted(linker)).to.include('option');
    await showing(linker, ['premium', 'option']);
    linker.querySelector('p')!.textContent = 'An option, at last';
    await Promise.resolve();
    expect(painted(linker)).to.deep.equal(['option']);
    linker.querySelector('p')!.textContent = 'Nothing';
    await Promise.resolve();
    expect(painted(linker)).to.deep.equal([]);
    linker.querySelector('p')!.textContent = 'An option';
    await showing(linker, ['option']);
  });

  for (const [what, change, words] of [
    [
      'text that comes',
      (box: Element) => {
        box.append('A premium.');
      },
      ['option', 'premium'],
    ],
    [
      'a paragraph that comes first',
      (box: Element) => {
        const p = document.createElement('p');
        p.textContent = 'An option and a premium.';
        box.prepend(p);
      },
      ['option', 'premium'],
    ],
    [
      'text that goes',
      (box: Element) => {
        box.querySelector('p')!.remove();
      },
      [],
    ],
    [
      'a heading that parts a section',
      (box: Element) => {
        box.append(document.createElement('h2'), 'An option.');
      },
      ['option', 'option'],
    ],
    [
      'a word that is joined to what stands beside it',
      (box: Element) => {
        box.querySelector('p')!.append('al');
      },
      [],
    ],
    [
      'text that is to be edited',
      (box: Element) => {
        box.setAttribute('contenteditable', '');
      },
      [],
    ],
    [
      'a linker for a part of it',
      (box: Element) => {
        const inner = document.createElement('term-linker');
        inner.glossary = glossaryOf('Nothing');
        inner.append(...box.childNodes);
        box.append(inner);
      },
      [],
    ],
  ] as const) {
    it(`follows ${what}`, async () => {
      const linker = await highlight('<div><p>An option</p></div>');
      change(linker.querySelector('div')!);
      await showing(linker, words);
      expect(painted(linker)).to.have.length(words.length);
    });
  }

  it('searches again only what has changed', async () => {
    const filler = '<p>A long text with an option in it.</p>'.repeat(50);
    const linker = await highlight(filler);
    const done = linked(linker);
    linker.append(document.createElement('hr'), 'A premium.');
    expect((await done).searched).to.equal(1);
    const again = linked(linker);
    linker.querySelector('p')!.remove();
    const {searched, found, shown, terms} = await again;
    expect([searched, found, shown, terms]).to.deep.equal([0, 50, 2, 2]);
  });

  it('looks after what a selector names, now and later', async () => {
    const box = place(
      '<div class="help">An option.</div><p>An option.</p><div class="help">A premium.</div>',
    );
    const linker = await highlight('<p>A premium.</p>', {for: '.help'});
    expect(painted()).to.deep.equal(['option', 'premium']);
    const later = place('<div class="help">A strike price.</div>');
    await showing(
      linker,
      ['option', 'premium', 'Strike price'].map((word) => word.toLowerCase()),
    );
    box.remove();
    await showing(linker, ['strike price']);
    later.firstElementChild!.append(' Option!');
    await showing(linker, ['strike price', 'Option']);
  });

  it('says what is no selector', async () => {
    const linker = await highlight('<p>An option.</p>', {exclude: 'p..'});
    expect(shows(linker)).to.deep.equal(['option']);
    linker.for = ':::';
    await showing(linker, []);
  });

  it('paints in shadow roots that it is given, with their own sheet', async () => {
    const box = place('<div></div>').firstElementChild!;
    const root = box.attachShadow({mode: 'closed'});
    root.innerHTML = '<p>An option.</p>A premium.';
    const linker = await highlight('<p>An option.</p>', {roots: [root]});
    expect(shows(linker)).to.deep.equal(['option', 'option', 'premium']);
    expect(root.adoptedStyleSheets).to.have.length.greaterThan(0);
    const rule = root.adoptedStyleSheets
      .flatMap((sheet) => [...sheet.cssRules])
      .some(({cssText}) => cssText.includes('::highlight(term-mention)'));
    expect(rule).to.equal(true);
    root.querySelector('p')!.textContent = 'A premium.';
    await showing(linker, ['option', 'premium']);
    linker.roots = [];
    await showing(linker, ['option']);
  });

  it('wraps in shadow roots, and gives them back', async () => {
    const box = place('<div></div>').firstElementChild!;
    const root = box.attachShadow({mode: 'open'});
    root.innerHTML = '<p>An option.</p>';
    const linker = await linkerWith('', {roots: [root]});
    expect(wrapped(root)).to.deep.equal(['option']);
    linker.remove();
    await quiet(0);
    expect(root.innerHTML).to.equal('<p>An option.</p>');
  });

  it('leaves their part to linkers inside it', async () => {
    const outer = document.createElement('term-linker');
    Object.assign(outer, {glossary, mode: 'highlight'});
    const inner = document.createElement('term-linker');
    inner.glossary = glossaryOf('Future');
    inner.innerHTML = '<p>An option on a future.</p>';
    outer.append('A premium. ', inner);
    const done = Promise.all([linked(outer), linked(inner)]);
    place('').append(outer);
    await done;
    expect(shows(outer)).to.deep.equal(['premium']);
    expect(wrapped(inner)).to.deep.equal(['future']);
    inner.replaceWith(...inner.childNodes);
    await showing(outer, ['premium', 'option']);
  });

  it('has a part of the page for one linker, and for the next when that goes', async () => {
    const box = place('<p class="shared">An option.</p>');
    const first = await highlight('', {for: '.shared'});
    const second = await highlight('', {for: '.shared'});
    expect(shows(first)).to.deep.equal(['option']);
    expect(shows(second)).to.deep.equal([]);
    expect(painted(box)).to.deep.equal(['option']);
    first.remove();
    await showing(second, ['option']);
    expect(painted(box)).to.deep.equal(['option']);
  });

  it('gives a part to a linker that names it, and takes it back', async () => {
    const outer = await highlight('<div id="own">An option.</div>A premium.');
    const other = await highlight('', {for: '#own'});
    // Who comes first keeps what it has named itself; what is only inside it can be named.
    await showing(other, ['option']);
    await showing(outer, ['premium']);
    expect(painted().sort()).to.deep.equal(['option', 'premium']);
    other.remove();
    await showing(outer, ['option', 'premium']);
  });

  it('looks again when what stands beside a word changes', async () => {
    const linker = await highlight('<p>An <b>option</b> here.</p>');
    const beside = linker.querySelector('p')!.lastChild as Text;
    beside.data = 'al here.';
    await showing(linker, []);
    beside.data = ', here.';
    await showing(linker, ['option']);
    beside.remove();
    linker.querySelector('p')!.append('al');
    await showing(linker, []);
    expect(painted(linker)).to.deep.equal([]);
  });

  it('switches to wrapping and back', async () => {
    const linker = await highlight('<p>An option.</p>');
    linker.mode = 'wrap';
    await until(() => wrapped(linker).length === 1, 'a tip');
    expect(painted(linker)).to.deep.equal([]);
    linker.mode = 'highlight';
    await until(() => painted(linker).length === 1, 'a painted word');
    expect(linker.innerHTML).to.equal('<p>An option.</p>');
  });

  it('takes up another glossary', async () => {
    const linker = await highlight('<p>An option on a future.</p>');
    linker.glossary = glossaryOf('Future');
    await showing(linker, ['future']);
    expect(painted(linker)).to.deep.equal(['future']);
  });

  it('says that the glossary cannot be loaded, and shows nothing', async () => {
    const linker = await highlight('<p>An option.</p>');
    const failed = oneEvent(linker, 'term-error') as Promise<Event>;
    linker.glossary = undefined;
    linker.src = '/faults/500';
    const event = (await failed) as TermErrorEvent;
    expect(event.code).to.equal('http');
    expect(painted(linker)).to.deep.equal([]);
    expect(linker.matches(':state(error)')).to.equal(true);
    linker.glossary = glossary;
    await showing(linker, ['option']);
    expect(linker.matches(':state(error)')).to.equal(false);
    // What paints now follows the reader's choice as before.
    preferences.set({cards: false});
    expect(painted(linker)).to.deep.equal([]);
    preferences.set({cards: true});
    expect(painted(linker)).to.deep.equal(['option']);
  });

  it('has 9,000 mentions, and paints those near the window', async () => {
    const linker = await highlight(
      '<p>An option, a premium, a strike price.</p>'.repeat(3000),
      {first: 'all'},
    );
    expect(linker.mentions).to.have.length(9000);
    const [first, last] = [linker.firstElementChild!, linker.lastElementChild!];
    await until(
      () => painted(first).length === 3 && painted(last).length === 0,
      'the first paragraph painted, the last one not',
    );
    expect(painted(linker)).to.have.length.below(1000);
    last.scrollIntoView();
    await until(
      () => painted(last).length === 3 && painted(first).length === 0,
      'the last paragraph painted, the first one not',
    );
    scrollTo(0, 0);
    linker.remove();
    await quiet(0);
    expect(painted()).to.have.length(0);
  });

  it('paints by rules that all engines take', async () => {
    const linker = await highlight('<p>An option.</p>');
    const rules = document.adoptedStyleSheets
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSStyleRule);
    const {style} = rules.find(
      ({selectorText}) => selectorText === '::highlight(term-mention)',
    )!;
    expect(style.textDecorationLine).to.equal('underline');
    expect(style.textDecorationStyle).to.equal('dotted');
    expect(shows(linker)).to.deep.equal(['option']);
  });
});

describe('the list of a <term-linker>', () => {
  const listOf = (linker: TermLinker) =>
    [...linker.shadowRoot!.querySelectorAll('term-tip')].map((tip) => [
      tip.getAttribute('term'),
      tip.textContent,
    ]);

  it('has each term once, in the order of the text', async () => {
    const linker = await highlight('<p>TWAP, options, option.</p>', {
      first: 'all',
    });
    await linker.updateComplete;
    expect(listOf(linker)).to.deep.equal([
      ['twap', 'Time-weighted average price'],
      ['option', 'Option'],
    ]);
    expect(linker.shadowRoot!.querySelector('summary')!.textContent).to.equal(
      'Terms in this text (2)',
    );
    for (const tip of linker.shadowRoot!.querySelectorAll('term-tip'))
      expect(makerOf(tip)).to.equal(linker);
  });

  it('follows the text', async () => {
    const linker = await highlight('<p>An option.</p>');
    linker.querySelector('p')!.textContent = 'A premium.';
    await until(() => listOf(linker)[0]?.[0] === 'premium', 'the other term');
    linker.querySelector('p')!.textContent = '';
    await until(
      () => !linker.shadowRoot!.querySelector('details'),
      'no list of nothing',
    );
  });

  it('is seen when it has the focus, and takes no room', async () => {
    const linker = await highlight('<p>An option.</p>');
    await linker.updateComplete;
    const details = linker.shadowRoot!.querySelector('details')!;
    const box = linker.parentElement!;
    const height = box.getBoundingClientRect().height;
    expect(details.getBoundingClientRect().width).to.equal(1);
    details.querySelector('summary')!.focus();
    expect(details.getBoundingClientRect().width).to.be.greaterThan(50);
    expect(box.getBoundingClientRect().height).to.equal(height);
    expect(getComputedStyle(details).clipPath).to.equal('none');
    details.querySelector('summary')!.blur();
    expect(details.getBoundingClientRect().width).to.equal(1);
  });

  it('is there for all, or for none', async () => {
    const linker = await highlight('<p>An option.</p>', {list: 'visible'});
    await linker.updateComplete;
    const width = () =>
      linker.shadowRoot!.querySelector('details')?.getBoundingClientRect()
        .width;
    expect(width()).to.be.greaterThan(50);
    linker.list = 'none';
    await linker.updateComplete;
    expect(width()).to.equal(undefined);
    linker.list = 'visible';
    linker.mode = 'wrap';
    await linker.updateComplete;
    expect(width()).to.equal(undefined);
  });
});

/** Which mention is under a point. */
describe('what is painted', () => {
  const matcher = createMatcher([{language: 'en', terms: glossary.terms}]);

  /** A painter with all mentions of an element's own text. */
  const paint = (element: Element): Painter => {
    const painter = new Painter(place(''));
    for (const node of element.childNodes) {
      if (!(node instanceof Text)) continue;
      const mentions = matcher.find(node.data);
      const run: TextRun = {
        nodes: [node],
        last: node,
        text: node.data,
        section: element,
        isOwned: false,
        mentions,
        edges: undefined,
        shown: mentions,
      };
      painter.show(run, mentions);
    }
    return painter;
  };

  /** The rectangles of words, found without the painter. */
  const rectsOf = (element: Element, words: string): DOMRect[] => {
    const node = [...element.childNodes].find((child) =>
      child.textContent?.includes(words),
    ) as Text;
    const range = new Range();
    range.setStart(node, node.data.indexOf(words));
    range.setEnd(node, node.data.indexOf(words) + words.length);
    return [...range.getClientRects()];
  };

  const under = (painter: Painter, element: Element, x: number, y: number) =>
    painter.anchorAt(element, x, y);

  for (const [many, filler] of [
    ['a few', ''],
    ['many', ' An option.'.repeat(30)],
  ] as const) {
    it(`is found by the pointer on each of its lines, among ${many}`, () => {
      const box = place(
        `<p>Before all of it, the strike price of this.${filler}</p>`,
      );
      const p = box.querySelector('p')!;
      p.style.width = '11em';
      const painter = paint(p);
      const rects = rectsOf(p, 'strike price');
      for (const {left, right, top, bottom} of rects) {
        const at = (x: number, y: number) => under(painter, p, x, y)?.reference;
        const y = (top + bottom) / 2;
        expect(at(left + 2, y)).to.equal('strike-price');
        expect(at(right - 2, y)).to.equal('strike-price');
        expect(at(left - 3, y)).to.not.equal('strike-price');
        expect(at(right + 3, y)).to.not.equal('strike-price');
      }
      painter.stop();
    });
  }

  it('is not found in the white at the end of its line', () => {
    const p = place('<p>An option</p>').querySelector('p')!;
    const painter = paint(p);
    const {right, top, bottom} = rectsOf(p, 'option')[0]!;
    const y = (top + bottom) / 2;
    expect(under(painter, p, right - 1, y)?.text).to.equal('option');
    expect(under(painter, p, right + 5, y)).to.equal(undefined);
    expect(under(painter, p, right + 200, y)).to.equal(undefined);
    expect(under(painter, p, right - 1, bottom + 4)).to.equal(undefined);
    painter.stop();
  });

  it('is an anchor that stays the same while its words do', () => {
    const p = place('<p>An option: 1</p>').querySelector('p')!;
    const node = p.firstChild as Text;
    const painter = new Painter(place(''));
    const run: TextRun = {
      nodes: [node],
      last: node,
      text: node.data,
      section: p,
      isOwned: false,
      mentions: undefined,
      edges: undefined,
      shown: [],
    };
    const show = (): TipAnchor => {
      run.text = node.data;
      painter.show(run, matcher.find(node.data));
      const {left, top} = rectsOf(p, 'option')[0]!;
      return under(painter, p, left + 1, top + 5)!;
    };
    const anchor = show();
    expect(anchor.text).to.equal('option');
    expect(anchor.reference).to.equal('option');
    expect(anchor.isConnected()).to.equal(true);
    expect(anchor.rects()).to.have.length(1);
    anchor.setOpen(true);
    const open = () => [...CSS.highlights.get('term-mention-open')!].length;
    expect(open()).to.equal(1);

    node.data = 'Now an option: 2';
    expect(show().key).to.equal(anchor.key);
    expect(anchor.rects()[0]!.left).to.equal(rectsOf(p, 'option')[0]!.left);
    expect(open()).to.equal(1);

    node.data = 'Now a future: 3';
    expect(anchor.isConnected()).to.equal(false);
    expect(anchor.rects()).to.deep.equal([]);
    painter.show(run, []);
    expect(open()).to.equal(0);
    node.data = 'An option: 1';
    const other = show();
    expect(other.key).to.not.equal(anchor.key);
    p.remove();
    expect(other.isConnected()).to.equal(false);
    painter.stop();
  });
});
