/** What each of our elements shows and states, as it would in a browser. */
import {
  type AreaPage,
  areaTrail,
  type DerivedTrail,
  type Entry,
  type GlossarySource,
  linkAddress,
  termTrail,
  type TrailStep,
} from 'term-elements/glossary';
import {
  areaTemplate,
  entryTemplate,
  questionsTemplate,
  shownQuestions,
  trailTemplate,
} from 'term-elements/prerendering';
import {
  buildBreadcrumbList,
  buildDefinedTermSet,
  buildDerivedTrail,
  buildFaqPage,
  buildShownAreaNodes,
  type HostPage,
  shownAreaQuestions,
} from 'term-elements/structured-data';
import {authorTrail} from './html/author-markup.js';
import {
  attribute,
  type Element,
  hasAttribute,
  type Node,
} from '../documents/html/tree.js';
import {markContent} from './marks.js';
import {renderTemplate} from './render-template.js';
import type {Content, ShownTag, Surroundings} from './shown-element.js';
import {writtenQuestions} from './written-questions.js';

/** An element has nothing to show; the message says why. */
export class NothingToShow extends Error {
  override readonly name = 'NothingToShow';
}

type Shows = (
  host: Element,
  page: Surroundings,
  /** What the author wrote into it. */
  own: readonly Node[],
) => Promise<Content | undefined>;

const text = (host: Element, name: string): string =>
  attribute(host, name) ?? '';

/** A number as Lit reads it of an attribute. */
const number = (host: Element, name: string): number | undefined => {
  const value = attribute(host, name);
  return value === undefined ? undefined : Number(value);
};

const viewOf = (host: Element, {head}: Surroundings, level = 3) => ({
  headingLevel: number(host, 'heading-level') ?? level,
  images: text(host, 'images'),
  base: head.base,
});

const hostPageOf = (host: Element, {head}: Surroundings): HostPage => ({
  address: head.address,
  structuredData: text(host, 'structured-data'),
});

const missing = (reference: string, {label}: GlossarySource) =>
  new NothingToShow(`"${reference}" is not in ${label}; check the spelling`);

const entryOf = async (host: Element, page: Surroundings): Promise<Entry> => {
  const source = page.sourceOf(host);
  const term = text(host, 'term');
  const entry = await source.entry(term);
  if (!entry) throw missing(term, source);
  return entry;
};

const areaPageOf = async (
  host: Element,
  page: Surroundings,
  perPage?: number,
): Promise<AreaPage> => {
  const source = page.sourceOf(host);
  const area = text(host, 'area');
  const resource = number(host, 'resource');
  const found = await source.areaPage({area, resource, perPage});
  if (found) return found;
  throw missing(
    resource === undefined ? area : `${area}, resource ${resource}`,
    source,
  );
};

const card: Shows = async (host, page) => {
  const term = text(host, 'term');
  if (!term) return undefined;
  const entry = await entryOf(host, page);
  const view = viewOf(host, page);
  return {
    key: [term, view.headingLevel],
    html: markContent(
      await renderTemplate(entryTemplate(entry, view)),
      host,
      entry,
    ),
    nodes: [buildDefinedTermSet([entry], page.head.address)],
  };
};

const area: Shows = async (host, page) => {
  const name = text(host, 'area');
  if (!name) return undefined;
  const perPage = number(host, 'per-page');
  const found = await areaPageOf(host, page, perPage);
  const view = viewOf(host, page, 2);
  const template = areaTemplate(found, view, (link) => {
    const own = linkAddress(link.url);
    if (own !== undefined) return own;
    const here = new URL(page.url);
    here.searchParams.set(name, String(link.number));
    here.hash = '';
    return here.href;
  });
  return {
    key: [name, number(host, 'resource'), perPage, view.headingLevel],
    html: markContent(await renderTemplate(template), host, found),
    nodes: buildShownAreaNodes(found, hostPageOf(host, page)),
  };
};

const questions: Shows = async (host, page, own) => {
  const level = viewOf(host, page).headingLevel;
  const group = hasAttribute(host, 'exclusive') ? 'questions' : undefined;
  const name = text(host, 'area');
  if (name) {
    const found = await areaPageOf(host, page);
    const shown = shownQuestions(found.questions, found.links);
    return {
      key: [name, number(host, 'resource'), level],
      html: markContent(
        await renderTemplate(questionsTemplate(shown, level, group)),
        host,
        found,
      ),
      nodes: [buildFaqPage(shownAreaQuestions(found, hostPageOf(host, page)))],
    };
  }
  return writtenQuestions(host, own, page, {headingLevel: level, group});
};

const isStep = (value: unknown): value is TrailStep => {
  const {name, url} = Object(value) as Record<string, unknown>;
  return (
    typeof name === 'string' && (url === undefined || typeof url === 'string')
  );
};

const itemsOf = (host: Element): readonly TrailStep[] | undefined => {
  const items = attribute(host, 'items');
  if (items === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(items);
  } catch {
    // told below
  }
  if (Array.isArray(value) && value.every(isStep)) return value;
  throw new NothingToShow(
    'items: expected JSON such as [{"name": "Home", "url": "/"}]',
  );
};

const derivedTrail = async (
  host: Element,
  page: Surroundings,
): Promise<DerivedTrail> => {
  if (text(host, 'term')) {
    const subject = await entryOf(host, page);
    return {steps: termTrail(subject), subject};
  }
  const subject = await areaPageOf(host, page);
  return {steps: areaTrail(subject), subject};
};

const trail: Shows = async (host, page) => {
  const {address, base} = page.head;
  const items = itemsOf(host);
  const [area, term] = [text(host, 'area'), text(host, 'term')];
  if (!items && !area && !term) {
    const own = authorTrail(host, base);
    return own.length
      ? {nodes: [buildBreadcrumbList(own, address)]}
      : undefined;
  }
  const derived = items ? undefined : await derivedTrail(host, page);
  const steps = items ?? derived?.steps ?? [];
  const level = viewOf(host, page).headingLevel;
  const key = items
    ? [items, level]
    : [area, number(host, 'resource'), term, level];
  const nodes = [
    derived
      ? buildDerivedTrail(derived, hostPageOf(host, page))
      : buildBreadcrumbList(steps, address),
  ];
  // One that is data only has nothing to show.
  if (hasAttribute(host, 'hidden')) return {key, html: '', nodes};
  const html = await renderTemplate(trailTemplate(steps));
  return html ? {key, html, nodes} : {nodes};
};

const SHOWS: Readonly<Record<ShownTag, Shows>> = {
  'term-card': card,
  'term-area': area,
  'faq-block': questions,
  'breadcrumb-jsonld': trail,
};

/**
 * What an element shows and states; `undefined` where it has nothing to say.
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
