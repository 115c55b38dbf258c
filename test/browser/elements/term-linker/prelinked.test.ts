import {expect} from '@open-wc/testing';
import {linkerWith, shows, wrapped} from './support.js';

const tip = (term: string, words: string, addition = '') =>
  `<term-tip term="${term}" data-linked="${words.length}"><a href="/${term}" data-term-link>${words}</a>${addition}</term-tip>`;

/** Without what a tip adds to itself when it is ready. */
const bare = ({innerHTML}: Element) =>
  innerHTML.replaceAll(
    / (?:tabindex|role|aria-haspopup|aria-expanded|data-traces|data-linked)="[^"]*"/g,
    '',
  );

describe('<term-linker> on a page that has been prerendered', () => {
  it('shows what it would show of the text alone', async () => {
    const plain =
      '<p>An option, an option <b>or a premium</b>.</p><h2>On</h2><p>TWAP, an option.</p>';
    const prelinked = `<p>An ${tip('option', 'option')}, an option <b>or a ${tip('premium', 'premium')}</b>.</p><h2>On</h2><p>${tip('twap', 'TWAP', ' (time-weighted average price)')}, an ${tip('option', 'option')}.</p>`;
    const settings = {expand: true};
    const live = await linkerWith(plain, settings);
    const taken = await linkerWith(prelinked, settings);
    expect(bare(taken)).to.equal(bare(live));
    expect(wrapped(taken)).to.have.length(4);
    live.remove();
    taken.remove();
    await new Promise((next) => setTimeout(next));
    expect(taken.innerHTML).to.equal(plain);
  });

  it('leaves tips of the author as they are', async () => {
    const own = '<term-tip term="option">option</term-tip>';
    const linker = await linkerWith(`<p>An ${own}, a premium.</p>`);
    expect(shows(linker)).to.deep.equal(['premium']);
    expect(bare(linker)).to.include(own);
  });

  it('paints them where words are painted', async () => {
    const linker = await linkerWith(`<p>An ${tip('option', 'option')}.</p>`, {
      mode: 'highlight',
    });
    expect(linker.innerHTML).to.equal('<p>An option.</p>');
    expect(shows(linker)).to.deep.equal(['option']);
  });
});
