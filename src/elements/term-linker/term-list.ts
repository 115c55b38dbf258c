import {html, type TemplateResult} from 'lit';
import {type Locale, numberIn} from '../../glossary/locale/locale.js';
import {textWith} from '../../page/locale-text.js';
import type {LinkedTerm} from './linking.js';

/**
 * The terms of a text that is painted, which neither the keyboard nor a screen
 * reader can get at: the same tips once more, in a list that is opened.
 *
 * @param list How it is shown: as the attribute of the linker.
 */
export const termList = (
  terms: readonly LinkedTerm[],
  list: string,
  locale: Locale,
): TemplateResult =>
  html`<details
    class="terms"
    part="terms"
    data-list=${list === 'visible' ? list : 'hidden'}
  >
    <summary part="summary">${textWith(
      locale,
      'termsInText',
      numberIn(locale.strings.language, terms.length),
    )}</summary>
    <ul role="list" part="list">
      ${terms.map(
        ({reference, name}) =>
          html`<li><term-tip term=${reference}>${name}</term-tip></li>`,
      )}
    </ul>
  </details>`;
