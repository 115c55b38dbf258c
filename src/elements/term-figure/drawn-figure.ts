import {type CSSResult, html, nothing, type TemplateResult} from 'lit';
import {langMark} from '../../glossary/language-tags.js';
import type {Locale} from '../../glossary/locale/locale.js';
import type {Figure} from '../../glossary/types.js';
import {warnOnce} from '../../glossary/warnings.js';
import {addStyle} from '../../page/element-styles.js';
import {loadPart, PartLoadError} from '../../glossary/load-part.js';
import {whenRetryMakesSense} from '../../page/use-part.js';
import {textOf} from '../../page/locale-text.js';
import type {Draw} from './drawn.js';

/** What shows a figure. */
export interface FigureHost {
  readonly locale: Locale;
  /** Draws at once, where a page is made before it is served. */
  readonly draw?: Draw | undefined;
  /** Called when the code that draws has loaded, or failed to. */
  requestUpdate?(): void;
  /** Where the figure is rendered, which takes the style sheet of the drawing. */
  readonly renderRoot?: Node | undefined;
}

let loaded: {readonly draw: Draw; readonly styles: CSSResult} | undefined;
let loading: Promise<void> | undefined;
/** Why the code that draws could not be loaded, until the next attempt. */
let failure: PartLoadError | undefined;
/** Hosts whose drawing waits for the code. */
const waiting = new Set<FigureHost>();

const updateWaiting = (): void => {
  const hosts = [...waiting];
  waiting.clear();
  for (const host of hosts) host.requestUpdate?.();
};

/** The code that draws: a chunk of its own, for few pages show a figure. */
export const drawing = {load: () => import('./drawn.js')};

const load = async (): Promise<void> => {
  try {
    const {drawFigure, drawingStyles} = await loadPart(drawing.load);
    loaded = {draw: drawFigure, styles: drawingStyles};
  } catch (error) {
    failure = error as PartLoadError;
    whenRetryMakesSense(() => {
      failure = undefined;
      updateWaiting();
    });
  }
  loading = undefined;
  updateWaiting();
};

/**
 * A figure with its caption, and its numbers on demand. The box of the drawing
 * has its height before the code is there, so that nothing moves.
 *
 * @param language Of the entry; numbers are written by it.
 * @throws {FigureError} If the figure cannot be drawn.
 * @throws {PartLoadError} If the code that draws could not be loaded; the host
 * is updated when another try makes sense.
 */
export const drawnFigure = (
  figure: Figure | undefined,
  language: string | undefined,
  host: FigureHost,
): TemplateResult | typeof nothing => {
  if (!figure) return nothing;
  const draw = host.draw ?? loaded?.draw;
  if (!draw) {
    waiting.add(host);
    if (failure) throw failure;
    loading ??= load();
  }
  if (loaded && host.renderRoot) addStyle(host.renderRoot, loaded.styles);
  const {graphic, data} = draw?.(figure, language) ?? {};
  const {locale} = host;
  // The texts of the drawing exist in English only.
  const around = locale.language || language;
  const lang = (around && langMark('en', around)) || nothing;
  return html`<figure part="figure" class="drawn"><div class="drawing" lang=${lang}>${graphic}</div>${
    figure.caption
      ? html`<figcaption part="caption">${figure.caption}</figcaption>`
      : nothing
  }<details part="figure-data"><summary>${textOf(locale, 'figureData')}</summary><div lang=${lang}>${data}</div></details></figure>`;
};

/** The figure of an entry; one that cannot be drawn is left out, with a warning. */
export const entryFigure = (
  ...[figure, language, host]: Parameters<typeof drawnFigure>
): TemplateResult | typeof nothing => {
  try {
    return drawnFigure(figure, language, host);
  } catch (error) {
    const code = error instanceof PartLoadError ? error.code : 'format';
    warnOnce(code, (error as Error).message);
    return nothing;
  }
};
