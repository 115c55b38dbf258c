/** The page on which tips are made: ten thousand of one variant, in running text. */
import SlTooltip from '@shoelace-style/shoelace/dist/components/tooltip/tooltip.js';
import tippy, {delegate} from 'tippy.js';
import '../../src/define/term-tip.js';
import './floor-tip.js';
import {idleDone, watchIdle} from './idle.js';
import {painted} from './painted.js';
import {textOfWords} from './words.js';

export type Variant =
  'tips' | 'floor' | 'links' | 'tippy' | 'tippy-delegated' | 'shoelace';

watchIdle();

/** Words of the text, of which each tip has one. */
const wordOf = (index: number): string => `margin${index % 97}`;
const meaningOf = (index: number): string =>
  `What the word numbered ${index} means, in a sentence as long as those of a glossary are.`;

const element = (name: string, index: number): HTMLElement => {
  const made = document.createElement(name);
  made.textContent = wordOf(index);
  return made;
};

const focusable = (index: number): HTMLElement => {
  const made = element('span', index);
  made.setAttribute('tabindex', '0');
  made.setAttribute('data-meaning', meaningOf(index));
  return made;
};

const content = (reference: Element): string =>
  reference.getAttribute('data-meaning')!;

/** Puts so many words of a variant into an element. */
type Render = (main: HTMLElement, count: number) => unknown;

const renderers: Readonly<Record<Variant, Render>> = {
  tips(main, count) {
    const tip = (index: number) => {
      const made = element('term-tip', index);
      made.setAttribute('term', `term-${index}`);
      return made;
    };
    main.append(textOfWords(count, tip));
  },
  floor(main, count) {
    const tip = (index: number) => {
      const made = element('floor-tip', index);
      made.setAttribute('term', `term-${index}`);
      return made;
    };
    main.append(textOfWords(count, tip));
  },
  links(main, count) {
    const link = (index: number) => {
      const made = element('a', index);
      made.setAttribute('href', `#term-${index}`);
      return made;
    };
    main.append(textOfWords(count, link));
  },
  tippy(main, count) {
    main.append(textOfWords(count, focusable));
    tippy([...main.querySelectorAll('span')], {content});
  },
  'tippy-delegated'(main, count) {
    main.append(textOfWords(count, focusable));
    delegate(main, {target: 'span', content});
  },
  shoelace(main, count) {
    let last: SlTooltip | undefined;
    const tooltip = (index: number) => {
      const made = new SlTooltip();
      const word = element('span', index);
      word.setAttribute('tabindex', '0');
      made.content = meaningOf(index);
      made.append(word);
      return (last = made);
    };
    main.append(textOfWords(count, tooltip));
    return last?.updateComplete;
  },
};

let main = document.createElement('main');

/** Called by the program that drives the browser. */
const bench = {
  /** An empty page, and no rubbish from before. */
  async clear(): Promise<void> {
    main.remove();
    main = document.body.appendChild(document.createElement('main'));
    await painted();
    globalThis.gc?.();
    await painted();
  },

  /** Milliseconds until all is attached and laid out. */
  async attach(variant: Variant, count: number): Promise<number> {
    const start = performance.now();
    await renderers[variant](main, count);
    main.getBoundingClientRect();
    return performance.now() - start;
  },

  /** Settles when what was put off is done, and painted. @throws {Error} If tips cannot be focused then. */
  async settle(variant: Variant, count: number): Promise<void> {
    await idleDone();
    await painted();
    const {length} = main.querySelectorAll(
      variant === 'links' ? 'a[href]' : '[tabindex="0"]',
    );
    if (length !== count)
      throw new Error(`${variant}: ${length} of ${count} can be focused`);
  },
};

export type Bench = typeof bench;
Object.assign(globalThis, {bench});
