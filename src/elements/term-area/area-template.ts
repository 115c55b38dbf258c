import {html, nothing, type TemplateResult} from 'lit';
import type {AreaPage, PageLink} from '../../glossary/source.js';
import {areaTrail} from '../../glossary/trail.js';
import {heading} from '../../page/heading.js';
import {numberIn} from '../../glossary/locale/locale.js';
import {textWith} from '../../page/locale-text.js';
import {trailTemplate} from '../breadcrumb-jsonld/trail-template.js';
import {
  questionsTemplate,
  shownQuestions,
} from '../faq-block/questions-template.js';
import {type EntryView, entryTemplate} from '../term-card/entry-template.js';
import {pagerTemplate} from './pager-template.js';

/**
 * One page of an area.
 *
 * @param addressOf Where a page of the pager is.
 */
export const areaTemplate = (
  page: AreaPage,
  view: EntryView,
  addressOf: (page: PageLink) => string,
): TemplateResult => {
  const {area, number, questions, entries, links, pages} = page;
  const {headingLevel: level, locale} = view;
  const inner = {...view, headingLevel: level + 1};
  const resource =
    number === undefined
      ? nothing
      : html` <span class="number" part="number">${textWith(
          locale,
          page.resource ? 'resource' : 'page',
          numberIn(locale.strings.language, number),
        )}</span>`;
  return html`<section class="area" part="area">
      ${trailTemplate(areaTrail(page, locale), locale)} ${heading(
        level,
        'title',
        [html`<span class="title">${area.name}</span>`, resource],
      )}
      ${
        area.description
          ? html`<p class="description" part="description">${area.description}</p>`
          : nothing
      }
      ${questions.length ? questionsTemplate(shownQuestions(questions, links), inner) : nothing}
      ${
        entries.length
          ? html`<ul class="cards" part="cards" role="list">
              ${entries.map(
                (entry) =>
                  html`<li>${entryTemplate(entry, {...inner, anchor: entry.term.id})}</li>`,
              )}
            </ul>`
          : nothing
      }
      ${pagerTemplate(pages, number, addressOf, locale)}
    </section>`;
};
