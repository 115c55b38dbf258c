import {html, type TemplateResult} from 'lit';
import type {Locale} from '../../glossary/locale/locale.js';
import type {AreaPage} from '../../glossary/source.js';
import {announce} from '../../page/announce.js';
import {DeepLinks} from '../../page/deep-links.js';
import {GlossaryElement} from '../../page/glossary-element.js';
import {GlossaryQuery} from '../../page/glossary-query.js';
import {LocaleController} from '../../page/locale.js';
import {LaterPart} from '../../page/later-part.js';
import {StructuredDataController} from '../../page/structured-data-controller.js';
import {tokens} from '../../page/tokens.styles.js';
import {trailStyles} from '../breadcrumb-jsonld/breadcrumb-jsonld.styles.js';
import {questionStyles} from '../faq-block/faq-block.styles.js';
import {entryStyles} from '../term-card/term-card.styles.js';
import {frameStyles} from '../term-figure/frame.styles.js';
import {
  AREA_LEVEL,
  areaKey,
  areaPageAddress,
  areaReference,
  areaRequest,
  type AreaSettings,
} from './area-content.js';
import {areaTemplate} from './area-template.js';
import {askedPage} from './asked-page.js';
import {areaStyles} from './term-area.styles.js';

/**
 * One page of an area: trail, heading, questions, cards, and links to the other
 * pages.
 *
 * On the page that the glossary has for it, or with `structured-data="page"`,
 * its structured data describes the whole page (`BreadcrumbList`, `FAQPage`,
 * `CollectionPage` with its `Article`s); on any other page it adds its
 * questions and terms. Elements of this library inside it add nothing. The
 * pager of an area whose resources have addresses links to these; otherwise to
 * the host page with a query parameter named after the area.
 *
 * @element term-area
 * @slot - Fallback content, usually a link to the area.
 * @fires {TermLoadEvent} term-load - The page is on screen.
 * @fires {TermErrorEvent} term-error - There is no page to show; `code` says why.
 * @csspart area - The whole page.
 * @csspart trail - The trail.
 * @csspart step - One step of the trail.
 * @csspart title - The name of the area, a heading.
 * @csspart number - The number of the resource.
 * @csspart description - The sentence below the heading.
 * @csspart questions - All questions.
 * @csspart question - One question, a `<details>`.
 * @csspart summary - The line of a question; in a card, the clean sentence.
 * @csspart heading - A question, a heading.
 * @csspart answer - An answer.
 * @csspart cards - The list of cards.
 * @csspart entry - One card.
 * @csspart pager - The links to the other pages.
 * @includes TermCard
 * @cssprop [--term-area-reserve=80rem] - Space reserved for an area that arrives later.
 * @cssstate loading - The area is being loaded.
 * @cssstate late - The data was not there at once, and its space is still reserved.
 * @cssstate stale - An offline copy is shown, because the glossary could not be loaded.
 * @cssstate missing - The glossary has no such area or resource.
 * @cssstate error - The glossary could not be loaded.
 */
export class TermArea extends GlossaryElement {
  static override styles = [
    tokens,
    trailStyles,
    questionStyles,
    entryStyles,
    frameStyles,
    areaStyles,
  ];

  static override properties = {
    area: {},
    resource: {type: Number},
    perPage: {type: Number, attribute: 'per-page'},
  };

  /** Id or address of the area, or the address of one of its resources. */
  area = '';

  /**
   * Number of the page; by default that in the host page's address, else the
   * first.
   */
  resource: number | undefined = undefined;

  /** Terms on a page, for an area that has no resources of its own. */
  perPage: number | undefined = undefined;

  override headingLevel = AREA_LEVEL;

  readonly #page = new GlossaryQuery<AreaPage>(this, {
    key: () => areaRequest(this.#settings),
    content: () => areaKey(this.#settings),
    ask: (source, signal) => {
      const {area, resource, perPage} = this.#settings;
      return source.areaPage({area, resource, perPage}, signal);
    },
    answered: (answer) => {
      announce(this, areaReference(this.#settings), answer);
    },
  });

  readonly #locale = new LocaleController(this, () => !!this.area);

  constructor() {
    super();
    new DeepLinks(this);
    new StructuredDataController(this, () => this.#page.value, nodes);
  }

  /** @internal */
  get locale(): Locale {
    return this.#locale.current;
  }

  /** The page that the address asks for (`?margin=2`) comes before the attribute's. */
  get #settings(): AreaSettings {
    const {area, perPage, headingLevel, images} = this;
    const resource = askedPage(area) ?? this.resource;
    return {area, resource, perPage, headingLevel, images};
  }

  override render(): TemplateResult {
    const page = this.#page.value;
    return page
      ? areaTemplate(
          page,
          {
            ...this.#settings,
            locale: this.locale,
            renderRoot: this.renderRoot,
            requestUpdate: () => {
              this.requestUpdate();
            },
          },
          (link) => areaPageAddress(link, this.area, location.href),
        )
      : html`<slot></slot>`;
  }
}

const nodes = new LaterPart(() => import('./area-nodes.js'));
