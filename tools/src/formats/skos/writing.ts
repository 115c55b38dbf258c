import {
  DataFactory,
  type NamedNode,
  type Quad_Object,
  type Term,
  Writer,
} from 'n3';
import {type Curie, iriOf, PREFIXES, tagCasing} from './vocabulary.js';
import {
  HALF_CHARACTER,
  hasHalf,
  type ObjectReader,
} from '../writing/unwritten-properties.js';
import {translationsOf} from '../json-ld/values.js';
import type {Names} from './names.js';

const literal = (text: string, kind?: string | NamedNode) =>
  DataFactory.literal(text, kind);
const namedNode = (name: string) => DataFactory.namedNode(name);
const triple = (subject: NamedNode, curie: Curie, object: Value) =>
  DataFactory.quad(subject, namedNode(iriOf(curie)), object as Quad_Object);

/** The object of a triple, or a node that is written in its place. */
export type Value = Term;

/** A property with its values, in the order in which they are written. */
export type Property = readonly [Curie, readonly Value[]];

/** A tag as Turtle has it (`LANGTAG`). */
const TAG = /^[a-z]{1,8}(-[a-z\d]{1,8}){0,9}$/i;

/** What the nodes of one graph are written with. */
export class TurtleWriting {
  readonly writer: Writer;
  #text = '';

  constructor(
    readonly names: Names,
    /** Of the texts; those of a glossary that does not say have no tag. */
    readonly language: string | undefined,
  ) {
    this.writer = new Writer(
      {
        write: (text: string, _: string, done?: () => void) => {
          this.#text += text;
          done?.();
        },
        end: (done?: () => void) => done?.(),
      },
      {prefixes: PREFIXES, end: true},
    );
  }

  /** What was written since the last time. */
  flush(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }

  /** Ends the last triple. */
  end(): string {
    this.writer.end();
    return this.flush();
  }

  subject(name: string, type: Curie, properties: readonly Property[]): void {
    const subject = namedNode(name);
    this.writer.addQuad(triple(subject, 'rdf:type', iri(type)));
    for (const [curie, values] of properties) {
      for (const value of values) {
        this.writer.addQuad(triple(subject, curie, value));
      }
    }
  }

  /** A node without a name, written where it stands. */
  blank(type: Curie | undefined, properties: readonly Property[]): Value {
    const triples = [
      ...(type
        ? [{predicate: namedNode(iriOf('rdf:type')), object: iri(type)}]
        : []),
      ...properties.flatMap(([curie, values]) =>
        values.map((object) => ({
          predicate: namedNode(iriOf(curie)),
          object,
        })),
      ),
    ];
    return this.writer.blank(triples as never);
  }

  list(names: readonly string[]): Value {
    return this.writer.list(
      names.map((name) => namedNode(name)),
    ) as unknown as Value;
  }

  /** A text in the language of the glossary. */
  own(text: string): Value {
    const {language} = this;
    return language !== undefined && TAG.test(language)
      ? literal(text, tagCasing(language))
      : literal(text);
  }

  /** A text in another language. */
  tagged(text: string, language: string): Value {
    return literal(text, language);
  }

  /** A text of the glossary with those of its translations. */
  texts(
    reader: ObjectReader | undefined,
    others: readonly (readonly [language: string, texts: ObjectReader])[],
    key: string,
  ): Value[] {
    const own = reader && textIn(reader, key);
    return [
      ...(own === undefined ? [] : [this.own(own)]),
      ...others.flatMap(([language, texts]) => {
        const text = textIn(texts, key);
        return text === undefined ? [] : [literal(text, language)];
      }),
    ];
  }

  /** The translations of an object that RDF has a tag for. */
  translations(
    reader: ObjectReader,
  ): readonly (readonly [language: string, texts: ObjectReader])[] {
    const all = translationsOf(reader, {base: '', language: this.language});
    return all.filter(([tag, {keys, unwritten}]) => {
      const isTag = TAG.test(tag) && tagCasing(tag) === tag;
      if (!isTag) unwritten.drop(keys, 'RDF has no such language tag');
      return isTag;
    });
  }
}

/** A text that says something. */
export const textIn = (
  reader: ObjectReader,
  key: string,
): string | undefined => {
  const text = reader.text(key);
  if (text !== undefined && hasHalf(text)) {
    reader.unwritten.warn([...reader.keys, key], HALF_CHARACTER);
  }
  return text;
};

/** The texts of a list, each once: a graph holds no triple twice. */
export const distinct = (
  reader: ObjectReader,
  key: string,
): readonly string[] => {
  const texts = reader.texts(key);
  const once = [...new Set(texts)];
  if (once.length < texts.length) reader.drop(key, 'RDF holds a value once');
  if (once.some(hasHalf)) {
    reader.unwritten.warn([...reader.keys, key], HALF_CHARACTER);
  }
  return once;
};

export const iri = (curie: Curie): Value => namedNode(iriOf(curie));
export const node = (name: string): Value => namedNode(name);
export const plain = (text: string): Value => literal(text);

/** A value of a type of XML Schema, as it is written. */
export const typed = (text: string, type: string): Value =>
  literal(text, namedNode(PREFIXES.xsd + type));

/** A date with the type that it has, as far as it is one of a whole day or second. */
export const dated = (text: string): Value => {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return typed(text, 'date');
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.test(text)
    ? typed(text, 'dateTime')
    : literal(text);
};

export const some = (text: string | undefined): readonly Value[] =>
  text === undefined ? [] : [plain(text)];
