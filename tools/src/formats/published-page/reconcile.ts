/**
 * Holds what a page shows against what its JSON-LD says. Where they differ in
 * spaces or escapes only, the data has the clean text. Where they contradict
 * each other the visible text wins, the data is corrected, and a warning names
 * both. What only one of them says is no contradiction.
 */
import {LocatedJson} from '../../files/json/located.js';
import type {Warning} from '../../terminal/warning.js';
import {hasType, topNodes} from './nodes.js';
import type {
  ImportedPage,
  PageBlock,
  ReadPage,
  ReconciledBlock,
} from './page.js';
import {reconcileCollection} from './reconcile-collection.js';
import {reconcileQuestions} from './reconcile-questions.js';
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
    for (const node of topNodes(value)) {
      if (hasType(node, 'CollectionPage')) {
        reconcileCollection(settled, node, reconciliation);
      }
      if (hasType(node, 'FAQPage'))
        reconcileQuestions(settled, node, reconciliation);
    }
    const {corrected} = reconciliation;
    return {...block, value, broken: false, type: undefined, corrected};
  });
  return {...settled, blocks, warnings: reconciliation.warnings};
};

const broken = (file: string, block: PageBlock) => {
  const text = block.lines.join('\n');
  const type = /"@type"\s{0,20}:\s{0,20}"(\w{1,60})"/.exec(text)?.[1];
  const [fault] = new LocatedJson(text).faults;
  const received = fault?.message ?? 'received a value that is no node';
  const warning: Warning = {
    file,
    line: block.line + (fault ? fault.line - 1 : 0),
    message: `${type ?? 'JSON-LD'} block is not JSON (${received}); it is rebuilt from the visible text`,
  };
  return {type, warning};
};
