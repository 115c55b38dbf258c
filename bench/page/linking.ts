/** The page on which mentions are shown: a long text, and the ways to show what is found in it. */
import Mark from 'mark.js';
import '../../src/define/term-linker.js';
import type {TermLinkEvent} from '../../src/elements/term-linker/link-event.js';
import type {Glossary} from '../../src/glossary/types.js';
import {createMatcher} from '../../src/matching/matcher.js';
import {matchingInput} from './matching.js';
import {painted} from './painted.js';

export interface Shown {
  readonly wall: number;
  readonly count: number;
}

export type Variant = 'highlight' | 'ranges' | 'wrap' | 'links' | 'mark';

/** Terms of the glossary, and texts in which they are named about 9,000 times. */
const TERMS = 1000;
const TEXTS = 7000;

const input = matchingInput(TERMS, {texts: TEXTS});
const {texts, vocabularies} = input;
const matcher = createMatcher(vocabularies);
const places = texts.map((text) => matcher.find(text));
const mentions = places.reduce((sum, {length}) => sum + length, 0);
const names = vocabularies.flatMap(({terms}) => terms.map(({name}) => name));
const glossary: Glossary = {
  format: 1,
  name: 'Synthetic Glossary',
  language: 'en',
  terms: names.map((name, index) => ({id: `t${index}`, name, summary: ''})),
};

let main = document.createElement('main');
let nodes: readonly Text[] = [];

const linked = (mode: 'highlight' | 'wrap'): Promise<number> => {
  const linker = document.createElement('term-linker');
  Object.assign(linker, {mode, glossary, for: 'main', first: 'all'});
  const done = new Promise<number>((resolve) => {
    linker.addEventListener(
      'term-link',
      ({shown}: TermLinkEvent) => {
        resolve(shown);
      },
      {once: true},
    );
  });
  document.body.append(linker);
  return done;
};

const link = (text: Text): void => {
  const element = document.createElement('a');
  element.href = '#';
  text.replaceWith(element);
  element.append(text);
};

/** Shows all mentions. @returns How many. */
type Show = () => number | Promise<number>;

const variants: Readonly<Record<Variant, Show>> = {
  highlight: () => linked('highlight'),
  wrap: () => linked('wrap'),
  ranges() {
    const ranges = nodes.flatMap((node, index) =>
      places[index]!.map(
        ({start, end}) =>
          new StaticRange({
            startContainer: node,
            startOffset: start,
            endContainer: node,
            endOffset: end,
          }),
      ),
    );
    CSS.highlights.set('floor', new Highlight(...ranges));
    return ranges.length;
  },
  links() {
    let count = 0;
    for (const [index, node] of nodes.entries()) {
      for (const {start, end} of places[index]!.toReversed()) {
        const words = node.splitText(start);
        words.splitText(end - start);
        link(words);
        count++;
      }
    }
    return count;
  },
  mark() {
    const pattern = names
      .toSorted((a, b) => b.length - a.length)
      .map((name) => name.replace(/[^\p{L}\p{N}\p{M} ]/gu, String.raw`\$&`))
      .join('|');
    return new Promise((done) => {
      new Mark(main).markRegExp(new RegExp(pattern, 'gi'), {done});
    });
  },
};

/** Called by the program that drives the browser. */
const bench = {
  mentions,
  units: texts.reduce((sum, {length}) => sum + length, 0),

  /** The text as it was, painted, and nobody who looks at it. */
  async clear(): Promise<void> {
    document.querySelector('term-linker')?.remove();
    CSS.highlights.delete('floor');
    await painted();
    main.remove();
    main = document.createElement('main');
    nodes = texts.map((text) => document.createTextNode(text));
    for (const node of nodes) {
      const paragraph = document.createElement('p');
      paragraph.append(node);
      main.append(paragraph);
    }
    document.body.prepend(main);
    await painted();
    globalThis.gc?.();
    await painted();
  },

  /**
   * Shows all mentions.
   *
   * @returns Milliseconds until they are painted, and how many there are.
   * @throws {Error} If there are others than there should be.
   */
  async show(variant: Variant): Promise<Shown> {
    const start = performance.now();
    performance.mark('linking-start');
    const count = await variants[variant]();
    await painted();
    performance.mark('linking-end');
    // Others have other rules for what is a word.
    if (variant !== 'mark' && count !== mentions)
      throw new Error(`${variant}: ${count} mentions in place of ${mentions}`);
    return {wall: performance.now() - start, count};
  },
};

export type Bench = typeof bench;
Object.assign(globalThis, {bench});

const style = new CSSStyleSheet();
style.replaceSync('::highlight(floor) { text-decoration: underline dotted }');
document.adoptedStyleSheets.push(style);
