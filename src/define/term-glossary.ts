import {TermGlossary} from '../elements/term-glossary/term-glossary.js';
import {define} from './define.js';

define('term-glossary', TermGlossary);

declare global {
  interface HTMLElementTagNameMap {
    'term-glossary': TermGlossary;
  }
}
