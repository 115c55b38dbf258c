import {TermTip} from '../../elements/term-tip/term-tip.js';
import {define} from '../define.js';

/** The events of the element; this makes `addEventListener` know them too. */
export type {
  TermCloseEvent,
  TermDwellEvent,
  TermErrorEvent,
  TermOpenEvent,
} from '../../page/events.js';

define('term-tip', TermTip);

declare global {
  interface HTMLElementTagNameMap {
    'term-tip': TermTip;
  }
}
