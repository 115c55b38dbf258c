import {TermTip} from '../elements/term-tip/term-tip.js';
import {define} from './define.js';

define('term-tip', TermTip);

declare global {
  interface HTMLElementTagNameMap {
    'term-tip': TermTip;
  }
}
