/**
 * Checks data that `quick-check.ts` has not passed, in the page or from an
 * address. Loaded for such data only, with the schema and what explains its
 * faults.
 */
import {GlossaryFormatError, type Fault} from './errors.js';
import {documentFaults, entryFaults, leftOut} from './loading/check-entry.js';
import {examineGlossary, explainFaults, salvageGlossary} from './parse.js';
import {LISTS} from './quick-check.js';
import {isManifest} from './sharded/manifest.js';
import {workInSlices} from './slices.js';
import type {Glossary} from './types.js';
import type {Warn} from './warnings.js';

export {examineGlossary, salvageGlossary, workInSlices};

/** A copy of the document without its faulty entries, and their faults. */
function* salvage(
  document: unknown,
  label: string,
  known: readonly Fault[],
): Generator<void, {glossary: Glossary; faults: readonly Fault[]}> {
  if (isManifest(document)) throw explainFaults(document, label);
  const fatal = documentFaults(document);
  if (fatal.length) throw new GlossaryFormatError(fatal, label);
  const whole = document as Glossary;
  const faults = [...known];
  const lists = new Map<string, readonly unknown[]>();
  for (const list of LISTS) {
    const given = whole[list];
    if (!given) continue;
    const fine: unknown[] = [];
    for (const [index, item] of given.entries()) {
      if (item === undefined && known.length) continue; // it was left out, and is in `known`
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
 * @param faults Of what was left out before; in lists, `undefined` is in its place.
 * @throws {GlossaryFormatError} When the document as a whole is not readable.
 */
export const checkDocument = async (
  document: unknown,
  label: string,
  warn: Warn,
  {
    faults: known = [],
    signal,
  }: {
    readonly faults?: readonly Fault[];
    readonly signal?: AbortSignal | undefined;
  } = {},
): Promise<Glossary> => {
  const {glossary, faults} = await workInSlices(
    salvage(document, label, known),
    signal,
  );
  if (faults.length) warn('left-out', leftOut(label, faults));
  return glossary;
};
