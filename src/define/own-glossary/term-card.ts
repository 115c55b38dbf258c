import {TermCard} from '../../elements/term-card/term-card.js';
import {define} from '../define.js';

/** The events of the element; this makes `addEventListener` know them too. */
export type {TermErrorEvent, TermLoadEvent} from '../../page/events.js';

define('term-card', TermCard);

declare global {
  interface HTMLElementTagNameMap {
    'term-card': TermCard;
  }
}
