import {set} from '../../files/json/set.js';
import type {GlossaryDraft} from '../published-page/draft.js';
import type {Report} from '../../terminal/report.js';
import type {
  Imported,
  Importer,
  ImportInput,
  ImportOptions,
} from '../reading/importer.js';
import {keepValid} from '../reading/keep-valid.js';
import {areaOf, collectionsOf} from './collections.js';
import {termOf} from './read-concept.js';
import type {RdfGraph, RdfNode} from './rdf-graph.js';
import {languageTag} from './language-tag.js';
import {personOf, textsOf} from './texts.js';
import {type Draft} from '../reading/translations.js';
import {shortIri} from './vocabulary.js';

type Head = Partial<Omit<GlossaryDraft, 'terms' | 'areas'>>;

const isJson = (file: string, start: string) =>
  /\.(jsonld|json)$/i.test(file) || /^\s{0,99}[[{]\s{0,99}["{]/.test(start);

/** A concept scheme with its concepts and collections, in Turtle or JSON-LD. */
export const skosImporter: Importer = {
  recognises: (file, start) =>
    /\.(ttl|turtle|nt|nq|trig)$/i.test(file) ||
    (isJson(file, start) && /skos[:/#]|\/skos\/core/.test(start)),
  read,
};

async function* read(
  input: ImportInput,
  options: ImportOptions,
  report: Report,
): AsyncGenerator<Imported> {
  const graph = await readGraph(input, report);
  const [scheme, ...others] = graph.ofType('skos:ConceptScheme');
  for (const other of others) {
    report.dropped(
      other.place,
      'skos:ConceptScheme: another scheme; its concepts are read into the first one',
    );
    other.end();
  }
  const concepts = graph.ofType('skos:Concept');
  const language = languageOf(scheme, concepts, options, report);
  if (scheme) yield {type: 'glossary', value: headOf(scheme, language)};
  else if (language !== undefined) yield {type: 'glossary', value: {language}};
  const {areas, members} = collectionsOf(graph);
  const ids = idsOf(concepts);
  const areaIds = idsOf(areas);
  const memberships = new Map(
    [...members].map(([node, within]) => [
      node,
      within.map((area) => areaIds.get(area)!),
    ]),
  );
  for (const node of concepts) {
    const found = termOf(node, {language, ids, memberships, areaIds});
    const value = keepValid(found, node.place, report);
    if (value) yield {type: 'term', value, line: node.line};
  }
  for (const node of areas) {
    const value = areaOf(node, areaIds.get(node)!, ids, language);
    yield {type: 'area', value, line: node.line};
  }
  reportRest(graph, concepts.length, report);
}

/** Each of the two parsers is large, and a file needs one of them. */
const readGraph = async (
  input: ImportInput,
  report: Report,
): Promise<RdfGraph> => {
  if (/\.(jsonld|json)$/i.test(input.file)) {
    const {readJsonLd} = await import('./parse-json-ld.js');
    return readJsonLd(input, report);
  }
  const {readTurtle} = await import('./parse-turtle.js');
  return readTurtle(input, report);
};

/** Nodes that are neither concepts nor parts of one. */
const reportRest = (graph: RdfGraph, count: number, report: Report) => {
  if (!count) {
    report.warning(
      {file: graph.file, line: 1},
      'there is no skos:Concept in it',
    );
  }
  for (const node of graph.nodes) {
    if (node.isVisited) continue;
    const [type] = node.peek('rdf:type');
    const what = type ? shortIri(type.value) : 'node without a type';
    report.dropped(node.place, `a ${what}, for which a glossary has no field`);
  }
};

const headOf = (scheme: RdfNode, language: string | undefined): Head => {
  const head: Draft = {};
  const titles = (
    ['dct:title', 'skos:prefLabel', 'rdfs:label'] as const
  ).flatMap((curie) => scheme.take(curie));
  const {own, others} = textsOf(titles, language);
  set(head, 'name', own[0]);
  if (others.size) {
    const names = [...others].map(([tag, [name]]) => [tag, {name}]);
    set(head, 'translations', Object.fromEntries(names));
  }
  const isHttp = /^https?:\/\//i.test(scheme.name);
  const isOurs = scheme.has('dct:identifier');
  scheme.take('dct:identifier');
  set(
    head,
    'url',
    scheme.text('schema:url') ?? (isHttp && !isOurs ? scheme.name : undefined),
  );
  set(head, 'language', languageTag(scheme.text('dct:language')) ?? language);
  const [publisher] = scheme.nodes('dct:publisher');
  set(head, 'publisher', personOf(publisher));
  scheme.take('skos:hasTopConcept');
  scheme.end();
  return head as Head;
};

/**
 * The language of the glossary: as asked for, as the scheme says, none where a
 * name has none, else the one in which most concepts have a name.
 */
const languageOf = (
  scheme: RdfNode | undefined,
  concepts: readonly RdfNode[],
  {language}: ImportOptions,
  report: Report,
): string | undefined => {
  const [stated] = scheme?.peek('dct:language') ?? [];
  if (language !== undefined) return language;
  const tag = languageTag(stated?.value);
  if (tag !== undefined) return tag;
  const counts = new Map<string, number>();
  for (const concept of concepts) {
    const labels = concept.peek('skos:prefLabel');
    for (const {language: tag} of labels) {
      if (tag === undefined) return undefined;
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (!first) return undefined;
  const [found] = first;
  report.guessed(
    concepts[0]!.place,
    `the language of the glossary is ${found}, in which most concepts have a name; --language says otherwise`,
  );
  return found;
};

/** The ids of nodes: as they say, by their notation, or by the end of their names. */
const idsOf = (nodes: readonly RdfNode[]): ReadonlyMap<RdfNode, string> => {
  const ids = new Map<RdfNode, string>();
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const stated = (node: RdfNode) => node.peek('dct:identifier')[0]?.value;
  for (const node of nodes) {
    const id = stated(node);
    if (id) taken.add(id);
  }
  for (const node of nodes) {
    const own = stated(node);
    if (own) {
      ids.set(node, own);
      continue;
    }
    const base = idOf(node);
    let id = base;
    for (let count = counts.get(base) ?? 2; taken.has(id); count++) {
      id = `${base}-${count}`;
      counts.set(base, count + 1);
    }
    taken.add(id);
    ids.set(node, id);
    if (id !== base) {
      node.graph.report.guessed(
        node.place,
        `several are called ${base.slice(0, 60)}; the id ${id.slice(0, 60)} is made up`,
      );
    }
  }
  return ids;
};

const idOf = (node: RdfNode): string => {
  // Codes such as 12.3 are ids; words are abbreviations.
  const notation = node.peek('skos:notation')[0]?.value;
  if (notation && !/\p{L}/u.test(notation)) return notation;
  if (node.isBlank) return node.peek('skos:prefLabel')[0]?.value ?? node.name;
  const parts = node.name.split(/[#/]/).filter(Boolean);
  const last = parts.at(-1) ?? node.name;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
};
