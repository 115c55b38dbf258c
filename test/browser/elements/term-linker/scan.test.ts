import {expect} from '@open-wc/testing';
import {
  BESIDE_SYNTAX,
  COUNTS,
  LEFT_ALONE,
  READ,
  SYNTAX,
  THREE_SECTIONS,
  WHOLE,
} from '../../../support/linker-texts.js';
import {until} from '../../support/page.js';
import {glossaryOf, linkerWith, painted, shows, wrapped} from './support.js';

const modes = ['wrap', 'highlight'] as const;

for (const mode of modes) {
  describe(`<term-linker mode="${mode}"> reads`, () => {
    for (const [where, markup] of READ) {
      it(where, async () => {
        const linker = await linkerWith(markup, {mode});
        expect(shows(linker)).to.deep.equal(['option']);
        if (mode === 'wrap') {
          expect(wrapped(linker)).to.deep.equal(['option']);
          expect(
            linker.querySelector('term-tip')!.getAttribute('term'),
          ).to.equal('option');
        } else expect(painted(linker)).to.deep.equal(['option']);
      });
    }
  });

  describe(`<term-linker mode="${mode}"> leaves alone`, () => {
    for (const markup of [
      ...LEFT_ALONE,
      ...SYNTAX.map((text) => `<p>${text}</p>`),
    ]) {
      it(markup, async () => {
        const linker = await linkerWith(`${markup}<p>A premium.</p>`, {
          mode,
          exclude: '.mine, #own',
        });
        expect(shows(linker)).to.deep.equal(['premium']);
        if (mode === 'highlight')
          expect(painted(linker)).to.deep.equal(['premium']);
      });
    }
  });

  describe(`<term-linker mode="${mode}"> takes words at the edge of a text as whole`, () => {
    for (const markup of [
      ...WHOLE,
      ...BESIDE_SYNTAX.map((text) => `<p>${text}</p>`),
      '<p><span class="block">un</span><span class="block">option</span></p>',
    ]) {
      it(markup, async () => {
        const style = '<style>.block { display: block }</style>';
        const linker = await linkerWith(style + markup, {mode});
        expect(shows(linker)).to.deep.equal(['option']);
      });
    }
  });
}

describe('<term-linker> links', () => {
  for (const [first, limit, count] of COUNTS) {
    it(`${count} of seven with first="${first}" limit="${limit}"`, async () => {
      const linker = await linkerWith(THREE_SECTIONS, {first, limit});
      expect(wrapped(linker)).to.have.length(count);
    });
  }

  it('the same again when what is asked for changes, and no more', async () => {
    const linker = await linkerWith(THREE_SECTIONS, {first: 'page'});
    const tip = linker.querySelector('term-tip');
    linker.first = 'all';
    await until(() => wrapped(linker).length === 7, 'all mentions');
    expect(linker.querySelector('term-tip')).to.equal(tip);
    linker.first = 'page';
    await until(() => wrapped(linker).length === 2, 'the first mentions');
    expect(linker.querySelector('term-tip')).to.equal(tip);
  });

  it('the longest name, and all meanings of one that is shared', async () => {
    const linker = await linkerWith('<p>The mark price of a mark.</p>', {
      glossary: glossaryOf(
        'Mark price',
        {id: 'mark-currency', name: 'Mark'},
        {id: 'mark-sign', name: 'Mark'},
      ),
    });
    expect(
      [...linker.querySelectorAll('term-tip')].map((tip) => [
        tip.getAttribute('term'),
        tip.textContent,
      ]),
    ).to.deep.equal([
      ['mark-price', 'mark price'],
      ['mark-currency mark-sign', 'mark'],
    ]);
  });

  it('words over several Text nodes when they are painted', async () => {
    const linker = await linkerWith('<p></p>', {mode: 'highlight'});
    const p = linker.querySelector('p')!;
    p.append('The str', document.createComment('x'), 'ike', ' ', 'price');
    await until(() => painted(linker).length, 'a painted mention');
    expect(painted(linker)).to.deep.equal(['strike price']);
  });

  it('Text nodes of one word as that word, when they are wrapped', async () => {
    const linker = await linkerWith('<p></p>');
    linker.querySelector('p')!.append('un', 'option', 'al and ', 'option', '!');
    await until(() => wrapped(linker).length, 'a tip');
    expect(wrapped(linker)).to.deep.equal(['option']);
  });
});
