/**
 * How a publisher writes clean data on a page: `Meaning ⎊ {} ⎊ Term`.
 * Data holds the clean sentence; the form belongs to the publisher.
 */
import {kindOf} from './kinds.js';
import type {GlossaryInfo, Person, Term} from './types.js';

/** Puts a clean text into a form. A form without `{}` is no form. */
export const applyForm = (form: string | undefined, text: string): string =>
  form?.includes('{}') ? form.split('{}').join(text) : text;

/** The clean text inside a published one, or `undefined` when it does not follow the form. */
export const stripForm = (form: string, text: string): string | undefined => {
  const parts = form.split('{}');
  const times = parts.length - 1;
  if (!times) return text;
  const [start] = parts as [string];
  // Every {} stands for the same text, so its length is known.
  const length = (text.length - parts.join('').length) / times;
  const clean = text.slice(start.length, start.length + Math.max(0, length));
  return applyForm(form, clean) === text ? clean : undefined;
};

/** The summary as the publisher writes it on a page. */
export const publishedSummary = (glossary: GlossaryInfo, term: Term): string =>
  applyForm(kindOf(glossary, term.kind)?.summaryForm, term.summary);

/**
 * The publisher's mark (`⎊`), as the forms use it, or `undefined` for a
 * publisher without one. Headlines and descriptions are put together with it.
 */
export const publisherMark = (glossary: GlossaryInfo): string | undefined => {
  const forms = [
    glossary.answerForm,
    ...Object.values(glossary.kinds ?? {}).map((kind) => kind.summaryForm),
  ];
  for (const form of forms) {
    const mark = form && /[^\p{L}\p{M}\p{N}\s{}]+/u.exec(form)?.[0];
    if (mark) return mark;
  }
  return undefined;
};

/** The publisher, or the glossary itself where none is named. */
export const publisherOf = (glossary: GlossaryInfo): Person =>
  glossary.publisher ?? {type: 'Organization', name: glossary.name};
