import {FaqBlock} from '../elements/faq-block/faq-block.js';
import {define} from './define.js';

define('faq-block', FaqBlock);

declare global {
  interface HTMLElementTagNameMap {
    'faq-block': FaqBlock;
  }
}
