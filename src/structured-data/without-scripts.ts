/** Nodes that a file brings along, without addresses that run or hold something. Pure. */

/** Properties that are read, not followed; any text may begin with a word and a colon. */
const TEXTS = new Set([
  ...['name', 'alternateName', 'headline', 'alternativeHeadline', 'text'],
  ...['description', 'caption', 'abstract', 'articleBody', 'keywords'],
]);

/** After what URL parsing strips. */
const RUNS = /^(?:javascript|vbscript|data|blob|file|filesystem):/i;
// eslint-disable-next-line no-control-regex
const IGNORED = /[\u0000-\u0020]/g;

const isUnsafe = (value: unknown): boolean =>
  typeof value === 'string' && RUNS.test(value.replace(IGNORED, ''));

/**
 * A JSON value without the addresses in it that are no addresses of a page or a
 * thing: `javascript:`, `data:` and their like. The same object if it has none.
 * Texts (`name`, `description` and so on) stay as they are.
 */
export const withoutScripts = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  let isChanged = false;
  const cleaned = (item: unknown) => {
    const clean = withoutScripts(item);
    isChanged ||= clean !== item;
    return clean;
  };
  if (Array.isArray(value)) {
    const items = value.filter((item) => !isUnsafe(item)).map(cleaned);
    return isChanged || items.length < value.length ? (items as T) : value;
  }
  const properties = Object.entries(value);
  const kept = properties
    .filter(([name, item]) => TEXTS.has(name) || !isUnsafe(item))
    .map(([name, item]) => [name, cleaned(item)] as const);
  return isChanged || kept.length < properties.length
    ? (Object.fromEntries(kept) as T)
    : value;
};
