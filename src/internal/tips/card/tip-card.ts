import {render, type TemplateResult} from 'lit';
import {whenReady, type Entry} from '../../../glossary/source.js';
import {preferences} from '../../../preferences.js';
import {adoptOnce} from '../../adopt-once.js';
import {tokens} from '../../tokens.styles.js';
import type {LookUp} from '../anchor.js';
import type {CardOwner, CardSubject} from '../card-contract.js';
import {tipCardStyles} from './card.styles.js';
import {cardTemplate} from './card-template.js';
import {type CardActions, entryOf} from './card-view.js';

/** Where the reader came from, and by which link. */
interface Step {
  readonly answer: LookUp;
  readonly id: string;
}

/**
 * What is inside the one card of a document: an entry, a choice, or why there
 * is none; the way to related entries and back; and what the reader can say of
 * cards. It neither places nor shows itself.
 *
 * Its `element` is `<term-tip-card>`, in the body or in the dialog that the
 * words are in, and dispatches `card-change` when its content changed.
 *
 * @slot header - Above everything.
 * @slot value - In place of the live value.
 * @slot summary - In place of the summary.
 * @slot after - Below the entry.
 * @slot foot - At the beginning of the last line.
 * @csspart card - The ground with its frame.
 * @csspart name - The term itself.
 * @csspart kind - What sort of entry it is.
 * @csspart value - The host's live value with its label.
 * @csspart summary - The clean sentence.
 * @csspart deprecated - Says that the term is no longer used.
 * @csspart figure - The picture with its caption; `image`, `caption`.
 * @csspart meta - Review date and sources.
 * @csspart related - Related terms, which open in the same card.
 * @csspart choice - The entries of one name.
 * @csspart foot - The last line; `open`, `link` (the author's own), `know`, `settings`.
 * @csspart back - Goes back to the entry before; `close` closes a sheet.
 * @cssprop [--term-tip-width=22rem] - Width of the card.
 * @cssprop [--term-tip-font-size=0.9375rem] - Size of its text.
 */
export class TipCard {
  readonly element: HTMLElement;
  readonly #root: ShadowRoot;
  #subject: CardSubject = NOTHING;
  #answer: LookUp = LOADING;
  #history: Step[] = [];
  /** The reader is at the settings: what they look like. */
  #settings: (() => TemplateResult) | undefined;

  constructor(
    document: Document,
    readonly owner: CardOwner,
  ) {
    this.element = document.createElement('term-tip-card');
    this.#root = this.element.attachShadow({mode: 'open'});
    for (const styles of [tokens, tipCardStyles]) adoptOnce(this.#root, styles);
    preferences.addEventListener('change', () => {
      if (this.element.isConnected) this.#show();
    });
  }

  /** Whether it is a sheet at the bottom of the screen. */
  get sheet(): boolean {
    return this.element.hasAttribute('sheet');
  }

  set sheet(sheet: boolean) {
    this.element.toggleAttribute('sheet', sheet);
  }

  /** The entry that is on screen. */
  get entry(): Entry | undefined {
    return entryOf({answer: this.#answer});
  }

  /** What a screen reader says of the words. */
  get summary(): string {
    return this.entry?.term.summary ?? '';
  }

  /** Shows an answer, and forgets where the reader has been. */
  open(subject: CardSubject): void {
    this.#subject = subject;
    this.element.replaceChildren(...subject.slotted);
    this.update(subject.answer);
  }

  /** The answer for the same words has come. */
  update(answer: LookUp): void {
    this.#history = [];
    this.#settings = undefined;
    this.#answer = answer;
    this.#show();
    this.#root.querySelector('.card')?.scrollTo(0, 0);
  }

  /** The host has a new value; the size of the card stays. */
  setValue(value: string | undefined, valueLabel: string | undefined): void {
    const isSame =
      (value === undefined) === (this.#subject.value === undefined);
    this.#subject = {...this.#subject, value, valueLabel};
    if (isSame) this.#render();
    else this.#show();
  }

  /** Takes a reader who comes by keyboard or finger to the name of the term. */
  focus(): void {
    this.#root.querySelector<HTMLElement>('dfn')?.focus({preventScroll: true});
  }

  readonly #actions: CardActions = {
    follow: (event, id) => {
      const {metaKey, ctrlKey, shiftKey, altKey} = event as MouseEvent;
      if (metaKey || ctrlKey || shiftKey || altKey) return;
      event.preventDefault();
      const from = this.#answer;
      this.#go(LOADING, id);
      const arrive = (answer: LookUp) => {
        // Unless the reader has gone elsewhere meanwhile.
        if (this.#answer !== LOADING || this.#history.at(-1)?.answer !== from)
          return;
        this.#answer = answer;
        this.#show();
        this.focus();
      };
      void whenReady(this.owner.lookUp(id), arrive);
    },
    choose: (entry) => {
      this.#go({status: 'found', entries: [entry]}, entry.term.id);
      this.focus();
    },
    back: () => {
      const step = this.#settings ? undefined : this.#history.pop();
      if (step) this.#answer = step.answer;
      this.#settings = undefined;
      this.#show();
      const selector = step
        ? `[data-id="${CSS.escape(step.id)}"]`
        : '[part="settings"]';
      const link = this.#root.querySelector<HTMLElement>(selector);
      if (link) link.focus({preventScroll: true});
      else this.focus();
    },
    close: () => {
      this.owner.close();
    },
    retry: () => {
      this.owner.retry();
    },
    know: (id, knows) => {
      if (knows) preferences.know(id);
      else preferences.forget(id);
    },
    settings: () => {
      const answer = this.#answer;
      void import('./settings-template.js').then((settings) => {
        if (this.#answer !== answer) return; // the reader has gone on
        adoptOnce(this.#root, settings.settingsStyles);
        this.#settings = settings.settingsTemplate;
        this.#show();
        this.focus();
      });
    },
  };

  #go(answer: LookUp, id: string): void {
    this.#history.push({answer: this.#answer, id});
    this.#answer = answer;
    this.#show();
  }

  #show(): void {
    this.#render();
    this.element.dispatchEvent(new Event('card-change'));
  }

  #render(): void {
    const view = {
      ...this.#subject,
      answer: this.#answer,
      isSheet: this.sheet,
      hasBack: this.#history.length > 0 || this.#settings !== undefined,
      settings: this.#settings?.(),
    };
    render(cardTemplate(view, this.#actions), this.#root);
  }
}

const LOADING: LookUp = {status: 'loading'};

const NOTHING: CardSubject = {
  title: '',
  answer: LOADING,
  value: undefined,
  valueLabel: undefined,
  href: undefined,
  images: '',
  slotted: [],
};
