import {expect, oneEvent} from '@open-wc/testing';
import {TermLinker} from '../../../../src/elements/term-linker/term-linker.js';
import {makerOf} from '../../../../src/elements/term-tip/tip-maker.js';
import type {TermErrorEvent} from '../../../../src/page/events.js';
import {until, watchRejections} from '../../support/page.js';
import {
  glossary,
  linked,
  linkerWith,
  painted,
  place,
  quiet,
  showing,
  shows,
  wrapped,
} from './support.js';

describe('<term-linker> in the page of a host', () => {
  describe('that was saved as HTML and put back', () => {
    const text = '<p>An option, TWAP.</p>';

    for (const [name, putBack] of [
      [
        'as a whole',
        (linker: TermLinker) => {
          const box = linker.parentElement!;
          box.innerHTML = `${box.innerHTML}`;
          return box.querySelector('term-linker')!;
        },
      ],
      [
        'as a clone',
        (linker: TermLinker) => {
          const clone = linker.cloneNode(true) as TermLinker;
          linker.replaceWith(clone);
          return clone;
        },
      ],
      [
        'inside of the linker',
        (linker: TermLinker) => {
          linker.innerHTML = `${linker.innerHTML}`;
          return linker;
        },
      ],
    ] as const) {
      it(`takes its tips for its own, ${name}`, async () => {
        const settings = {expand: true};
        const first = await linkerWith(text, settings);
        expect(wrapped(first)).to.have.length(2);
        const linker = putBack(first);
        Object.assign(linker, {glossary, ...settings});
        await until(
          () =>
            wrapped(linker).length === 2 &&
            [...linker.querySelectorAll('term-tip')].every(
              (tip) => makerOf(tip) === linker,
            ),
          'tips of the linker',
        );
        await showing(linker, ['option', 'TWAP']);
        expect(wrapped(linker)).to.have.length(2);
        linker.remove();
        await quiet();
        expect(linker.innerHTML).to.equal(text);
      });
    }
  });

  describe('that takes away what is painted', () => {
    const paint = () =>
      linkerWith('<p>An option, a premium.</p>', {mode: 'highlight'});

    it('paints it again', async () => {
      const linker = await paint();
      CSS.highlights.clear();
      expect(painted(linker)).to.deep.equal([]);
      await until(() => painted(linker).length === 2, 'two painted words');
    });

    it('goes on painting where it was', async () => {
      const linker = await paint();
      CSS.highlights.delete('term-mention');
      linker.querySelector('p')!.append(' A strike price.');
      await until(() => painted(linker).length === 3, 'three painted words');
    });

    const hasSheet = () =>
      document.adoptedStyleSheets.some(({cssRules}) =>
        [...cssRules].some(({cssText}) => cssText.includes('::highlight')),
      );

    it('has its style sheet again', async () => {
      await paint();
      document.adoptedStyleSheets = [];
      await until(hasSheet, 'the style sheet of mentions');
    });

    it('has its style sheet only as long as something is painted', async () => {
      const linker = await paint();
      expect(hasSheet()).to.equal(true);
      linker.remove();
      await until(() => !hasSheet(), 'no style sheet of mentions');
      await paint();
      expect(hasSheet()).to.equal(true);
    });
  });

  describe('whose release has replaced its files', () => {
    it('reports that, and tries again when the page is online again', async () => {
      let loads = 0;
      const load = TermLinker.load;
      class Late extends TermLinker {
        static override load = () =>
          ++loads === 1 ? Promise.reject(new TypeError('404')) : load();
      }
      customElements.define('term-linker-late', Late);
      const rejections = watchRejections();
      const linker = new Late();
      Object.assign(linker, {glossary, innerHTML: '<p>An option.</p>'});
      const error = oneEvent(linker, 'term-error');
      place('').append(linker);
      const {code} = (await error) as Event as TermErrorEvent;
      expect(code).to.equal('part');
      expect(linker.matches(':state(error)')).to.equal(true);
      const done = linked(linker);
      dispatchEvent(new Event('online'));
      await done;
      expect(shows(linker)).to.deep.equal(['option']);
      expect(linker.matches(':state(error)')).to.equal(false);
      expect(rejections.seen).to.deep.equal([]);
      rejections.stop();
    });
  });

  describe('where another reader wants the text', () => {
    for (const markup of [
      '<p>$$New\\ option = option \\times 2$$</p>',
      '<p>\\(option + premium\\)</p>',
      '<p>{{ option.premium }}</p>',
      '<div role="code">option</div>',
      '<div class="monaco-editor"><div class="view-line">option</div></div>',
      '<div class="cm-editor"><div>option</div></div>',
      '<div role="slider" aria-valuenow="1">option</div>',
    ])
      it(`leaves ${markup} alone`, async () => {
        const linker = await linkerWith(`${markup}<p>A premium.</p>`);
        expect(shows(linker)).to.deep.equal(['premium']);
        expect(linker.innerHTML.startsWith(markup)).to.equal(true);
      });
  });
});
