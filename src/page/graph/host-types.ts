import {warnOnce} from '../../glossary/warnings.js';
import {
  markupTypes,
  type PageAddresses,
  readJsonLd,
  statedTypes,
} from '../../structured-data/host-data.js';

/** Marks the scripts that are ours. */
export const MARK = 'data-term-elements';

/** Scripts of JSON-LD, of the host or of ours. */
export const JSON_LD = 'script[type^="application/ld+json" i]';

/** The scripts in which a host has JSON-LD. */
const HOST_SCRIPTS = `${JSON_LD}:not([${MARK}])`;

const read = new WeakMap<Element, {text: string; value: unknown}>();

/** Parsed once, however often the graph is written. */
const valueOf = (script: Element): unknown => {
  const text = script.textContent;
  const known = read.get(script);
  if (known?.text === text) return known.value;
  const value = readJsonLd(text);
  read.set(script, {text, value});
  if (value === undefined && text.trim()) warnOfFaulty(text);
  return value;
};

/** Characters of a faulty script that identify it to its author. */
const EXCERPT = 60;

const warnOfFaulty = (text: string): void => {
  const start = text.replace(/\s+/g, ' ').trim().slice(0, EXCERPT);
  warnOnce(
    'host-json',
    `a JSON-LD script of this page is not JSON, so that neither search engines nor this library can read it: ${start}`,
  );
};

/** The types that the host page states of itself, in JSON-LD, microdata or RDFa. */
export const hostTypes = (
  document: Document,
  page: PageAddresses,
): ReadonlySet<string> => {
  const types = new Set<string>();
  for (const script of document.querySelectorAll(HOST_SCRIPTS))
    statedTypes(valueOf(script), page, types);
  for (const element of document.querySelectorAll(
    '[itemscope][itemtype],[typeof]',
  )) {
    const stated = markupTypes({
      itemtype: element.getAttribute('itemtype'),
      typeof: element.getAttribute('typeof'),
      vocab: element.closest('[vocab]')?.getAttribute('vocab'),
    });
    for (const type of stated) types.add(type);
  }
  return types;
};
