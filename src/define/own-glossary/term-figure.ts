import {TermFigure} from '../../elements/term-figure/term-figure.js';
import {define} from '../define.js';

/** The events of the element; this makes `addEventListener` know them too. */
export type {TermErrorEvent, TermLoadEvent} from '../../page/events.js';

define('term-figure', TermFigure);

declare global {
  interface HTMLElementTagNameMap {
    'term-figure': TermFigure;
  }
}
