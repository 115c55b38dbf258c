import {TermArea} from '../../elements/term-area/term-area.js';
import {define} from '../define.js';

/** The events of the element; this makes `addEventListener` know them too. */
export type {TermErrorEvent, TermLoadEvent} from '../../page/events.js';

define('term-area', TermArea);

declare global {
  interface HTMLElementTagNameMap {
    'term-area': TermArea;
  }
}
