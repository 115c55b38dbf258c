import {html, type TemplateResult} from 'lit';
import {preferences} from '../../../page/preferences/preferences.js';
import {settingsStyles} from './settings.styles.js';

export {settingsStyles};

/** What is said here and nowhere else. */
const words = {
  cards: 'Show cards',
  level: 'Explain from level',
  all: 'All',
  known: 'Terms you know',
  forget: 'Forget all',
} as const;

const LEVELS = [2, 3, 4, 5];

/** What a reader can say of all cards. */
export const settingsTemplate = (): TemplateResult => {
  const {cards, difficulty, known} = preferences.current;
  return html`<div class="settings" part="settings">
    <label
      >${words.cards}<input
        type="checkbox"
        .checked=${cards}
        @change=${(event: Event) => {
          preferences.set({cards: (event.target as HTMLInputElement).checked});
        }}
    /></label>
    <label
      >${words.level}<select
        @change=${(event: Event) => {
          const {value} = event.target as HTMLSelectElement;
          preferences.set({difficulty: Number(value)});
        }}
      >
        <option value="1" ?selected=${difficulty === 1}>${words.all}</option>
        ${LEVELS.map(
          (level) =>
            html`<option value=${level} ?selected=${difficulty === level}
              >${level}</option
            >`,
        )}
      </select></label
    >
    <p
      ><span>${words.known}: ${known.size}</span
      ><button
        class="link"
        ?disabled=${!known.size}
        @click=${({target}: Event) => {
          preferences.forgetAll();
          // This button can do no more; the reader goes on from what is before it.
          const settings = (target as HTMLElement).closest('.settings');
          settings?.querySelector('select')?.focus();
        }}
        >${words.forget}</button
      ></p
    >
  </div>`;
};
