import {langMark, textLanguage} from '../../../glossary/language-tags.js';
import type {Locale} from '../../../glossary/locale/locale.js';
import type {StringName} from '../../../glossary/locale/locale-strings.js';
import type {LookUp} from '../anchor.js';
import {timing} from '../timing.js';
import {entryOf, type News} from './card-view.js';

/**
 * What a card says of itself while it is open (WCAG 2.2, 4.1.3): that it is
 * still loading, and what has come in the end. What was there when the reader
 * came is not news, and nothing is news twice.
 */
export class CardNews {
  #last: LookUp | undefined;
  #name: StringName | undefined;
  #isEntry = false;
  #timer = 0;

  /** @param changed Called when there is news without another reason to render. */
  constructor(readonly changed: () => void) {}

  /** A card comes with this answer. */
  begin(answer: LookUp): void {
    this.#last = undefined;
    this.follow(answer);
  }

  /** The card has come to another answer. */
  follow(answer: LookUp): void {
    const last = this.#last;
    this.#last = answer;
    if (last && keyOf(last) === keyOf(answer)) return;
    clearTimeout(this.#timer);
    this.#name = undefined;
    this.#isEntry = false;
    if (answer.status === 'loading') {
      this.#timer = window.setTimeout(() => {
        this.#name = 'loading';
        this.changed();
      }, timing.announce);
    } else if (!last) {
      return;
    } else if (entryOf({answer})) {
      this.#isEntry = true;
    } else {
      this.#name = answer.status === 'found' ? 'choose' : answer.status;
    }
  }

  /** Nobody is there to hear it. */
  end(): void {
    clearTimeout(this.#timer);
  }

  /** The news, in the language that it is in. */
  in({language, strings, english}: Locale): News | undefined {
    const name = this.#name;
    if (name)
      return {
        text: strings[name],
        language: english.has(name) ? 'en' : undefined,
      };
    const entry = this.#isEntry ? entryOf({answer: this.#last!}) : undefined;
    return (
      entry && {
        text: entry.term.summary,
        language: langMark(textLanguage(entry, 'summary'), language),
      }
    );
  }
}

/** Two answers with the same key are the same to a reader. */
const keyOf = (answer: LookUp): string =>
  answer.status === 'found'
    ? answer.entries.map(({term}) => term.id).join(' ')
    : `(${answer.status})`;
