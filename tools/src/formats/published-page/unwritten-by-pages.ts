import {type Glossary, isWhole, type Term} from 'term-elements/glossary';
import type {Report} from '../../terminal/report.js';
import {
  type ObjectReader,
  UnwrittenReport,
} from '../writing/unwritten-properties.js';

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

const takeAll = (reader: ObjectReader, keys: readonly string[]): void => {
  for (const key of keys) reader.take(key);
};

/** The page of an entry has the name of its author, and its picture; its card on the page of an area has more. */
const reportTerm = (
  term: Term,
  isListed: boolean,
  unwritten: UnwrittenReport,
): void => {
  const reader = unwritten.readerOf(term, ['terms']);
  takeAll(reader, TERM);
  for (const [key, own, more] of [
    ['author', ['name'], ['type', 'url']],
    ['image', ['url', 'caption'], ['width', 'height']],
  ] as const) {
    const inner = reader.inner(key);
    if (!inner) continue;
    takeAll(inner, isListed ? [...own, ...more] : own);
    inner.end();
  }
  if (isListed) reader.take('modified');
  reader.end();
};

/** Reports what of a glossary is on none of its published pages. */
export const reportUnwrittenByPages = (
  glossary: Glossary,
  file: string,
  report: Report,
): void => {
  const unwritten = new UnwrittenReport(report, file, 'a published page');
  const head = unwritten.readerOf(glossary, []);
  takeAll(head, HEAD);
  head.end();
  const {areas = []} = glossary;
  const listed = new Set(
    areas.flatMap(({resources = []}) => resources.flatMap(({terms}) => terms)),
  );
  for (const entry of glossary.terms) {
    if (isWhole(entry)) reportTerm(entry, listed.has(entry.id), unwritten);
    else
      unwritten.drop(
        ['terms'],
        'one that changes or removes a term of another glossary has no page',
      );
  }
  for (const area of areas) {
    const reader = unwritten.readerOf(area, ['areas']);
    takeAll(reader, AREA);
    reader.end();
  }
};
