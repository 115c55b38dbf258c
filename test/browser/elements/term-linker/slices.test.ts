import {expect} from '@open-wc/testing';
import {inSlices} from '../../../../src/elements/term-linker/slices.js';
import {SLICE, workInSlices} from '../../../../src/glossary/slices.js';

const SLICES = 6;

/** Work of several slices. */
function* longWork(): Generator<undefined, string> {
  for (let slice = 0; slice < SLICES; slice++) {
    const start = performance.now();
    while (performance.now() - start <= SLICE);
    yield undefined;
  }
  return 'done';
}

/** Counts the turns that a task of the page has, one queued after the other. */
const turnsDuring = async (work: () => Promise<unknown>): Promise<number> => {
  const {port1, port2} = new MessageChannel();
  let turns = 0;
  port1.onmessage = () => {
    turns++;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  await work();
  port1.close();
  return turns;
};

describe('work in slices', () => {
  for (const [name, run] of [
    ['of the glossary', () => workInSlices(longWork())],
    [
      'of the linker',
      async () =>
        (await inSlices(longWork(), new AbortController().signal))?.value,
    ],
  ] as const) {
    it(`leaves other tasks of the page a turn: ${name}`, async () => {
      let result: unknown;
      const turns = await turnsDuring(async () => {
        result = await run();
      });
      expect(result).to.equal('done');
      expect(turns).to.be.at.least(SLICES - 1);
    });
  }

  it('does short work at once', () => {
    let isDone = false;
    void workInSlices(
      (function* (): Generator<void, void> {
        yield;
        isDone = true;
      })(),
    );
    expect(isDone).to.equal(true);
  });
});
