import {TermSettings} from '../../elements/term-settings/term-settings.js';
import {define} from '../define.js';

/** Events of the other elements of a page; this makes `addEventListener` know them. */
export type {TermErrorEvent, TermLoadEvent} from '../../page/events.js';

define('term-settings', TermSettings);

declare global {
  interface HTMLElementTagNameMap {
    'term-settings': TermSettings;
  }
}
