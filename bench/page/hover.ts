/**
 * The page on which a pointer opens cards: tips, or the floor, of which the
 * first is pointed at. All delays are 0, and the data is in hand.
 */
import '../../src/define/term-tip.js';
import {timing} from '../../src/elements/term-tip/timing.js';
import {setMeanings} from './floor-tip.js';
import {syntheticGlossary} from './glossary.js';
import {idleDone, watchIdle} from './idle.js';
import {frame, painted} from './painted.js';
import {textOfWords} from './words.js';

export type Variant = 'term-tip' | 'floor-tip';

/** What happened between a pointer that came to a word and its card on screen. */
export interface Sample {
  /** Frames, with the one in which the card is painted. */
  readonly frames: number;
  /** Milliseconds, from the time of the event. */
  readonly ms: number;
}

/** Terms of the glossary; the tips of a long page share them. */
const TERMS = 100;

/** Frames after which no card will come. */
const PATIENCE = 300;

watchIdle();
for (const name of ['request', 'show', 'grace', 'warm', 'crossing'] as const)
  timing[name] = 0;

const glossary = syntheticGlossary(TERMS);
const {terms} = glossary;
const meanings = new Map(
  terms.map((term) => [term.id, 'summary' in term ? term.summary : '']),
);
setMeanings(meanings);

const wordOf = (name: Variant, index: number): Element => {
  const tip = document.createElement(name);
  const {id} = terms[index % TERMS]!;
  tip.setAttribute('term', id);
  tip.textContent = `word${index}`;
  return Object.assign(tip, {glossary});
};

/** What the open card shows; the sentence is what both have. */
const shownText = (): string | undefined => {
  const card = document.querySelector('term-tip-card, aside');
  if (!card?.matches(':popover-open')) return undefined;
  const {width, height} = card.getBoundingClientRect();
  return width && height ? (card.shadowRoot ?? card).textContent : undefined;
};

let opened: Promise<Sample> | undefined;

/** Called by the program that drives the browser. */
const bench = {
  /** Fills the page. @returns Where the words to be pointed at are. */
  async prepare(
    name: Variant,
    count: number,
    targets: number,
  ): Promise<readonly {readonly x: number; readonly y: number}[]> {
    const main = document.createElement('main');
    main.append(textOfWords(count, (index) => wordOf(name, index)));
    document.body.append(main);
    await idleDone();
    await painted();
    return [...main.querySelectorAll(name)].slice(0, targets).map((tip) => {
      const {left, top, width, height} = tip.getBoundingClientRect();
      return {x: left + width / 2, y: top + height / 2};
    });
  },

  /** Begins to wait for a pointer, and for the card of the word that it comes to. */
  watch(name: Variant): void {
    opened = new Promise((resolve, reject) => {
      const heard = (event: PointerEvent) => {
        const {target, timeStamp} = event;
        if (!(target instanceof Element) || !target.matches(name)) return;
        removeEventListener('pointerover', heard, true);
        const id = target.getAttribute('term') ?? '';
        const summary = meanings.get(id)!;
        void (async () => {
          for (let frames = 1; frames < PATIENCE; frames++) {
            // Before the frame is painted: a card that comes after this is in the next one.
            await frame();
            const isThere = shownText()?.includes(summary);
            await new Promise((next) => setTimeout(next));
            if (!isThere) continue;
            resolve({frames, ms: performance.now() - timeStamp});
            return;
          }
          reject(new Error(`No card for ${id}`));
        })();
      };
      addEventListener('pointerover', heard, true);
    });
  },

  /** Settles when the card is painted. */
  opened: (): Promise<Sample> | undefined => opened,

  /** Settles when no card is open. */
  async closed(): Promise<void> {
    while (shownText() !== undefined) await frame();
    await painted();
  },
};

export type Bench = typeof bench;
Object.assign(globalThis, {bench});
