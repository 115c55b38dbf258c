import {CommandError} from '../../terminal/errors.js';
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
import {jsonLdOfPage} from './of-page.js';
import {JsonLdGraph, type Properties, typesOf} from './graph.js';
import {byLanguage, NodeReader, personOf, type Reading} from './node-reader.js';
import {type FoundTerm, PagesReader} from './pages.js';
import {termOf} from './read-term.js';
import {stepsOf} from './trail.js';

type Head = Partial<Omit<GlossaryDraft, 'terms' | 'areas'>>;

/** `DefinedTermSet`, `FAQPage`, `CollectionPage` and `BreadcrumbList`, however they are put together. */
export const jsonLdImporter: Importer = {
  recognises: (file, start) =>
    /"@(context|graph|type)"\s{0,99}:/.test(start) &&
    (HTML.test(file)
      ? // A page of an area has a reader of its own, which knows its form.
        /"DefinedTerm(?:Set)?"/.test(start) && !start.includes('CollectionPage')
      : /\.(jsonld|json)$/i.test(file) &&
        /schema\.org|DefinedTerm|FAQPage|CollectionPage/.test(start)),
  read,
};

const HTML = /\.x?html?$/i;

/** @throws {CommandError} For a page without JSON-LD. */
const documentOf = async (
  input: ImportInput,
  report: Report,
): Promise<string> => {
  const {file} = input;
  const text = await input.text();
  if (!/^\s{0,1000}<[!\w]/.test(text)) return text;
  const document = jsonLdOfPage(text, file, report);
  if (document !== undefined) return document;
  throw new CommandError(
    `${file}:1: expected JSON-LD in a <script>, found none`,
    'Import a page that carries its data, or --from dl for its <dl> lists.',
  );
};

async function* read(
  input: ImportInput,
  options: ImportOptions,
  report: Report,
): AsyncGenerator<Imported> {
  const {file} = input;
  const graph = new JsonLdGraph(file, await documentOf(input, report));
  const nodes = [...graph.nodes];
  const ofType = (type: string) =>
    nodes.filter((node) => typesOf(node).includes(type));
  const sets = ofType('DefinedTermSet').filter((node) => !isReference(node));
  const reading: Reading = {
    graph,
    report,
    language: languageOf(sets, graph, options, report),
  };
  const [first, ...others] = sets;
  const {language} = reading;
  if (first) yield {type: 'glossary', value: headOf(first, reading)};
  else if (language !== undefined) yield {type: 'glossary', value: {language}};
  for (const other of others) {
    report.dropped(
      graph.place(other),
      'DefinedTermSet: another glossary; its terms are read into the first one',
    );
  }
  const trail = ofType('BreadcrumbList').flatMap((node) =>
    stepsOf(node, reading),
  );
  const [home] = trail;
  if (!first && home?.name) {
    report.guessed(
      {file, line: 1},
      `the glossary is called ${JSON.stringify(home.name.slice(0, 60))}, as the first step of a trail`,
    );
    const {name, url} = home;
    yield {type: 'glossary', value: url === undefined ? {name} : {name, url}};
  }
  const terms: FoundTerm[] = [];
  const pages = new PagesReader(reading, terms, trail);
  for (const node of ofType('DefinedTerm')) {
    if (isReference(node)) continue;
    const reader = new NodeReader(node, reading);
    const {place, id} = reader;
    const value = keepValid(termOf(reader), place, report);
    if (!value) continue;
    const term = {value, line: place.line};
    terms.push(term);
    pages.know(term, id);
  }
  const collections = ofType('CollectionPage').filter(
    (node) => !isReference(node),
  );
  for (const node of collections) pages.readCollection(node);
  const order = new Map(nodes.map((node, index) => [node, index]));
  for (const node of ofType('FAQPage')) {
    const next =
      collections.find((other) => order.get(other)! > order.get(node)!) ??
      collections.at(-1);
    pages.readFaq(node, next);
  }
  for (const {value, line} of terms) yield {type: 'term', value, line};
  for (const {value, line} of pages.areas.values()) {
    yield {type: 'area', value, line};
  }
  if (!first && !nodes.some((node) => typesOf(node).some(isRead))) {
    report.warning(
      {file, line: 1},
      'there is no DefinedTermSet, DefinedTerm, FAQPage or CollectionPage in it',
    );
  }
}

const isRead = (type: string) =>
  /^(DefinedTerm(Set)?|FAQPage|CollectionPage|BreadcrumbList)$/.test(type);

/** Whether a node only says which one is meant. */
const isReference = (node: Properties) =>
  Object.keys(node).every((key) =>
    /^(@type|@id|termCode|identifier)$/.test(key),
  );

/** The language of the texts: as asked for, as the set says, or that of the first text with one. */
const languageOf = (
  sets: readonly Properties[],
  graph: JsonLdGraph,
  {language}: ImportOptions,
  report: Report,
): string | undefined => {
  if (language !== undefined) return language;
  for (const set of sets) {
    const {inLanguage} = set;
    if (typeof inLanguage === 'string' && inLanguage) return inLanguage;
  }
  for (const node of graph.nodes) {
    if (!typesOf(node).includes('DefinedTerm')) continue;
    const quiet = {graph, report, language: undefined};
    const texts = new NodeReader(node, quiet).texts('name');
    const found = texts[0]?.language;
    if (
      found === undefined ||
      texts.some((text) => text.language === undefined)
    ) {
      return undefined;
    }
    report.guessed(
      graph.place(node),
      `the language of the glossary is ${found}, that of its first name; --language says otherwise`,
    );
    return found;
  }
  return undefined;
};

const headOf = (node: Properties, reading: Reading): Head => {
  const reader = new NodeReader(node, reading);
  const head: Record<string, unknown> = {};
  const {own, others} = byLanguage(reader.texts('name'), reading.language);
  set(head, 'name', own[0]);
  if (others.size) {
    const entries = [...others].map(([tag, [name]]) => [tag, {name}]);
    set(head, 'translations', Object.fromEntries(entries));
  }
  const url = reader.address('url') ?? reader.id;
  if (url !== undefined && /^https?:/i.test(url)) set(head, 'url', url);
  set(head, 'language', reader.text('inLanguage') ?? reading.language);
  const [publisher] = reader.nodes('publisher');
  set(head, 'publisher', personOf(publisher));
  reader.take('hasDefinedTerm');
  reader.end();
  return head as Head;
};
