import {isDeepStrictEqual} from 'node:util';
import type {Question} from 'term-elements/glossary';
import {set, setIfAbsent} from '../../files/json/set.js';
import {areaPath, slugOf} from './address.js';
import type {AreaDraft, GlossaryDraft, ResourceDraft} from './draft.js';
import {findNode} from './nodes.js';
import {
  answerFormOf,
  cleanText,
  markOf,
  nameOfHeadline,
} from './observe-forms.js';
import {readQuestions} from './own-page.js';
import type {ImportedPage} from './page.js';

/** Where a page belongs. */
export interface Place {
  readonly area: AreaDraft;
  readonly resource: ResourceDraft;
  /** Whether the page says which terms are on it; an HTML page may not. */
  readonly whole: boolean;
}

/** The area and the resource of a page; none where it is no area page. */
export const mergeArea = (
  glossary: GlossaryDraft,
  imported: ImportedPage,
  terms: string[],
): Place | undefined => {
  const values = imported.blocks.map(({value}) => value);
  const listed = imported.source ?? findNode(values, 'CollectionPage');
  if (!listed && !findNode(values, 'FAQPage')) return undefined;
  const name = nameOfHeadline(imported.headline);
  const path = areaPath(imported.url ?? '');
  const number = path.number ?? headlineNumber(imported.headline);
  const id = path.id ?? (slugOf(name ?? '') || 'area');
  if (!glossary.areas) glossary.areas = [];
  let area = glossary.areas.find((known) => known.id === id);
  if (!area) {
    area = {id, name: name ?? id, ...(path.url ? {url: path.url} : {})};
    glossary.areas.push(area);
  }
  setIfAbsent(area, 'resources', []);
  const known = area.resources!.find((other) => other.number === number);
  const resource = known ?? placeResource(area.resources!, number);
  if (!area.questions?.length || sharesQuestions(area, known, imported)) {
    mergeQuestions(area, readQuestions(imported).clean);
  }
  set(resource, 'url', imported.url);
  const whole = Boolean(listed) || !known;
  if (whole) set(resource, 'terms', terms);
  return {area, resource, whole};
};

/** Whether the questions that a page had until now are those of its area. */
const sharesQuestions = (
  area: AreaDraft,
  known: ResourceDraft | undefined,
  {headline}: ImportedPage,
): boolean => {
  if (!known) return false;
  const own = known.page?.questions;
  if (!own) return true;
  const mark = markOf(headline);
  const clean = own.map(({question, answer}) => ({
    question,
    answer:
      typeof answer === 'string'
        ? cleanText(answer, answerFormOf(answer, mark))
        : answer,
  }));
  return isDeepStrictEqual(clean, area.questions);
};

/** Brings questions up to date; what else was known of each stays. */
const mergeQuestions = (area: AreaDraft, questions: readonly Question[]) => {
  if (!questions.length) return;
  const known = area.questions ?? [];
  const merged = questions.map((question) => ({
    ...known.find((other) => other.question === question.question),
    ...question,
  }));
  set(area, 'questions', merged);
};

const headlineNumber = (headline = ''): number | undefined => {
  const number = /(?: R|, r)esource ([1-9]\d{0,8})$/.exec(headline)?.[1];
  return number === undefined ? undefined : Number(number);
};

/** A new resource, put in its order: the root first. */
const placeResource = (
  resources: ResourceDraft[],
  number: number | undefined,
): ResourceDraft => {
  const created: ResourceDraft = {
    ...(number === undefined ? {} : {number}),
    terms: [],
  };
  const after = resources.findIndex(
    (resource) => (resource.number ?? 0) > (number ?? 0),
  );
  resources.splice(after < 0 ? resources.length : after, 0, created);
  return created;
};
