import {type Glossary, isWhole} from 'term-elements/glossary';
import type {Report} from '../../terminal/report.js';
import type {ExportOptions, TextExporter} from '../writing/exporter.js';
import {
  type ObjectReader,
  UnwrittenReport,
} from '../writing/unwritten-properties.js';
import {personOf, writeConcept} from './write-concept.js';
import {namesOf} from './names.js';
import {
  node,
  plain,
  some,
  textIn,
  TurtleWriting,
  typed,
  type Value,
} from './writing.js';

/** A concept scheme, in the order of the glossary. */
export const skosExporter: TextExporter = {
  text,
};

function* text(
  glossary: Glossary,
  {file, siteUrl}: ExportOptions,
  report: Report,
): Generator<string> {
  const unwritten = new UnwrittenReport(report, file, 'SKOS');
  const head = unwritten.readerOf(glossary, []);
  const names = namesOf(glossary, siteUrl);
  const writing = new TurtleWriting(names, glossary.language);
  for (const key of ['format', 'terms']) head.take(key);
  const areas = head.items('areas');
  writeScheme(head, writing);
  yield writing.flush();
  const written = new Set<string>();
  for (const term of glossary.terms) {
    if (!isWhole(term)) {
      unwritten.drop(['terms'], 'it changes a term of another glossary');
    } else if (written.has(term.id)) {
      unwritten.drop(['terms'], 'its id is used twice');
    } else {
      written.add(term.id);
      writeConcept(unwritten.readerOf(term, ['terms']), writing);
      yield writing.flush();
    }
  }
  const members = membersOf(glossary);
  for (const area of areas) {
    writeArea(area, members, writing);
    yield writing.flush();
  }
  yield writing.end();
}

const writeScheme = (head: ObjectReader, writing: TurtleWriting) => {
  const translations = writing.translations(head);
  const language = textIn(head, 'language');
  writing.subject(writing.names.scheme, 'skos:ConceptScheme', [
    // Distinguishes a generated name from an address.
    ['dct:identifier', [plain('glossary')]],
    ['dct:title', writing.texts(head, translations, 'name')],
    ['dct:language', some(language)],
    ['schema:url', some(textIn(head, 'url'))],
    ['dct:publisher', personOf(head, 'publisher', writing)],
  ]);
  for (const [, texts] of translations) texts.end();
  head.end();
};

/** The terms of each area that has no pages of its own. */
const membersOf = ({
  terms,
}: Glossary): ReadonlyMap<string, readonly string[]> => {
  const members = new Map<string, string[]>();
  for (const term of terms) {
    if (!isWhole(term)) continue;
    for (const area of new Set(term.areas)) {
      const known = members.get(area);
      if (known) known.push(term.id);
      else members.set(area, [term.id]);
    }
  }
  return members;
};

const writeArea = (
  area: ObjectReader,
  members: ReadonlyMap<string, readonly string[]>,
  writing: TurtleWriting,
) => {
  const {names} = writing;
  const id = area.take('id') as string;
  const translations = writing.translations(area);
  const pages = area.items('resources').map((page) => pageOf(page, writing));
  const concepts = (members.get(id) ?? []).map((term) =>
    node(names.terms.get(term)!),
  );
  writing.subject(names.areas.get(id)!, 'skos:Collection', [
    ['dct:identifier', [plain(id)]],
    ['skos:prefLabel', writing.texts(area, translations, 'name')],
    ['skos:definition', writing.texts(area, translations, 'description')],
    ['schema:url', some(textIn(area, 'url'))],
    ['skos:member', [...concepts, ...pages]],
  ]);
  for (const [, texts] of translations) texts.end();
  area.end();
};

/** A page of an area: its terms in their order. */
const pageOf = (page: ObjectReader, writing: TurtleWriting): Value => {
  const number = page.take('number') as number | undefined;
  const ids = page.take('terms') as readonly string[];
  const names = ids.flatMap((id) => writing.names.terms.get(id) ?? []);
  if (names.length < ids.length) {
    page.drop('terms', 'it names what is not in the glossary');
  }
  const value = writing.blank('skos:OrderedCollection', [
    [
      'schema:position',
      number === undefined ? [] : [typed(String(number), 'integer')],
    ],
    ['schema:url', some(textIn(page, 'url'))],
    ['skos:memberList', [writing.list(names)]],
  ]);
  page.end();
  return value;
};
