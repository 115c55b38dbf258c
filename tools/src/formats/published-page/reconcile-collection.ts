import {absoluteKey, sameAddress} from './address.js';
import {type Node, nodesOf, textOf} from './nodes.js';
import type {PageCard, ReadPage} from './page.js';
import {words} from './same-text.js';
import {named, type Reconciliation, type Same} from './reconciliation.js';

/** Compares headline, address and cards with the `CollectionPage`. */
export const reconcileCollection = (
  page: ReadPage,
  node: Node,
  line: number,
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

  if (page.source) reconcileParts(page, node, line, reconciliation);
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
    if (!address) continue;
    const key = absoluteKey(address, page.url);
    if (!byAddress.has(key)) byAddress.set(key, article);
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

const addressOf = (article: Node) =>
  textOf(article, 'url') ?? textOf(article, '@id');

/**
 * Makes the articles those of the cards. A page whose data has no articles at
 * all does not describe its cards, which is its publisher's choice.
 */
const reconcileParts = (
  page: ReadPage,
  node: Node,
  line: number,
  reconciliation: Reconciliation,
): void => {
  const stated = nodesOf(node, 'hasPart');
  if (!stated.length) return;
  const articleOf = articlesOf(page, node);
  const of = new Map(page.cards.map((card) => [card, articleOf(card)]));
  const shown = new Set(of.values());
  const keyOf = (article: Node | undefined) => {
    const address = article && addressOf(article);
    return address === undefined ? undefined : absoluteKey(address, page.url);
  };
  const keys = new Set([...shown].map(keyOf));
  let isOther = false;
  for (const article of stated) {
    if (shown.has(article)) continue;
    isOther = true;
    const key = keyOf(article);
    const isRepeated = key !== undefined && keys.has(key);
    const name = named(textOf(article, 'headline') ?? addressOf(article) ?? '');
    reconciliation.correct(
      line,
      isRepeated
        ? `the JSON-LD has the article ${name} twice; the first counts`
        : `the JSON-LD has the article ${name}, which the page does not show; it is left out`,
    );
  }
  for (const [card, article] of of) {
    if (article) continue;
    isOther = true;
    reconciliation.correct(
      card.line,
      `the page shows ${named(card.name)}, of which its JSON-LD has no article; it is added`,
    );
    of.set(card, articleFor(card));
  }
  if (isOther) node.hasPart = [...new Set(of.values())];
};

const articleFor = ({url, name, text}: PageCard): Node => ({
  '@type': 'Article',
  '@id': url,
  url,
  headline: name,
  ...(text !== undefined && {description: text}),
});
