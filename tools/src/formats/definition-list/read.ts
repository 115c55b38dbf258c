import {fromHtmlNodes} from '../../documents/html/to-rich-text.js';
import {
  attribute,
  childElements,
  descendants,
  type Element,
  lineOf,
  parsePage,
} from '../../documents/html/tree.js';
import {isHostileHtml} from '../../documents/rich-text/hostile.js';
import {toText} from 'term-elements/rich-text';
import {CommandError} from '../../terminal/errors.js';
import type {Report} from '../../terminal/report.js';
import {firstSentences} from '../reading/first-sentences.js';
import type {Imported, Importer} from '../reading/importer.js';
import {keepValid} from '../reading/keep-valid.js';
import {ownContent, placeIn} from './own-content.js';

/** `<dl>` lists of a page: names in `<dt>`, what they mean in `<dd>`. */
export const definitionListImporter: Importer = {
  recognises: (file, start) =>
    /\.x?html?$/i.test(file) &&
    /<dl[\s>]/i.test(start) &&
    !PAGE_DATA.test(start),
  read,
};

/** A published page, which says more than its lists. */
const PAGE_DATA = /"(?:CollectionPage|DefinedTerm|DefinedTermSet|FAQPage)"/;

const wordsOf = (element: Element): string => {
  const {nodes} = ownContent(element.childNodes, () => false);
  const {text} = fromHtmlNodes(nodes);
  return text === undefined ? '' : toText(text).replace(/\s+/g, ' ').trim();
};

async function* read(
  input: Parameters<Importer['read']>[0],
  _: unknown,
  report: Report,
): AsyncGenerator<Imported> {
  const {file} = input;
  const html = await input.text();
  if (isHostileHtml(html)) {
    throw new CommandError(
      `${file}:1: expected HTML, received hundreds of tags that are never closed`,
      'Close them, or save the page again from a browser.',
    );
  }
  const elements = [...descendants(parsePage(html))];
  const language = elements
    .filter(({tagName}) => tagName === 'html')
    .map((element) => attribute(element, 'lang'))
    .find(Boolean);
  if (language) yield {type: 'glossary', value: {language}};
  const lists = elements.filter(({tagName}) => tagName === 'dl');
  const groups = lists.flatMap(groupsOf);
  // A name that comes twice in a page leads to the first.
  const terms = new Map(
    groups.toReversed().flatMap(({names}) => {
      const ids = names.flatMap(idsOf);
      return ids.map((id) => [id, ids[0]!] as const);
    }),
  );
  for (const group of groups) {
    const place = {file, line: lineOf(group.names[0]!)};
    const value = keepValid(termOf(group, terms, file, report), place, report);
    if (value) yield {type: 'term', value, line: place.line};
  }
  if (!lists.length) {
    throw new CommandError(
      `${file}:1: expected a <dl>, found none`,
      'A list of definitions is <dl><dt>NAME</dt><dd>MEANING</dd></dl>.',
    );
  }
}

interface Group {
  readonly names: readonly Element[];
  readonly meanings: readonly Element[];
}

/** Each run of `<dt>`s with the `<dd>`s after it. */
const groupsOf = (list: Element): readonly Group[] => {
  const groups: {names: Element[]; meanings: Element[]}[] = [];
  let group: {names: Element[]; meanings: Element[]} | undefined;
  const items = childElements(list).flatMap((child) =>
    child.tagName === 'div' ? childElements(child) : child,
  );
  for (const item of items) {
    if (item.tagName === 'dt') {
      if (!group || group.meanings.length)
        groups.push((group = {names: [], meanings: []}));
      group.names.push(item);
    } else if (item.tagName === 'dd') {
      group?.meanings.push(item);
    }
  }
  return groups;
};

/** The ids by which a page leads to a name. */
const idsOf = (name: Element): readonly string[] =>
  [name, ...descendants(name)].flatMap(
    (element) => attribute(element, 'id') || [],
  );

/** @param terms By places in the page, the ids of terms. */
const termOf = (
  {names, meanings}: Group,
  terms: ReadonlyMap<string, string>,
  file: string,
  report: Report,
): Record<string, unknown> => {
  const [first, ...others] = names as [Element, ...Element[]];
  const place = {file, line: lineOf(first)};
  const inside = [...descendants(first)];
  const abbreviation = inside.find(({tagName}) => tagName === 'abbr');
  const title = abbreviation && attribute(abbreviation, 'title')?.trim();
  const href = inside
    .filter(({tagName}) => tagName === 'a')
    .map((link) => attribute(link, 'href'))
    .find((url) => url && !url.startsWith('#'));
  const [id] = names.flatMap(idsOf);
  const own = ownContent(
    meanings.length === 1
      ? meanings[0]!.childNodes
      : meanings.flatMap((meaning) => meaning),
    (fragment) => terms.has(fragment),
  );
  const {text, dropped} = fromHtmlNodes(own.nodes, {
    termAt: (url) =>
      url.startsWith('#') ? terms.get(placeIn(url)) : undefined,
  });
  for (const {what, line} of [...own.dropped, ...dropped])
    report.dropped({file, line}, what);
  const words = text === undefined ? '' : toText(text).trim();
  const summary = firstSentences(words);
  const isAll = typeof text === 'string' && summary === words;
  if (words && !isAll && typeof text === 'string')
    report.guessed(place, 'summary: the first sentences of the text');
  return {
    id,
    name: title || wordsOf(first),
    aliases: others.length ? others.map(wordsOf).filter(Boolean) : undefined,
    abbreviation: title && abbreviation ? wordsOf(abbreviation) : undefined,
    url: href,
    summary: summary || undefined,
    definition: text !== undefined && !isAll ? text : undefined,
  };
};
