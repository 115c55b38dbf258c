import type {Area} from 'term-elements/glossary';
import {countOf} from '../../lint/formats/text.js';
import {type Markup, markup} from '../../documents/html/markup.js';
import type {PreviewState} from '../preview.js';
import {hrefOf, type PageParts, type View} from './frame.js';

/** All areas, with their pages. */
export const areasPage = ({glossary}: PreviewState, view: View): PageParts => {
  const areas = glossary?.areas ?? [];
  return {
    title: 'Areas',
    current: 'areas',
    content: markup`<h1 lang="en">Areas</h1>
${!areas.length && markup`<p class="lead" lang="en">The glossary has no areas.</p>`}
<ul class="terms" role="list">
${areas.map(
  (area) => markup`<li>
<a href="${hrefOf('/area', view, {id: area.id})}">${area.name}</a>
<p>${area.description}</p>
<p class="place" lang="en">${extentOf(area)}</p>
</li>
`,
)}
</ul>`,
  };
};

const extentOf = ({questions = [], resources = []}: Area): string =>
  [
    countOf(questions.length, 'question'),
    ...(resources.length ? [countOf(resources.length, 'page')] : []),
  ].join(' · ');

/** One page of an area, as `<term-area>` draws it. */
export const areaPage = (
  {glossary}: PreviewState,
  view: View,
  query: URLSearchParams,
): PageParts | undefined => {
  const id = query.get('id') ?? '';
  const area = glossary?.areas?.find((other) => other.id === id);
  if (!area) return undefined;
  const number = query.get('resource') ?? undefined;
  return {
    title: area.name,
    current: 'areas',
    fields: {id, ...(number !== undefined && {resource: number})},
    content: markup`${pagesOf(area, number, view)}
<term-area area="${id}"${number && markup` resource="${number}"`}></term-area>`,
  };
};

const pagesOf = (
  {id, resources = []}: Area,
  current: string | undefined,
  view: View,
): Markup | undefined => {
  if (resources.length < 2) return undefined;
  const links = resources.map(({number}) => {
    const resource = number === undefined ? undefined : String(number);
    const isCurrent = resource === current;
    return markup`<a href="${hrefOf('/area', view, {id, resource})}"${isCurrent && markup` aria-current="page"`}>${resource ?? 'Root'}</a> `;
  });
  return markup`<nav class="pages" lang="en" aria-label="Pages of the area">${links}</nav>`;
};
