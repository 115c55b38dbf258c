import {langMark} from '../glossary/language-tags.js';
import type {AreaPage, Entry} from '../glossary/source.js';

type Marked = Partial<
  Pick<Entry, 'glossary' | 'language' | 'keptAt'> &
    Pick<AreaPage, 'entries' | 'questions'>
>;

/**
 * Whether an answer has a text in a language other than that around it, or is an
 * offline copy. Most pages are in the language of their glossary.
 *
 * @param around Language of the text around it, or an empty text.
 */
export const needsMarks = (
  {entries = [], questions = [], ...shown}: Marked,
  around: string,
): boolean =>
  [shown, ...entries].some(
    ({glossary, language, keptAt}) =>
      !!keptAt ||
      language !== undefined ||
      langMark(glossary?.language, around) !== undefined,
  ) || questions.some(({language}) => language !== undefined);
