import {html, nothing, type TemplateResult} from 'lit';
import {whenReady} from '../../glossary/awaitable.js';
import type {Locale} from '../../glossary/locale/locale.js';
import type {Entry} from '../../glossary/source.js';
import type {Figure} from '../../glossary/types.js';
import {announce} from '../../page/announce.js';
import {GlossaryElement} from '../../page/glossary-element.js';
import {GlossaryQuery} from '../../page/glossary-query.js';
import {LocaleController} from '../../page/locale.js';
import {tokens} from '../../page/tokens.styles.js';
import {drawnFigure} from './drawn-figure.js';
import {figureKey, figureLanguage, figureRequest} from './figure-content.js';
import {frameStyles} from './frame.styles.js';
import {figureStyles} from './term-figure.styles.js';

/**
 * Draws a figure from data: that of an entry, or one that the page gives.
 *
 * It is an SVG that fits every width, with a text alternative and a table made
 * from the same numbers. The code that draws is loaded by the first figure on a
 * page. Until then, and if the figure cannot be drawn, the author's markup
 * stays.
 *
 * @element term-figure
 * @slot - Fallback content, usually a picture or a link.
 * @fires {TermLoadEvent} term-load - The entry of the figure is there.
 * @fires {TermErrorEvent} term-error - There is no figure to show; `code` says why.
 * @csspart figure - The drawing with its caption.
 * @csspart caption - The caption.
 * @csspart figure-data - The description and the numbers, on demand.
 * @cssprop [--term-figure-width=44rem] - Maximum width.
 * @cssprop [--term-figure-height=16rem] - Height of the drawing.
 * @cssstate loading - The entry is being loaded.
 * @cssstate late - The data was not there at once; reserved space stays reserved.
 * @cssstate stale - An offline copy is shown, because the glossary could not be loaded.
 * @cssstate missing - The glossary has no such entry, or it has no figure.
 * @cssstate error - The glossary could not be loaded.
 * @omits heading-level images bilingual structured-data
 */
export class TermFigure extends GlossaryElement {
  static override styles = [tokens, frameStyles, figureStyles];

  static override properties = {
    term: {},
    figure: {type: Object},
  };

  /** Id, former id or address of the entry whose figure to show. */
  term = '';

  /** The figure itself, in the place of one from a glossary; as an attribute JSON. */
  figure: Figure | undefined = undefined;

  readonly #entry = new GlossaryQuery<Entry>(this, {
    key: () => figureRequest(this),
    content: () => figureKey(this),
    ask: (source, signal) =>
      whenReady(source.entry(this.term, signal), (entry) =>
        entry?.term.figure ? entry : undefined,
      ),
    answered: (answer) => {
      announce(this, this.term, answer);
    },
  });

  readonly #locale = new LocaleController(
    this,
    () => !!(this.figure ?? this.term),
  );

  /** Why the figure is not drawn. */
  #error: unknown;
  #announced: unknown;

  /** @internal */
  get locale(): Locale {
    return this.#locale.current;
  }

  override render(): TemplateResult {
    const entry = this.#entry.value;
    const figure = this.figure ?? entry?.term.figure;
    this.#error = undefined;
    if (!figure) return FALLBACK;
    try {
      const language = figureLanguage(entry) ?? this.locale.language;
      const drawn = drawnFigure(figure, language, this);
      return drawn === nothing ? FALLBACK : (drawn as TemplateResult);
    } catch (error) {
      this.#error = error;
      return FALLBACK;
    }
  }

  protected override updated(): void {
    const error = this.#error;
    // Each failure once, however often the element is updated meanwhile.
    if (error === this.#announced) return;
    this.#announced = error;
    if (error) announce(this, this.term || 'figure', {status: 'failed', error});
  }
}

const FALLBACK = html`<slot></slot>`;
