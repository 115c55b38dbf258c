import {type Awaitable, whenReady} from '../../glossary/awaitable.js';
import type {GlossarySource} from '../../glossary/source.js';
import type {Answer} from '../../page/glossary-query.js';
import {adoptOnce} from '../../page/adopt-once.js';
import {clearMarks, markEntry, markStyles} from '../../page/language-marks.js';
import {languageOf} from '../../page/language.js';
import {isSameAnswer} from '../../page/same-answer.js';
import {isBilingual} from '../../page/surroundings.js';
import type {LookUp} from './anchor.js';
import type {CardController} from './card-contract.js';
import type {CardDisplay} from './card-display.js';
import {printNotes} from './print-notes.js';
import type {TipsPage} from './tips.js';

/** What the open card is read from. */
interface CardData extends Pick<CardController, 'lookUp'> {
  readonly source: Awaitable<GlossarySource> | undefined;
}

/**
 * What a page needs of cards in addition to opening them, loaded after the
 * first touch: notes on paper, languages and the age of a copy, fresh data.
 */
export const enhanceCards = (
  page: TipsPage,
  display: CardDisplay,
  data: CardData,
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
    followSource(display, data, follower.signal);
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
  data: CardData,
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
  void whenReady(data.source!, (source) => {
    if (signal.aborted) return;
    const unwatch = source.watch?.(() => {
      void whenReady(data.lookUp(display.anchor!.reference), show);
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

/**
 * Says of the texts in the card which language they are in, where that is not
 * the language around the words, and how old an offline copy is.
 */
const markCard = ({anchor, element, entry}: CardDisplay): void => {
  const root = element.shadowRoot!;
  const card = root.querySelector('.card');
  if (!anchor || !card) return;
  const {context} = anchor;
  if (entry) {
    adoptOnce(root, markStyles);
    const around = languageOf(context);
    markEntry(card, entry, around, isBilingual(context));
  } else clearMarks(card);
};
