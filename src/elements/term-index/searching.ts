/** What searches an index: loaded when its field is first focused. */
export {markedText} from '../../matching/marked-text.js';
export {TermSearch} from '../../matching/term-search.js';
