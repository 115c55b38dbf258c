import {FaqBlock} from '../../elements/faq-block/faq-block.js';
import {define} from '../define.js';

/** The events of the element; this makes `addEventListener` know them too. */
export type {TermErrorEvent, TermLoadEvent} from '../../page/events.js';

define('faq-block', FaqBlock);

declare global {
  interface HTMLElementTagNameMap {
    'faq-block': FaqBlock;
  }
}
