import {setIfAbsent} from '../../files/json/set.js';
import {termPath} from './address.js';
import type {GlossaryDraft} from './draft.js';
import type {PublishedCard} from './merge-terms.js';
import {commonForm, markOf, PLAIN, summaryFormOf} from './observe-forms.js';
import {readQuestions} from './own-page.js';
import type {ImportedPage} from './page.js';

/**
 * Takes up the forms in which a page is written. A form is set once, while no
 * text in the glossary depends on it yet.
 */
export const mergeForms = (
  glossary: GlossaryDraft,
  imported: ImportedPage,
  cards: readonly PublishedCard[],
): void => {
  const mark = markOf(imported.headline);
  const forms = new Map<string, string[]>();
  for (const {url, published} of cards) {
    const {kind} = termPath(url);
    if (kind === undefined) continue;
    const known = forms.get(kind) ?? [];
    if (published !== undefined) known.push(summaryFormOf(published, mark));
    forms.set(kind, known);
  }
  const written = new Set(
    glossary.terms.flatMap((term) =>
      term.name !== null && term.summary ? term.kind : [],
    ),
  );
  for (const [kind, observed] of forms) {
    if (!glossary.kinds) glossary.kinds = {};
    const label = kind.charAt(0).toUpperCase() + kind.slice(1);
    setIfAbsent(glossary.kinds, kind, {label});
    const summaryForm = commonForm(observed);
    if (summaryForm !== PLAIN && !written.has(kind)) {
      setIfAbsent(glossary.kinds[kind]!, 'summaryForm', summaryForm);
    }
  }
  const {form} = readQuestions(imported);
  const fixed = glossary.areas?.some(
    ({questions, resources}) => questions?.length && !resources?.length,
  );
  if (form === `${mark} ${PLAIN}` && !fixed) {
    setIfAbsent(glossary, 'answerForm', form);
  }
};
