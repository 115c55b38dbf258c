import {faultText} from '../errors.js';
import type {Awaitable} from '../awaitable.js';
import {loadPart} from '../load-part.js';
import {isPlainEntry} from '../quick-figure-check.js';
import {once, type Warn} from '../warnings.js';
import type {Area, MergingTerm, RemovedTerm, Term} from '../types.js';

type Lists = {
  readonly terms: Term | RemovedTerm | MergingTerm;
  readonly areas: Area;
};

/** Whether an entry follows the format; one that does not is left out. */
export type Follows = <List extends keyof Lists>(
  list: List,
  entry: Lists[List],
) => Awaitable<boolean>;

/**
 * Checks entries as those of documents are, each once. The schema is loaded for an
 * entry that the quick check does not pass.
 *
 * @param warn Reports what is left out, once for each entry.
 */
export const checking = (label: string, warn: Warn): Follows => {
  const report = once(warn);
  const known = new WeakMap<object, boolean>();
  const bySchema: Follows = async (list, entry) => {
    const {salvageGlossary} = await loadPart(
      () => import('../check-document.js'),
    );
    const empty = {format: 1, name: '', terms: [], areas: []};
    const {faults} = salvageGlossary({...empty, [list]: [entry]}, label);
    known.set(entry, !faults.length);
    if (faults.length)
      report(
        'left-out',
        `"${entry.id}" of ${label} is left out because it does not follow the format. ` +
          `Run "term-elements validate" on the glossary, and build it again.\n` +
          faults.map((fault) => `  ${faultText(fault)}`).join('\n'),
      );
    return !faults.length;
  };
  return (list, entry) => {
    const isKnown = known.get(entry);
    if (isKnown !== undefined) return isKnown;
    if (!isPlainEntry[list](entry)) return bySchema(list, entry);
    known.set(entry, true);
    return true;
  };
};
