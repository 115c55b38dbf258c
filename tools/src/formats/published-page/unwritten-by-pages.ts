import {type Glossary, isWhole, type Term} from 'term-elements/glossary';
import type {Report} from '../../terminal/report.js';
import {type Holding, Untold} from '../writing/unwritten-properties.js';

const HEAD = [
  'format',
  'name',
  'url',
  'publisher',
  'kinds',
  'answerForm',
  'terms',
  'areas',
];
const TERM = [
  'id',
  'name',
  'kind',
  'summary',
  'definition',
  'url',
  'tags',
  'related',
  'areas',
  'published',
  'page',
];
const AREA = ['id', 'name', 'url', 'description', 'questions', 'resources'];

const takeAll = (holding: Holding, keys: readonly string[]): void => {
  for (const key of keys) holding.take(key);
};

/** The page of an entry has the name of its author, and its picture; its card on the page of an area has more. */
const holdTerm = (term: Term, isListed: boolean, untold: Untold): void => {
  const holding = untold.hold(term, ['terms']);
  takeAll(holding, TERM);
  for (const [key, own, more] of [
    ['author', ['name'], ['type', 'url']],
    ['image', ['url', 'caption'], ['width', 'height']],
  ] as const) {
    const inner = holding.inner(key);
    if (!inner) continue;
    takeAll(inner, isListed ? [...own, ...more] : own);
    inner.end();
  }
  if (isListed) holding.take('modified');
  holding.end();
};

/** Tells what of a glossary is on none of its published pages. */
export const tellUnheld = (
  glossary: Glossary,
  file: string,
  report: Report,
): void => {
  const untold = new Untold(report, file, 'a published page');
  const head = untold.hold(glossary, []);
  takeAll(head, HEAD);
  head.end();
  const {areas = []} = glossary;
  const listed = new Set(
    areas.flatMap(({resources = []}) => resources.flatMap(({terms}) => terms)),
  );
  for (const entry of glossary.terms) {
    if (isWhole(entry)) holdTerm(entry, listed.has(entry.id), untold);
    else
      untold.drop(
        ['terms'],
        'one that changes or removes a term of another glossary has no page',
      );
  }
  for (const area of areas) {
    const holding = untold.hold(area, ['areas']);
    takeAll(holding, AREA);
    holding.end();
  }
};
