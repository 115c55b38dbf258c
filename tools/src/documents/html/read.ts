/** Reads the JSON-LD that a published HTML page carries. */
import {CommandError} from '../../terminal/errors.js';
import {
  findNode,
  type Node,
  nodesOf,
  textOf,
  topNodes,
  trailOf,
  nodeOf,
} from '../../formats/published-page/nodes.js';
import type {
  ImportedPage,
  PageCard,
} from '../../formats/published-page/page.js';
import {parseBlock} from '../../formats/published-page/parse-block.js';
import {words} from '../../formats/published-page/same-text.js';
import type {Warning} from '../../terminal/warning.js';
import {contentOf} from './content.js';
import {resolveReferences} from './resolve-references.js';

/** @throws {CommandError} Where the page has no data to read. */
export const readHtml = (text: string, file: string): ImportedPage => {
  const content = contentOf(text);
  const warnings: Warning[] = [];
  const found = content.blocks.flatMap((block) => {
    const value = parseBlock(block.text);
    if (value !== undefined) return [{value, line: block.line}];
    const message =
      'JSON-LD block: expected JSON, received text that is not; it is left out';
    warnings.push({file, line: block.line, message});
    return [];
  });
  const values = resolveReferences(found.map(({value}) => value));
  const collection = findNode(values, 'CollectionPage');
  const termSet = findNode(values, 'DefinedTermSet');
  const faq = findNode(values, 'FAQPage');
  if (!collection && !termSet && !faq) {
    throw new CommandError(
      `${file}:1: expected JSON-LD with a CollectionPage, FAQPage or DefinedTermSet, or a <dl> of definitions, received neither`,
      'Import the Markdown form of the page, or a page that carries its data.',
    );
  }
  const trail = trailOf(findNode(values, 'BreadcrumbList'));
  const lineOf = (node: Node | undefined) =>
    found.find((_, index) => node && topNodes(values[index]).includes(node))
      ?.line ?? 1;
  const page: ImportedPage = {
    file,
    source: undefined,
    headline: textOf(collection, 'headline') ?? textOf(collection, 'name'),
    headlineLine: 1,
    url: textOf(collection, 'url') ?? content.canonical ?? trail.at(-1)?.url,
    urlLine: 1,
    questions: nodesOf(faq, 'mainEntity').flatMap((node) => {
      const question = textOf(node, 'name');
      const answer = textOf(nodeOf(node, 'acceptedAnswer'), 'text');
      return question !== undefined && answer !== undefined
        ? [{question, answer, line: lineOf(faq)}]
        : [];
    }),
    cards: collection
      ? cardsOf(nodesOf(collection, 'hasPart'), lineOf(collection))
      : cardsOf(nodesOf(termSet, 'hasDefinedTerm'), lineOf(termSet)),
    blocks: found.map(({line}, index) => ({
      value: values[index],
      lines: [],
      line,
      broken: false,
      type: undefined,
      corrected: false,
    })),
    language: content.language,
    warnings,
  };
  warnings.push(...unseen(page, content.visible));
  return page;
};

const cardsOf = (nodes: readonly Node[], line: number): PageCard[] =>
  nodes.flatMap((node) => {
    const name = textOf(node, 'headline') ?? textOf(node, 'name');
    const url = textOf(node, 'url') ?? textOf(node, '@id') ?? '';
    const text = textOf(node, 'description');
    return name === undefined ? [] : [{name, url, text, line}];
  });

/** Warns of questions that the data has and the page does not show. */
const unseen = (
  {file, questions}: ImportedPage,
  visible: readonly string[],
): Warning[] => {
  const shown = words(visible.join(' '));
  return questions.flatMap(({question, line}) =>
    shown.includes(words(question))
      ? []
      : [
          {
            file,
            line,
            message: `the JSON-LD has the question ${JSON.stringify(question.slice(0, 80))}, which the page does not show`,
            data: question,
          },
        ],
  );
};
