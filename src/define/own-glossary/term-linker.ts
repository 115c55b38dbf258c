import {TermLinker} from '../../elements/term-linker/term-linker.js';
import {define} from '../define.js';
import './term-tip.js';

/** The events of the element; this makes `addEventListener` know them too. */
export type {TermErrorEvent} from '../../page/events.js';
export type {TermLinkEvent} from '../../elements/term-linker/link-event.js';

define('term-linker', TermLinker);

declare global {
  interface HTMLElementTagNameMap {
    'term-linker': TermLinker;
  }
}
