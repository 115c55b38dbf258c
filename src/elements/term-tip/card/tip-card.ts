import {render, type TemplateResult} from 'lit';
import {whenReady} from '../../../glossary/awaitable.js';
import type {Locale} from '../../../glossary/locale/locale.js';
import type {Entry} from '../../../glossary/source.js';
import {preferences} from '../../../page/preferences/preferences.js';
import {adoptOnce} from '../../../page/adopt-once.js';
import {languageOf} from '../../../page/language.js';
import {followLocales, localeFor} from '../../../page/locale.js';
import {markMade} from '../../../page/host-traces/remains.js';
import {tokens} from '../../../page/tokens.styles.js';
import type {LookUp} from '../anchor.js';
import type {CardController, CardSubject} from '../card-contract.js';
import {tipCardStyles} from './card.styles.js';
import {cardTemplate} from './card-template.js';
import {CardNews} from './card-news.js';
import {type CardActions, entryOf} from './card-view.js';
import {SheetGestures} from './sheet-gestures.js';

/** What is on screen or on its way there, and how it differs from what was opened. */
interface Place extends Partial<Omit<CardSubject, 'answer'>> {
  readonly answer: LookUp;
  /** The entry that the reader went on to; absent for what the words themselves name. */
  readonly id?: string;
}

/** Where the reader came from, and by which link. */
interface Step {
  readonly place: Place;
  readonly id: string;
}

/**
 * The content of the one card of a document: an entry, a choice, or the reason
 * that there is no entry; related entries and the way back; and the reader's
 * settings. It neither positions nor shows itself.
 *
 * Its `element` is `<term-tip-card>`, in the body or in the dialog that the
 * words are in, and dispatches `card-change` when its content changed.
 *
 * @element term-tip-card
 * @slot header - Above everything.
 * @slot value - In place of the live value.
 * @slot summary - In place of the summary.
 * @slot after - Below the entry.
 * @slot foot - At the beginning of the last line.
 * @csspart card - The background with its frame.
 * @csspart back - The button to the entry before.
 * @csspart close - The button that closes a sheet, or a card that was opened by a press.
 * @csspart name - The term itself.
 * @csspart original - The name in the glossary's own language; with `bilingual`.
 * @csspart kind - What sort of entry it is.
 * @csspart value - The host's live value with its label.
 * @csspart summary - The clean sentence.
 * @csspart deprecated - Says that the term is no longer used.
 * @csspart figure - The picture with its caption.
 * @csspart image - The picture.
 * @csspart caption - The caption of the picture.
 * @csspart meta - Review date.
 * @csspart related - Related terms, which open in the same card.
 * @csspart choice - The entries of one name.
 * @csspart retry - The button that loads the entry again.
 * @csspart stale - The date of the offline copy that is shown.
 * @csspart foot - The last line.
 * @csspart open - The link to the entry's page.
 * @csspart link - The author's own link, where it leads elsewhere.
 * @csspart know - The button that marks the term as known.
 * @csspart settings - The button to the reader's settings, and the settings.
 * @cssprop [--term-tip-width=23.5em] - Width of the card.
 * @cssprop [--term-tip-font-size] - Size of its text; by default a little less than that of the page.
 */
export class TipCard {
  readonly element: HTMLElement;
  readonly #root: ShadowRoot;
  /** Set by `open`, which is called before anything else. */
  #subject!: CardSubject;
  #place: Place = {answer: LOADING};
  #history: Step[] = [];
  readonly #news = new CardNews(() => {
    if (this.element.isConnected) this.#render();
  });
  #gestures: SheetGestures | undefined;
  /** The reader is at the settings: what they look like. */
  #settings: ((locale: Locale) => TemplateResult) | undefined;

  constructor(
    document: Document,
    readonly controller: CardController,
  ) {
    this.element = markMade(document.createElement('term-tip-card'));
    this.#root = this.element.attachShadow({mode: 'open'});
    for (const styles of [tokens, tipCardStyles]) adoptOnce(this.#root, styles);
    const showAgain = () => {
      if (this.element.isConnected) this.#show();
    };
    preferences.addEventListener('change', showAgain);
    followLocales(showAgain);
  }

  /** Whether it is a sheet at the bottom of the screen. */
  get sheet(): boolean {
    return this.element.hasAttribute('sheet');
  }

  set sheet(sheet: boolean) {
    this.element.toggleAttribute('sheet', sheet);
  }

  /** Whether it stays until the reader closes it, and has a button for that. */
  pinned = false;

  /** The entry that is on screen. */
  get entry(): Entry | undefined {
    return entryOf(this.#place);
  }

  /** Shows an answer, and forgets where the reader has been. */
  open(subject: CardSubject): void {
    this.#subject = subject;
    this.element.replaceChildren(...subject.slotted);
    this.#news.begin(subject.answer);
    this.update(subject.answer);
  }

  /** It is on screen: as a sheet it makes the page behind it inert. */
  present(): void {
    if (!this.sheet) return;
    this.#dialog.showModal();
    this.#gestures = new SheetGestures(this.#dialog, () => {
      this.controller.close();
    });
  }

  /** It is about to leave the screen, or to be what it was not. */
  withdraw(): void {
    this.#news.end();
    this.#gestures?.end();
    if (this.sheet) this.#dialog.close();
  }

  /** The answer for the same words has come. */
  update(answer: LookUp): void {
    this.#history = [];
    this.#settings = undefined;
    this.#place = {answer};
    this.#show();
    this.#top();
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
    this.#top();
    this.#root.querySelector('dfn')?.focus({preventScroll: true});
  }

  readonly #actions: CardActions = {
    follow: (event, {id, name, url}) => {
      const {metaKey, ctrlKey, shiftKey, altKey} = event as MouseEvent;
      if (metaKey || ctrlKey || shiftKey || altKey) return;
      event.preventDefault();
      this.#history.push({place: this.#place, id});
      this.#look({id, title: name, href: url, value: undefined});
    },
    choose: (entry) => {
      const place = this.#place;
      this.#history.push({place, id: entry.term.id});
      this.#place = {...place, answer: {status: 'found', entries: [entry]}};
      this.#show();
      this.focus();
    },
    back: () => {
      const step = this.#settings ? undefined : this.#history.pop();
      if (step) this.#place = step.place;
      this.#settings = undefined;
      this.#show();
      const selector = step
        ? `[data-id="${CSS.escape(step.id)}"]`
        : '[part="settings"]';
      const link = this.#root.querySelector<HTMLElement>(selector);
      if (link) link.focus();
      else this.focus();
    },
    close: () => {
      this.controller.close();
    },
    retry: () => {
      if (this.#place.id === undefined) this.controller.retry();
      else this.#look(this.#place);
    },
    know: (id, knows) => {
      if (knows) preferences.know(id);
      else preferences.forget(id);
    },
    settings: () => {
      const place = this.#place;
      void import('../../term-settings/settings-template.js').then(
        (settings) => {
          if (this.#place !== place) return; // the reader has gone on
          adoptOnce(this.#root, settings.settingsStyles);
          this.#settings = settings.settingsTemplate;
          this.#show();
          this.focus();
        },
        () => undefined, // the next press tries again
      );
    },
  };

  /** Goes to a place whose answer has not arrived yet. */
  #look(to: Omit<Place, 'answer'>): void {
    const place = (this.#place = {...to, answer: LOADING});
    this.#show();
    this.focus();
    void whenReady(this.controller.lookUp(to.id!), (answer) => {
      if (this.#place !== place) return; // the reader has gone elsewhere
      this.#place = {...place, answer};
      this.#show();
    });
  }

  /** A reader whose link or button is gone goes on from the name. */
  #show(): void {
    const {activeElement} = this.#root;
    this.#news.follow(this.#place.answer);
    this.#render();
    if (activeElement?.isConnected === false) this.focus();
    this.element.dispatchEvent(new Event('card-change'));
  }

  get #dialog(): HTMLDialogElement {
    return this.#root.querySelector('dialog')!;
  }

  #top(): void {
    this.#dialog.scrollTo(0, 0);
  }

  #render(): void {
    const locale = localeFor(languageOf(this.element));
    const view = {
      ...this.#subject,
      ...this.#place,
      isSheet: this.sheet,
      isPinned: this.pinned,
      hasBack: this.#history.length > 0 || this.#settings !== undefined,
      locale,
      news: this.#news.in(locale),
      settings: this.#settings?.(locale),
    };
    render(cardTemplate(view, this.#actions), this.#root);
  }
}

const LOADING: LookUp = {status: 'loading'};
