import {renderStreamMessage, session} from '@hotwired/turbo';
import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {Idiomorph} from 'idiomorph';
import morphdom from 'morphdom';
import type {TermLinker} from '../../../../src/elements/term-linker/term-linker.js';
import * as react from '../../../fixtures/react.js';
import * as vue from '../../../fixtures/vue.js';
import {until} from '../../support/page.js';
import {glossaryOf, linkerWith, quiet, wrapped} from './support.js';

session.drive = false;

/** Waits until the linker has read the page after all that was done before. */
const settled = async (linker: TermLinker): Promise<void> => {
  const marker = document.createElement('p');
  marker.textContent = 'An option.';
  linker.append(marker);
  await until(() => wrapped(marker).length, 'a pass of the linker');
  marker.remove();
};

/** A linker around one element, and the same element without a linker. */
const pageWith = async (
  markup: string,
  settings: Partial<TermLinker> = {},
): Promise<{linker: TermLinker; page: HTMLElement}> => {
  const linker = await linkerWith(`<main>${markup}</main>`, {
    first: 'all',
    ...settings,
  });
  return {linker, page: linker.querySelector('main')!};
};

const libraries = {
  idiomorph: (page: Element, html: string) => {
    Idiomorph.morph(page, html, {morphStyle: 'innerHTML'});
  },
  morphdom: (page: Element, html: string) => {
    morphdom(page, `<main>${html}</main>`);
  },
  Turbo: async (page: Element, html: string) => {
    page.id = 'page';
    renderStreamMessage(
      `<turbo-stream action="update" method="morph" target="page"><template>${html}</template></turbo-stream>`,
    );
    await until(() => page.innerHTML.includes('data-served'), 'the stream');
  },
  'innerHTML =': (page: Element, html: string) => {
    page.innerHTML = html;
  },
} as const;

const MARK = '<i data-served></i>';

/** A page, and what a server sends of it later. */
const PATCHES = [
  [
    '<p>The strike price <!-- later: <em>rose</em> -->again, and again.</p>',
    '<p>The strike price <em>rose</em> again, and again.</p>',
  ],
  [
    '<p>The strike price rose, and an option fell, and a premium too.</p>',
    '<p>The strike price <b>and</b> a premium <b>and</b> an option fell.</p>',
  ],
  ['<p>option</p>', '<p>An option and <b>more</b> of an option</p>'],
  [
    '<p>An option <b>here</b>, a premium there.</p>',
    '<p>An option, a premium there.</p>',
  ],
  [
    '<p>An option, a premium.</p><p>A premium.</p>',
    '<p>A premium.</p><p>An option, a premium.</p>',
  ],
  ['<p>An option, a premium.</p>', '<p>An </p>'],
  ['<p>An option, a premium.</p>', '<p>, a </p>'],
  [
    '<p>An option.</p>',
    '<p><term-tip term="option" data-linked="6">option</term-tip>.</p>',
  ],
] as const;

for (const [name, patch] of Object.entries(libraries)) {
  describe(`<term-linker> and ${name}`, () => {
    for (const [before, after] of PATCHES) {
      it(`show ${after} after ${before}`, async () => {
        const {linker, page} = await pageWith(before);
        await patch(page, after + MARK);
        const served = document.createElement('main');
        served.innerHTML = after;
        await settled(linker);
        expect(page.textContent).to.equal(served.textContent);
        linker.remove();
        await quiet(0);
        expect(page.textContent).to.equal(served.textContent);
      });
    }
  });
}

const WRITES = [
  'An option at 5.',
  'An option at 6.',
  'A premium.',
  '',
  'option',
  'An option, a premium, an option.',
] as const;

describe('<term-linker> and text that a framework owns', () => {
  it('shows what React has written', async () => {
    const {linker, page} = await pageWith('<div></div>', {frameworks: 'wrap'});
    const root = react.createRoot(page.firstElementChild!);
    const {createElement: e} = react;
    for (const text of WRITES) {
      react.flushSync(() => {
        root.render(
          e('p', null, text, ' Then: ', text || null, e('b', null, text)),
        );
      });
      await settled(linker);
      expect(page.textContent).to.equal(`${text} Then: ${text}${text}`);
    }
    root.unmount();
    await settled(linker);
    expect(page.textContent).to.equal('');
  });

  it('shows what Vue has written', async () => {
    const {linker, page} = await pageWith('<div></div>', {frameworks: 'wrap'});
    const state = vue.reactive({text: ''});
    const {h} = vue;
    const app = vue.createApp({
      render: () =>
        h('p', [
          state.text,
          state.text.length % 2 ? h('b', state.text) : null,
          ' Then.',
        ]),
    });
    app.mount(page.firstElementChild!);
    for (const text of WRITES) {
      state.text = text;
      await vue.nextTick();
      await settled(linker);
      expect(page.textContent).to.equal(
        `${text}${text.length % 2 ? text : ''} Then.`,
      );
    }
    app.unmount();
    await settled(linker);
    expect(page.textContent).to.equal('');
  });

  it('moves it with the node that a framework moves', async () => {
    const {linker, page} = await pageWith('<p></p><p></p>', {
      frameworks: 'wrap',
    });
    const [from, to] = page.querySelectorAll('p');
    const text = new Text('An option, a premium.');
    Object.assign(text, {__vnode: {}});
    from!.append(text);
    await settled(linker);
    expect(wrapped(page)).to.deep.equal(['option', 'premium']);
    to!.append(text);
    await settled(linker);
    expect(from!.textContent).to.equal('');
    expect(to!.textContent).to.equal('An option, a premium.');
  });
});

describe('<term-linker> leaves to the page', () => {
  const start = async (markup = '<p>An option, a premium here.</p>') => {
    const {linker, page} = await pageWith(markup);
    const p = page.querySelector('p')!;
    const end = async () => {
      await settled(linker);
      const text = page.textContent;
      linker.remove();
      await quiet(0);
      expect(page.textContent).to.equal(text);
      return text;
    };
    return {page, p, head: p.firstChild as Text, end};
  };

  it('a part that it has moved out of the linker', async () => {
    const {p, end} = await start();
    const elsewhere = document.createElement('p');
    const tail = p.lastChild as Text;
    elsewhere.append(tail);
    expect(await end()).to.equal('An option, a premium');
    expect(elsewhere.firstChild).to.equal(tail);
    expect(tail.data).to.equal(' here.');
  });

  it('a part that it has written to, as the node that it is', async () => {
    const {p, head, end} = await start();
    const tail = p.lastChild as Text;
    head.data = 'An option rose, ';
    tail.data = ' and fell.';
    expect(await end()).to.include(' and fell.');
    expect(tail.parentNode).to.equal(p);
    expect(tail.data).to.equal(' and fell.');
  });

  it('text whose node it has moved to another document', async () => {
    const {head, end} = await start();
    const other = document.implementation.createHTMLDocument();
    other.body.append(head);
    expect(await end()).to.equal('');
    expect(other.body.textContent).to.equal('An option, a premium here.');
  });

  it('text whose node it takes out and puts back later', async () => {
    const {p, head, end} = await start();
    p.replaceChildren();
    p.append(head);
    expect(await end()).to.equal('An option, a premium here.');
  });

  it('text that it has joined to the text before', async () => {
    const {p, end} = await start('<p>An option, a premium here.</p>');
    p.prepend('Well, ');
    p.normalize();
    expect(await end()).to.equal('Well, An option, a premium here.');
    expect(p.childNodes).to.have.length(1);
  });

  it('words that it has marked in a part', async () => {
    const {p, head, end} = await start('<p>So an option, a premium.</p>');
    const mark = document.createElement('mark');
    const an = head.splitText(3);
    an.splitText(2);
    an.replaceWith(mark);
    mark.append(an);
    expect(await end()).to.equal('So an option, a premium.');
    expect(p.querySelector('mark')!.textContent).to.equal('an');
  });

  it('what is selected and deleted', async () => {
    const {p, head, end} = await start();
    const range = document.createRange();
    range.setStart(head, 0);
    range.setEnd(p.querySelector('term-tip')!.firstChild!, 2);
    range.deleteContents();
    expect(await end()).to.equal('tion, a premium here.');
  });

  it('a text that it has written into the full name', async () => {
    const linker = await linkerWith('<p>A TWAP here.</p>', {expand: true});
    const addition = linker.querySelector('term-tip')!.lastChild as Text;
    expect(addition.data).to.equal(' (time-weighted average price)');
    addition.data = ' (mean)';
    linker.remove();
    await quiet(0);
    expect(linker.textContent).to.equal('A TWAP (mean) here.');
  });

  for (const [words, expected] of [
    ['options of all sorts', 'An options of all sorts.'],
    ['future', 'An future.'],
    ['option (what it is)', 'An option.'],
  ] as const) {
    it(`"${words}" in a tip of the server`, async () => {
      const linker = await linkerWith(
        `<p>An <term-tip term="option" data-linked="6">${words}</term-tip>.</p>`,
      );
      expect(linker.textContent).to.equal(expected);
    });
  }
});

describe('<term-linker> on a page that changes as it likes', () => {
  const NAMES = ['alpha', 'beta', 'gamma ray'];
  const terms = glossaryOf('Option', ...NAMES);

  const word = fc.constantFrom(...NAMES, 'delta', 'so', 'on');
  const sentence = fc
    .tuple(fc.boolean(), fc.array(word, {minLength: 1, maxLength: 5}))
    .map(([isPlain, parts]) => `${isPlain ? 'So ' : ''}${parts.join(' ')}.`);
  const paragraph = fc.array(sentence, {minLength: 1, maxLength: 2});

  /** The nodes that a page has references to. */
  interface PageNodes {
    readonly texts: Text[];
    readonly elements: readonly HTMLElement[];
  }

  const beginsWithName = ({data}: Text) =>
    NAMES.some((name) => data.startsWith(name));

  /** What a page does; `plain` is the text as it would be without a linker. */
  interface Edit {
    readonly name: string;
    /** The page looks at its nodes, or makes others of them. */
    readonly looks?: true;
    readonly run: (
      nodes: PageNodes,
      at: {text: number; element: number},
      words: string,
      plain: Text,
    ) => void;
  }

  const pick = <T>(from: readonly T[], index: number): T =>
    from[index % from.length]!;

  const EDITS: readonly Edit[] = [
    {
      name: 'writes',
      // Like neither the text nor its beginning: what it is like has tests of its own.
      run: ({texts}, {text}, words) => {
        pick(texts, text).data = `New ${words}!`;
      },
    },
    {
      name: 'moves',
      run: ({texts, elements}, at) => {
        pick(elements, at.element).append(pick(texts, at.text));
      },
    },
    {
      name: 'removes',
      // A node that is empty may have been swept away as well.
      run: ({texts}, {text}, _, plain) => {
        if (!beginsWithName(plain)) pick(texts, text).remove();
      },
    },
    {
      name: 'replaces',
      run: ({texts}, {text}, words, plain) => {
        if (!beginsWithName(plain)) pick(texts, text).replaceWith(words);
      },
    },
    {
      name: 'adds after',
      run: ({texts}, {text}, words) => {
        const b = document.createElement('b');
        b.append(words);
        pick(texts, text).after(b);
      },
    },
    {
      name: 'adds before',
      run: ({texts}, {text}, words) => {
        pick(texts, text).before(words);
      },
    },
    {
      name: 'puts beside another',
      run: ({texts}, {text, element}) => {
        const [one, other] = [pick(texts, text), pick(texts, element)];
        if (one !== other) one.after(other);
      },
    },
    {
      name: 'splits',
      looks: true,
      run: ({texts}, {text}, _, plain) => {
        if (!/^So /.test(plain.data)) return;
        texts.push(pick(texts, text).splitText(2));
      },
    },
    {
      name: 'empties',
      run: ({elements}, {element}) => {
        pick(elements, element).replaceChildren();
      },
    },
    {
      name: 'sets the text of an element',
      run: ({elements}, {element}, words) => {
        pick(elements, element).textContent = words;
      },
    },
    {
      name: 'moves all children',
      looks: true,
      run: ({elements}, {element, text}) => {
        const [from, to] = [pick(elements, element), pick(elements, text)];
        if (from !== to) to.append(...from.childNodes);
      },
    },
    {
      name: 'clones',
      looks: true,
      run: ({elements}, {element}) => {
        const from = pick(elements, element);
        from.after(from.cloneNode(true));
      },
    },
    {
      name: 'writes its own HTML',
      looks: true,
      run: ({elements}, {element}) => {
        const at = pick(elements, element);
        at.innerHTML = `${at.innerHTML}`;
      },
    },
  ];

  const nodesOf = (page: HTMLElement): PageNodes => {
    const elements = [...page.querySelectorAll('p')];
    const texts = elements.flatMap(({childNodes}) => [...childNodes] as Text[]);
    return {texts, elements};
  };

  it('shows the text as if it was not there', async function () {
    this.timeout(150_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(paragraph, {minLength: 1, maxLength: 3}),
        fc.array(
          fc.record({
            edit: fc.constantFrom(...EDITS),
            at: fc.record({text: fc.nat(5), element: fc.nat(5)}),
            words: sentence,
            waits: fc.boolean(),
          }),
          {minLength: 1, maxLength: 7},
        ),
        fc.boolean(),
        async (paragraphs, edits, normalizes) => {
          const build = () => {
            const main = document.createElement('main');
            for (const texts of paragraphs) {
              const p = document.createElement('p');
              p.append(...texts);
              main.append(p);
            }
            return main;
          };
          const plain = build();
          const page = build();
          const linker = await linkerWith('An option.', {
            glossary: terms,
            first: 'all',
          });
          const [ours, theirs] = [nodesOf(page), nodesOf(plain)];
          linker.append(page);
          await settled(linker);
          for (const {edit, at, words, waits} of edits) {
            if (edit.looks) await settled(linker);
            const text = pick(theirs.texts, at.text);
            edit.run(ours, at, words, new Text(text.data));
            edit.run(theirs, at, words, new Text(text.data));
            if (!waits && !edit.looks) continue;
            await settled(linker);
            expect(page.textContent, edit.name).to.equal(plain.textContent);
          }
          await settled(linker);
          if (normalizes) {
            page.normalize();
            await settled(linker);
          }
          expect(page.textContent).to.equal(plain.textContent);
          linker.remove();
          await quiet(0);
          expect(page.textContent).to.equal(plain.textContent);
        },
      ),
      {numRuns: 150},
    );
  });
});
