import {type Warn, warnOnce} from '../warnings.js';
import {checking} from './follows.js';
import type {Manifest} from './manifest.js';
import type {ShardFiles} from './shard-files.js';
import {Shards} from './shards.js';
import {ShardedView} from './sharded-view.js';

export interface ShardedOptions {
  /** Reports entries that are left out because they are faulty. */
  readonly warn?: Warn;
}

/**
 * A built glossary, of any size: each request reads the few files that have the
 * answer, and is synchronous if they are in memory.
 *
 * Answers are those of the document that it was built from, with three
 * exceptions: an area comes without its list of pages (`pages` has them), links
 * know only what the texts refer to, and references between entries were
 * resolved without knowing where the glossary is served.
 */
export class ShardedSource extends ShardedView {
  /**
   * @param manifest Of a shape that is known: see `checkManifest`.
   * @param files The files that it names.
   */
  constructor(
    manifest: Manifest,
    files: ShardFiles,
    {warn = warnOnce}: ShardedOptions = {},
  ) {
    const follows = checking(files.label, warn);
    const shared = {manifest, shards: new Shards(files), follows};
    super(shared, manifest, manifest.glossary);
  }
}
