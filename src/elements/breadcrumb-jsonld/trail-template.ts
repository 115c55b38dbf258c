import {html, nothing, type TemplateResult} from 'lit';
import {linkAddress} from '../../glossary/address.js';
import {words} from '../../page/locale-strings.js';
import type {TrailStep} from '../../glossary/trail.js';

/** A trail; the last step is the page itself and no link. A single step is not a trail. */
export const trailTemplate = (
  trail: readonly TrailStep[],
): TemplateResult | typeof nothing => {
  if (trail.length < 2) return nothing;
  const last = trail.length - 1;
  return html`<nav class="trail" part="trail" aria-label=${words.breadcrumb}>
    <ol>
      ${trail.map(({name, url}, index) => {
        const address = linkAddress(url);
        if (index === last)
          return html`<li part="step"><span aria-current="page">${name}</span></li>`;
        return html`<li part="step">${address === undefined ? name : html`<a href=${address}>${name}</a>`} </li>`;
      })}
    </ol>
  </nav>`;
};
