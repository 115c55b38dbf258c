/** What each of our elements shows and states, as it would in a browser. */
import type {
  AreaPage,
  AreaRequest,
  Entry,
  GlossarySource,
  Locale,
  TrailStep,
} from 'term-elements/glossary';
import {
  areaKey,
  areaPageAddress,
  areaReference,
  areaRequest,
  areaSettings,
  areaTemplate,
  cardKey,
  cardRequest,
  cardSettings,
  derivedTrail,
  drawFigure,
  drawnFigure,
  entryTemplate,
  figureKey,
  figureLanguage,
  figureRequest,
  figureSettings,
  isTrail,
  localeReady,
  NO_QUESTIONS,
  NO_TRAIL,
  NOT_A_TRAIL,
  questionsKey,
  questionsRequest,
  questionsSettings,
  questionsTemplate,
  requestTrail,
  shownQuestions,
  trailKey,
  trailRequest,
  trailSettings,
  trailTemplate,
} from 'term-elements/prerendering';
import {
  buildBreadcrumbList,
  buildDefinedTermSet,
  buildDerivedTrail,
  buildShownAreaNodes,
  buildShownFaqPage,
  type HostPage,
} from 'term-elements/structured-data';
import {authorTrail} from './html/author-markup.js';
import {
  attribute,
  type Element,
  hasAttribute,
  languageOf,
  type Node,
} from '../documents/html/tree.js';
import {markContent} from './marks.js';
import {renderTemplate} from './render-template.js';
import type {Content, ShownTag, Surroundings} from './shown-element.js';
import {writtenQuestions} from './written-questions.js';

/** An element has nothing to show; the message gives the reason. */
export class NothingToShow extends Error {
  override readonly name = 'NothingToShow';
}

type Shows = (
  host: Element,
  page: Surroundings,
  /** What the author wrote into it. */
  own: readonly Node[],
) => Promise<Content | undefined>;

/** Reads the attributes of an element, for its settings. */
const attributesOf =
  (host: Element) =>
  (name: string): string | undefined =>
    attribute(host, name);

/** The strings that the element shows in a page. */
const localeOf = (host: Element): Promise<Locale> =>
  localeReady(languageOf(host));

const hostPageOf = (
  host: Element,
  {head}: Surroundings,
  locale?: Locale,
): HostPage => ({
  locale,
  address: head.address,
  base: head.base,
  structuredData: attribute(host, 'structured-data') ?? '',
});

const missing = (reference: string, {label}: GlossarySource) =>
  new NothingToShow(`"${reference}" is not in ${label}; check the spelling`);

const areaPageOf = async (
  host: Element,
  page: Surroundings,
  {area, resource, perPage}: AreaRequest,
): Promise<AreaPage> => {
  const source = page.sourceOf(host);
  const request = {area, resource, perPage};
  const found = await source.areaPage(request);
  if (found) return found;
  throw missing(areaReference(request), source);
};

const card: Shows = async (host, page) => {
  const settings = cardSettings(attributesOf(host));
  if (!cardRequest(settings)) return undefined;
  const source = page.sourceOf(host);
  const entry = await source.entry(settings.term);
  if (!entry) throw missing(settings.term, source);
  const {base} = page.head;
  const template = entryTemplate(entry, {
    ...settings,
    base,
    draw: drawFigure,
    locale: await localeOf(host),
  });
  return {
    key: cardKey(settings),
    html: markContent(renderTemplate(template), host, entry),
    nodes: [buildDefinedTermSet([entry], base)],
  };
};

const figure: Shows = async (host, page) => {
  const settings = figureSettings(attributesOf(host));
  let {figure: given} = settings;
  let entry: Entry | null | undefined;
  if (!given) {
    if (!figureRequest(settings)) return undefined;
    const source = page.sourceOf(host);
    entry = await source.entry(settings.term);
    if (!entry) throw missing(settings.term, source);
    given = entry.term.figure;
    if (!given) throw new NothingToShow(`"${settings.term}" has no figure`);
  }
  const locale = await localeOf(host);
  const language = figureLanguage(entry) ?? locale.language;
  let template: ReturnType<typeof drawnFigure>;
  try {
    template = drawnFigure(given, language, {draw: drawFigure, locale});
  } catch (error) {
    throw new NothingToShow((error as Error).message);
  }
  return {
    key: figureKey(settings),
    html: renderTemplate(template),
    nodes: [],
  };
};

const area: Shows = async (host, page) => {
  const settings = areaSettings(attributesOf(host));
  if (!areaRequest(settings)) return undefined;
  const found = await areaPageOf(host, page, settings);
  const locale = await localeOf(host);
  const view = {...settings, base: page.head.base, draw: drawFigure, locale};
  const template = areaTemplate(found, view, (link) =>
    areaPageAddress(link, settings.area, page.url),
  );
  return {
    key: areaKey(settings),
    html: markContent(renderTemplate(template), host, found),
    nodes: buildShownAreaNodes(found, hostPageOf(host, page, locale)),
  };
};

const questions: Shows = async (host, page, own) => {
  const settings = questionsSettings(attributesOf(host));
  if (!questionsRequest(settings)) {
    const written = await writtenQuestions(host, own, page, settings);
    if (!written) throw new NothingToShow(NO_QUESTIONS);
    return written;
  }
  const found = await areaPageOf(host, page, settings);
  const shown = shownQuestions(found.questions, found.links);
  const template = questionsTemplate(shown, settings);
  return {
    key: questionsKey(settings),
    html: markContent(renderTemplate(template), host, found),
    nodes: [buildShownFaqPage(found, hostPageOf(host, page))],
  };
};

const itemsOf = (host: Element): readonly TrailStep[] | undefined => {
  const items = attribute(host, 'items');
  if (items === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(items);
  } catch {
    // the error below says what is expected
  }
  if (isTrail(value)) return value;
  throw new NothingToShow(NOT_A_TRAIL);
};

const trail: Shows = async (host, page) => {
  const {address, base} = page.head;
  const settings = trailSettings(attributesOf(host));
  const items = itemsOf(host);
  const key = trailKey(settings, items);
  const locale = await localeOf(host);
  let steps = items;
  let node: object | undefined;
  if (items) {
    node = buildBreadcrumbList(items, base, address);
  } else if (trailRequest(settings)) {
    const source = page.sourceOf(host);
    const subject = await requestTrail(source, settings);
    if (!subject)
      throw missing(settings.term || areaReference(settings), source);
    const derived = derivedTrail(subject, locale);
    steps = derived.steps;
    node = buildDerivedTrail(derived, hostPageOf(host, page, locale));
  }
  if (!steps) {
    const own = authorTrail(host, base);
    if (!own.length) throw new NothingToShow(NO_TRAIL);
    return {nodes: [buildBreadcrumbList(own, base, address)]};
  }
  const nodes = [node];
  // One that is data only has nothing to show.
  if (hasAttribute(host, 'hidden')) return {key, html: '', nodes};
  const html = renderTemplate(trailTemplate(steps, locale));
  return html ? {key, html, nodes} : {nodes};
};

const SHOWS: Readonly<Record<ShownTag, Shows>> = {
  'term-card': card,
  'term-figure': figure,
  'term-area': area,
  'faq-block': questions,
  'breadcrumb-jsonld': trail,
};

/**
 * What an element shows and states; `undefined` if it has neither content nor
 * data.
 *
 * @param own What the author wrote into it.
 * @throws {NothingToShow} Where the glossary does not have it.
 */
export const contentOf = async (
  host: Element,
  page: Surroundings,
  own: readonly Node[],
): Promise<Content | undefined> => {
  const content = await SHOWS[host.tagName as ShownTag](host, page, own);
  return content && attribute(host, 'structured-data') === 'none'
    ? {...content, nodes: []}
    : content;
};
