import {TermCard} from '../elements/term-card/term-card.js';
import {define} from './define.js';

define('term-card', TermCard);

declare global {
  interface HTMLElementTagNameMap {
    'term-card': TermCard;
  }
}
