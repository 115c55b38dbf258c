import type {Term} from '../../glossary/types.js';
import {markMade} from '../../page/host-traces/remains.js';
import {languageOf} from '../../page/language.js';
import {localeFor} from '../../page/locale.js';
import type {TipAnchor} from './anchor.js';
import {TipRequest} from './request.js';
import {tipAnchor} from './tip-anchor.js';

const requests = new WeakMap<object, TipRequest>();

/** The term of a tip, as far as it is known now; what is not is asked for. */
const termOf = (anchor: TipAnchor): Term | undefined => {
  let request = requests.get(anchor.key);
  if (
    request?.reference !== anchor.reference ||
    request.answer.status === 'failed'
  )
    requests.set(
      anchor.key,
      (request = new TipRequest(anchor, () => undefined)),
    );
  const {answer} = request;
  return answer.status === 'found' ? answer.entries[0]!.term : undefined;
};

/**
 * On paper no card opens: tips become numbered notes, with their summaries at
 * the end of the document. Printing does not wait, so there are notes for data
 * in memory only; the rest is requested, for when the page is printed again.
 */
export const printNotes = (
  roots: () => Iterable<Document | ShadowRoot>,
): void => {
  let undo: (() => void)[] = [];

  const addNotes = () => {
    removeNotes();
    const numbers = new Map<string, number>();
    const list = document.createElement('ol');
    for (const root of roots()) {
      for (const tip of root.querySelectorAll<HTMLElement>('term-tip')) {
        const term = termOf(tipAnchor(tip));
        if (!term) continue;
        let number = numbers.get(term.id);
        if (!number) {
          numbers.set(term.id, (number = numbers.size + 1));
          const item = document.createElement('li');
          const name = document.createElement('b');
          name.textContent = term.name;
          item.append(name, ` ${term.summary}`);
          list.append(item);
        }
        tip.dataset.note = String(number);
        undo.push(() => delete tip.dataset.note);
      }
    }
    if (!numbers.size) return;
    const notes = markMade(document.createElement('section'));
    notes.className = 'term-notes';
    const language = languageOf(document.documentElement);
    const {strings, english} = localeFor(language);
    notes.ariaLabel = strings.notes;
    if (english.has('notes')) {
      notes.lang = 'en';
      list.lang = language;
    }
    notes.append(list);
    document.body.append(notes);
    undo.push(() => {
      notes.remove();
    });
  };

  const removeNotes = () => {
    for (const step of undo) step();
    undo = [];
  };

  addEventListener('beforeprint', addNotes);
  addEventListener('afterprint', removeNotes);
};
