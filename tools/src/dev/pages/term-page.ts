import {
  type Area,
  type Glossary,
  GlossaryIndex,
  type Term,
  TERM_FIELDS,
} from 'term-elements/glossary';
import {toText} from 'term-elements/rich-text';
import {listedFields} from '../../fields/listed.js';
import {type Markup, markup} from '../../documents/html/markup.js';
import type {PreviewState} from '../preview.js';
import {findingsList, termIndexOf} from './findings-list.js';
import {hrefOf, type PageParts, type View} from './frame.js';

/** One term in every place that it is shown: as a card, wide and narrow, and as a tip. */
export const termPage = (
  state: PreviewState,
  view: View,
  query: URLSearchParams,
): PageParts | undefined => {
  const {glossary} = state;
  const id = query.get('id') ?? '';
  const index = glossary?.terms.findIndex((term) => term.id === id) ?? -1;
  const term = glossary?.terms[index];
  if (!glossary || !term || term.name === null) return undefined;
  const bilingual = view.isBilingual && markup` bilingual`;
  const text = definitionOf(term as Term, view.language);
  return {
    title: term.name,
    current: 'terms',
    fields: {id},
    content: markup`<div class="term">
<div class="looks">
<h1>${nameIn(term as Term, view.language)}</h1>
<section>
<h2 lang="en">Card</h2>
<term-card term="${id}" heading-level="3"${bilingual}></term-card>
</section>
<section>
<h2 lang="en">In a line of text</h2>
<p class="line" lang="en">Readers come by <term-tip term="${id}"${view.language && markup` lang="${view.language}"`}${bilingual}>${nameIn(term as Term, view.language)}</term-tip> in the middle of a sentence: point at it, tap it, or move the focus there.</p>
${text && markup`<term-linker first="page"><p class="line">${text}</p></term-linker>`}
</section>
<section>
<h2 lang="en">Narrow</h2>
<div class="narrow"><term-card term="${id}" heading-level="3"${bilingual} structured-data="none"></term-card></div>
</section>
</div>
<aside lang="en">
${facts(state, glossary, term as Term, index, view)}
${ownFindings(state, index)}
</aside>
</div>`,
  };
};

const nameIn = ({name, translations}: Term, language: string | undefined) =>
  (language === undefined ? undefined : translations?.[language]?.name) ?? name;

/** What is read of the definition, or of the summary, for a linker to work on. */
const definitionOf = (
  {definition, summary, translations}: Term,
  language: string | undefined,
): string => {
  const own = language === undefined ? undefined : translations?.[language];
  const text = own?.definition ?? own?.summary ?? definition ?? summary;
  return toText(text);
};

const facts = (
  {place}: PreviewState,
  glossary: Glossary,
  term: Term,
  index: number,
  view: View,
): Markup => {
  const {file, start} = place({keys: ['terms', index]});
  const areas = (glossary.areas ?? [])
    .filter((area) => isIn(area, term))
    .map(
      ({id, name}) =>
        markup`<a href="${hrefOf('/area', view, {id})}">${name}</a>`,
    );
  const rows: readonly (readonly [string, readonly (Markup | string)[]])[] = [
    [TERM_FIELDS.id.label, [markup`<code>${term.id}</code>`]],
    ['Source', [markup`<code>${file}:${start.line}</code>`]],
    ...listedFields(new GlossaryIndex(glossary).entryOf(term)).map(
      ({name, label, values}) =>
        [
          label,
          name === 'related'
            ? (term.related ?? []).map((id) => termLink(glossary, id, view))
            : values.map(({text}) => text),
        ] as const,
    ),
    [TERM_FIELDS.areas.label, areas],
    [TERM_FIELDS.translations.label, Object.keys(term.translations ?? {})],
  ];
  return markup`<h2>About</h2>
<dl class="facts">
${rows
  .filter(([, values]) => values.length)
  .map(
    ([name, values]) =>
      markup`<dt>${name}</dt>${values.map((value) => markup`<dd>${value}</dd>`)}`,
  )}
</dl>`;
};

const isIn = ({id, resources = []}: Area, term: Term): boolean =>
  (term.areas ?? []).includes(id) ||
  resources.some(({terms}) => terms.includes(term.id));

const termLink = (glossary: Glossary, id: string, view: View): Markup => {
  const term = glossary.terms.find((other) => other.id === id);
  return term?.name == null
    ? markup`<code>${id}</code>`
    : markup`<a href="${hrefOf('/term', view, {id})}">${term.name}</a>`;
};

/** Of a broken save, indexes are those of another document. */
const ownFindings = (
  {findings, isBroken}: PreviewState,
  index: number,
): Markup | undefined => {
  const own = isBroken
    ? []
    : findings.filter((finding) => termIndexOf(finding) === index);
  return own.length ? markup`<h2>Findings</h2>${findingsList(own)}` : undefined;
};
