/** What pages transfer that name terms of a built glossary, by the reader that they have. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {filePath} from '../../src/glossary/sharded/manifest.js';
import {ShardedSource} from '../../src/glossary/sharded/sharded-source.js';

/** A page: a reader that has loaded nothing yet, and counts what it loads. */
export class Page {
  requests = 0;
  bytes = 0;
  /** Bytes of files by what they are: `words`, `others`. */
  byKind = {bin: 0, json: 0};
  #files = new Map();

  constructor(folder) {
    this.folder = folder;
    const manifest = JSON.parse(this.#load('manifest.json', 'json'));
    this.source = new ShardedSource(manifest, {
      label: folder,
      origin: 'https://cdn.example/glossary/manifest.json',
      json: async (hash) => JSON.parse(this.#file(hash, 'json')),
      bytes: async (hash) => this.#file(hash, 'bin'),
    });
  }

  #file(hash, kind) {
    const path = filePath(hash, kind);
    if (!this.#files.has(path)) this.#files.set(path, this.#load(path, kind));
    return this.#files.get(path);
  }

  #load(path, kind) {
    const content = readFileSync(join(this.folder, path));
    const {length} = gzipSync(content);
    this.requests++;
    this.bytes += length;
    this.byKind[kind] += length;
    return content;
  }
}

/** A page with elements that name terms by their ids, all at once. */
export const pageWithTerms = async (folder, ids) => {
  const page = new Page(folder);
  const entries = await Promise.all(ids.map((id) => page.source.entry(id)));
  if (!entries.every((entry, index) => entry?.term.id === ids[index])) {
    throw new Error(`expected the terms ${ids.join(', ')}`);
  }
  return page;
};

/** A page whose text is linked. @param runs Its words. */
export const linkedPage = async (folder, runs) => {
  const page = new Page(folder);
  const [vocabulary] = await page.source.vocabulary(undefined, () => runs);
  return {page, vocabulary};
};
