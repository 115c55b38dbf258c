import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import type {TermLinker} from '../../../../src/elements/term-linker/term-linker.js';
import {makerOf} from '../../../../src/elements/term-tip/tip-maker.js';
import {until} from '../../support/page.js';
import {
  glossaryOf,
  linked,
  linkerWith,
  place,
  quiet,
  showing,
  shows,
  wrapped,
} from './support.js';

/** All Text nodes of a tree, in order. */
const textsOf = (root: Node): Text[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
};

const words = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'α', '数据', 'x'];

const sentence = fc
  .array(fc.constantFrom(...words, ' ', ', ', '.', '  ', '\n'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

type Tree =
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'comment'}
  | {
      readonly kind: 'element';
      readonly name: string;
      readonly children: readonly Tree[];
    };

const {tree} = fc.letrec<{tree: Tree}>((tie) => ({
  tree: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.record({kind: fc.constant('text' as const), text: sentence}),
    fc.record({kind: fc.constant('comment' as const)}),
    fc.record({
      kind: fc.constant('element' as const),
      name: fc.constantFrom('p', 'div', 'b', 'section', 'h2', 'code', 'a'),
      children: fc.array(tie('tree'), {maxLength: 5}),
    }),
  ),
}));

const build = (from: Tree): Node => {
  if (from.kind === 'text') return new Text(from.text);
  if (from.kind === 'comment') return new Comment('here');
  const element = document.createElement(from.name);
  element.append(...from.children.map(build));
  return element;
};

const dictionary = fc.uniqueArray(
  fc
    .array(fc.constantFrom(...words), {minLength: 1, maxLength: 3})
    .map((parts) => parts.join(' ')),
  {minLength: 1, maxLength: 8},
);

describe('<term-linker> wraps', () => {
  it('and gives back the very nodes, whatever page and glossary', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(tree, {minLength: 1, maxLength: 6}),
        dictionary,
        fc.constantFrom<TermLinker['first']>('section', 'page', 'all'),
        async (trees, names, first) => {
          const linker = document.createElement('term-linker');
          linker.append(...trees.map(build));
          const copy = linker.cloneNode(true);
          const texts = textsOf(linker);
          const data = texts.map((text) => text.data);
          Object.assign(linker, {
            first,
            glossary: glossaryOf(
              ...names.map((name, index) => ({id: `t${index}`, name})),
            ),
          });
          const done = linked(linker);
          const box = place('');
          box.append(linker);
          await done;
          expect(linker.textContent).to.equal(copy.textContent);
          expect(wrapped(linker)).to.deep.equal(shows(linker));
          linker.remove();
          await quiet(0);
          expect(linker.isEqualNode(copy)).to.equal(true);
          const after = textsOf(linker);
          expect(after.map((text) => text.data)).to.deep.equal(data);
          expect(after.every((text, index) => text === texts[index])).to.equal(
            true,
          );
          box.remove();
        },
      ),
      {numRuns: 60},
    );
  });

  it('with tips that read what the linker reads', async () => {
    const linker = await linkerWith('<p>An option.</p>', {images: 'any'});
    const tip = linker.querySelector('term-tip')!;
    expect(makerOf(tip)).to.equal(linker);
    expect(tip.images).to.equal('any');
  });

  it('and is not woken by its own work', async () => {
    const linker = await linkerWith('<p>An option, an option.</p>');
    await quiet();
    const events: Event[] = [];
    linker.addEventListener('term-link', (event) => events.push(event));
    linker.first = 'all'; // another tip
    await until(() => events.length, 'the event');
    await quiet();
    expect(events).to.have.length(1);
  });

  it('and keeps what is selected selected', async () => {
    const linker = await linkerWith('<p>Before it: an option, and after.</p>', {
      exclude: 'p',
    });
    const text = linker.querySelector('p')!.firstChild!;
    const selection = getSelection()!;
    selection.setBaseAndExtent(text, 0, text, 9);
    linker.exclude = '';
    // On a busy machine the work goes on after the update.
    await until(() => wrapped(linker).length, 'a mention');
    expect(wrapped(linker)).to.deep.equal(['option']);
    expect(selection.toString()).to.equal('Before it');
    linker.remove();
  });

  it('at once what may not be seen, at last all: visible text first', async () => {
    const filler = '<p>Nothing to see in this long text.</p>'.repeat(400);
    const linker = document.createElement('term-linker');
    linker.glossary = glossaryOf('Premium', 'Option');
    linker.innerHTML =
      '<p id="above">A premium.</p>' +
      filler +
      '<p id="shown">An option.</p>' +
      filler +
      '<p id="below">A premium, an option.</p>';
    linker.first = 'all';
    const order: string[] = [];
    const box = place('');
    new MutationObserver((records) => {
      for (const {addedNodes} of records)
        for (const node of addedNodes)
          if (node instanceof HTMLElement && node.localName === 'term-tip')
            order.push(node.parentElement!.id);
    }).observe(box, {childList: true, subtree: true});
    const done = linked(linker);
    box.append(linker);
    await linker.updateComplete;
    linker.querySelector('#shown')!.scrollIntoView();
    await done;
    expect(order).to.deep.equal(['shown', 'above', 'below', 'below']);
    scrollTo(0, 0);
  });

  it('what is first on the page in the end, not what was found first', async () => {
    const filler = '<p>Nothing to see in this long text.</p>'.repeat(400);
    const box = place(
      `<p id="above">An option.</p>${filler}<p id="shown">An option.</p>`,
    );
    const linker = document.createElement('term-linker');
    linker.glossary = glossaryOf('Option');
    linker.append(...box.childNodes);
    const seen: string[] = [];
    new MutationObserver((records) => {
      for (const {addedNodes} of records)
        for (const node of addedNodes)
          if (node instanceof HTMLElement && node.localName === 'term-tip')
            seen.push(node.parentElement?.id ?? 'gone');
    }).observe(box, {childList: true, subtree: true});
    const done = linked(linker);
    box.append(linker);
    await linker.updateComplete;
    linker.querySelector('#shown')!.scrollIntoView();
    await done;
    expect(wrapped(linker.querySelector('#above')!)).to.deep.equal(['option']);
    expect(wrapped(linker.querySelector('#shown')!)).to.deep.equal([]);
    expect(linker.querySelector('#shown')!.childNodes).to.have.length(1);
    expect(seen).to.have.length(2);
    scrollTo(0, 0);
  });
});

describe('<term-linker> gives back', () => {
  const start = async (markup = '<p>An option, a premium here.</p>') => {
    const linker = await linkerWith(markup);
    const p = linker.querySelector('p')!;
    const head = p.firstChild as Text;
    const end = async () => {
      linker.remove();
      await quiet(0);
      return p;
    };
    return {linker, p, head, end};
  };

  it('nothing before it is gone for good: a move is no end', async () => {
    const {linker, p} = await start();
    const tip = p.querySelector('term-tip');
    place('').append(linker);
    await quiet();
    expect(p.querySelector('term-tip')).to.equal(tip);
  });

  it('the text of a paragraph that is cloned, as it says', async () => {
    const {p, end} = await start();
    expect(p.textContent).to.equal('An option, a premium here.');
    expect((await end()).innerHTML).to.equal('An option, a premium here.');
  });

  it('a text that somebody has kept and written anew', async () => {
    const {linker, head, end} = await start();
    head.data = 'The premium of an option here.';
    await showing(linker, ['premium', 'option']);
    expect((await end()).innerHTML).to.equal('The premium of an option here.');
    expect(head.data).to.equal('The premium of an option here.');
  });

  it('a text that somebody has kept and emptied', async () => {
    const {head, p, end} = await start('<p>option</p>');
    head.data = 'x';
    await until(() => p.innerHTML === 'x', 'the new text alone');
    expect((await end()).childNodes).to.have.length(1);
  });

  it('a part that somebody has found and changed', async () => {
    const {linker, p, head, end} = await start();
    head.data = 'No ';
    const tail = p.lastChild as Text;
    const done = linked(linker);
    tail.data = ' there.';
    await done;
    expect(p.textContent).to.equal('No option, a premium there.');
    expect((await end()).innerHTML).to.equal('No option, a premium there.');
  });

  it('words that somebody has changed inside a tip', async () => {
    const {linker, p, end} = await start();
    p.querySelector('term-tip')!.textContent = 'future';
    await showing(linker, ['premium']);
    expect((await end()).innerHTML).to.equal('An future, a premium here.');
  });

  it('what somebody has put between, or taken away', async () => {
    const {linker, p, end} = await start();
    const [option, premium] = p.querySelectorAll('term-tip');
    option!.after(document.createElement('br'));
    premium!.remove();
    await showing(linker, ['option']);
    expect((await end()).innerHTML).to.equal('An option<br>, a  here.');
    expect(textsOf(p).every(({data}) => data)).to.equal(true);
  });

  it('text whose empty node a page has swept away', async () => {
    const {linker, p, end} = await start('<p>option, a premium here.</p>');
    const done = linked(linker);
    p.normalize();
    await done;
    await showing(linker, ['option', 'premium']);
    expect((await end()).innerHTML).to.equal('option, a premium here.');
  });

  it('text that a page has put elsewhere', async () => {
    const {linker, p, head, end} = await start();
    const other = place('<p></p>').firstElementChild!;
    other.append(...p.childNodes);
    await showing(linker, []);
    expect(other.innerHTML).to.equal('An option, a premium here.');
    expect(other.firstChild).to.equal(head);
    expect(linker.mentions).to.deep.equal([]);
    await end();
  });

  it('text that is to be edited, before anybody edits it', async () => {
    const {p} = await start();
    p.setAttribute('contenteditable', 'true');
    await until(
      () => p.innerHTML === 'An option, a premium here.',
      'text as it was',
      500,
    );
  });

  it('text of a linker that is taken from around it', async () => {
    const {linker, p} = await start();
    linker.replaceWith(...linker.childNodes);
    await quiet(0);
    expect(p.innerHTML).to.equal('An option, a premium here.');
    expect(p.childNodes).to.have.length(1);
  });
});

describe('<term-linker expand>', () => {
  const terms = glossaryOf(
    {id: 'twap', name: 'Time-weighted average price', abbreviation: 'TWAP'},
    {id: 'iv', name: 'Implied Volatility', abbreviation: 'IV'},
    {id: 'bs', name: 'Black-Scholes model', abbreviation: 'BSM'},
    {id: 'dao', name: 'DAO', abbreviation: 'DAO'},
  );
  const expandedIn = async (markup: string) => {
    const linker = await linkerWith(markup, {glossary: terms, expand: true});
    const box = document.createElement('div');
    box.append(...[...linker.childNodes].map((node) => node.cloneNode(true)));
    const text = box.textContent;
    linker.remove();
    await quiet(0);
    return {text, after: linker.innerHTML};
  };

  for (const [why, before, after] of [
    [
      'says the full name at the first use on the page',
      'A TWAP. A TWAP.',
      'A TWAP (time-weighted average price). A TWAP.',
    ],
    [
      'keeps the capitals of a name',
      'IV, BSM.',
      'IV (implied Volatility), BSM (Black-Scholes model).',
    ],
    [
      'leaves alone what the text explains before',
      'The time-weighted average price (TWAP).',
      'The time-weighted average price (TWAP).',
    ],
    [
      'leaves alone what the text explains after',
      'A TWAP (time-weighted  average price).'.replace('  ', ' '),
      'A TWAP (time-weighted average price).',
    ],
    [
      'has nothing to say of a name that is its own abbreviation',
      'A DAO.',
      'A DAO.',
    ],
  ] as const) {
    it(why, async () => {
      const {text, after: undone} = await expandedIn(before);
      expect(text).to.equal(after);
      expect(undone).to.equal(before);
    });
  }

  it('expands once per page, not per section', async () => {
    const {text} = await expandedIn(
      '<section>IV</section><section>IV</section>',
    );
    expect(text).to.equal('IV (implied Volatility)IV');
  });
});
