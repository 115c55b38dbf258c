import {TermGlossary} from '../../elements/term-glossary/term-glossary.js';
import {define} from '../define.js';

/** The events of what is inside the element; this makes `addEventListener` know them too. */
export type {TermErrorEvent, TermLoadEvent} from '../../page/events.js';

define('term-glossary', TermGlossary);

declare global {
  interface HTMLElementTagNameMap {
    'term-glossary': TermGlossary;
  }
}
