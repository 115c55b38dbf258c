import type {AreaDraft, ResourceDraft} from '../published-page/draft.js';
import {set} from '../../files/json/set.js';
import type {RdfGraph, RdfNode, RdfValue} from './rdf-graph.js';
import {putText} from './texts.js';
import {type Draft, Translations} from '../reading/translations.js';

/** Collections: those that are areas, and those that are pages of one. */
export interface Collections {
  readonly areas: readonly RdfNode[];
  /** The areas of a concept by membership, as far as they are in no order. */
  readonly members: ReadonlyMap<RdfNode, readonly RdfNode[]>;
}

const isOrdered = (node: RdfNode) => node.isA('skos:OrderedCollection');

/** Whether a collection is only an order of concepts inside of an area. */
const isPage = (node: RdfNode) =>
  isOrdered(node) &&
  node.isBlank &&
  !node.has('skos:prefLabel') &&
  !node.has('dct:identifier');

/** Which collections are areas, and whose members are in no order of their own. */
export const collectionsOf = (graph: RdfGraph): Collections => {
  const all = new Set([
    ...graph.ofType('skos:Collection'),
    ...graph.ofType('skos:OrderedCollection'),
  ]);
  const areas = [...all].filter((node) => !isPage(node));
  const members = new Map<RdfNode, RdfNode[]>();
  for (const area of areas) {
    for (const value of area.peek('skos:member')) {
      const member = graph.node(value);
      if (!member || all.has(member)) continue;
      const known = members.get(member);
      if (known) known.push(area);
      else members.set(member, [area]);
    }
  }
  return {areas, members};
};

/** A collection as an area. */
export const areaOf = (
  node: RdfNode,
  id: string,
  ids: ReadonlyMap<RdfNode, string>,
  language: string | undefined,
): AreaDraft => {
  const {graph} = node;
  const area: Draft = {id};
  const translations = new Translations();
  const isOurs = node.has('dct:identifier');
  node.take('dct:identifier');
  const labels = node.has('skos:prefLabel')
    ? node.take('skos:prefLabel')
    : node.take('rdfs:label');
  putText(node, 'skos:prefLabel', labels, 'name', area, translations, language);
  if (!Object.hasOwn(area, 'name')) {
    graph.report.guessed(
      node.place,
      'a collection without a name gets its id for one',
    );
    area.name = id;
  }
  const curie = node.has('skos:definition')
    ? 'skos:definition'
    : 'dct:description';
  putText(
    node,
    curie,
    node.take(curie),
    'description',
    area,
    translations,
    language,
  );
  set(area, 'url', node.text('schema:url') ?? urlOf(node, isOurs));
  const resources: ResourceDraft[] = [];
  for (const value of node.take('skos:member')) {
    const member = graph.node(value);
    if (member && isPage(member)) resources.push(resourceOf(member, ids));
    else if (!member || !ids.has(member)) {
      node.drop('skos:member', 'a member that is not a concept', value.line);
    }
  }
  if (node.has('skos:memberList')) {
    resources.push({terms: termsOf(node, ids)});
  }
  if (resources.length) set(area, 'resources', resources);
  node.take('skos:inScheme');
  node.end();
  translations.into(area);
  return area as unknown as AreaDraft;
};

const urlOf = (node: RdfNode, isOurs: boolean) =>
  !isOurs && /^https?:\/\//i.test(node.name) ? node.name : undefined;

const resourceOf = (
  node: RdfNode,
  ids: ReadonlyMap<RdfNode, string>,
): ResourceDraft => {
  const number = Number(node.text('schema:position'));
  const url = node.text('schema:url');
  const terms = termsOf(node, ids);
  node.end();
  return {
    ...(Number.isInteger(number) && number > 0 ? {number} : {}),
    ...(url === undefined ? {} : {url}),
    terms,
  };
};

const termsOf = (
  node: RdfNode,
  ids: ReadonlyMap<RdfNode, string>,
): string[] => {
  const {graph} = node;
  const [list] = node.take('skos:memberList');
  return graph.list(list).flatMap((value: RdfValue) => {
    const member = graph.node(value);
    const id = member && ids.get(member);
    if (id === undefined) {
      node.drop(
        'skos:memberList',
        'a member that is not a concept',
        value.line,
      );
    }
    return id ?? [];
  });
};
