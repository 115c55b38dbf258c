import {html, type TemplateResult} from 'lit';
import {type Locale, numberIn} from '../../glossary/locale/locale.js';
import {langFor, textOf, textWith} from '../../page/locale-text.js';
import {preferences} from '../../page/preferences/preferences.js';
import {settingsStyles} from './settings.styles.js';

export {settingsStyles};

const LEVELS = [2, 3, 4, 5];

/** The reader's settings for all cards. */
export const settingsTemplate = (locale: Locale): TemplateResult => {
  const {cards, difficulty, known} = preferences.current;
  const digits = (number: number) => numberIn(locale.strings.language, number);
  return html`<div class="settings" part="settings">
    <label
      >${textOf(locale, 'showCards')}<input
        type="checkbox"
        .checked=${cards}
        @change=${(event: Event) => {
          preferences.set({cards: (event.target as HTMLInputElement).checked});
        }}
    /></label>
    <label
      >${textOf(locale, 'fromLevel')}<select
        @change=${(event: Event) => {
          const {value} = event.target as HTMLSelectElement;
          preferences.set({difficulty: Number(value)});
        }}
      >
        <option value="1" lang=${langFor(locale, 'allLevels')} .selected=${difficulty === 1}
          >${locale.strings.allLevels}</option
        >
        ${LEVELS.map(
          (level) =>
            html`<option value=${level} .selected=${difficulty === level}
              >${digits(level)}</option
            >`,
        )}
      </select></label
    >
    <p
      ><span>${textWith(locale, 'knownTerms', digits(known.size))}</span
      ><button
        class="link"
        ?disabled=${!known.size}
        @click=${({target}: Event) => {
          preferences.forgetAll();
          // This button is disabled now; the focus moves to what is before it.
          const settings = (target as HTMLElement).closest('.settings');
          settings?.querySelector('select')?.focus();
        }}
        >${textOf(locale, 'forgetAll')}</button
      ></p
    >
  </div>`;
};
