import {absoluteKey, sameAddress} from './address.js';
import {type Node, nodesOf, textOf} from './nodes.js';
import type {PageCard, ReadPage} from './page.js';
import {words} from './same-text.js';
import type {Same, Reconciliation} from './reconciliation.js';

/** Holds headline, address and cards against the `CollectionPage`. */
export const reconcileCollection = (
  page: ReadPage,
  node: Node,
  reconciliation: Reconciliation,
) => {
  page.headline = reconciliation.value(
    'headline',
    page.headline,
    page.headlineLine,
    node,
    ['headline'],
  );
  const {url} = page;
  const same: Same = (a, b) => sameAddress(a, b, url);
  reconciliation.value('address', url, page.urlLine, node, ['url'], same);
  page.url ??= textOf(node, 'url');

  const articleOf = articlesOf(page, node);
  for (const card of page.cards) {
    const article = articleOf(card);
    if (!article) continue;
    const {line} = card;
    const of = (what: string) => `${what} of "${card.name.slice(0, 60)}"`;
    card.url = reconciliation.value(
      of('address'),
      card.url,
      line,
      article,
      ['@id', 'url'],
      same,
    );
    card.name = reconciliation.value(of('name'), card.name, line, article, [
      'headline',
    ]);
    card.text = reconciliation.value(of('text'), card.text, line, article, [
      'description',
    ]);
  }
};

/** Finds the article of a card: by its address, else by a name that one has. */
const articlesOf = (page: ReadPage, node: Node) => {
  const byAddress = new Map<string, Node>();
  for (const article of nodesOf(node, 'hasPart')) {
    const address = textOf(article, 'url') ?? textOf(article, '@id');
    if (address) byAddress.set(absoluteKey(address, page.url), article);
  }
  const linked = new Set(page.cards.map(({url}) => absoluteKey(url, page.url)));
  const byName = new Map<string, Node | undefined>();
  for (const [address, article] of byAddress) {
    if (linked.has(address)) continue;
    const name = words(textOf(article, 'headline') ?? '');
    byName.set(name, byName.has(name) ? undefined : article);
  }
  return ({url, name}: PageCard): Node | undefined =>
    byAddress.get(absoluteKey(url, page.url)) ?? byName.get(words(name));
};
