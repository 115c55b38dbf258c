import type {Locale} from '../glossary/locale/locale.js';
import type {AreaPage} from '../glossary/source.js';
import {areaTrail} from '../glossary/trail.js';
import {buildBreadcrumbList} from './breadcrumb-list.js';
import {buildCollectionPage} from './collection-page.js';
import {buildDefinedTermSets} from './defined-term.js';
import {areaQuestions, buildFaqPage, buildShownFaqPage} from './faq-page.js';
import {type JsonLdNode, typesOf} from './nodes.js';
import {areaAddress, type HostPage, pageRole} from './page-role.js';
import {withoutScripts} from './without-scripts.js';

/** Where a page is shown: its address is what relative ones are resolved against, unless it has another. */
interface Place {
  readonly base: string;
  readonly address?: string | undefined;
  readonly locale?: Locale | undefined;
}

type Derive = (page: AreaPage, place: Place) => JsonLdNode | undefined;

/** The blocks of a page in the order that published pages have them. */
const DERIVED = {
  BreadcrumbList: (page, {base, locale}) =>
    buildBreadcrumbList(areaTrail(page, locale), base),
  FAQPage: (page, {base}) => buildFaqPage(areaQuestions(page, base)),
  CollectionPage: (page, {base, address, locale}) =>
    buildCollectionPage(page, base, address, locale),
} satisfies Readonly<Record<string, Derive>>;

/** The types that are derived, in their usual order. */
export const DERIVED_TYPES = Object.keys(DERIVED) as (keyof typeof DERIVED)[];

const isDerived = (type: string): type is keyof typeof DERIVED =>
  Object.hasOwn(DERIVED, type);

/**
 * The blocks of a page in their order: names of derived types, or nodes of the
 * file.
 */
const blocksOf = ({resource}: AreaPage) =>
  resource?.page?.blocks ?? DERIVED_TYPES;

const derive = (
  type: string,
  page: AreaPage,
  place: Place,
): readonly JsonLdNode[] => {
  if (!isDerived(type)) return [];
  const node = DERIVED[type](page, place);
  return node ? [node] : [];
};

/**
 * The nodes of an area page as its publisher has it, with those that the file
 * has verbatim, except for addresses that run code: for exported pages, never
 * for a page that shows another publisher's file.
 */
export const buildAreaNodes = (
  page: AreaPage,
  base: string,
): readonly JsonLdNode[] =>
  blocksOf(page).flatMap((block) =>
    typeof block === 'string'
      ? derive(block, page, {base})
      : withoutScripts(block as JsonLdNode),
  );

/** The derived types that a block is, or stands for. */
const derivedTypes = (block: string | object): readonly string[] => {
  if (typeof block === 'string') return [block];
  const {'@graph': graph} = block as JsonLdNode;
  const nodes = [block, ...(Array.isArray(graph) ? (graph as object[]) : [])];
  return nodes
    .flatMap((node) => typesOf(Object(node) as JsonLdNode))
    .filter(isDerived);
};

/**
 * The nodes that an area adds to the page that shows it: all of the published
 * page where this is its address, else its questions and terms. They are derived
 * from what is on screen; nodes that the file brings along stay out.
 */
export const buildShownAreaNodes = (
  page: AreaPage,
  host: HostPage,
): readonly JsonLdNode[] => {
  const {base} = host;
  if (pageRole(areaAddress(page, base), host) === 'resource') {
    const types = new Set(blocksOf(page).flatMap(derivedTypes));
    return [...types].flatMap((type) => derive(type, page, host));
  }
  const questions = buildShownFaqPage(page, host);
  return [
    ...(questions ? [questions] : []),
    ...buildDefinedTermSets(page.entries, base),
  ];
};
