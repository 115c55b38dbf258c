import {html, type TemplateResult} from 'lit';
import type {Locale} from '../../glossary/locale/locale.js';
import type {Entry} from '../../glossary/source.js';
import {announce} from '../../page/announce.js';
import {GlossaryElement} from '../../page/glossary-element.js';
import {GlossaryQuery} from '../../page/glossary-query.js';
import {LocaleController} from '../../page/locale.js';
import {LaterPart} from '../../page/later-part.js';
import {setState} from '../../page/states.js';
import {StructuredDataController} from '../../page/structured-data-controller.js';
import {tokens} from '../../page/tokens.styles.js';
import {frameStyles} from '../term-figure/frame.styles.js';
import {cardKey, cardRequest} from './card-content.js';
import {entryTemplate} from './entry-template.js';
import {cardStyles, entryStyles} from './term-card.styles.js';

/**
 * Shows one glossary entry.
 *
 * The author's own markup stays on screen while the entry loads, when the term
 * is unknown, and when loading fails: a page never gets worse for embedding us.
 * The entry's `DefinedTerm` is in the page's structured data while the card is.
 *
 * @element term-card
 * @slot - Fallback content, usually the term and a link to its page.
 * @fires {TermLoadEvent} term-load - The entry is on screen.
 * @fires {TermErrorEvent} term-error - There is no entry to show; `code` says why.
 * @csspart entry - The whole entry.
 * @csspart original - The name in the glossary's own language; with `bilingual`.
 * @csspart stale - The date of the offline copy that is shown.
 * @csspart name - The term itself, a heading.
 * @csspart kind - What sort of entry it is.
 * @csspart deprecated - Says that the term is no longer used.
 * @csspart summary - The clean sentence.
 * @csspart definition - The longer text.
 * @csspart meta - Dates, author and difficulty.
 * @csspart figure - The picture, or the drawn figure, with its caption.
 * @csspart image - The picture.
 * @csspart caption - The caption of the picture, or of the figure.
 * @csspart figure-data - The description and the numbers of a drawn figure, on demand.
 * @csspart more - The lines below the rule.
 * @csspart related - Related terms.
 * @csspart sources - Sources.
 * @cssprop [--term-card-width=44rem] - Maximum width.
 * @cssprop [--term-figure-height=16rem] - Height of a drawn figure.
 * @cssprop [--term-card-reserve=11rem] - Space reserved for a card whose entry arrives later.
 * @cssstate loading - The entry is being loaded.
 * @cssstate late - The data was not there at once, and its space is still reserved.
 * @cssstate stale - An offline copy is shown, because the glossary could not be loaded.
 * @cssstate missing - The glossary has no such entry.
 * @cssstate error - The glossary could not be loaded.
 * @cssstate eager - One of the first cards of the page, which the browser always renders.
 */
export class TermCard extends GlossaryElement {
  static override styles = [tokens, entryStyles, frameStyles, cardStyles];

  static override properties = {
    term: {},
  };

  /** Id, former id or address of the entry to show. */
  term = '';

  readonly #entry = new GlossaryQuery<Entry>(this, {
    key: () => cardRequest(this),
    content: () => cardKey(this),
    ask: (source, signal) => source.entry(this.term, signal),
    answered: (answer) => {
      announce(this, this.term, answer);
    },
  });

  readonly #locale = new LocaleController(this, () => !!this.term);

  constructor() {
    super();
    new StructuredDataController(this, () => this.#entry.value, nodes);
  }

  /** @internal */
  get locale(): Locale {
    return this.#locale.current;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (cards++ < EAGER_CARDS) setState(this, 'eager', true);
  }

  override render(): TemplateResult {
    const entry = this.#entry.value;
    return entry ? entryTemplate(entry, this) : renderFallback();
  }
}

/**
 * The browser learns only in its second frame which cards are on screen, and a
 * card that gets its height then moves what is below. So the first cards of a
 * page are always rendered.
 */
const EAGER_CARDS = 20;

let cards = 0;

const nodes = new LaterPart(() => import('./card-nodes.js'));

const renderFallback = () => html`<div class="fallback"><slot></slot></div>`;
