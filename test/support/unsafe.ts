/** What in an output would run something, or ask somebody. */
import {type DefaultTreeAdapterTypes as Tree, parse} from 'parse5';

/** Whether following an address runs something, or shows what it holds itself. */
export const isUnsafe = (address: string): boolean =>
  /^(?:javascript|vbscript|data|blob|file):/i.test(
    address.replace(/[\0- ]/g, ''),
  );

/** Attributes that lead somewhere, and those whose address is loaded with the page. */
const LEADS = new Set([
  'href',
  'xlink:href',
  'action',
  'formaction',
  'cite',
  'ping',
]);
const LOADS = new Set(['src', 'srcset', 'poster', 'data', 'background']);

/** Properties of JSON-LD that are texts: names of kinds and languages, ids, values. */
const TEXT =
  /^(?:inLanguage|additionalType|identifier|value|name|alternateName|headline|description|text|caption|termCode|keywords|abstract|articleBody|@type|@value)$/;

/** Values of properties that are addresses, and those in markup of answers. */
export const unsafeInJsonLd = (value: unknown, key = ''): string[] => {
  if (typeof value === 'string') {
    const isText = TEXT.test(key);
    const links = [...value.matchAll(/href="([^"]*)"/g)].map(
      ([, link]) => link!,
    );
    return [...(isText ? [] : [value]), ...(key === 'text' ? links : [])]
      .filter(isUnsafe)
      .map((address) => `${key}: ${address}`);
  }
  if (typeof value !== 'object' || !value) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    unsafeInJsonLd(item, Array.isArray(value) ? key : name),
  );
};

/**
 * What in a page would run something that is not the site's own, or load
 * something from a stranger.
 *
 * @param own Origin of the page.
 */
export const unsafeInHtml = (
  html: string,
  own: string,
  stranger: string,
): string[] => {
  const found: string[] = [];
  const isStrange = (address: string) =>
    URL.canParse(address, own) &&
    new URL(address, own).origin === new URL(stranger).origin;
  const stack: Tree.Node[] = [parse(html)];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('content' in node) stack.push(node.content);
    if ('childNodes' in node) stack.push(...node.childNodes);
    if (!('tagName' in node)) continue;
    const {tagName, attrs} = node;
    const of = (name: string) =>
      attrs.find((attribute) => attribute.name === name)?.value;
    for (const {name, prefix, value} of attrs) {
      const full = prefix ? `${prefix}:${name}` : name;
      const leads = LEADS.has(full) || LOADS.has(full);
      const loads =
        LOADS.has(full) ||
        (tagName === 'link' &&
          full === 'href' &&
          /stylesheet|icon|preload|modulepreload|manifest/.test(
            of('rel') ?? '',
          ));
      if (/^on/.test(full) && !full.includes('-'))
        found.push(`<${tagName} ${full}="${value}">`);
      if (leads && isUnsafe(value))
        found.push(`<${tagName} ${full}="${value}">`);
      if (loads && isStrange(value))
        found.push(`<${tagName} ${full}="${value}">`);
    }
    const text =
      'childNodes' in node
        ? node.childNodes
            .map((child) => ('value' in child ? child.value : ''))
            .join('')
        : '';
    if (tagName === 'script' && /json/.test(of('type') ?? '')) {
      if (of('type') === 'application/ld+json')
        found.push(...unsafeInJsonLd(JSON.parse(text)));
    } else if (tagName === 'script' && text.includes('harmed'))
      found.push(text);
    if (tagName === 'style' && text.includes(stranger)) found.push(text);
    if (['iframe', 'object', 'embed', 'base'].includes(tagName))
      found.push(`<${tagName}>`);
  }
  return found;
};
