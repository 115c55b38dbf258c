/** Infers from published texts the form in which a publisher writes them. */
import {stripForm} from 'term-elements/glossary';

/** The mark of a publisher whose headline does not show it. */
const USUAL_MARK = '⎊';
/** What stands beside a mark is one word, such as `Meaning` or `Term`. */
const WORD = /^\p{L}{1,30}$/u;
export const PLAIN = '{}';

/** `⎊` of `X ⎊ Area ⎊ Resource 4`. */
export const markOf = (headline: string | undefined): string => {
  const words = headline?.split(/\s+/) ?? [];
  const area = words.lastIndexOf('Area');
  const mark = words[area - 1];
  return area > 1 && mark && mark === words[area + 1] && !WORD.test(mark)
    ? mark
    : USUAL_MARK;
};

/** `X, resource 4`: what stands above a page of a publisher without a mark. */
const NUMBERED = /^(.{1,300}), resource [1-9]\d{0,8}$/;

/** The name in front of the mark, or the number, in a headline. */
export const nameOfHeadline = (
  headline: string | undefined,
): string | undefined => {
  const end = headline?.lastIndexOf(` ${markOf(headline)} Area`) ?? -1;
  return end > 0
    ? headline?.slice(0, end).trim()
    : (NUMBERED.exec(headline ?? '')?.[1] ?? headline);
};

/** The form of one summary: `Meaning ⎊ {} ⎊ Term`, `{} ⎊ Term`, `{}`. */
export const summaryFormOf = (text: string, mark: string): string => {
  const between = ` ${mark} `;
  const start = text.indexOf(between);
  const before =
    start > 0 && WORD.test(text.slice(0, start))
      ? text.slice(0, start) + between
      : '';
  const end = text.lastIndexOf(between);
  const after =
    end >= before.length && WORD.test(text.slice(end + between.length))
      ? text.slice(end)
      : '';
  return before + PLAIN + after;
};

/** The form of one answer: `⎊ {}`, `: {}` (a stray mark), `{}`. */
export const answerFormOf = (text: string, mark: string): string => {
  for (const before of [`${mark} `, ': ']) {
    if (text.startsWith(before)) return before + PLAIN;
  }
  return PLAIN;
};

/** The form that most texts have; the first of those that as many have. */
export const commonForm = (forms: readonly string[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
};

/** The clean text inside a published one, whatever its form is. */
export const cleanText = (text: string, form: string): string =>
  stripForm(form, text) ?? text;
