/** What all pages of the preview have in common. Pure. */
import type {Glossary} from 'term-elements/glossary';
import {countOf, errorsOf} from '../../lint/formats/text.js';
import {type Markup, markup} from '../../documents/html/markup.js';
import type {PreviewState} from '../preview.js';
import {findingsList} from './findings-list.js';

/** In what language the texts are shown, and how: what each link carries on. */
export interface View {
  readonly language: string | undefined;
  readonly isBilingual: boolean;
}

export interface PageParts {
  readonly title: string;
  readonly content: Markup;
  /** Which of the links at the top leads here. */
  readonly current: 'terms' | 'areas' | 'findings';
  /** What else its address says, for the choice of a language. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** An address of the preview. Names go into the query: any text is an id. */
export const hrefOf = (
  path: string,
  {language, isBilingual}: View,
  fields: Readonly<Record<string, string | undefined>> = {},
): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) query.set(name, value);
  }
  if (language !== undefined) query.set('lang', language);
  if (isBilingual) query.set('bilingual', '');
  const text = query.toString();
  return text ? `${path}?${text}` : path;
};

const originOf = (address: string | undefined): string => {
  const isHttp = address !== undefined && /^https?:/i.test(address);
  return isHttp && URL.canParse(address) ? ` ${new URL(address).origin}` : '';
};

/**
 * Nothing runs or is loaded but what this server has, except for pictures from
 * the glossary's own site.
 */
export const contentSecurityPolicy = ({glossary}: PreviewState): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self'${originOf(glossary?.url)}`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

/** The languages of a glossary, its own first. */
const languagesOf = ({language, terms, areas = []}: Glossary) => {
  const tags = new Set<string>();
  for (const {translations} of [
    ...(terms as readonly {translations?: object}[]),
    ...areas,
  ]) {
    for (const tag of Object.keys(translations ?? {})) tags.add(tag);
  }
  return {own: language, others: [...tags].sort()};
};

/** A whole page. */
export const frame = (
  state: PreviewState,
  view: View,
  {title, content, current, fields = {}}: PageParts,
): string => {
  const {glossary, version} = state;
  const name = glossary?.name ?? 'Glossary';
  const link = (path: string, to: PageParts['current'], text: Markup) =>
    markup`<a href="${hrefOf(path, view)}"${current === to && markup` aria-current="page"`}>${text}</a>`;
  return markup`<!doctype html>
<html lang="${view.language ?? glossary?.language ?? 'en'}" data-version="${version}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title === name ? name : `${title} – ${name}`}</title>
<link rel="icon" href="/assets/icon.svg">
<link rel="glossary" type="application/json" href="/glossary.json">
<link rel="stylesheet" href="/elements/term-elements.css">
<link rel="stylesheet" href="/assets/preview.css">
<script src="/assets/preview.js"></script>
<script type="module" src="/elements/all.js"></script>
</head>
<body>
<header class="bar" lang="en">
<a class="home" href="${hrefOf('/', view)}">${name}</a>
<nav aria-label="Preview">
${link('/', 'terms', markup`Terms`)}
${link('/areas', 'areas', markup`Areas`)}
${link('/findings', 'findings', markup`Findings ${badge(state)}`)}
</nav>
<form class="view" action="" method="get">
${Object.entries(fields).map(
  ([field, value]) =>
    markup`<input type="hidden" name="${field}" value="${value}">`,
)}
${glossary && languageChoice(glossary, view)}
<label>Look <select id="theme"><option value="">system<option value="light">light<option value="dark">dark</select></label>
</form>
</header>
<main${view.language && markup` lang="${view.language}"`}>
${state.isBroken && brokenNote(state, view)}
${content}
</main>
<p class="live" lang="en" role="status" id="live"></p>
</body>
</html>
`.text;
};

const badge = ({findings}: PreviewState): Markup => {
  const errors = errorsOf(findings);
  const kind = errors ? 'error' : findings.length ? 'warning' : 'none';
  return markup`<span class="count ${kind}">${findings.length}</span>`;
};

const languageChoice = (
  glossary: Glossary,
  {language, isBilingual}: View,
): Markup | undefined => {
  const {own, others} = languagesOf(glossary);
  if (!others.length) return undefined;
  return markup`<label>Language <select name="lang" data-submit><option value="">${own ?? 'its own'}${others.map(
    (tag) => markup`<option${tag === language && markup` selected`}>${tag}`,
  )}</select></label>
<label><input type="checkbox" name="bilingual" value="" data-submit${isBilingual && markup` checked`}> both names</label>
<button>Show</button>`;
};

/** Errors of a broken save that stand over the preview: one slip makes many. */
const OVER_THE_PREVIEW = 3;

const brokenNote = ({findings, glossary}: PreviewState, view: View): Markup => {
  const errors = findings.filter(({severity}) => severity === 'error');
  const rest = glossary
    ? 'What you see is the last valid version.'
    : 'There is nothing to show yet.';
  const more = errors.length - OVER_THE_PREVIEW;
  return markup`<section class="broken" role="alert" lang="en">
<h2>The last save has ${countOf(errors.length, 'error')}</h2>
<p>${rest}</p>
${findingsList(errors.slice(0, OVER_THE_PREVIEW))}
${more > 0 && markup`<p><a href="${hrefOf('/findings', view)}">and ${more} more</a></p>`}
</section>`;
};
