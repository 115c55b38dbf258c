/**
 * What the structured data of a host page says about that page. Its nodes are
 * read, never changed.
 */
import {isObject} from '../glossary/json-shapes.js';
import type {HostPage} from './page-role.js';
import {typesOf} from './nodes.js';

/**
 * Types of which a page has one node: if the host has one, ours is left out.
 */
export const SINGLE_TYPES = ['FAQPage', 'BreadcrumbList'] as const;

/** Addresses of the page, with which those in its data are compared. */
export type PageAddresses = Pick<HostPage, 'address' | 'base'>;

/** Properties by which a node has others that describe the same page. */
const ABOUT_THE_PAGE = [
  '@graph',
  'breadcrumb',
  'mainEntity',
  'mainEntityOfPage',
  'subjectOf',
  'hasPart',
];

/** Deeper nodes are not the page's own; it also bounds the walk. */
const MAX_DEPTH = 32;

/** How generators open a script that once had to be hidden from old browsers. */
const OPENING = /^\s*(?:\/\/|\/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*\/)?/;

const unwrapped = (text: string): string => {
  const start = OPENING.exec(text)?.[0].length;
  if (start === undefined) return text;
  const end = Math.max(text.lastIndexOf('-->'), text.lastIndexOf(']]>'));
  const inner = text.slice(start, Math.max(start, end)).trimEnd();
  return /(?:\/\/|\/\*)$/.test(inner) ? inner.slice(0, -2) : inner;
};

/**
 * The value of a JSON-LD script, also of one in a comment or a CDATA section;
 * `undefined` if it is not JSON.
 */
export const readJsonLd = (text: string): unknown => {
  for (const json of [text, unwrapped(text)]) {
    try {
      return JSON.parse(json) as unknown;
    } catch {
      // Not as it is; perhaps without what is around it.
    }
  }
  return undefined;
};

/** Two addresses of one page, however its origin, slash and query are written. */
const pathKey = (address: string, base: string): string | undefined =>
  URL.canParse(address, base)
    ? new URL(address, base).pathname.replace(/(?:\/index\.html?|\/)$/, '')
    : undefined;

type Node = Readonly<Record<string, unknown>>;

/** The page that a node is about, if it says so. An `@id` with a fragment is a name. */
const addressOf = ({url, '@id': id}: Node): string | undefined => {
  if (typeof url === 'string') return url;
  return typeof id === 'string' && !id.includes('#') ? id : undefined;
};

const isOfAnotherPage = (node: Node, {address, base}: PageAddresses) => {
  const own = addressOf(node);
  const path = own === undefined ? undefined : pathKey(own, base);
  return path !== undefined && path !== pathKey(address, base);
};

/** A trail of one step, as on home pages, is of no use to a search engine. */
const isTrail = ({itemListElement: steps}: Node): boolean =>
  !Array.isArray(steps) || steps.length > 1;

/**
 * The types that a JSON-LD value states of the page it is in: those of its
 * top-level nodes, of a `@graph`, and of what these have as breadcrumb, main
 * entity or part. A node whose address is that of another page, and all inside
 * it, describes that page.
 *
 * @param value What `readJsonLd` returned.
 */
export const statedTypes = (
  value: unknown,
  page: PageAddresses,
  types = new Set<string>(),
  depth = 0,
): ReadonlySet<string> => {
  if (depth > MAX_DEPTH) return types;
  if (Array.isArray(value)) {
    for (const item of value) statedTypes(item, page, types, depth + 1);
  } else if (isObject(value) && !isOfAnotherPage(value, page)) {
    for (const type of typesOf(value))
      if (type !== 'BreadcrumbList' || isTrail(value)) types.add(type);
    for (const property of ABOUT_THE_PAGE)
      statedTypes(value[property], page, types, depth + 1);
  }
  return types;
};

/** The attributes by which an element states a type. */
interface TypedMarkup {
  readonly itemtype?: string | null | undefined;
  readonly typeof?: string | null | undefined;
  /** Of the element, or the nearest one around it that has the attribute. */
  readonly vocab?: string | null | undefined;
}

const NAMESPACE = /^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/;

const tokens = (value: string | null | undefined): readonly string[] =>
  value?.trim().split(/\s+/) ?? [];

/** The types of schema.org that microdata or RDFa states on an element. */
export const markupTypes = ({
  itemtype,
  typeof: types,
  vocab,
}: TypedMarkup): readonly string[] => {
  const isSchemaOrg = /schema\.org/.test(vocab ?? '');
  return [
    ...tokens(itemtype).filter((type) => NAMESPACE.test(type)),
    ...tokens(types).filter((type) => isSchemaOrg || NAMESPACE.test(type)),
  ].map((type) => type.replace(NAMESPACE, ''));
};
