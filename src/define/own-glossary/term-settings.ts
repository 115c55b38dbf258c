import {TermSettings} from '../../elements/term-settings/term-settings.js';
import {define} from '../define.js';

define('term-settings', TermSettings);

declare global {
  interface HTMLElementTagNameMap {
    'term-settings': TermSettings;
  }
}
