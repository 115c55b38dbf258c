import {type Fault, faultText} from '../errors.js';
import type {Awaitable} from '../awaitable.js';
import {loadPart} from '../load-part.js';
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
) => boolean;

/**
 * Checks entries as those of documents are, each once, with the validation
 * chunk, which is loaded in parallel with the first file.
 *
 * @param warn Reports what is left out, once for each entry.
 */
export const checking = (
  label: string,
  warn: Warn,
): (() => Awaitable<Follows>) => {
  const report = once(warn);
  const leaveOut = (id: string, faults: readonly Fault[]) => {
    report(
      'left-out',
      `"${id}" of ${label} is left out because it does not follow the format. ` +
        `Run "term-elements validate" on the glossary, and build it again.\n` +
        faults.map((fault) => `  ${faultText(fault)}`).join('\n'),
    );
  };
  let follows: Awaitable<Follows> | undefined;
  const load = async (): Promise<Follows> => {
    const {salvageGlossary} = await loadPart(
      () => import('../check-document.js'),
    );
    const known = new WeakMap<object, boolean>();
    return (follows = (list, entry) => {
      let isGood = known.get(entry);
      if (isGood === undefined) {
        const empty = {format: 1, name: '', terms: [], areas: []};
        const {faults} = salvageGlossary({...empty, [list]: [entry]}, label);
        known.set(entry, (isGood = !faults.length));
        if (!isGood) leaveOut(entry.id, faults);
      }
      return isGood;
    });
  };
  return () => {
    if (follows) return follows;
    const loading = load();
    follows = loading;
    // If the chunk could not be loaded, the next check tries again.
    loading.catch(() => {
      if (follows === loading) follows = undefined;
    });
    return loading;
  };
};
