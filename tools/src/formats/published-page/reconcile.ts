/**
 * Compares what a page shows with its JSON-LD. Where they differ in spaces or
 * escapes only, the data has the clean text. Where they contradict each other
 * the visible text wins, the data is corrected, and a warning names both. The
 * data adds properties to what is visible, never a question or a card of its
 * own; those that it lacks, or has twice, are corrected too.
 */
import {LocatedJson} from '../../files/json/located.js';
import type {Warning} from '../../terminal/warning.js';
import {typesOf} from 'term-elements/structured-data';
import {hasType, topNodes} from './nodes.js';
import type {
  ImportedPage,
  PageBlock,
  ReadPage,
  ReconciledBlock,
} from './page.js';
import {reconcileAddresses} from './reconcile-addresses.js';
import {reconcileCollection} from './reconcile-collection.js';
import {reconcileQuestions} from './reconcile-questions.js';
import {reconcileTrail} from './reconcile-trail.js';
import {Reconciliation} from './reconciliation.js';

export const reconcile = (page: ReadPage): ImportedPage => {
  const reconciliation = new Reconciliation(page.file);
  const settled = {
    ...page,
    questions: page.questions.map((question) => ({...question})),
    cards: page.cards.map((card) => ({...card})),
  };
  const blocks = page.blocks.map((block): ReconciledBlock => {
    reconciliation.corrected = false;
    if (block.value === undefined) {
      const {type, warning} = broken(page.file, block);
      reconciliation.warnings.push(warning);
      return {...block, broken: true, type, corrected: true};
    }
    const value: unknown = structuredClone(block.value);
    const {line} = block;
    if (!topNodes(value).some((node) => typesOf(node).length))
      reconciliation.warn(
        line,
        'JSON-LD block has no @type; nobody can use it',
      );
    reconcileAddresses(settled, value, line, reconciliation);
    for (const node of topNodes(value)) {
      if (hasType(node, 'CollectionPage')) {
        reconcileCollection(settled, node, line, reconciliation);
      }
      if (hasType(node, 'FAQPage'))
        reconcileQuestions(settled, node, line, reconciliation);
      if (hasType(node, 'BreadcrumbList'))
        reconcileTrail(node, line, reconciliation);
    }
    const {corrected} = reconciliation;
    return {...block, value, broken: false, type: undefined, corrected};
  });
  return {...settled, blocks, warnings: reconciliation.warnings};
};

/** What a block of a type has in it, however its text is damaged. */
const CONTENT = {
  BreadcrumbList: /\bitemListElement\b/,
  FAQPage: /\b(?:mainEntity|acceptedAnswer)\b/,
  CollectionPage: /\bhasPart\b/,
};

/**
 * What a block was to be, as far as its text shows: the first of these types that
 * it names, else the one whose properties it has.
 */
const typeIn = (text: string): string | undefined =>
  /\b(?:BreadcrumbList|FAQPage|CollectionPage)\b/.exec(text)?.[0] ??
  Object.entries(CONTENT).find(([, content]) => content.test(text))?.[0] ??
  /@type\W{1,20}(\w{1,60})/.exec(text)?.[1];

const broken = (file: string, block: PageBlock) => {
  const text = block.lines.join('\n');
  const type = typeIn(text);
  const [fault] = new LocatedJson(text).faults;
  const received = fault?.message ?? 'received a value that is not a node';
  const isDerived = type === undefined || Object.hasOwn(CONTENT, type);
  const outcome = isDerived
    ? 'it is rebuilt from the visible text'
    : 'it is left out, because the visible text does not say what it was';
  const warning: Warning = {
    file,
    line: block.line + (fault ? fault.line - 1 : 0),
    message: `${type ?? 'JSON-LD'} block is not JSON (${received}); ${outcome}`,
  };
  return {type, warning};
};
