import type {Awaitable} from '../../glossary/awaitable.js';
import type {Entry, GlossarySource} from '../../glossary/source.js';
import type {StructuredDataController} from '../../page/structured-data-controller.js';
import {LaterPart} from '../../page/later-part.js';
import {buildMentions} from '../../structured-data/defined-term.js';
import type {HostPage} from '../../structured-data/page-role.js';
import type {TermLinker} from './term-linker.js';

const nodes = new LaterPart(() =>
  Promise.resolve({
    build: (entries: readonly Entry[], page: HostPage) => [
      buildMentions(entries, page),
    ],
  }),
);

/** The value of `structured-data` with which a linker states its mentions. */
const MENTIONS = 'mentions';

/**
 * States in the page's structured data which terms the text of a linker mentions,
 * as far as they are linked. A word with two meanings names none of them. Loaded
 * by the first linker whose author asks for it.
 */
export class PageMentions {
  readonly #data: StructuredDataController<readonly Entry[]>;
  #entries: readonly Entry[] | undefined;
  /** What was read last; `undefined` if an entry of it could not be loaded. */
  #ids: string | undefined = '';
  #source: Awaitable<GlossarySource> | undefined;
  #run = 0;

  /** @param Controller Of the entry, from which a chunk cannot import. */
  constructor(
    readonly host: TermLinker,
    Controller: typeof StructuredDataController,
  ) {
    this.#data = new Controller<readonly Entry[]>(
      host,
      () => (host.structuredData === MENTIONS ? this.#entries : undefined),
      nodes,
    );
  }

  /** Reads what is linked now. */
  async read(source: Awaitable<GlossarySource> | undefined): Promise<void> {
    const named = this.host.mentions.flatMap(({ids}) =>
      ids.length === 1 ? ids : [],
    );
    const ids = [...new Set(named)];
    const key = JSON.stringify(ids);
    if (key === this.#ids && source === this.#source) return;
    this.#ids = key;
    this.#source = source;
    const run = ++this.#run;
    let hasFailed = false;
    const entries = await Promise.all(
      ids.map(async (id) => {
        try {
          return await (await source)?.entry(id);
        } catch {
          hasFailed = true; // an entry that cannot be loaded is not stated
          return undefined;
        }
      }),
    );
    if (run !== this.#run) return; // the text or the glossary has changed meanwhile
    if (hasFailed) this.#ids = undefined; // requested again in the next pass
    const known = entries.filter((entry) => entry != null);
    this.#entries = known.length ? known : undefined;
    this.#data.hostUpdated();
  }
}
