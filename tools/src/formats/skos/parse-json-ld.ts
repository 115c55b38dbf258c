import jsonld from 'jsonld';
import {CommandError} from '../../terminal/errors.js';
import {LocatedJson} from '../../files/json/located.js';
import type {Report} from '../../terminal/report.js';
import type {ImportInput} from '../reading/importer.js';
import {JsonLdGraph, type Properties} from '../json-ld/graph.js';
import {RdfGraph, type RdfTerm} from './rdf-graph.js';

/** Stands for the address of the file, which relative names are resolved against. */
const BASE = 'https://glossary.invalid/';

interface Quad {
  readonly subject: RdfTerm;
  readonly predicate: RdfTerm;
  readonly object: RdfTerm;
}

/**
 * JSON-LD as triples. Contexts have to stand in the file: none is fetched.
 *
 * @throws {CommandError} With the line.
 */
export const readJsonLd = async (
  input: ImportInput,
  report: Report,
): Promise<RdfGraph> => {
  const {file} = input;
  const text = await input.text();
  const source = new JsonLdGraph(file, text);
  const lines = linesOf(source);
  const graph = new RdfGraph(file, report);
  let refused: string | undefined;
  let quads: readonly Quad[];
  try {
    quads = (await jsonld.toRDF(JSON.parse(text) as object, {
      base: BASE,
      documentLoader: (address: string) => {
        refused ??= address;
        return Promise.reject(new Error('not fetched'));
      },
    })) as unknown as readonly Quad[];
  } catch (error) {
    throw faultOf(error, refused, file, text);
  }
  for (const {subject, predicate, object} of quads) {
    const from = localTerm(subject);
    graph.add(from, predicate, localTerm(object), lines(from.value));
  }
  return graph;
};

/** The name as the file has it, where it is a relative one. */
const localTerm = (term: RdfTerm): RdfTerm =>
  term.termType === 'NamedNode' && term.value.startsWith(BASE)
    ? {termType: term.termType, value: term.value.slice(BASE.length)}
    : term.termType === 'BlankNode'
      ? {termType: term.termType, value: term.value.replace(/^_:/, '')}
      : term;

/** Where subjects stand, by the last part of what the file calls them. */
const linesOf = (source: JsonLdGraph): ((iri: string) => number) => {
  const byName = new Map<string, Properties>();
  for (const node of source.nodes) {
    const id = node['@id'] ?? node.id ?? node.uri;
    if (typeof id !== 'string' || Object.keys(node).length === 1) continue;
    for (const name of [id, lastPart(id)]) {
      if (!byName.has(name)) byName.set(name, node);
    }
  }
  return (iri) => {
    const node = byName.get(iri) ?? byName.get(lastPart(iri));
    return node ? source.place(node).line : 1;
  };
};

const lastPart = (iri: string): string =>
  iri.slice(
    Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'), iri.lastIndexOf(':')) +
      1,
  );

const faultOf = (
  error: unknown,
  refused: string | undefined,
  file: string,
  text: string,
) => {
  if (refused !== undefined) {
    const at = text.indexOf(JSON.stringify(refused));
    const {line} = new LocatedJson(text).placeOf(Math.max(0, at));
    return new CommandError(
      `${file}:${line}: expected a context that stands in the file, received the address ${refused.slice(0, 200)}, which is not fetched`,
      /schema\.org/.test(refused)
        ? 'For terms of schema.org (DefinedTerm) use --from jsonld. For SKOS, write the context into the file: "@context": {"skos": "http://www.w3.org/2004/02/skos/core#"}'
        : 'Write the context into the file: "@context": {"skos": "http://www.w3.org/2004/02/skos/core#"}',
    );
  }
  const {message, details} = error as Error & {details?: {code?: string}};
  return new CommandError(
    `${file}:1: ${(details?.code ?? message).slice(0, 200)}`,
    'The file has to be JSON-LD with its context inside.',
  );
};
