import {TermArea} from '../elements/term-area/term-area.js';
import {define} from './define.js';

define('term-area', TermArea);

declare global {
  interface HTMLElementTagNameMap {
    'term-area': TermArea;
  }
}
