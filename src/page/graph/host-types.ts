import {typesOf} from '../../structured-data/nodes.js';

/** Marks the scripts that are ours. */
export const MARK = 'data-term-elements';

/** Types of which a page has one: if the host has it, ours stays out. */
export const SINGLE_TYPES = ['FAQPage', 'BreadcrumbList'] as const;

const HOST_SCRIPTS = `script[type^="application/ld+json" i]:not([${MARK}])`;
const MICRODATA = SINGLE_TYPES.map(
  (type) => `[itemscope][itemtype$="schema.org/${type}"]`,
).join();

const read = new WeakMap<Element, {text: string; types: ReadonlySet<string>}>();

/** Nodes deeper than this are not the page's own; it also bounds the walk. */
const MAX_DEPTH = 32;

/** Adds the types of all nodes in a value that was JSON-LD. */
export const collectTypes = (
  value: unknown,
  types: Set<string>,
  depth = 0,
): void => {
  if (typeof value !== 'object' || !value || depth > MAX_DEPTH) return;
  if (!Array.isArray(value)) {
    for (const type of typesOf(value as Record<string, unknown>))
      types.add(type);
  }
  for (const item of Object.values(value)) collectTypes(item, types, depth + 1);
};

const scriptTypes = (script: Element): ReadonlySet<string> => {
  const text = script.textContent;
  const known = read.get(script);
  if (known?.text === text) return known.types;
  const types = new Set<string>();
  try {
    collectTypes(JSON.parse(text), types);
  } catch {
    // A script that cannot be read says nothing about the page.
  }
  read.set(script, {text, types});
  return types;
};

/**
 * The types that the host page states itself, in JSON-LD (`@graph`, arrays and
 * nested nodes included) or in microdata. Its nodes are read, never changed.
 */
export const hostTypes = (document: Document): ReadonlySet<string> => {
  const types = new Set<string>();
  for (const script of document.querySelectorAll(HOST_SCRIPTS)) {
    for (const type of scriptTypes(script)) types.add(type);
  }
  for (const item of document.querySelectorAll(MICRODATA)) {
    types.add(item.getAttribute('itemtype')!.replace(/^.*\//, ''));
  }
  return types;
};
