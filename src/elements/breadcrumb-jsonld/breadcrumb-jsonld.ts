import {
  html,
  type PropertyValues,
  type TemplateResult,
  type nothing,
} from 'lit';
import {warnOnce} from '../../glossary/warnings.js';
import {announce} from '../../page/announce.js';
import {ChildWatch} from '../../page/child-watch.js';
import {GlossaryElement} from '../../page/glossary-element.js';
import {GlossaryQuery} from '../../page/glossary-query.js';
import {LocaleController} from '../../page/locale.js';
import {LaterPart} from '../../page/later-part.js';
import {usePart} from '../../page/use-part.js';
import {StructuredDataController} from '../../page/structured-data-controller.js';
import {tokens} from '../../page/tokens.styles.js';
import type {Locale} from '../../glossary/locale/locale.js';
import type {AreaPage, Entry} from '../../glossary/source.js';
import {derivedTrail, type TrailStep} from '../../glossary/trail.js';
import {trailStyles} from './breadcrumb-jsonld.styles.js';
import {
  isTrail,
  NOT_A_TRAIL,
  requestTrail,
  trailKey,
  trailRequest,
} from './trail-content.js';
import {trailTemplate} from './trail-template.js';

/**
 * The way to a page, on screen and as a `BreadcrumbList`: from `items`, from
 * the list or the links that the author wrote into it, or from what the page is about, an
 * area, a resource or a term. With `hidden` it is data only.
 *
 * @element breadcrumb-jsonld
 * @slot - The author's own trail, which stays as it is.
 * @fires {TermLoadEvent} term-load - The trail of the area or term is on screen.
 * @fires {TermErrorEvent} term-error - It could not be loaded; `code` says why.
 * @csspart trail - The whole trail, a `<nav>`.
 * @csspart step - One step.
 * @cssstate loading - The glossary is being loaded.
 * @cssstate late - The data was not there at once, and its space is still reserved.
 * @cssstate stale - An offline copy is shown, because the glossary could not be loaded.
 * @cssstate missing - The glossary has no such area or term.
 * @cssstate error - The glossary could not be loaded.
 * @omits heading-level images bilingual
 */
export class BreadcrumbJsonld extends GlossaryElement {
  static override styles = [tokens, trailStyles];

  static override properties = {
    items: {type: Array},
    area: {},
    resource: {type: Number},
    term: {},
  };

  /** The steps, as JSON in the attribute: `[{"name": "Home", "url": "/"}, …]`. */
  items: readonly TrailStep[] | undefined = undefined;

  /** Id or address of the area that the page is about. */
  area = '';

  /** Number of the area's resource that the page is. */
  resource: number | undefined = undefined;

  /** Id or address of the term that the page is about. */
  term = '';

  #own: readonly TrailStep[] = [];

  readonly #derived = new GlossaryQuery<AreaPage | Entry>(this, {
    key: () => (this.items ? undefined : trailRequest(this)),
    content: () => trailKey(this, this.items),
    ask: (source, signal) => requestTrail(source, this, signal),
    answered: (answer) => {
      announce(this, this.term || this.area, answer);
    },
  });

  readonly #locale = new LocaleController(
    this,
    () => !!(this.items ?? trailRequest(this)),
  );

  constructor() {
    super();
    new ChildWatch(this, () => {
      if (this.#isOwn) void this.#readOwn();
    });
    new StructuredDataController(
      this,
      () => (this.items ? undefined : this.#derived.value) ?? this.#trail,
      nodes,
    );
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // An attribute that is not JSON is `null` here.
    const isGiven = this.items ?? this.hasAttribute('items');
    if (changed.has('items') && isGiven && !isTrail(this.items)) {
      this.items = undefined;
      warnOnce('items', `<breadcrumb-jsonld> ${NOT_A_TRAIL}`);
    }
    const isOther = (['items', 'area', 'term'] as const).some((name) =>
      changed.has(name),
    );
    if (isOther && this.hasUpdated && this.#isOwn) void this.#readOwn();
  }

  /** @internal */
  get locale(): Locale {
    return this.#locale.current;
  }

  /** Whether the trail is the author's markup. */
  get #isOwn(): boolean {
    return !this.items && !trailRequest(this);
  }

  /** What is shown in place of the author's own trail. */
  get #given(): readonly TrailStep[] | undefined {
    const subject = this.#derived.value;
    return this.items ?? (subject && derivedTrail(subject, this.locale).steps);
  }

  /** The steps that the structured data states as they are. */
  get #trail(): readonly TrailStep[] | undefined {
    const own = this.#isOwn && this.#own.length;
    return this.items ?? (own ? this.#own : undefined);
  }

  override render(): TemplateResult | typeof nothing {
    const trail = this.#given;
    return trail ? trailTemplate(trail, this.locale) : html`<slot></slot>`;
  }

  /** The author's trail is on screen as it is, so its data may come later. */
  #readOwn(): Promise<void> {
    const load = () => import('../author-markup.js');
    return usePart(this, '', load, ({readAuthorTrail}) => {
      this.#own = readAuthorTrail(this, () => this.#isOwn);
      this.requestUpdate();
    });
  }
}

const nodes = new LaterPart(() => import('./trail-nodes.js'));
