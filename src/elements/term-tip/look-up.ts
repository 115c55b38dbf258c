import {
  type Awaitable,
  whenReady,
  whenRejected,
} from '../../glossary/awaitable.js';
import type {Entry, GlossarySource} from '../../glossary/source.js';
import type {LookUp} from './anchor.js';

const found = (entries: readonly Entry[]): LookUp =>
  entries.length ? {status: 'found', entries} : {status: 'missing'};

/** Each of several ids; those that are not there are passed over. */
const each = async (
  source: GlossarySource,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly Entry[]> => {
  const entries = await Promise.all(
    ids.map(async (id) => source.entry(id, signal)),
  );
  return entries.flatMap((entry) => entry ?? []);
};

const ask = (
  source: GlossarySource,
  reference: string,
  signal: AbortSignal,
): Awaitable<LookUp> =>
  whenReady(source.entry(reference, signal), (entry): Awaitable<LookUp> => {
    if (entry) return found([entry]);
    if (entry === null) return {status: 'missing'}; // taken away, whatever its name
    const ids = reference.split(/\s+/);
    const several = ids.length > 1 ? each(source, ids, signal) : [];
    return whenReady(several, (entries) =>
      entries.length
        ? found(entries)
        : whenReady(source.named(reference, signal), found),
    );
  });

/**
 * Looks a reference up in a glossary: an id, a former id or an address; several
 * ids separated by spaces; else a name, which several terms may have. It never
 * throws and never rejects.
 */
export const lookUp = (
  source: Awaitable<GlossarySource>,
  reference: string,
  signal: AbortSignal,
): Awaitable<LookUp> => {
  const failed = (error: unknown): LookUp => ({status: 'failed', error});
  try {
    const answer = whenReady(source, (ready) => ask(ready, reference, signal));
    return whenRejected(answer, failed);
  } catch (error) {
    return failed(error);
  }
};
