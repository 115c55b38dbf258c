import type {Entry} from '../../glossary/source.js';
import {isInsideEntry} from '../../page/composed-parent.js';
import {findSource} from '../../page/find-source.js';
import {pageAddresses, pageGraph, pageWatch} from '../../page/graph/index.js';
import {buildMentions} from '../../structured-data/defined-term.js';
import {lookUp} from './look-up.js';
import {isStated, referenceOf} from './reference.js';

/** The entries that tips name, while they are in the page. */
const entries = new Map<HTMLElement, Entry>();
/** The last question for each tip; an earlier one may be answered later. */
const questions = new WeakMap<HTMLElement, object>();
const watched = new WeakSet<Document>();

/**
 * States in the page's structured data which entry a tip names, if its author
 * asks for it; else takes that back. A name of two terms states neither, and an
 * entry that cannot be loaded is not stated. Loaded with the first such tip.
 */
export const stateMention = async (tip: HTMLElement): Promise<void> => {
  const question = {};
  questions.set(tip, question);
  const found = speaks(tip) ? await find(tip) : undefined;
  if (questions.get(tip) !== question) return;
  // It may have left meanwhile.
  const entry = speaks(tip) ? found : undefined;
  if (entry) {
    entries.set(tip, entry);
    claim(tip, entry);
  } else if (entries.delete(tip)) {
    pageGraph(tip.ownerDocument).release(tip);
  }
};

const speaks = (tip: HTMLElement): boolean =>
  isStated(tip) && tip.isConnected && !isInsideEntry(tip);

const find = async (tip: HTMLElement): Promise<Entry | undefined> => {
  const {signal} = new AbortController();
  const answer = await lookUp(findSource(tip, tip), referenceOf(tip), signal);
  return answer.status === 'found' && answer.entries.length === 1
    ? answer.entries[0]
    : undefined;
};

const claim = (tip: HTMLElement, entry: Entry): void => {
  const {ownerDocument} = tip;
  watch(ownerDocument);
  const node = buildMentions([entry], pageAddresses(ownerDocument));
  pageGraph(ownerDocument).claim(tip, [node!]);
};

/** Follows a router that gives the page another address, and tips that leave. */
const watch = (document: Document): void => {
  if (watched.has(document)) return;
  watched.add(document);
  pageWatch(document).listen({
    dataChanged: () => {
      for (const tip of entries.keys())
        if (!tip.isConnected) entries.delete(tip);
    },
    addressChanged: () => {
      for (const [tip, entry] of entries)
        if (tip.isConnected) claim(tip, entry);
    },
  });
};
