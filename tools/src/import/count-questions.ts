import type {Glossary} from 'term-elements/glossary';

/** Questions of all areas; those that a page has for itself count with it. */
export const countQuestions = (glossary: Glossary): number => {
  let questions = 0;
  for (const area of glossary.areas ?? []) {
    const texts = [
      ...(area.questions ?? []),
      ...(area.resources ?? []).flatMap(({page}) => page?.questions ?? []),
    ].map(({question}) => question);
    questions += new Set(texts).size;
  }
  return questions;
};
