import {isDeepStrictEqual} from 'node:util';
import {type AreaPage, type Page, publisherMark} from 'term-elements/glossary';
import {
  areaDescription,
  areaHeadline,
  areaQuestions,
} from 'term-elements/structured-data';
import {set} from '../../files/json/set.js';
import {pageOfResource} from './area-page.js';
import type {GlossaryDraft, ResourceDraft} from './draft.js';
import {indexOf} from './merge-terms.js';
import {PLAIN} from './observe-forms.js';

/**
 * Keeps the other pages as they were published: what they derive from the area
 * or from the publisher's forms, and what would change now, becomes their own.
 */
export const pinOthers = (
  glossary: GlossaryDraft,
  before: GlossaryDraft,
  changed?: ResourceDraft,
): void => {
  const formsChanged =
    glossary.answerForm !== before.answerForm ||
    publisherMark(glossary) !== publisherMark(before);
  const old = indexOf(before);
  const now = indexOf(glossary);
  for (const areaBefore of before.areas ?? []) {
    const area = glossary.areas?.find(({id}) => id === areaBefore.id);
    if (
      !area ||
      (!formsChanged && isDeepStrictEqual(area.questions, areaBefore.questions))
    ) {
      continue;
    }
    for (const resourceBefore of areaBefore.resources ?? []) {
      const resource = area.resources?.find(
        ({number}) => number === resourceBefore.number,
      );
      if (!resource || resource === changed) continue;
      const was = pageOfResource(old, areaBefore, resourceBefore);
      pin(resource, was, () => pageOfResource(now, area, resource));
    }
  }
};

const pin = (
  resource: ResourceDraft,
  was: AreaPage,
  is: () => AreaPage,
): void => {
  const add = (own: Page) => {
    set(resource, 'page', {...resource.page, ...own});
  };
  if (!isDeepStrictEqual(was.questions, is().questions))
    add({questions: was.questions});
  if (!isDeepStrictEqual(areaQuestions(was), areaQuestions(is()))) {
    add({answerForm: was.glossary.answerForm ?? PLAIN});
  }
  const headline = areaHeadline(was);
  if (headline !== areaHeadline(is())) add({headline});
  const description = areaDescription(was);
  if (description !== areaDescription(is())) {
    add({description: description ?? null});
  }
};
