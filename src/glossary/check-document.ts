/**
 * Checks data in the page that `quick-check.ts` has not passed, as data from an
 * address is checked. Loaded for such data only.
 */
import {GlossaryFormatError, type Fault} from './errors.js';
import {
  documentFaults,
  entryFaults,
  LISTS,
  leftOut,
} from './loading/check-entry.js';
import {explainFaults, salvageGlossary} from './parse.js';
import {isManifest} from './sharded/manifest.js';
import {workInSlices} from './slices.js';
import type {Glossary} from './types.js';
import {warnOnce} from './warnings.js';

export {salvageGlossary, workInSlices};

/** A copy of the document without its faulty entries, and their faults. */
function* salvage(
  document: unknown,
  label: string,
): Generator<void, {glossary: Glossary; faults: readonly Fault[]}> {
  if (isManifest(document)) throw explainFaults(document, label);
  const fatal = documentFaults(document);
  if (fatal.length) throw new GlossaryFormatError(fatal, label);
  const whole = document as Glossary;
  const faults: Fault[] = [];
  const lists = new Map<string, readonly unknown[]>();
  for (const list of LISTS) {
    const given = whole[list];
    if (!given) continue;
    const fine: unknown[] = [];
    for (const [index, item] of given.entries()) {
      const found = entryFaults(list, index, item);
      if (found.length) faults.push(...found);
      else fine.push(item);
      yield;
    }
    lists.set(list, fine);
  }
  return {
    glossary: faults.length ? {...whole, ...Object.fromEntries(lists)} : whole,
    faults,
  };
}

/**
 * The document without its faulty entries, which are reported. It works in
 * slices.
 *
 * @throws {GlossaryFormatError} When the document as a whole is not readable.
 */
export const checkDocument = async (
  document: unknown,
  label: string,
): Promise<Glossary> => {
  const {glossary, faults} = await workInSlices(salvage(document, label));
  if (faults.length) warnOnce('left-out', leftOut(label, faults));
  return glossary;
};
