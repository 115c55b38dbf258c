import {set} from '../../files/json/set.js';
import {type DirectField, directFields, valueOf} from '../../fields/direct.js';
import {noteOf, personOf, putText, textsOf} from './texts.js';
import {type Draft, Translations} from '../reading/translations.js';
import {RdfNode, type RdfValue} from './rdf-graph.js';
import type {Curie} from './vocabulary.js';

/** What the concepts of one graph are read with. */
export interface ConceptReading {
  readonly language: string | undefined;
  /** The id of a concept, by its node. */
  readonly ids: ReadonlyMap<RdfNode, string>;
  /** The areas that a concept is a member of, by its node. */
  readonly memberships: ReadonlyMap<RdfNode, readonly string[]>;
  readonly areaIds: ReadonlyMap<RdfNode, string>;
}

/** A `skos:Concept` as a term. */
export const termOf = (node: RdfNode, reading: ConceptReading): Draft => {
  const {language} = reading;
  const term: Draft = {};
  const translations = new Translations();
  const isOurs = node.has('dct:identifier');
  set(term, 'id', reading.ids.get(node));
  node.take('dct:identifier');
  readNames(node, term, translations, language);
  readNotes(node, term, translations, language);
  set(term, 'kind', node.text('dct:type'));
  const page = node.text('schema:url') ?? node.text('foaf:page');
  const own =
    !isOurs && /^https?:\/\//i.test(node.name) ? node.name : undefined;
  set(term, 'url', page ?? own);
  set(term, 'formerIds', listOf(node.take('dct:replaces')));
  for (const field of [...FIELDS.others, ...FIELDS.dates]) {
    readDirect(node, field, term, translations, language);
  }
  const [author] = node.nodes('dct:creator');
  set(term, 'author', personOf(author));
  readImage(node, term, translations, language);
  readSources(node, term);
  readReferences(node, term, reading);
  for (const curie of ['skos:inScheme', 'skos:topConceptOf'] as const) {
    node.take(curie);
  }
  node.end();
  translations.into(term);
  return term;
};

const FIELDS = directFields('skos');

/** What the table of fields declares properties for. */
const readDirect = (
  node: RdfNode,
  field: DirectField<'skos'>,
  term: Draft,
  translations: Translations,
  language: string | undefined,
) => {
  const {name, shape, property} = field;
  const curie = property.find((known) => node.has(known));
  if (!curie) return;
  if (shape === 'texts') set(term, name, listOf(node.take(curie)));
  else if (shape === 'date') set(term, name, node.text(curie));
  else if (shape === 'number' || shape === 'flag') {
    const read = valueOf(field, node.text(curie) ?? '');
    if ('value' in read) set(term, name, read.value);
    else node.drop(curie, `expected ${read.expected}`);
  } else {
    const texts = node.take(curie);
    putText(node, curie, texts, name, term, translations, language);
  }
};

const listOf = (values: readonly RdfValue[]): readonly string[] | undefined =>
  values.length ? values.map(({value}) => value) : undefined;

const readNames = (
  node: RdfNode,
  term: Draft,
  translations: Translations,
  language: string | undefined,
) => {
  const labels = node.has('skos:prefLabel')
    ? node.take('skos:prefLabel')
    : node.take('rdfs:label');
  putText(
    node,
    'skos:prefLabel',
    orFirst(node, 'name', labels, language),
    'name',
    term,
    translations,
    language,
  );
  const {own, others} = textsOf(node.take('skos:altLabel'), language);
  if (own.length) set(term, 'aliases', own);
  for (const [tag, names] of others) translations.put(tag, ['aliases'], names);
  // Where a concept has an id of its own, a notation is no id.
  const notation = node.text('skos:notation');
  if (notation !== undefined && notation !== term.id) {
    set(term, 'abbreviation', notation);
  }
};

/** A text that every term needs: in another language rather than none. */
const orFirst = (
  node: RdfNode,
  key: string,
  values: readonly RdfValue[],
  language: string | undefined,
): readonly RdfValue[] => {
  const [first] = values;
  if (!first || textsOf(values, language).own.length) return values;
  node.graph.report.guessed(
    node.place,
    `${key}: no value in ${language ?? 'no language'}; the one in ${first.language} is used`,
  );
  return [{...first, language: undefined}, ...values.slice(1)];
};

const SUMMARIES = [
  'skos:definition',
  'dct:description',
  'rdfs:comment',
  'skos:scopeNote',
] as const;

const readNotes = (
  node: RdfNode,
  term: Draft,
  translations: Translations,
  language: string | undefined,
) => {
  const curie = SUMMARIES.find((name) => node.has(name));
  if (curie) {
    if (curie !== 'skos:definition') {
      node.graph.report.guessed(node.place, `${curie} is read as the summary`);
    }
    const texts = node.nodes(curie).flatMap((value): RdfValue[] => {
      const note = noteOf(value);
      if (!note) {
        node.drop(curie, 'it is not a text');
        return [];
      }
      const text =
        typeof note.text === 'string' ? note.text : note.text.markdown;
      return [
        {
          type: 'literal',
          value: text,
          language: note.language,
          line: node.line,
        },
      ];
    });
    const all = orFirst(node, 'summary', texts, language);
    putText(node, curie, all, 'summary', term, translations, language);
  }
  for (const value of node.nodes('skos:scopeNote')) {
    const note = noteOf(value);
    if (!note) node.drop('skos:scopeNote', 'it is not a text');
    else if (isOwn(note.language, language)) {
      if (Object.hasOwn(term, 'definition')) {
        node.drop(
          'skos:scopeNote',
          'it has several texts in one language, of which the first is read',
        );
      } else set(term, 'definition', note.text);
    } else translations.put(note.language!, ['definition'], note.text);
  }
};

const isOwn = (tag: string | undefined, language: string | undefined) =>
  tag === undefined || tag.toLowerCase() === language?.toLowerCase();

const readImage = (
  node: RdfNode,
  term: Draft,
  translations: Translations,
  language: string | undefined,
) => {
  const curie: Curie = node.has('schema:image')
    ? 'schema:image'
    : 'foaf:depiction';
  const [image, ...others] = node.nodes(curie);
  if (others.length)
    node.drop(curie, 'it has several, of which the first is read');
  if (!image) return;
  if (!(image instanceof RdfNode)) {
    set(term, 'image', {url: image.value});
    return;
  }
  const draft: Draft = {};
  const url =
    image.text('schema:url') ?? (image.isBlank ? undefined : image.name);
  set(draft, 'url', url);
  for (const key of ['width', 'height'] as const) {
    const text = image.text(`schema:${key}`);
    if (text === undefined) continue;
    if (/^[1-9]\d{0,8}$/.test(text)) set(draft, key, Number(text));
    else image.drop(`schema:${key}`, 'expected a number of pixels');
  }
  for (const [from, key] of [
    ['schema:caption', 'caption'],
    ['schema:description', 'alt'],
  ] as const) {
    const {own, others: tagged} = textsOf(image.take(from), language);
    set(draft, key, own[0]);
    for (const [tag, [text]] of tagged)
      translations.put(tag, ['image', key], text);
  }
  image.end();
  if (url !== undefined) set(term, 'image', draft);
};

const readSources = (node: RdfNode, term: Draft) => {
  const sources = node.nodes('dct:source').map((value) => {
    if (!(value instanceof RdfNode)) {
      return value.type === 'iri'
        ? {title: value.value, url: value.value}
        : {title: value.value};
    }
    const url =
      value.text('schema:url') ?? (value.isBlank ? undefined : value.name);
    const title = value.text('dct:title') ?? url ?? '';
    value.end();
    return {title, ...(url === undefined ? {} : {url})};
  });
  for (const curie of ['skos:exactMatch', 'skos:closeMatch'] as const) {
    for (const {value} of node.take(curie)) {
      node.graph.report.guessed(node.place, `${curie} is read as a source`);
      sources.push({title: value, url: value});
    }
  }
  if (sources.length) set(term, 'sources', sources);
};

const readReferences = (
  node: RdfNode,
  term: Draft,
  reading: ConceptReading,
) => {
  const {graph} = node;
  const idsOf = (curie: Curie, ids: ReadonlyMap<RdfNode, string>) =>
    node.take(curie).flatMap((value) => {
      const target = graph.node(value);
      const id = target && ids.get(target);
      if (id === undefined)
        node.drop(
          curie,
          `nothing is said of ${value.value.slice(0, 120)}`,
          value.line,
        );
      return id ?? [];
    });
  const related = idsOf('skos:related', reading.ids);
  for (const curie of ['skos:broader', 'skos:narrower'] as const) {
    if (!node.has(curie)) continue;
    graph.report.warning(
      node.place,
      `${curie} is read as related: a glossary has no levels`,
    );
    related.push(...idsOf(curie, reading.ids));
  }
  if (related.length) set(term, 'related', [...new Set(related)]);
  const areas = [
    ...idsOf('dct:isPartOf', reading.areaIds),
    ...(reading.memberships.get(node) ?? []),
  ];
  if (areas.length) set(term, 'areas', [...new Set(areas)]);
  const [use] = idsOf('dct:isReplacedBy', reading.ids);
  const isDeprecated = node.text('owl:deprecated') === 'true';
  if (isDeprecated || use !== undefined) {
    set(term, 'deprecated', use === undefined ? {} : {use});
  }
};
