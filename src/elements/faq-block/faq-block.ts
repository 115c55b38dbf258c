import {html, type PropertyValues, type TemplateResult} from 'lit';
import type {AreaPage} from '../../glossary/source.js';
import {announce} from '../../page/announce.js';
import {ChildWatch} from '../../page/child-watch.js';
import {DeepLinks} from '../../page/deep-links.js';
import {GlossaryElement} from '../../page/glossary-element.js';
import {GlossaryQuery} from '../../page/glossary-query.js';
import {LaterPart} from '../../page/later-part.js';
import {usePart} from '../../page/use-part.js';
import {StructuredDataController} from '../../page/structured-data-controller.js';
import {tokens} from '../../page/tokens.styles.js';
import type {AuthorMarkup} from './author-questions.js';
import {blockStyles, questionStyles} from './faq-block.styles.js';
import {questionsKey, questionsRequest} from './questions-content.js';
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
 * @fires {TermErrorEvent} term-error - They could not be loaded; `code` says why.
 * @csspart questions - All questions.
 * @csspart question - One question, a `<details>`.
 * @csspart summary - The line that is clicked.
 * @csspart heading - The question, a heading.
 * @csspart answer - The answer.
 * @cssprop [--faq-block-reserve=0px] - Space reserved for questions that arrive later.
 * @cssstate loading - The questions are being loaded.
 * @cssstate late - The data was not there at once, and its space is still reserved.
 * @cssstate stale - An offline copy is shown, because the glossary could not be loaded.
 * @cssstate missing - The glossary has no such area.
 * @cssstate error - The glossary could not be loaded.
 * @omits images bilingual
 */
export class FaqBlock extends GlossaryElement {
  static override styles = [tokens, questionStyles, blockStyles];

  static override properties = {
    area: {},
    resource: {type: Number},
    exclusive: {type: Boolean},
  };

  /** Id or address of the area whose questions to show. */
  area = '';

  /** Number of the resource, where its questions are not those of the area. */
  resource: number | undefined = undefined;

  /** One open answer at a time. The author's own `<details>` take a `name` for that. */
  exclusive = false;

  #own: AuthorMarkup | undefined;

  readonly #page = new GlossaryQuery<AreaPage>(this, {
    key: () => questionsRequest(this),
    content: () => questionsKey(this),
    ask: (source, signal) =>
      source.areaPage({area: this.area, resource: this.resource}, signal),
    answered: (answer) => {
      announce(this, this.area, answer);
    },
  });

  constructor() {
    super();
    new ChildWatch(this, () => {
      if (!this.area) void this.#readOwn();
    });
    new DeepLinks(this);
    new StructuredDataController(
      this,
      () => this.#page.value ?? (this.area ? undefined : this.#own),
      nodes,
    );
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('area') && !this.area && this.hasUpdated)
      void this.#readOwn();
  }

  override render(): TemplateResult {
    const page = this.#page.value;
    if (page) {
      return questionsTemplate(
        shownQuestions(page.questions, page.links),
        this,
      );
    }
    const own = this.area ? undefined : this.#own?.shown;
    return own ? questionsTemplate(own, this) : html`<slot></slot>`;
  }

  /** The author's markup is on screen as it is, so what is made of it may come later. */
  #readOwn(): Promise<void> {
    const load = () => import('../author-markup.js');
    return usePart(this, '', load, ({readAuthorQuestions}) => {
      this.#own = readAuthorQuestions(this, () => !this.area);
      this.requestUpdate();
    });
  }
}

const nodes = new LaterPart(() => import('./question-nodes.js'));
