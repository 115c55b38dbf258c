import {expect} from '@open-wc/testing';
import type {TermLinker} from '../../../../src/elements/term-linker/term-linker.js';
import {until, whenBuilt} from '../../support/page.js';
import {linked, place} from './support.js';

/** A glossary of so many terms, in files; `t7` is called as `nameOf(7)`. */
const SRC = '/built/20000/manifest.json';

const SYLLABLES = ['ka', 'so', 'mi', 'te', 'ru', 'na', 'lo', 've', 'pi', 'du'];

const nameOf = (number: number) =>
  `${[...String(number % 997)].map((digit) => SYLLABLES[Number(digit)]).join('')} name ${number}`;

/** Files of the glossary that the page has asked for, each as often as it did. */
const asked = (): readonly string[] =>
  performance
    .getEntriesByType('resource')
    .map(({name}) => new URL(name).pathname)
    .filter((path) => path.startsWith('/built/'));

const NUMBERS = Array.from({length: 30}, (_, index) => index * 601 + 7);

const idsOf = ({mentions}: TermLinker) => mentions.flatMap(({ids}) => ids);

let sources = 0;

const linkerOf = async (
  markup: string,
  mode: TermLinker['mode'],
): Promise<TermLinker> => {
  const linker = document.createElement('term-linker');
  // Another address for each test: what was loaded is remembered.
  Object.assign(linker, {src: `${SRC}?${++sources}`, mode});
  linker.innerHTML = markup;
  const done = linked(linker);
  place('').append(linker);
  await done;
  return linker;
};

describe('a linker with a glossary that is too large to list its words', () => {
  before(whenBuilt(SRC));

  beforeEach(() => {
    performance.clearResourceTimings();
  });

  for (const mode of ['wrap', 'highlight'] as const) {
    it(`links what the page names, from few files, and what comes later: ${mode}`, async () => {
      const text = NUMBERS.map((number) => `<p>Of ${nameOf(number)}, say.</p>`);
      const linker = await linkerOf(text.join(''), mode);
      expect(idsOf(linker)).to.deep.equal(
        NUMBERS.map((number) => `t${number}`),
      );

      const files = asked();
      expect(files.length, files.join('\n')).to.be.within(2, 60);
      expect(new Set(files).size).to.equal(files.length);

      const later = document.createElement('p');
      later.textContent = `Now ${nameOf(12_345)} too.`;
      linker.append(later);
      await until(() => idsOf(linker).includes('t12345'), 'the later text');
      expect(idsOf(linker)).to.have.length(NUMBERS.length + 1);

      later.firstChild!.textContent = `Rather ${nameOf(54)}.`;
      await until(() => idsOf(linker).includes('t54'), 'the changed text');
      expect(idsOf(linker)).not.to.include('t12345');

      const before = asked().length;
      const same = document.createElement('p');
      same.textContent = `Again ${nameOf(54)}, in another section.`;
      const section = document.createElement('section');
      section.append(same);
      const done = linked(linker);
      linker.append(section);
      await done;
      await until(
        () => idsOf(linker).filter((id) => id === 't54').length === 2,
        'what is known already',
      );
      expect(asked().length).to.equal(before);
    });
  }

  it('does not link a part of a name that goes on in the next element', async () => {
    const [whole, first] = [nameOf(700), nameOf(7)];
    const linker = await linkerOf(
      `<p>${first}</p><p>${whole.slice(0, -3)}<b>${whole.slice(-3)}</b></p>`,
      'highlight',
    );
    expect(idsOf(linker)).to.deep.equal(['t7']);
  });
});
