import {html, nothing, type TemplateResult} from 'lit';
import {linkAddress} from '../../glossary/address.js';
import type {Locale} from '../../glossary/locale/locale.js';
import type {TrailStep} from '../../glossary/trail.js';
import {AWAITED, aroundFor, langFor} from '../../page/locale-text.js';

/** A trail; the last step is the page itself and no link. A single step is not a trail. */
export const trailTemplate = (
  trail: readonly TrailStep[],
  locale: Locale,
): TemplateResult | typeof nothing => {
  if (trail.length < 2) return nothing;
  const last = trail.length - 1;
  const {strings, isPending} = locale;
  return html`<nav class="trail" part="trail" aria-label=${strings.breadcrumb} lang=${langFor(locale, 'breadcrumb')}>
    <ol lang=${aroundFor(locale, 'breadcrumb')}>
      ${trail.map(({name, url, lang}, index) => {
        const address = linkAddress(url);
        const step =
          lang === undefined
            ? name
            : html`<span lang=${lang} dir="auto" class=${isPending && lang === 'en' ? AWAITED : nothing}>${name}</span>`;
        if (index === last)
          return html`<li part="step"><span aria-current="page">${step}</span></li>`;
        return html`<li part="step">${address === undefined ? step : html`<a href=${address}>${step}</a>`} </li>`;
      })}
    </ol>
  </nav>`;
};
