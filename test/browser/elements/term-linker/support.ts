import {fixtureCleanup, oneEvent} from '@open-wc/testing';
import '../../../../src/define/term-linker.js';
import type {TermLinkEvent} from '../../../../src/elements/term-linker/link-event.js';
import type {TermLinker} from '../../../../src/elements/term-linker/term-linker.js';
import type {Term} from '../../../../src/glossary/types.js';
import {until} from '../../support/page.js';

export const glossaryOf = (
  ...terms: readonly (string | (Partial<Term> & Pick<Term, 'id' | 'name'>))[]
) => ({
  format: 1 as const,
  name: 'Example',
  language: 'en',
  terms: terms.map((term) =>
    typeof term === 'string'
      ? {
          id: term.toLowerCase().replaceAll(' ', '-'),
          name: term,
          summary: `What ${term} means.`,
        }
      : {summary: `What ${term.name} means.`, ...term},
  ),
});

export const glossary = glossaryOf('Strike price', 'Option', 'Premium', {
  id: 'twap',
  name: 'Time-weighted average price',
  abbreviation: 'TWAP',
});

let places: HTMLElement[] = [];

/**
 * A place in the page for one test, filled as a page is that has no framework.
 */
export const place = (markup: string): HTMLElement => {
  const box = document.createElement('div');
  box.innerHTML = markup;
  document.body.append(box);
  places.push(box);
  return box;
};

afterEach(() => {
  for (const box of places) box.remove();
  places = [];
  fixtureCleanup();
});

/** The next event that says that a linker is done; to be asked for before what causes it. */
export const linked = (linker: EventTarget): Promise<TermLinkEvent> =>
  oneEvent(linker, 'term-link') as Promise<Event> as Promise<TermLinkEvent>;

/** A linker around markup, when it has looked through it. */
export const linkerWith = async (
  markup: string,
  settings: Partial<TermLinker> = {},
): Promise<TermLinker> => {
  const linker = document.createElement('term-linker');
  Object.assign(linker, {glossary, ...settings});
  linker.innerHTML = markup;
  const done = linked(linker);
  place('').append(linker);
  await done;
  return linker;
};

/** The words in tips, in the order of the page. */
export const wrapped = (root: ParentNode): string[] =>
  [...root.querySelectorAll('term-tip')].map(({textContent}) => textContent);

/** The words that are painted, in the order in which they have been. */
export const painted = (root: Node = document): string[] => {
  const words: string[] = [];
  for (const range of CSS.highlights.get('term-mention') ?? []) {
    if (
      !range.startContainer.isConnected ||
      !root.contains(range.startContainer)
    )
      continue;
    const live = new Range();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    words.push(live.toString());
  }
  return words;
};

export const shows = (linker: TermLinker): string[] =>
  linker.mentions.map(({text}) => text);

/** Waits until a linker shows these words. */
export const showing = (linker: TermLinker, words: readonly string[]) =>
  until(
    () => shows(linker).join('|') === words.join('|'),
    `${words.join(', ')} on screen`,
  );

/** Waits until nothing is left to be done: the page is idle, twice. */
export const quiet = async (ms = 60): Promise<void> => {
  await new Promise((next) => setTimeout(next, ms));
};
