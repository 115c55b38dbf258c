import {html, type TemplateResult} from 'lit';
import {aroundFor, langFor} from '../../page/locale-text.js';
import {LocaleController} from '../../page/locale.js';
import {preferences} from '../../page/preferences/preferences.js';
import {StyledElement} from '../../page/styled-element.js';
import {tokens} from '../../page/tokens.styles.js';
import {settingsStyles, settingsTemplate} from './settings-template.js';
import {lineStyles} from './term-settings.styles.js';

/**
 * The reader's settings as a line of a page, usually in its footer: whether
 * cards open, from which level on terms are explained, and how many are marked
 * as known. For a reader who has turned cards off it is the way back.
 *
 * It shows and changes `preferences`, which all elements of the origin share;
 * the card of a tip has the same settings behind its button.
 *
 * @element term-settings
 * @slot - Content of the page before the settings.
 * @csspart settings - The line.
 */
export class TermSettings extends StyledElement {
  static override styles = [tokens, settingsStyles, lineStyles];

  readonly #locale = new LocaleController(this, () => true);

  readonly #update = () => {
    this.requestUpdate();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    preferences.addEventListener('change', this.#update);
    this.requestUpdate(); // they may have changed meanwhile
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    preferences.removeEventListener('change', this.#update);
  }

  override render(): TemplateResult {
    const {current} = this.#locale;
    return html`<slot></slot><div role="group" aria-label=${current.strings.settings} lang=${langFor(current, 'settings')}
      ><div lang=${aroundFor(current, 'settings')}>${settingsTemplate(current)}</div></div
    >`;
  }
}
