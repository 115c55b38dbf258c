import {hash as digest} from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {
  type FileHash,
  filePath,
  HASH_DIGITS,
  isManifest,
  LIMITS,
  type Manifest,
} from 'term-elements/glossary';
import {
  hasContent,
  makeFolders,
  requireWay,
  statOf,
} from '../files/output/folders.js';
import {SCRATCH} from '../files/output/safe-path.js';
import {removeDead, Scratch} from '../files/output/scratch.js';
import {CommandError, reasonOf} from '../terminal/errors.js';
import {reachableFiles} from './reachable.js';
import type {FileSink} from './tree-writer.js';

const MANIFEST = 'manifest.json';
const FILES = 'files';
const OURS = /^[\da-f]{24}\.(?:json|bin)$/;

/** Of a build that fails. */
export const UNCHANGED = 'The folder serves what it served before.';

/** What was written, for the summary. */
export interface Written {
  /** Files of the glossary, the manifest not among them. */
  readonly files: number;
  readonly bytes: number;
  /** Those that were not there before. */
  readonly changed: number;
}

/**
 * The folder that a glossary is served from. It serves the previous glossary
 * until `publish` has replaced the manifest, and keeps the files of the
 * previous manifest after that.
 */
export class OutputFolder implements FileSink {
  /** What the folder has served so far. */
  readonly before: Manifest | undefined;
  readonly #folder: string;
  readonly #scratch: Scratch;
  readonly #written = new Set<string>();
  readonly #folders = new Set<string>();
  #changed = 0;
  #bytes = 0;

  /**
   * @param path A link to a folder counts as that folder: a server may be set up so.
   * @throws {CommandError} Where the folder cannot be written to, or is another
   *     program's.
   */
  constructor(readonly path: string) {
    try {
      this.#folder = statOf(path) ? realpathSync(path) : resolve(path);
      this.before = this.#examine();
      this.#scratch = new Scratch(this.#folder);
    } catch (error) {
      if (error instanceof CommandError) throw error;
      throw new CommandError(
        `cannot write to ${path}: ${reasonOf(error)}`,
        'Name a folder to write to: -o out/',
      );
    }
  }

  /** For temporary files of the build, removed when it ends. */
  get scratch(): string {
    return this.#scratch.path;
  }

  /**
   * Writes beside the file and renames: it is complete, or not there.
   *
   * @throws {CommandError} Where it is more than a page takes, or a symbolic
   *     link is on its way.
   */
  write(content: string | Uint8Array, kind: 'json' | 'bin'): FileHash {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    if (bytes.length > LIMITS.shard) throw tooLarge(bytes);
    const hash = digest('sha256', bytes).slice(0, HASH_DIGITS);
    const key = keyOf(`${hash}.${kind}`);
    if (this.#written.has(key)) return hash;
    this.#written.add(key);
    this.#bytes += bytes.length;
    const name = filePath(hash, kind);
    const path = join(this.#folder, name);
    // A damaged file is written again.
    const found = requireWay(this.#folder, name, UNCHANGED);
    if (hasContent(path, found, bytes)) return hash;
    this.#makeFolder(dirname(name));
    const temporary = join(this.scratch, 'file');
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
    this.#changed++;
    return hash;
  }

  /**
   * Serves a new glossary from now on; what neither it nor the old one has is removed.
   *
   * @throws {CommandError} Where its manifest is more than a page takes.
   */
  publish(manifest: Manifest): Written {
    const text = JSON.stringify(manifest);
    const length = Buffer.byteLength(text);
    if (length > LIMITS.manifest) {
      const {languages = {}} = manifest;
      throw new CommandError(
        `expected a ${MANIFEST} of at most ${LIMITS.manifest} bytes, since pages take no larger one; it would have ${length}, for ${Object.keys(languages).length} languages of translations`,
        'Nothing was published. Shorten the texts of the glossary itself, or build a glossary for each group of languages.',
      );
    }
    const path = join(this.#folder, MANIFEST);
    if (!hasContent(path, statOf(path), Buffer.from(text))) {
      const temporary = join(this.scratch, MANIFEST);
      const file = openSync(temporary, 'w');
      try {
        writeSync(file, text);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, path);
      try {
        this.#sweep();
      } catch {
        // The new glossary is served; what is left is for the next build.
      }
    }
    return {
      files: this.#written.size,
      bytes: this.#bytes,
      changed: this.#changed,
    };
  }

  /** Ends the build, whether it has published or not. */
  close(): void {
    this.#scratch.close();
  }

  #examine(): Manifest | undefined {
    if (!statOf(this.#folder)) return undefined;
    removeDead(this.#folder);
    const names = readdirSync(this.#folder).filter(
      (name) => !SCRATCH.test(name),
    );
    const files = statOf(join(this.#folder, FILES));
    const known = statOf(join(this.#folder, MANIFEST));
    if (files && !files.isDirectory()) throw this.#misfit(FILES, 'folder');
    if (known && !known.isFile()) throw this.#misfit(MANIFEST, 'file');
    if (!names.includes(MANIFEST)) {
      if (names.every((name) => name === FILES)) return undefined;
      throw this.#refusal(`it has ${names[0]!} and no ${MANIFEST}`);
    }
    let manifest: unknown;
    try {
      manifest = JSON.parse(readFileSync(join(this.#folder, MANIFEST), 'utf8'));
    } catch {
      throw this.#refusal(`its ${MANIFEST} is not JSON`);
    }
    if (isManifest(manifest)) return manifest;
    throw this.#refusal(`its ${MANIFEST} is another program's`);
  }

  #misfit(name: string, wanted: string) {
    return new CommandError(
      `cannot write to ${this.path}: expected ${name} to be a ${wanted}, received something else, such as a symbolic link`,
      'Links are not followed. Remove it, or name another folder.',
    );
  }

  #refusal(why: string) {
    return new CommandError(
      `cannot write to ${this.path}: expected an empty folder, or one that this command has written; ${why}`,
      'Name a folder of its own, such as -o out/glossary',
    );
  }

  #makeFolder(name: string): void {
    if (this.#folders.has(name)) return;
    makeFolders(join(this.#folder, name));
    this.#folders.add(name);
  }

  /**
   * Pages that still have the previous manifest need its files, which stay for
   * one more build.
   */
  #sweep(): void {
    const {before} = this;
    const kept = before
      ? reachableFiles(this.#folder, before)
      : new Set<string>();
    const root = join(this.#folder, FILES);
    if (!statOf(root)?.isDirectory()) return;
    for (const digits of readdirSync(root)) {
      const folder = join(root, digits);
      if (!statOf(folder)?.isDirectory()) continue;
      for (const file of readdirSync(folder)) {
        const name = `${FILES}/${digits}/${file}`;
        if (!OURS.test(file) || !file.startsWith(digits)) continue;
        if (this.#written.has(keyOf(file)) || kept.has(name)) continue;
        rmSync(join(folder, file));
      }
    }
  }
}

/** Letters of a file by which its owner recognises it. */
const EXCERPT = 80;

const tooLarge = (bytes: Uint8Array) =>
  new CommandError(
    `expected entries that fit into files of at most ${LIMITS.shard} bytes, since pages take no larger ones; received ${bytes.length} bytes for the one that begins with ${Buffer.from(bytes.subarray(0, EXCERPT)).toString()}`,
    'Nothing was published. Shorten the longest text or list there, or divide the entry.',
  );

/** A short text for the name of a file of ours: there are hundreds of thousands. */
const keyOf = (file: string): string =>
  Buffer.from(file.slice(0, HASH_DIGITS), 'hex').toString('latin1') +
  file.slice(HASH_DIGITS + 1, HASH_DIGITS + 2);
