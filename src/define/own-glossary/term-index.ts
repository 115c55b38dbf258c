import {TermIndex} from '../../elements/term-index/term-index.js';
import {define} from '../define.js';

/** The events of the element; this makes `addEventListener` know them too. */
export type {TermErrorEvent, TermLoadEvent} from '../../page/events.js';

define('term-index', TermIndex);

declare global {
  interface HTMLElementTagNameMap {
    'term-index': TermIndex;
  }
}
