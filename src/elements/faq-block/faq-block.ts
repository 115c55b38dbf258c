import {html} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {AreaPage} from '../../glossary/source.js';
import {announce} from '../../internal/announce.js';
import {ChildWatch} from '../../internal/child-watch.js';
import {DeepLinks} from '../../internal/deep-links.js';
import {GlossaryElement} from '../../internal/glossary-element.js';
import {GlossaryQuery} from '../../internal/glossary-query.js';
import {StructuredDataController} from '../../internal/structured-data-controller.js';
import {reserveStyles, tokens} from '../../internal/tokens.styles.js';
import {adoptOnce} from '../../internal/adopt-once.js';
import {type AuthorQuestion, authorQuestions} from './author-questions.js';
import {authorStyles, questionStyles} from './faq-block.styles.js';
import {questionsTemplate, shownQuestions} from './questions-template.js';

/**
 * Questions and answers as an accordion: those of an area, or the author's own
 * `<details>` or `<dl>` inside it.
 *
 * A `<details>` of the author stays where it is, with its listeners and its
 * fragment; a `<dl>` is shown as an accordion of copies. The page's one
 * `FAQPage` has the questions of all blocks, in order, each once.
 *
 * @element faq-block
 * @slot - The author's questions; with `area`, fallback content.
 * @fires {TermLoadEvent} term-load - The questions of the area are on screen.
 * @fires {TermErrorEvent} term-error - They could not be had; `code` says why.
 * @csspart questions - All questions.
 * @csspart question - One question, a `<details>`.
 * @csspart summary - The line that is clicked.
 * @csspart heading - The question, a heading.
 * @csspart answer - The answer.
 * @cssprop [--faq-block-reserve=0px] - Room that is kept while the questions load.
 * @cssstate loading - The questions are being loaded.
 * @cssstate late - They came after the first render.
 * @cssstate missing - The glossary has no such area.
 * @cssstate error - The glossary could not be had.
 */
export class FaqBlock extends GlossaryElement {
  static override styles = [
    tokens,
    questionStyles,
    reserveStyles('--faq-block-reserve'),
  ];

  /** Id or address of the area whose questions to show. */
  @property() area = '';

  /** Number of the resource, where its questions are not those of the area. */
  @property({type: Number}) resource: number | undefined = undefined;

  /** One open answer at a time. The author's own `<details>` take a `name` for that. */
  @property({type: Boolean}) exclusive = false;

  @state() private _own: readonly AuthorQuestion[] = [];

  #inPlace = true;

  readonly #page = new GlossaryQuery<AreaPage>(this, {
    key: () => (this.area ? [this.area, this.resource] : undefined),
    ask: (source, signal) =>
      source.areaPage({area: this.area, resource: this.resource}, signal),
    answered: (answer) => {
      announce(this, this.area, answer);
    },
  });

  constructor() {
    super();
    new ChildWatch(this, () => {
      const {questions, inPlace} = authorQuestions(this);
      this._own = questions;
      this.#inPlace = inPlace;
    });
    new DeepLinks(this);
    new StructuredDataController(
      this,
      () =>
        this.#page.value ??
        (this.area || !this._own.length ? undefined : this._own),
      (subject, {answerMarkup, areaQuestions, buildFaqPage}, base) => [
        buildFaqPage(
          'area' in subject
            ? areaQuestions(subject, base)
            : subject.map(({question, answerNodes}) => ({
                question,
                answer: answerMarkup(answerNodes),
              })),
        ),
      ],
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptOnce(this.getRootNode(), authorStyles);
  }

  override render() {
    const group = this.exclusive ? 'questions' : undefined;
    const page = this.#page.value;
    if (page) {
      return questionsTemplate(
        shownQuestions(page.questions, page.links),
        this.headingLevel,
        group,
      );
    }
    return this.area || this.#inPlace
      ? html`<slot></slot>`
      : questionsTemplate(this._own.map(copyOf), this.headingLevel, group);
  }
}

const copies = new WeakMap<
  AuthorQuestion,
  {id: string; question: Node[]; answer: Node[]}
>();

/** A `<dd>` is none outside a list: its copy is a `<div>`. */
const clone = (node: Node): Node => {
  if (!(node instanceof Element) || node.localName !== 'dd') return node.cloneNode(true);
  const copy = document.createElement('div');
  copy.append(...[...node.childNodes].map(clone));
  return copy;
};

/** Copies of the author's nodes: the list itself stays as the host made it. */
const copyOf = (own: AuthorQuestion) => {
  let copy = copies.get(own);
  if (!copy) {
    const {id, questionNodes, answerNodes} = own;
    copy = {
      id,
      question: questionNodes.map(clone),
      answer: answerNodes.map(clone),
    };
    copies.set(own, copy);
  }
  return copy;
};
