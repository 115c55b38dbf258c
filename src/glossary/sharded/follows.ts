import {type Fault, faultText} from '../errors.js';
import type {Awaitable} from '../awaitable.js';
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

const always: Follows = () => true;

/** Entries of files that come with the program were checked when they were built. */
export const trusting = (): Awaitable<Follows> => always;

/**
 * Checks entries as those of documents are, each once, with the validation
 * chunk, which is loaded beside the first file.
 *
 * @param warn Told of what is left out, once for each entry.
 */
export const checking = (
  label: string,
  warn: (message: string) => void,
): (() => Awaitable<Follows>) => {
  const told = new Set<string>();
  const tell = (id: string, faults: readonly Fault[]) => {
    if (told.has(id)) return;
    told.add(id);
    warn(
      `term-elements: "${id}" of ${label} is left out because it does not follow the format. ` +
        `Run "term-elements validate" on the glossary, and build it again.\n` +
        faults.map((fault) => `  ${faultText(fault)}`).join('\n'),
    );
  };
  let follows: Awaitable<Follows> | undefined;
  const load = async (): Promise<Follows> => {
    const {salvageGlossary} = await import('../parse.js');
    const known = new WeakMap<object, boolean>();
    return (follows = (list, entry) => {
      let isGood = known.get(entry);
      if (isGood === undefined) {
        const empty = {format: 1, name: '', terms: [], areas: []};
        const {faults} = salvageGlossary({...empty, [list]: [entry]}, label);
        known.set(entry, (isGood = !faults.length));
        if (!isGood) tell(entry.id, faults);
      }
      return isGood;
    });
  };
  return () => {
    if (follows) return follows;
    const loading = load();
    follows = loading;
    // A chunk that could not be had is asked for again.
    loading.catch(() => {
      if (follows === loading) follows = undefined;
    });
    return loading;
  };
};
