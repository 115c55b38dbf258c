/** Whether a page has to be made again. */
import {join} from 'node:path';
import type {GuardedFetch} from '../../fetch/guarded-fetch.js';
import {contentHash} from './content-hash.js';
import {bytesIfAny, bytesOf} from './read-bytes.js';
import type {PageState} from './state.js';

/** What is at addresses now, each read once. */
export class AddressHashes {
  readonly #known = new Map<string, Promise<string | null>>();

  constructor(readonly fetch: GuardedFetch) {}

  of(address: string): Promise<string | null> {
    let hash = this.#known.get(address);
    if (!hash) this.#known.set(address, (hash = this.#read(address)));
    return hash;
  }

  async all(
    addresses: readonly string[],
  ): Promise<Readonly<Record<string, string | null>>> {
    const entries = addresses.map(
      async (address) => [address, await this.of(address)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  }

  async #read(address: string): Promise<string | null> {
    try {
      const response = await this.fetch(address);
      return response.ok
        ? contentHash(new Uint8Array(await response.arrayBuffer()))
        : null;
    } catch {
      return null; // the page that names it has said so
    }
  }
}

/**
 * Whether a page is in the output as it would be written again: it has not
 * changed, nor what is at the addresses of its glossaries, nor the file that
 * was written. The shards of a built glossary are named by their content, so
 * that its manifest stands for all of them.
 *
 * @throws {CommandError} Where the page cannot be read.
 */
export const isAsItWas = async (
  input: string,
  output: string,
  path: string,
  state: PageState,
  hashes: AddressHashes,
): Promise<boolean> => {
  if (contentHash(await bytesOf(join(input, path))) !== state.input)
    return false;
  for (const [address, hash] of Object.entries(state.glossaries))
    if ((await hashes.of(address)) !== hash) return false;
  const written = await bytesIfAny(join(output, path));
  return written !== undefined && contentHash(written) === state.output;
};
