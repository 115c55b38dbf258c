import {isObject} from 'term-elements/glossary';
import {CommandError} from '../../terminal/errors.js';
import {isDeeperThan} from '../../files/json/depth.js';
import {LocatedJson} from '../../files/json/located.js';
import type {Place} from '../../terminal/report.js';

/** A JSON object of the document. */
export type Properties = Readonly<Record<string, unknown>>;

/** No glossary has deeper data; it bounds every walk over a document. */
const MAX_DEPTH = 100;

type Keys = readonly (string | number)[];

/** A value as a list: JSON-LD does not distinguish one value from a list of one. */
export const listOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  if (isObject(value) && Object.keys(value).length === 1) {
    const inner: unknown = value['@list'] ?? value['@set'];
    if (Array.isArray(inner)) return inner;
  }
  return value === undefined || value === null ? [] : [value];
};

const PREFIX = /^(?:https?:\/\/schema\.org\/|schema:|schemaorg:)/;

/** A name of schema.org, however it is written. */
export const plainName = (name: string): string => name.replace(PREFIX, '');

/** The types of a node. */
export const typesOf = (node: Properties): readonly string[] =>
  listOf(node['@type']).flatMap((type) =>
    typeof type === 'string' ? [plainName(type)] : [],
  );

/** All nodes of a document: in order, by what they are called, and where they stand. */
export class JsonLdGraph {
  readonly #located: LocatedJson;
  readonly #keys = new Map<Properties, Keys>();
  readonly #byId = new Map<string, Properties[]>();

  /** @throws {CommandError} Where the text is no JSON, or nested too deeply. */
  constructor(
    readonly file: string,
    text: string,
  ) {
    const value = this.#parse(text);
    this.#located = new LocatedJson(text);
    this.#collect(value);
  }

  /** In the order of the document, those inside others after what holds them. */
  get nodes(): Iterable<Properties> {
    return this.#keys.keys();
  }

  place(node: Properties): Place {
    const {line} = this.#located.place(this.#keys.get(node) ?? []);
    return {file: this.file, line};
  }

  /** A node by what it is, where only its `@id` stands. */
  resolve(value: Properties, type?: string): Properties {
    const {'@id': id} = value;
    if (typeof id !== 'string' || Object.keys(value).length > 1) return value;
    const found = this.#byId.get(id) ?? [];
    const fitting = found.find((node) =>
      type === undefined ? true : typesOf(node).includes(type),
    );
    return fitting ?? found[0] ?? value;
  }

  #parse(text: string): unknown {
    const fail = (line: number, problem: string): never => {
      throw new CommandError(
        `${this.file}:${line}: ${problem}`,
        'The file has to be JSON-LD: {"@context": "https://schema.org", "@type": "DefinedTermSet", …}',
      );
    };
    let value: unknown;
    try {
      value = JSON.parse(text) as unknown;
    } catch {
      const [fault] = new LocatedJson(text).faults;
      return fail(fault?.line ?? 1, fault?.message ?? 'expected JSON');
    }
    if (isDeeperThan(value, MAX_DEPTH)) {
      fail(
        1,
        `lists and objects are nested more than ${MAX_DEPTH} levels deep`,
      );
    }
    if (typeof value !== 'object' || !value) {
      fail(1, 'expected an object or a list of objects');
    }
    return value;
  }

  #collect(root: unknown): void {
    const open: {value: unknown; keys: Keys}[] = [{value: root, keys: []}];
    for (let next = open.pop(); next; next = open.pop()) {
      const {value, keys} = next;
      if (typeof value !== 'object' || !value) continue;
      if (isObject(value)) this.#add(value, keys);
      const inner = Array.isArray(value)
        ? value.map((item, index) => ({
            value: item as unknown,
            keys: [...keys, index],
          }))
        : Object.entries(value)
            .filter(([key]) => key !== '@context')
            .map(([key, item]) => ({
              value: item as unknown,
              keys: [...keys, key],
            }));
      // The last one in is the first one out.
      for (const item of inner.reverse()) open.push(item);
    }
  }

  #add(node: Properties, keys: Keys): void {
    if ('@value' in node) return;
    this.#keys.set(node, keys);
    const {'@id': id} = node;
    if (typeof id !== 'string' || Object.keys(node).length === 1) return;
    const others = this.#byId.get(id);
    if (others) others.push(node);
    else this.#byId.set(id, [node]);
  }
}
