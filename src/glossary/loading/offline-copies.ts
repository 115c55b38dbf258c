import {joined, type Body} from './read-body.js';
import type {LoadPlatform} from './platform.js';

/** A file as it was received. */
export interface OfflineCopy {
  readonly content: Uint8Array;
  /** Where it came from in the end, after redirects. */
  readonly address: string;
  readonly type: string;
  readonly keptAt: Date;
}

const PREFIX = 'term-elements glossary ';
const KEPT_AT = 'x-kept-at';
const CAME_FROM = 'x-came-from';

/**
 * Files of one glossary: a page needs a few dozen, and those read last are most
 * likely needed again. At about 4 kB each that is some 8 MB.
 */
const MOST_FILES = 2000;

/** Glossaries with copies for one site; the oldest are removed. */
const MOST_GLOSSARIES = 16;

/**
 * Copies of the files of one glossary, in the browser's Cache API. Storage that
 * is full, denied or absent acts as if it were empty.
 */
export class OfflineCopies {
  #cache: Promise<Cache | undefined> | undefined;

  /** @param address Of the glossary. */
  constructor(
    readonly address: string,
    readonly platform: Pick<LoadPlatform, 'caches' | 'now'>,
    readonly mostFiles = MOST_FILES,
  ) {}

  async read(address: string): Promise<OfflineCopy | undefined> {
    try {
      const cache = await this.#open();
      const kept = await cache?.match(address, {ignoreVary: true});
      if (!kept) return undefined;
      const {headers} = kept;
      const keptAt = new Date(headers.get(KEPT_AT) ?? NaN);
      if (Number.isNaN(keptAt.getTime())) return undefined;
      return {
        content: new Uint8Array(await kept.arrayBuffer()),
        address: headers.get(CAME_FROM) ?? address,
        type: headers.get('content-type') ?? '',
        keptAt,
      };
    } catch {
      return undefined;
    }
  }

  /** Never rejects. The oldest files go when there are too many. */
  async write(
    address: string,
    file: Body & {readonly address: string; readonly type: string},
  ): Promise<void> {
    try {
      const cache = await this.#open();
      if (!cache) return;
      const headers = {
        'content-type': file.type,
        [KEPT_AT]: new Date(this.platform.now()).toISOString(),
        [CAME_FROM]: file.address,
      };
      const body = joined(file) as Uint8Array<ArrayBuffer>;
      await cache.put(address, new Response(body, {headers}));
      // In the order in which they were put.
      const files = (await cache.keys()).filter(
        ({url}) => url !== this.address,
      );
      const tooMany = files.slice(0, -this.mostFiles);
      await Promise.all(tooMany.map((request) => cache.delete(request)));
    } catch {
      // Without a copy, the page still has the network.
    }
  }

  #open(): Promise<Cache | undefined> {
    return (this.#cache ??= this.#begin().catch(() => undefined));
  }

  async #begin(): Promise<Cache | undefined> {
    const {caches} = this.platform;
    if (!caches) return undefined;
    const name = PREFIX + this.address;
    const others = (await caches.keys()).filter(
      (other) => other.startsWith(PREFIX) && other !== name,
    );
    const tooMany = others.slice(0, -(MOST_GLOSSARIES - 1));
    await Promise.all(tooMany.map((other) => caches.delete(other)));
    return caches.open(name);
  }
}
