/** Links between the terms of several layers: an upper layer may rename or remove what a lower one links to. */
import {allReady, type Awaitable, whenReady} from '../awaitable.js';
import {listOf} from '../json-shapes.js';
import type {AreaPage, Entry, TermLinks} from '../source.js';
import type {RichText} from '../types.js';
import type {FoundEntry, LayeredTerms} from './layered-terms.js';
import {attempt} from './outcome.js';

/** Ids that a text links to: `[[id]]`, `[[id|label]]`. */
export const mentionedIds = (text: RichText | undefined): readonly string[] =>
  typeof text === 'object'
    ? [...text.markdown.matchAll(/\[\[([^\]|]+)/g)].map(([, id]) => id!.trim())
    : [];

/** An entry whose links lead to what other layers have. */
export const connectEntry = (
  entry: Entry,
  at: number,
  terms: LayeredTerms,
  signal: AbortSignal | undefined,
): Awaitable<Entry> => {
  const {term, links} = entry;
  const related = listOf(term.related);
  const use = term.deprecated?.use;
  const ids = [
    ...related,
    ...mentionedIds(term.definition),
    ...(use === undefined ? [] : [use]),
  ];
  return whenReady(othersOf(ids, links, at, terms, signal), (others) => {
    if (!others.size) return entry;
    const over = linksOver(links, others);
    return {
      ...entry,
      links: over,
      related: related.flatMap((id) => {
        const name = over.nameOf(id);
        if (name === undefined) return [];
        const known = others.get(id)?.term.id ?? id;
        return {id: known, name, url: over.addressOf(id)};
      }),
    };
  });
};

/** The links of the questions of an area page, leading to what other layers have. */
export const connectPage = (
  {questions, links}: AreaPage,
  at: number,
  terms: LayeredTerms,
  signal: AbortSignal | undefined,
): Awaitable<TermLinks> => {
  const ids = questions.flatMap(({answer}) => mentionedIds(answer));
  return whenReady(othersOf(ids, links, at, terms, signal), (others) =>
    linksOver(links, others),
  );
};

/**
 * What other layers than the one with these links have for ids: those above
 * for what it knows itself, all for what it does not. A failure counts as no
 * answer.
 */
const othersOf = (
  ids: readonly string[],
  links: TermLinks,
  at: number,
  terms: LayeredTerms,
  signal: AbortSignal | undefined,
): Awaitable<ReadonlyMap<string, FoundEntry['entry']>> => {
  const numbers = [...terms.precedence.layers.keys()];
  const answers = [...new Set(ids)].map((id) => {
    const isKnown = links.nameOf(id) !== undefined;
    const only = numbers.filter((index) =>
      isKnown ? index < at : index !== at,
    );
    const answer = only.length
      ? attempt(() => terms.find(id, signal, only))
      : undefined;
    return whenReady(answer, (outcome) => {
      const found = outcome && 'value' in outcome ? outcome.value : undefined;
      return [id, found?.entry] as const;
    });
  });
  return whenReady(
    allReady(answers),
    (entries) =>
      new Map(
        entries.flatMap(([id, entry]) =>
          entry === undefined ? [] : [[id, entry] as const],
        ),
      ),
  );
};

const linksOver = (
  links: TermLinks,
  others: ReadonlyMap<string, Entry | null>,
): TermLinks => ({
  origin: links.origin,
  addressOf: (id) =>
    others.has(id) ? others.get(id)?.url : links.addressOf(id),
  nameOf: (id) =>
    others.has(id) ? others.get(id)?.term.name : links.nameOf(id),
});
