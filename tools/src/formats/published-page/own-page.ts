/**
 * What a published page has that its derived form does not, and only that:
 * derive, compare, name the difference, and what is left over is the patch.
 */
import {isDeepStrictEqual} from 'node:util';
import {
  type AreaPage,
  areaTrail,
  type Image,
  type Page,
  publisherOf,
  type Question,
} from 'term-elements/glossary';
import {
  areaDescription,
  areaHeadline,
  cardText,
  compact,
} from 'term-elements/structured-data';
import {withOwn} from './area-page.js';
import {difference} from './difference.js';
import {keepBlocks} from './keep-blocks.js';
import {findNode, type Node, nodeOf, textOf, trailOf} from './nodes.js';
import {
  answerFormOf,
  cleanText,
  commonForm,
  markOf,
  PLAIN,
} from './observe-forms.js';
import type {ImportedPage} from './page.js';
import {personOf} from './person.js';
import {derivedLines} from './write.js';

type Own = {-readonly [Key in keyof Page]: Page[Key]};

/** The questions of a page, and how their answers are written. */
export interface ReadQuestions {
  /** With clean answers. */
  readonly clean: readonly Question[];
  /** The form that most answers have. */
  readonly form: string;
  /** As the page has them, for a page whose answers do not all follow a form. */
  readonly own: {
    readonly questions: readonly Question[];
    readonly form: string;
  };
}

export const readQuestions = ({
  headline,
  questions,
}: ImportedPage): ReadQuestions => {
  const mark = markOf(headline);
  const forms = questions.map(({answer}) => answerFormOf(answer, mark));
  const form = commonForm(forms) ?? PLAIN;
  const clean = questions.map(({question, answer}, index) => ({
    question,
    answer: cleanText(answer, forms[index]!),
  }));
  const mixed = forms.some((other) => other !== form);
  const own = mixed
    ? {
        questions: questions.map(({question, answer}) => ({question, answer})),
        form: PLAIN,
      }
    : {questions: clean, form};
  return {clean, form, own};
};

/**
 * @param derived The page as it follows from the glossary, without `page`; an
 *     entry for each card.
 * @param known What was the page's own until now: it stays where it still
 *     holds, so that importing again changes nothing.
 */
export const ownPage = (
  derived: AreaPage,
  imported: ImportedPage,
  known: Page = {},
): Page => {
  const own: Own = {};
  const page = () => withOwn(derived, own);
  const values = imported.blocks.map(({value}) => value);
  const collection = findNode(values, 'CollectionPage');
  const breadcrumbs = findNode(values, 'BreadcrumbList');

  const {headline} = imported;
  if (
    headline !== undefined &&
    (headline === known.headline || headline !== areaHeadline(page()))
  ) {
    own.headline = headline;
  }
  const {source} = imported;
  const {questions, form} = readQuestions(imported).own;
  if (!source && !questions.length) {
    Object.assign(own, pick(known, ['questions', 'answerForm']));
  } else if (!isDeepStrictEqual(questions, plainQuestions(page().questions))) {
    own.questions = questions;
  }
  if (questions.length && form !== (derived.glossary.answerForm ?? PLAIN)) {
    own.answerForm = form;
  }
  const texts = derived.entries.flatMap((entry, index) => {
    const {text} = imported.cards[index]!;
    return text === cardText(page(), entry)
      ? []
      : [{term: entry.term.id, text: text ?? null}];
  });
  if (texts.length) own.texts = texts;
  if (breadcrumbs) {
    const trail = trailOf(breadcrumbs);
    if (!isDeepStrictEqual(trail, plainTrail(areaTrail(page()))))
      own.trail = trail;
  }
  if (collection) Object.assign(own, ownIdentity(page(), collection));
  // An HTML page says nothing of how the Markdown one is laid out.
  if (!source) return {...own, ...pick(known, LAYOUT)};
  const blocks = keepBlocks(page(), imported.blocks);
  if (blocks.entries) own.blocks = blocks.entries;
  if (source.byteOrderMark) own.byteOrderMark = true;
  if (source.lineEnd !== '\n') own.lineEnd = source.lineEnd;
  const patch = difference(derivedLines(page()), blocks.correct(source.lines));
  if (patch.length) own.patch = patch;
  return own;
};

const LAYOUT = ['blocks', 'byteOrderMark', 'lineEnd', 'patch'] as const;

const pick = (page: Page, keys: readonly (keyof Page)[]): Own =>
  compact(Object.fromEntries(keys.map((key) => [key, page[key]])));

const plainQuestions = (questions: readonly Question[]) =>
  questions.map(({question, answer}) => ({question, answer}));

const plainTrail = (trail: ReturnType<typeof areaTrail>) =>
  trail.map(({name, url}) => (url === undefined ? {name} : {name, url}));

/** Description, publisher and picture of the page itself. */
const ownIdentity = (page: AreaPage, collection: Node): Own => {
  const own: Own = {};
  const description = textOf(collection, 'description') ?? null;
  const usual = areaDescription(page) ?? null;
  if (description !== usual) {
    own.description = description;
  }
  const publisher = personOf(nodeOf(collection, 'publisher'));
  const {name, type = 'Organization'} = publisherOf(page.glossary);
  if (publisher?.name !== name || publisher.type !== type) {
    own.publisher = publisher ?? null;
  }
  const image = textOf(nodeOf(collection, 'image'), 'url');
  if (image !== page.entries[0]?.term.image?.url) {
    own.image = image === undefined ? null : ({url: image} satisfies Image);
  }
  return own;
};
