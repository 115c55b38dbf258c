import {isObject, type Person, tagKey} from 'term-elements/glossary';
import type {Place, Report} from '../../terminal/report.js';
import {
  type JsonLdGraph,
  listOf,
  plainName,
  type Properties,
  typesOf,
} from './graph.js';

/** A text with the language that it says to have. */
export interface LanguageText {
  readonly text: string;
  readonly language: string | undefined;
}

/** What the nodes of one document are read with. */
export interface Reading {
  readonly graph: JsonLdGraph;
  readonly report: Report;
  /** Of the texts that do not say; and those in it are no translations. */
  readonly language: string | undefined;
}

const UNREAD = new Set(['@context', '@type', '@id', '@graph']);

/**
 * Reads one node property by property; properties that were not read are
 * reported.
 */
export class NodeReader {
  readonly place: Place;
  readonly #values = new Map<string, unknown>();

  constructor(
    readonly node: Properties,
    readonly reading: Reading,
    place?: Place,
  ) {
    this.place = place ?? reading.graph.place(node);
    for (const [key, value] of Object.entries(node)) {
      if (!UNREAD.has(key)) this.#values.set(plainName(key), value);
    }
  }

  get id(): string | undefined {
    const {'@id': id} = this.node;
    return typeof id === 'string' && id && !id.startsWith('_:')
      ? id
      : undefined;
  }

  get types(): readonly string[] {
    return typesOf(this.node);
  }

  /** The values of a property, taken from what is left. */
  take(key: string): readonly unknown[] {
    const values = listOf(this.#values.get(key));
    this.#values.delete(key);
    return values;
  }

  /** The texts of a property, numbers among them. */
  texts(key: string): readonly LanguageText[] {
    return this.take(key).flatMap((value) => {
      const found = textOf(value);
      if (!found) this.drop(key, 'it is not a text');
      return found ? [found] : [];
    });
  }

  /** The one text of a property that has no language, such as an address. */
  text(key: string): string | undefined {
    const [first, ...others] = this.texts(key);
    if (others.length)
      this.drop(key, 'it has several values, of which the first is read');
    return first?.text;
  }

  /** An address: a text, or a node of which only the name is given. */
  address(key: string): string | undefined {
    const [first, ...others] = this.take(key);
    if (others.length)
      this.drop(key, 'it has several values, of which the first is read');
    if (isObject(first) && typeof first['@id'] === 'string')
      return first['@id'];
    return textOf(first)?.text;
  }

  /** The nodes of a property; a text stands for a node of that name. */
  nodes(key: string, type?: string): readonly NodeReader[] {
    return this.take(key).flatMap((value) => {
      if (isObject(value) && !('@value' in value)) {
        return [
          new NodeReader(this.reading.graph.resolve(value, type), this.reading),
        ];
      }
      const found = textOf(value);
      return found
        ? [new NodeReader({name: found.text}, this.reading, this.place)]
        : [];
    });
  }

  drop(key: string, why: string): void {
    this.reading.report.dropped(
      this.place,
      `${this.types[0] ?? 'node'}.${key.slice(0, 60)}: ${why}`,
    );
  }

  end(): void {
    for (const key of this.#values.keys()) {
      this.drop(key, 'a glossary has no field for it');
    }
    this.#values.clear();
  }
}

const textOf = (value: unknown): LanguageText | undefined => {
  if (typeof value === 'string') return {text: value, language: undefined};
  if (typeof value === 'number' || typeof value === 'boolean') {
    return {text: String(value), language: undefined};
  }
  if (!isObject(value)) return undefined;
  const {'@value': text, '@language': language} = value;
  if (typeof text !== 'string' && typeof text !== 'number') return undefined;
  return {
    text: String(text),
    language: typeof language === 'string' ? language : undefined,
  };
};

/** Texts by language: those of the glossary, and those of its translations. */
export const byLanguage = (
  texts: readonly LanguageText[],
  main: string | undefined,
): {
  readonly own: readonly string[];
  readonly others: ReadonlyMap<string, readonly string[]>;
} => {
  const own: string[] = [];
  const others = new Map<string, string[]>();
  for (const {text, language} of texts) {
    const isOwn =
      language === undefined ||
      (main !== undefined && tagKey(language) === tagKey(main));
    if (isOwn) own.push(text);
    else if (others.has(language)) others.get(language)!.push(text);
    else others.set(language, [text]);
  }
  return {own, others};
};

/** A person or an organization; one without a name is dropped. */
export const personOf = (
  reader: NodeReader | undefined,
): Person | undefined => {
  if (!reader) return undefined;
  const name = reader.text('name');
  const url = reader.address('url') ?? undefined;
  const type = (['Person', 'Organization'] as const).find((known) =>
    reader.types.includes(known),
  );
  reader.end();
  if (!name) return undefined;
  return {
    ...(type && {type}),
    name,
    ...(url === undefined ? {} : {url}),
  };
};
