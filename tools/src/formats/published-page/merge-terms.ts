import {GlossaryIndex, ImageSchema, TermSchema} from 'term-elements/glossary';
import {set, setIfAbsent} from '../../files/json/set.js';
import {absoluteKey, slugOf, termPath} from './address.js';
import {allowed, type GlossaryDraft, type TermDraft} from './draft.js';
import {type Node, nodeOf, textOf} from './nodes.js';
import {cleanText, summaryFormOf} from './observe-forms.js';
import type {PageCard} from './page.js';
import {personOf} from './person.js';

/** A card with what the data of the page adds to it. */
export interface PublishedCard extends PageCard {
  /** The `Article` of the same address. */
  readonly article: Node | undefined;
  /** Text of the card, or else of its article. */
  readonly published: string | undefined;
}

/**
 * Brings the cards of a page into the glossary: what a page says replaces what
 * was known, what it does not say stays.
 *
 * @returns The id of each card's term, in their order.
 */
export const mergeTerms = (
  glossary: GlossaryDraft,
  cards: readonly PublishedCard[],
  mark: string,
): string[] => {
  const ids = new Ids(glossary);
  return cards.map((card) => {
    const {slug, kind} = termPath(card.url);
    const name = slug ?? slugOf(card.name);
    let term = ids.find(card.url, name, kind);
    if (!term) {
      term = {
        id: ids.free(name || 'term', kind),
        name: card.name,
        ...(kind === undefined ? {} : {kind}),
        summary: '',
      };
      ids.add(term, card.url);
    }
    update(term, card, kind, mark);
    return term.id;
  });
};

const update = (
  term: TermDraft,
  card: PublishedCard,
  kind: string | undefined,
  mark: string,
) => {
  const {article, published} = card;
  set(term, 'name', card.name);
  setIfAbsent(term, 'kind', kind);
  if (published !== undefined) {
    set(term, 'summary', cleanText(published, summaryFormOf(published, mark)));
  }
  if (card.url) set(term, 'url', card.url);
  const {published: date} = TermSchema.entries;
  const author = personOf(nodeOf(article, 'author'));
  set(term, 'image', mergeImage(term.image, nodeOf(article, 'image')));
  set(term, 'published', allowed(date, textOf(article, 'datePublished')));
  set(term, 'modified', allowed(date, textOf(article, 'dateModified')));
  set(term, 'author', author && {...term.author, ...author});
};

/** The picture that the page has, with what else was known of the same one. */
const mergeImage = (
  known: TermDraft['image'],
  node: Node | undefined,
): TermDraft['image'] => {
  const {url, width, height, caption} = ImageSchema.entries;
  const read = {
    url: allowed(url, node?.url),
    width: allowed(width, node?.width),
    height: allowed(height, node?.height),
    caption: allowed(caption, node?.caption),
  };
  if (read.url === undefined) return undefined;
  const published = Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== undefined),
  );
  const {url: address} = read;
  return known?.url === address
    ? {...known, ...published, url: address}
    : {...published, url: address};
};

/** Which ids and addresses are taken, and by what. */
class Ids {
  readonly #byId: Map<string, TermDraft | undefined>;
  readonly #byAddress = new Map<string, TermDraft>();

  constructor(readonly glossary: GlossaryDraft) {
    this.#byId = new Map();
    for (const term of glossary.terms) {
      if (term.name === null) {
        this.#byId.set(term.id, undefined);
        continue;
      }
      this.#byId.set(term.id, term);
      if (term.url) this.#claimAddress(term.url, term);
      for (const id of term.formerIds ?? []) {
        if (!this.#byId.has(id)) this.#byId.set(id, undefined);
      }
    }
  }

  /** The term of an address; one without an address goes by slug and kind. */
  find(
    url: string,
    slug: string,
    kind: string | undefined,
  ): TermDraft | undefined {
    if (url) {
      const known = this.#byAddress.get(absoluteKey(url));
      if (known) return known;
    }
    for (const id of [slug, `${kind}/${slug}`]) {
      const term = this.#byId.get(id);
      const sameKind = term?.kind === undefined || term.kind === kind;
      if (term && !term.url && sameKind) return term;
    }
    return undefined;
  }

  free(slug: string, kind: string | undefined): string {
    if (!this.#byId.has(slug)) return slug;
    const id = kind ? `${kind}/${slug}` : slug;
    let number = 1;
    while (this.#byId.has(number > 1 ? `${id}-${number}` : id)) number++;
    return number > 1 ? `${id}-${number}` : id;
  }

  add(term: TermDraft, url: string) {
    this.glossary.terms.push(term);
    this.#byId.set(term.id, term);
    if (url) this.#claimAddress(url, term);
  }

  #claimAddress(url: string, term: TermDraft) {
    const key = absoluteKey(url);
    if (!this.#byAddress.has(key)) this.#byAddress.set(key, term);
  }
}

/** An index of a glossary as it is now. */
export const indexOf = (glossary: GlossaryDraft): GlossaryIndex =>
  new GlossaryIndex(glossary);
