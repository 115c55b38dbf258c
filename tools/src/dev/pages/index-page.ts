import {isLanguageTag} from '../../fields/language-tag.js';
import type {Term} from 'term-elements/glossary';
import {countOf} from '../../lint/formats/text.js';
import {type Markup, markup} from '../../documents/html/markup.js';
import type {PreviewState} from '../preview.js';
import {termIndexOf} from './findings-list.js';
import {hrefOf, type PageParts, type View} from './frame.js';

/** All terms, by name; the script filters them. */
export const indexPage = (state: PreviewState, view: View): PageParts => {
  const {glossary, documents, findings} = state;
  const severities = new Map<number, 'error' | 'warning'>();
  for (const finding of findings) {
    const index = termIndexOf(finding);
    if (index === undefined || state.isBroken) continue;
    if (severities.get(index) !== 'error')
      severities.set(index, finding.severity);
  }
  const terms = (glossary?.terms ?? [])
    .map((term, index) => ({term, mark: severities.get(index)}))
    .filter(
      (item): item is {term: Term; mark: typeof item.mark} =>
        item.term.name !== null,
    );
  const language = glossary?.language;
  const {compare} = new Intl.Collator(
    isLanguageTag(language) ? language : undefined,
  );
  const named = terms
    .map((item) => ({...item, ...textsOf(item.term, view.language)}))
    .sort((a, b) => compare(a.name, b.name));
  const kinds = [...new Set(terms.flatMap(({term}) => term.kind ?? []))].sort();
  const counts = [
    countOf(terms.length, 'term'),
    countOf(glossary?.areas?.length ?? 0, 'area'),
    ...(documents ? [`${countOf(documents, 'document')} linted`] : []),
  ].join(' · ');
  return {
    title: glossary?.name ?? 'Glossary',
    current: 'terms',
    content: markup`<h1>${glossary?.name ?? 'Glossary'}</h1>
<p class="lead" lang="en">${counts}</p>
<div class="filter" lang="en" hidden>
<label class="search">Filter <input type="search" id="filter" autocomplete="off" spellcheck="false" placeholder="name, alias, word of the summary"></label>
${kinds.length > 1 && markup`<label>Kind <select id="kind"><option value="">all${kinds.map((kind) => markup`<option>${kind}`)}</select></label>`}
<output id="shown"></output>
</div>
<ul class="terms" role="list" id="terms">
${named.map((item) => entry(item, view))}
</ul>`,
  };
};

const textsOf = (
  {name, summary, translations}: Term,
  language: string | undefined,
) => {
  const own = language === undefined ? undefined : translations?.[language];
  return {name: own?.name ?? name, summary: own?.summary ?? summary};
};

const entry = (
  {
    term: {id, kind, abbreviation, aliases = [], deprecated, ...term},
    mark,
    name,
    summary,
  }: {
    term: Term;
    mark: 'error' | 'warning' | undefined;
    name: string;
    summary: string;
  },
  view: View,
): Markup => {
  const words = [name, term.name, id, abbreviation ?? '', ...aliases].join(' ');
  return markup`<li data-words="${words}"${kind && markup` data-kind="${kind}"`}>
<a href="${hrefOf('/term', view, {id})}">${name}</a>${abbreviation && markup` <abbr>${abbreviation}</abbr>`}${kind && markup` <span class="kind">${kind}</span>`}${deprecated && markup` <span class="kind" lang="en">deprecated</span>`}${mark && markup` <span class="severity ${mark}" lang="en">${mark}</span>`}
<p>${summary}</p>
</li>
`;
};
