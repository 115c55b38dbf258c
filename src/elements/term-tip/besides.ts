/**
 * What a page needs of cards besides opening them, loaded after the first
 * touch: notes on paper, languages and the age of a copy, fresh data.
 */
import {type Awaitable, whenReady} from '../../glossary/awaitable.js';
import type {GlossarySource} from '../../glossary/source.js';
import type {Answer} from '../../page/glossary-query.js';
import {isSameAnswer} from '../../page/same-answer.js';
import type {LookUp} from './anchor.js';
import type {CardOwner} from './card-contract.js';
import type {CardDisplay} from './card-display.js';
import {markCard} from './mark-card.js';
import {printNotes} from './print-notes.js';
import type {TipsPage} from './tips.js';

/** Who opens cards, with what the open one is read from. */
interface Owner extends Pick<CardOwner, 'lookUp'> {
  readonly source: Awaitable<GlossarySource> | undefined;
}

export const addBesides = (
  page: TipsPage,
  display: CardDisplay,
  owner: Owner,
): void => {
  // A page that prints waits for nothing, so this is to be there before.
  printNotes(() => page.roots());
  const {element} = display;
  const mark = () => {
    markCard(display);
  };
  element.addEventListener('card-change', mark);
  let follower: AbortController | undefined;
  const end = () => {
    follower?.abort();
  };
  const follow = () => {
    end();
    follower = new AbortController();
    followSource(display, owner, follower.signal);
  };
  document.addEventListener('term-open', follow);
  document.addEventListener('term-close', end);
  if (!display.anchor) return;
  mark();
  follow();
};

/**
 * Shows what the glossary has newly received while a card is open: fresh data in place of
 * a copy, a layer that came late, what could not be loaded before. A reader who
 * has gone on to another entry is left there.
 */
const followSource = (
  display: CardDisplay,
  owner: Owner,
  signal: AbortSignal,
): void => {
  const {entry} = display;
  let last: Answer<unknown> = entry
    ? {status: 'found', value: [entry]}
    : {status: 'idle'};
  const show = (answer: LookUp) => {
    const next = answerOf(answer);
    const hasGoneOn = display.entry?.term.id !== entry?.term.id;
    if (signal.aborted || (entry && hasGoneOn) || isSameAnswer(next, last))
      return;
    last = next;
    display.update(answer);
  };
  void whenReady(owner.source!, (source) => {
    if (signal.aborted) return;
    const unwatch = source.watch?.(() => {
      void whenReady(owner.lookUp(display.anchor!.reference), show);
    });
    signal.addEventListener('abort', () => unwatch?.());
  });
};

const answerOf = (answer: LookUp): Answer<unknown> => {
  if (answer.status === 'found')
    return {status: 'found', value: answer.entries};
  if (answer.status === 'missing') return {status: 'missing', label: ''};
  return answer.status === 'failed' ? answer : {status: 'pending'};
};
