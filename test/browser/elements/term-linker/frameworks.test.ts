import {expect} from '@open-wc/testing';
import type {TermLinker} from '../../../../src/elements/term-linker/term-linker.js';
import * as react from '../../../fixtures/react.js';
import * as vue from '../../../fixtures/vue.js';
import {until} from '../../support/page.js';
import {glossary, linked, painted, place, quiet, wrapped} from './support.js';

const WORDS = ['option', 'strike price', 'premium', 'TWAP', 'delta', 'a', '7'];

/** The same numbers for the same seed. */
const random = (seed: number) => {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

/** What an app shows: rows that come, go, move and change. */
interface Row {
  readonly key: number;
  readonly label: string;
  readonly value: string;
}

const rowsAt = (step: number): readonly Row[] => {
  const pick = random(step + 1);
  const word = () => WORDS[pick(WORDS.length)]!;
  return Array.from({length: 3 + pick(8)}, () => ({
    key: pick(20),
    label: `${word()} and ${word()}`,
    value: word(),
  })).filter(
    ({key}, index, all) => all.findIndex((row) => row.key === key) === index,
  );
};

/** Makes and redraws the same page with a framework. */
interface App {
  draw(step: number): void | Promise<void>;
  end(): void;
}

const {createElement: e} = react;

const reactApp =
  (isStrict: boolean) =>
  (box: Element): App => {
    const root = react.createRoot(box);
    const page = (step: number) =>
      e(
        'div',
        null,
        e(
          'p',
          null,
          step % 2 ? 'Of a premium. ' : null,
          'An option at step ',
          step,
          ', a ',
          WORDS[step % 7],
          '.',
        ),
        step % 3 ? e('p', {key: 'x'}, `The premium is ${step}.`) : null,
        e(
          'ul',
          null,
          rowsAt(step).map(({key, label, value}) =>
            e('li', {key}, label, ': ', e('b', null, value)),
          ),
        ),
      );
    return {
      draw(step) {
        react.flushSync(() => {
          root.render(
            isStrict ? e(react.StrictMode, null, page(step)) : page(step),
          );
        });
      },
      end: () => {
        root.unmount();
      },
    };
  };

const vueApp = (box: Element): App => {
  const state = vue.reactive({step: 0});
  const {h} = vue;
  const app = vue.createApp({
    render: () =>
      h('div', [
        h('p', [
          state.step % 2 ? 'Of a premium. ' : null,
          'An option at step ',
          state.step,
          ', a ',
          WORDS[state.step % 7],
          '.',
        ]),
        state.step % 3 ? h('p', `The premium is ${state.step}.`) : null,
        h(
          'ul',
          rowsAt(state.step).map(({key, label, value}) =>
            h('li', {key}, [label, ': ', h('b', value)]),
          ),
        ),
      ]),
  });
  app.mount(box);
  return {
    async draw(step) {
      state.step = step;
      await vue.nextTick();
    },
    end: () => {
      app.unmount();
    },
  };
};

const apps = [
  ['React', reactApp(false)],
  ['React, strict', reactApp(true)],
  ['Vue', vueApp],
] as const;

/** What a linker that has never seen the page before paints in it. */
const paintedAfresh = async (
  root: Element,
  settings: Partial<TermLinker>,
): Promise<readonly string[]> => {
  const copy = place('');
  const linker = document.createElement('term-linker');
  Object.assign(linker, {glossary, mode: 'highlight', ...settings});
  // As the nodes are: React and Vue leave several texts beside each other.
  linker.append(...[...root.childNodes].map((node) => node.cloneNode(true)));
  const done = linked(linker);
  copy.append(linker);
  await done;
  const words = painted(linker);
  copy.remove();
  await quiet(0);
  return words;
};

const faults: unknown[] = [];
const note = (event: ErrorEvent | PromiseRejectionEvent) => {
  faults.push('reason' in event ? event.reason : event.message);
};
const said = console.error;

before(() => {
  addEventListener('error', note);
  addEventListener('unhandledrejection', note);
  console.error = (...words: unknown[]) => {
    faults.push(words);
  };
});

after(() => {
  removeEventListener('error', note);
  removeEventListener('unhandledrejection', note);
  console.error = said;
});

beforeEach(() => {
  faults.length = 0;
});

const linkerAround = async (
  settings: Partial<TermLinker>,
): Promise<{linker: TermLinker; box: HTMLElement}> => {
  const linker = document.createElement('term-linker');
  Object.assign(linker, {glossary, ...settings});
  const box = document.createElement('div');
  linker.append(box);
  const done = linked(linker);
  place('').append(linker);
  await done;
  return {linker, box};
};

for (const [name, start] of apps) {
  describe(`<term-linker> and ${name}`, () => {
    for (const first of ['section', 'all'] as const) {
      it(`paint what is redrawn 300 times, first="${first}"`, async () => {
        const {linker, box} = await linkerAround({mode: 'highlight', first});
        const app = start(box);
        for (let step = 0; step < 300; step++) {
          await app.draw(step);
          // Sometimes several times before the browser paints, sometimes not.
          if (step % 7 === 0)
            await new Promise((next) => requestAnimationFrame(next));
          if (step % 50) continue;
          const wanted = await paintedAfresh(linker, {first});
          const listed = () => linker.mentions.map(({text}) => text);
          // What has only moved is painted already, and listed after that.
          await until(
            () =>
              [...painted(linker)].sort().join() ===
                [...wanted].sort().join() && listed().join() === wanted.join(),
            `step ${step}: ${wanted.join()} and not ${painted(linker).join()}`,
          );
          expect(listed()).to.deep.equal(wanted);
        }
        app.end();
        await until(() => linker.mentions.length === 0, 'nothing painted');
        expect(painted(linker)).to.deep.equal([]);
        expect(faults).to.deep.equal([]);
      });
    }

    it('touch no node in highlight mode', async () => {
      const {linker, box} = await linkerAround({mode: 'highlight'});
      const app = start(box);
      await app.draw(1);
      await quiet();
      const records: MutationRecord[] = [];
      const observer = new MutationObserver((seen) => records.push(...seen));
      observer.observe(linker, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      });
      const before = painted(linker).length;
      linker.first = 'all';
      await until(() => painted(linker).length > before, 'more mentions');
      linker.remove();
      await quiet();
      expect(records).to.have.length(0);
      observer.disconnect();
      app.end();
    });

    it('leave each other alone in wrap mode', async () => {
      const {linker, box} = await linkerAround({});
      const own = document.createElement('p');
      own.textContent = 'The premium of the page itself.';
      linker.append(own);
      const app = start(box);
      for (let step = 0; step < 20; step++) {
        await app.draw(step);
        if (step % 5 === 0) await quiet(20);
      }
      await until(() => wrapped(own).join() === 'premium', 'the own text');
      expect(wrapped(box)).to.deep.equal([]);
      app.end();
      expect(faults).to.deep.equal([]);
    });

    it('share text when the author says so', async () => {
      const {linker, box} = await linkerAround({frameworks: 'wrap'});
      const app = start(box);
      await app.draw(1);
      await until(() => wrapped(box).length > 1, 'tips');
      for (let step = 2; step < 100; step++) {
        await app.draw(step);
        if (step % 4 === 0) await quiet(5);
      }
      const plain = place('');
      const other = start(plain);
      await other.draw(99);
      linker.remove();
      await quiet();
      expect(box.textContent).to.equal(plain.textContent);
      expect(wrapped(box)).to.deep.equal([]);
      app.end();
      other.end();
      expect(box.textContent).to.equal('');
      expect(faults).to.deep.equal([]);
    });
  });
}
