import {html, nothing, type TemplateResult} from 'lit';
import {linkAddress} from '../../../glossary/address.js';
import {kindLabel} from '../../../glossary/kinds.js';
import type {Locale} from '../../../glossary/locale/locale.js';
import type {StringName} from '../../../glossary/locale/locale-strings.js';
import type {Entry, RelatedTerm} from '../../../glossary/source.js';
import {preferences} from '../../../page/preferences/preferences.js';
import {deprecatedText, factsOf} from '../../../page/entry-parts.js';
import {figureTemplate} from '../../../page/figure-template.js';
import {aroundFor, langFor, textOf} from '../../../page/locale-text.js';
import {type CardActions, type CardView, entryOf} from './card-view.js';

/** Related terms on a card; the rest is on the entry's page. */
const MOST_RELATED = 5;

/** All of a card: what its answer says, with what a reader can do about it. */
export const cardTemplate = (
  view: CardView,
  actions: CardActions,
): TemplateResult => {
  const entry = entryOf(view);
  const {answer, locale, settings} = view;
  const own = ownTitle(view, entry);
  const title = own ? textOf(locale, own) : (entry?.term.name ?? view.title);
  const url = settings ? undefined : linkAddress(entry?.url);
  // Who is led into it hears the sentence with the name; beside its words, these have it.
  const isDescribed = view.isPinned && !own && answer.status !== 'loading';
  // A sheet is opened as a modal dialog, by script.
  return html`<dialog
    class="card"
    part="card"
    tabindex="-1"
    ?open=${!view.isSheet}
    aria-label=${own ? locale.strings[own] : title}
    aria-describedby=${isDescribed ? 'summary' : nothing}
    lang=${own ? langFor(locale, own) : nothing}
    @cancel=${(event: Event) => {
      event.preventDefault();
      actions.close();
    }}
  >
    <slot name="header"></slot>
    <div class="top">
      ${view.hasBack ? iconButton('back', '‹', locale, actions.back) : nothing}
      <div class="headword"
        ><dfn part="name" tabindex="-1"
          >${url === undefined ? title : html`<a href=${url}>${title}</a>`}</dfn
        >${kindTemplate(settings ? undefined : entry)}</div
      >
      ${view.isSheet || view.isPinned ? iconButton('close', '✕', locale, actions.close) : nothing}
    </div>
    ${settings ?? bodyTemplate(view, actions)}
    ${statusTemplate(view)}
  </dialog>`;
};

/** The title of a card that shows something else than one entry. */
const ownTitle = (
  {answer, settings}: CardView,
  entry: Entry | undefined,
): StringName | undefined => {
  if (settings) return 'settings';
  return answer.status === 'found' && !entry ? 'choose' : undefined;
};

/** A live region: it says what has changed since the card came, and is empty before. */
const statusTemplate = ({news}: CardView) =>
  html`<p class="status" role="status" lang=${news?.language ?? nothing}>${news?.text}</p>`;

const iconButton = (
  part: 'back' | 'close' | 'settings',
  sign: string,
  locale: Locale,
  act: () => void,
) =>
  html`<button class="icon" part=${part} aria-label=${locale.strings[part]} lang=${langFor(locale, part)} @click=${act}
    >${sign}</button
  >`;

const kindTemplate = (entry: Entry | undefined) => {
  const label = entry && kindLabel(entry.glossary, entry.term);
  return label
    ? html` <span class="kind" part="kind">${label}</span>`
    : nothing;
};

const bodyTemplate = (view: CardView, actions: CardActions) => {
  const {answer, href, locale} = view;
  const entry = entryOf(view);
  return html`
    <slot name=${slotName('value', view)}>${valueTemplate(view)}</slot>
    ${
      answer.status === 'found'
        ? entry
          ? entryTemplate(entry, view, actions)
          : choiceTemplate(answer.entries, locale, actions)
        : stateTemplate(answer.status, locale, actions)
    }
    <slot name=${slotName('after', view)}></slot>
    ${footTemplate(entry, linkAddress(href), locale, actions)}
  `;
};

/** What the host has to say is about what its words mean, and has no place at other entries. */
const slotName = (name: string, {id}: CardView) =>
  id === undefined ? name : 'elsewhere';

const valueTemplate = ({value, valueLabel, locale}: CardView) =>
  value === undefined
    ? nothing
    : html`<div class="value" part="value"
        ><span>${valueLabel ?? textOf(locale, 'now')}</span><b>${value}</b></div
      >`;

const stateTemplate = (
  status: 'loading' | 'missing' | 'failed',
  locale: Locale,
  {retry}: CardActions,
) =>
  status === 'loading'
    ? html`<div class="bar" role="img" aria-busy="true" aria-label=${locale.strings.loading} lang=${langFor(locale, 'loading')}></div>`
    : html`<p id="summary" part="summary">${textOf(locale, status)}</p>
        ${
          status === 'failed'
            ? html`<p><button class="link" part="retry" @click=${retry}>${textOf(locale, 'retry')}</button></p>`
            : nothing
        }`;

const entryTemplate = (entry: Entry, view: CardView, actions: CardActions) =>
  html`${deprecatedTemplate(entry, view.locale, actions)}<slot
      name=${slotName('summary', view)}
      ><p id="summary" part="summary">${entry.term.summary}</p></slot
    >${figureTemplate(entry, view.images)}${metaTemplate(entry, view.locale)}${relatedTemplate(entry, view.locale, actions)}`;

/** A term that opens here on a plain click, and is a link where it has an address. */
const followTemplate = (term: RelatedTerm, {follow}: CardActions) => {
  const {id, name} = term;
  const url = linkAddress(term.url);
  const go = (event: Event) => {
    follow(event, term);
  };
  return url === undefined
    ? html`<button class="link" data-id=${id} @click=${go}>${name}</button>`
    : html`<a href=${url} data-id=${id} @click=${go}>${name}</a>`;
};

const deprecatedTemplate = (
  entry: Entry,
  locale: Locale,
  actions: CardActions,
) =>
  entry.term.deprecated
    ? html`<p class="deprecated" part="deprecated"
        >${deprecatedText(entry, locale, (use) => followTemplate(use, actions))}</p
      >`
    : nothing;

const metaTemplate = (entry: Entry, locale: Locale) => {
  const facts = factsOf(entry, locale);
  return facts.length
    ? html`<p class="quiet" part="meta">${facts.map((fact, index) => (index ? html`\u00a0· ${fact}` : fact))}</p>`
    : nothing;
};

const relatedTemplate = (
  {related}: Entry,
  locale: Locale,
  actions: CardActions,
) =>
  related.length
    ? html`<p class="related" part="related"
        ><b>${textOf(locale, 'seeAlso')}</b>${related
          .slice(0, MOST_RELATED)
          .map((other) => html` ${followTemplate(other, actions)}`)}</p
      >`
    : nothing;

const choiceTemplate = (
  entries: readonly Entry[],
  locale: Locale,
  {choose}: CardActions,
) =>
  html`<ul class="choice" part="choice" role="list" lang=${aroundFor(locale, 'choose')}>${entries.map(
    (entry) =>
      html`<li><button data-id=${entry.term.id} @click=${() => {
        choose(entry);
      }}><b>${entry.term.name}</b>${kindTemplate(entry)}<br /> ${entry.term.summary}</button></li>`,
  )}</ul>`;

const linkTemplate = (
  part: string,
  address: string | undefined,
  text: unknown,
) =>
  address === undefined
    ? nothing
    : html`<a part=${part} href=${address}>${text}</a>`;

const footTemplate = (
  entry: Entry | undefined,
  href: string | undefined,
  locale: Locale,
  actions: CardActions,
) => {
  const id = entry?.term.id;
  const address = linkAddress(entry?.url) ?? href;
  const knows = id !== undefined && preferences.knows(id);
  return html`<div class="foot" part="foot"
    ><slot name="foot"></slot
    >${linkTemplate('open', address, textOf(locale, 'open'))}${
      href === address
        ? nothing
        : linkTemplate('link', href, textOf(locale, 'follow'))
    }${
      id === undefined
        ? nothing
        : html`<button class="know" part="know" @click=${() => {
            actions.know(id, !knows);
          }}>${textOf(locale, knows ? 'explain' : 'know')}</button>`
    }${iconButton('settings', '⋯', locale, actions.settings)}</div
  >`;
};
