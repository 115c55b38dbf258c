import type {Place, Report} from '../../terminal/report.js';
import {
  canonicalIri,
  type Curie,
  iriOf,
  shortIri,
  tagCasing,
} from './vocabulary.js';

/** The object of a triple. */
export interface RdfValue {
  readonly type: 'iri' | 'blank' | 'literal';
  /** The text, or what the node is called. */
  readonly value: string;
  /** BCP 47 tag of a text, if it has one. */
  readonly language: string | undefined;
  readonly line: number;
}

/** A term of RDF/JS, as `n3` and `jsonld` give them. */
export interface RdfTerm {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
}

/** The properties of one subject; those that were not read are reported. */
export class RdfNode {
  readonly #values = new Map<string, RdfValue[]>();
  #isVisited = false;

  constructor(
    readonly graph: RdfGraph,
    readonly name: string,
    readonly isBlank: boolean,
    readonly line: number,
  ) {}

  get place(): Place {
    return {file: this.graph.file, line: this.line};
  }

  get isVisited(): boolean {
    return this.#isVisited;
  }

  add(predicate: string, value: RdfValue): void {
    const known = this.#values.get(predicate);
    if (known) known.push(value);
    else this.#values.set(predicate, [value]);
  }

  has(curie: Curie): boolean {
    return this.#values.has(iriOf(curie));
  }

  isA(curie: Curie): boolean {
    const wanted = iriOf(curie);
    return this.peek('rdf:type').some(
      ({value}) => canonicalIri(value) === wanted,
    );
  }

  /** Values that another reader takes. */
  peek(curie: Curie): readonly RdfValue[] {
    return this.#values.get(iriOf(curie)) ?? [];
  }

  take(curie: Curie): readonly RdfValue[] {
    const values = this.peek(curie);
    this.#values.delete(iriOf(curie));
    return values;
  }

  /** The one text of a property without a language. */
  text(curie: Curie): string | undefined {
    const [first, ...others] = this.take(curie);
    for (const other of others) {
      this.drop(
        curie,
        'it has several values, of which the first is read',
        other.line,
      );
    }
    return first?.value;
  }

  /** The nodes of a property; a text is a node with that name only. */
  nodes(curie: Curie): readonly (RdfNode | RdfValue)[] {
    return this.take(curie).map((value) => this.graph.node(value) ?? value);
  }

  drop(curie: string, why: string, line = this.line): void {
    this.graph.report.dropped(
      {file: this.graph.file, line},
      `${curie}: ${why}`,
    );
  }

  /** Reports properties that were not read. */
  end(): void {
    if (this.#isVisited) return;
    this.#isVisited = true;
    this.#values.delete(iriOf('rdf:type'));
    for (const [predicate, [first]] of this.#values) {
      this.drop(
        shortIri(predicate),
        'a glossary has no field for it',
        first!.line,
      );
    }
  }
}

/** Triples by their subjects, in the order in which they came. */
export class RdfGraph {
  readonly #nodes = new Map<string, RdfNode>();

  constructor(
    readonly file: string,
    readonly report: Report,
  ) {}

  get nodes(): Iterable<RdfNode> {
    return this.#nodes.values();
  }

  add(
    subject: RdfTerm,
    predicate: RdfTerm,
    object: RdfTerm,
    line: number,
  ): void {
    const key = keyOf(subject);
    let node = this.#nodes.get(key);
    if (!node) {
      const isBlank = subject.termType === 'BlankNode';
      node = new RdfNode(this, subject.value, isBlank, line);
      this.#nodes.set(key, node);
    }
    const {termType, value, language} = object;
    node.add(canonicalIri(predicate.value), {
      type:
        termType === 'Literal'
          ? 'literal'
          : termType === 'BlankNode'
            ? 'blank'
            : 'iri',
      value,
      language: language ? tagCasing(language) : undefined,
      line,
    });
  }

  /** The node that a value names, if it has any property. */
  node({type, value}: RdfValue): RdfNode | undefined {
    if (type === 'literal') return undefined;
    return this.#nodes.get((type === 'blank' ? '_:' : '') + value);
  }

  ofType(curie: Curie): RdfNode[] {
    return [...this.#nodes.values()].filter((node) => node.isA(curie));
  }

  /** The items of a list (`rdf:first`, `rdf:rest`), each node of it once. */
  list(value: RdfValue | undefined): readonly RdfValue[] {
    const items: RdfValue[] = [];
    const seen = new Set<RdfNode>();
    for (let next = value && this.node(value); next && !seen.has(next);) {
      seen.add(next);
      items.push(...next.take('rdf:first').slice(0, 1));
      const [rest] = next.take('rdf:rest');
      next.end();
      next = rest && this.node(rest);
    }
    return items;
  }
}

const keyOf = ({termType, value}: RdfTerm) =>
  (termType === 'BlankNode' ? '_:' : '') + value;
