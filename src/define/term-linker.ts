import {TermLinker} from '../elements/term-linker/term-linker.js';
import {define} from './define.js';
import './term-tip.js';

define('term-linker', TermLinker);

declare global {
  interface HTMLElementTagNameMap {
    'term-linker': TermLinker;
  }
}
