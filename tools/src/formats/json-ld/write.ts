import {
  absoluteAddress,
  type Glossary,
  GlossaryIndex,
  isWhole,
  type Term,
} from 'term-elements/glossary';
import {compact, SCHEMA_ORG} from 'term-elements/structured-data';
import type {Report} from '../../terminal/report.js';
import type {ExportOptions, TextExporter} from '../writing/exporter.js';
import {
  type ObjectReader,
  UnwrittenReport,
} from '../writing/unwritten-properties.js';
import {areaNodes} from './area-node.js';
import {personNode, termNode} from './term-node.js';
import {addressIn, textsIn, translationsOf, type Writing} from './values.js';

/** The whole glossary as schema.org JSON-LD: terms as a set, areas as pages. */
export const jsonLdExporter: TextExporter = {
  text,
};

function* text(
  glossary: Glossary,
  {file, siteUrl}: ExportOptions,
  report: Report,
): Generator<string> {
  const unwritten = new UnwrittenReport(report, file, 'schema.org');
  const head = unwritten.readerOf(glossary, []);
  const writing: Writing = {
    base:
      absoluteAddress(glossary.url, siteUrl ?? '') ??
      siteUrl ??
      'https://glossary.invalid/',
    language: glossary.language,
  };
  for (const key of ['format', 'terms']) head.take(key);
  const areas = head.items('areas');
  const set = setNode(head, writing);
  head.end();
  yield `{\n"@context": ${JSON.stringify(SCHEMA_ORG)},\n"@graph": [\n`;
  yield `${JSON.stringify(set).slice(0, -1)},\n"hasDefinedTerm": [`;
  let isFirst = true;
  for (const term of glossary.terms) {
    if (!isWhole(term)) {
      unwritten.drop(['terms'], 'it changes a term of another glossary');
      continue;
    }
    const node = termNode(unwritten.readerOf(term, ['terms']), writing);
    yield `${isFirst ? '' : ','}\n${JSON.stringify(node)}`;
    isFirst = false;
  }
  yield '\n]}';
  if (areas.length) {
    const index = new GlossaryIndex(withoutForms(glossary));
    for (const area of areas) {
      for (const node of areaNodes(area, index, writing)) {
        yield `,\n${JSON.stringify(node)}`;
      }
    }
  }
  yield '\n]\n}\n';
}

const setNode = (head: ObjectReader, writing: Writing) => {
  const translations = translationsOf(head, writing);
  const url = addressIn(head, 'url', writing);
  const node = compact({
    '@type': 'DefinedTermSet',
    '@id': url,
    url,
    name: textsIn(head, translations, 'name'),
    inLanguage: head.text('language'),
    publisher: personNode(head, 'publisher', writing),
  });
  for (const [, texts] of translations) texts.end();
  return node;
};

/** Sentences as they are, without what the publisher writes around them. */
const withoutForms = ({
  kinds: _kinds,
  answerForm: _form,
  terms,
  ...glossary
}: Glossary): Glossary => ({
  ...glossary,
  terms: terms.filter(({name}) => name !== null) as readonly Term[],
});
