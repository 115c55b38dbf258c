import {addressKey} from 'term-elements/glossary';
import type {AreaDraft, ResourceDraft} from '../published-page/draft.js';
import {areaPath, slugOf, termPath} from '../published-page/address.js';
import {set} from '../../files/json/set.js';
import {type ImportedTerm, keepValid} from '../reading/keep-valid.js';
import type {Properties} from './graph.js';
import {byLanguage, NodeReader, personOf, type Reading} from './node-reader.js';
import {questionsOf} from './questions.js';
import {imageOf, readDates} from './read-term.js';
import type {Step} from './trail.js';

/** A term that was found, and where. */
export interface FoundTerm {
  readonly value: ImportedTerm;
  readonly line: number;
}

export interface FoundArea {
  readonly value: AreaDraft;
  readonly line: number;
}

/**
 * Reads pages of cards and questions into areas. A page that names its area
 * (`identifier`) is ours; of any other one it follows from its address.
 */
export class PagesReader {
  readonly areas = new Map<string, FoundArea>();
  readonly #known = new Map<string, FoundTerm>();
  readonly #done = new Set<Properties>();
  readonly #ofPage = new Map<Properties, AreaDraft>();

  /** @param terms What was found; terms that only pages have are added. */
  constructor(
    readonly reading: Reading,
    readonly terms: FoundTerm[],
    readonly trail: readonly Step[],
  ) {}

  /** Lets cards find a term by its id, its address and the name of its node. */
  know(term: FoundTerm, nodeId: string | undefined): void {
    const {id, url} = term.value;
    for (const key of [
      id,
      url && addressKey(url),
      nodeId && addressKey(nodeId),
    ]) {
      if (key && !this.#known.has(key)) this.#known.set(key, term);
    }
  }

  readCollection(node: Properties): void {
    if (this.#done.has(node)) return;
    const reader = new NodeReader(node, this.reading);
    const id = reader.text('identifier');
    if (id === undefined) this.#readForeign(reader);
    else this.#readArea(reader, id);
  }

  /** @param next The page of cards that comes after it, or the last one. */
  readFaq(node: Properties, next: Properties | undefined): void {
    const reader = new NodeReader(node, this.reading);
    const [whole] = reader.nodes('isPartOf', 'CollectionPage');
    const id = whole?.text('identifier');
    const questions = questionsOf(reader, id !== undefined);
    const url = reader.address('url');
    const name = reader.text('name') ?? reader.text('headline');
    reader.end();
    if (!questions.length) return;
    let area = id === undefined ? undefined : this.areas.get(id)?.value;
    if (!area) {
      area =
        (next && this.#ofPage.get(next)) ?? this.#areaAt(url, name, reader);
      this.reading.report.guessed(
        reader.place,
        `FAQPage: its questions are those of the area ${area.id}`,
      );
    }
    const known = new Set(area.questions?.map(({question}) => question));
    const added =
      id === undefined
        ? questions.filter(({question}) => !known.has(question))
        : questions;
    area.questions = [...(area.questions ?? []), ...added];
  }

  /** An area with its pages, as we write it. */
  #readArea(reader: NodeReader, id: string): void {
    const draft: Record<string, unknown> = {id};
    const translations = new Map<string, Record<string, unknown>>();
    for (const key of ['name', 'description']) {
      const {own, others} = byLanguage(
        reader.texts(key),
        this.reading.language,
      );
      set(draft, key, own[0]);
      for (const [tag, [text]] of others) {
        translations.set(tag, {...translations.get(tag), [key]: text});
      }
    }
    if (!Object.hasOwn(draft, 'name'))
      draft.name = reader.text('headline') ?? id;
    set(draft, 'url', reader.address('url'));
    if (translations.size) {
      set(draft, 'translations', Object.fromEntries(translations));
    }
    const parts = reader.nodes('hasPart');
    const isPages = parts.every((part) =>
      part.types.includes('CollectionPage'),
    );
    if (parts.length) {
      const resources: ResourceDraft[] = isPages
        ? parts.map((part) => this.#resourceOf(part))
        : [{terms: this.#cardsOf(parts)}];
      set(draft, 'resources', resources);
    }
    this.#add(draft as unknown as AreaDraft, reader);
    reader.end();
  }

  #resourceOf(reader: NodeReader): ResourceDraft {
    this.#done.add(reader.node);
    const number = Number(reader.text('position'));
    const url = reader.address('url');
    const terms = this.#cardsOf(reader.nodes('hasPart'));
    // They follow from the area and its terms.
    for (const key of ['headline', 'description', 'publisher', 'image']) {
      reader.take(key);
    }
    reader.end();
    return {
      ...(Number.isInteger(number) && number > 0 ? {number} : {}),
      ...(url === undefined ? {} : {url}),
      terms,
    };
  }

  /** A page of another publisher. */
  #readForeign(reader: NodeReader): void {
    const url = reader.address('url') ?? reader.id;
    const headline = reader.text('headline') ?? reader.text('name');
    const area = this.#areaAt(url, headline, reader);
    this.#ofPage.set(reader.node, area);
    const {number} = areaPath(url ?? '');
    const terms = this.#cardsOf(reader.nodes('hasPart'));
    const description = reader.text('description');
    if (number === undefined && description !== undefined) {
      area.description ??= description;
    } else if (description !== undefined) {
      reader.drop('description', 'it is that of one page, not of the area');
    }
    area.resources = [
      ...(area.resources ?? []),
      {
        ...(number === undefined ? {} : {number}),
        ...(url === undefined ? {} : {url}),
        terms,
      },
    ];
    reader.take('publisher');
    reader.end();
  }

  /** The area of an address, made if it is not there yet. */
  #areaAt(
    url: string | undefined,
    headline: string | undefined,
    reader: NodeReader,
  ): AreaDraft {
    const path = url === undefined ? undefined : areaPath(url);
    const step = this.trail.find(
      (found) =>
        path &&
        found.url !== undefined &&
        addressKey(found.url) === addressKey(path.url),
    );
    const name = step?.name ?? nameIn(headline) ?? path?.id ?? 'Questions';
    const id = path?.id ?? (slugOf(name) || 'area');
    const known = this.areas.get(id);
    if (known) return known.value;
    this.reading.report.guessed(
      reader.place,
      `the area ${id} and its name ${JSON.stringify(name.slice(0, 60))} follow from the address and the headline of a page`,
    );
    const draft: AreaDraft = {id, name, ...(path ? {url: path.url} : {})};
    this.#add(draft, reader);
    return draft;
  }

  #add(draft: AreaDraft, {place}: NodeReader): void {
    if (this.areas.has(draft.id)) {
      this.reading.report.dropped(place, 'a duplicate area');
    } else this.areas.set(draft.id, {value: draft, line: place.line});
  }

  #cardsOf(parts: readonly NodeReader[]): string[] {
    return parts.flatMap((part) => {
      this.#done.add(part.node);
      const id = this.#cardOf(part);
      part.end();
      return id ?? [];
    });
  }

  /** The id of the term that an `Article` shows; it is made where it is new. */
  #cardOf(reader: NodeReader): string | undefined {
    const id = reader.text('identifier');
    const url = reader.address('url') ?? reader.id;
    const name = reader.text('headline') ?? reader.text('name');
    const summary = reader.text('description');
    const found: Record<string, unknown> = {};
    readDates(reader, found);
    const [author] = reader.nodes('author');
    set(found, 'author', personOf(author));
    const [image] = reader.nodes('image', 'ImageObject');
    set(found, 'image', image && imageOf(image));
    const known =
      this.#known.get(id ?? '') ??
      this.#known.get(url === undefined ? '' : addressKey(url));
    if (known) {
      // Texts that equal those of the term are left to the term.
      for (const [key, value] of Object.entries(found)) {
        if (value !== undefined && !Object.hasOwn(known.value, key)) {
          set(known.value as unknown as Record<string, unknown>, key, value);
        }
      }
      return known.value.id;
    }
    const {slug, kind} = url === undefined ? {} : termPath(url);
    const slugged = slug ?? slugOf(name ?? '');
    const free =
      this.#known.has(slugged) && kind ? `${kind}/${slugged}` : slugged;
    const value = keepValid(
      {
        id: id ?? (free || undefined),
        name,
        summary,
        kind: url === undefined ? undefined : kind,
        url,
        ...found,
      },
      reader.place,
      this.reading.report,
    );
    if (!value) return undefined;
    const term = {value, line: reader.place.line};
    this.terms.push(term);
    this.know(term, reader.id);
    return value.id;
  }
}

/** `Margin` of the headline `Margin ⎊ Area ⎊ Resource 4`. */
const nameIn = (headline: string | undefined): string | undefined => {
  if (headline === undefined) return undefined;
  const mark = / [^\p{L}\p{M}\p{N}\s] /u.exec(headline)?.index;
  return headline.slice(0, mark) || undefined;
};
