import {hash as digest, randomBytes} from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import {join} from 'node:path';
import {
  type FileHash,
  filePath,
  HASH_DIGITS,
  isManifest,
  LIMITS,
  type Manifest,
} from 'term-elements/glossary';
import {CommandError, reasonOf} from '../terminal/errors.js';
import {reachableFiles} from './reachable.js';
import type {FileSink} from './tree-writer.js';

const MANIFEST = 'manifest.json';
const FILES = 'files';
/** Of a build that goes on, or was killed; then the number of its process. */
const SCRATCH = /^\.building-(\d+)-[\da-f]+$/;
const OURS = /^[\da-f]{24}\.(?:json|bin)$/;

/** What was written, for the summary. */
export interface Written {
  /** Files of the glossary, the manifest not among them. */
  readonly files: number;
  readonly bytes: number;
  /** Those that were not there before. */
  readonly changed: number;
}

const kindOf = (path: string): 'none' | 'folder' | 'file' | 'other' => {
  const found = lstatSync(path, {throwIfNoEntry: false});
  if (!found) return 'none';
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? 'file' : 'other';
};

/**
 * The folder that serves a glossary. It serves the one that it had until
 * `publish` has put the manifest in its place, and whoever is served the old
 * manifest finds its files after that too.
 */
export class OutputFolder implements FileSink {
  /** For what the build needs on the way; it is gone when the build ends. */
  readonly scratch: string;
  /** What the folder serves until now. */
  readonly before: Manifest | undefined;
  readonly #written = new Set<string>();
  readonly #folders = new Set<string>();
  #changed = 0;
  #bytes = 0;

  /** @throws {CommandError} Where the folder cannot be written to, or is none of ours. */
  constructor(readonly path: string) {
    try {
      mkdirSync(path, {recursive: true});
    } catch (error) {
      throw new CommandError(
        `cannot write to ${path}: ${reasonOf(error)}`,
        'Name a folder to write to: -o out/',
      );
    }
    this.before = this.#examine();
    this.#removeScratch();
    const name = `.building-${process.pid}-${randomBytes(4).toString('hex')}`;
    this.scratch = join(path, name);
    mkdirSync(this.scratch);
    try {
      // One that has begun between the look and the mark is seen by this one,
      // or sees it; of two that see each other none goes on.
      this.#removeScratch();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /**
   * What is being written goes beside, then takes its name: it is there wholly, or not at all.
   *
   * @throws {CommandError} Where it is more than a page takes.
   */
  write(content: string | Uint8Array, kind: 'json' | 'bin'): FileHash {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    if (bytes.length > LIMITS.shard) throw tooLarge(bytes);
    const hash = digest('sha256', bytes).slice(0, HASH_DIGITS);
    const key = keyOf(`${hash}.${kind}`);
    if (this.#written.has(key)) return hash;
    this.#written.add(key);
    this.#bytes += bytes.length;
    const path = join(this.path, filePath(hash, kind));
    if (isWritten(path, bytes)) return hash;
    this.#makeFolder(hash.slice(0, 2));
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
        'Nothing was published. Shorten what the glossary says of itself, or build a glossary for each group of languages.',
      );
    }
    const path = join(this.path, MANIFEST);
    const isNew =
      kindOf(path) !== 'file' || readFileSync(path, 'utf8') !== text;
    if (isNew) {
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
    rmSync(this.scratch, {recursive: true, force: true});
  }

  #examine(): Manifest | undefined {
    const names = readdirSync(this.path).filter((name) => !SCRATCH.test(name));
    for (const [name, wanted] of [
      [FILES, 'folder'],
      [MANIFEST, 'file'],
    ] as const) {
      const kind = kindOf(join(this.path, name));
      if (kind === 'none' || kind === wanted) continue;
      throw new CommandError(
        `cannot write to ${this.path}: expected ${name} to be a ${wanted}, received something else, such as a symbolic link`,
        'Links are not followed. Remove it, or name another folder.',
      );
    }
    if (!names.includes(MANIFEST)) {
      if (names.every((name) => name === FILES)) return undefined;
      throw this.#refusal(`it has ${names[0]!} and no ${MANIFEST}`);
    }
    let manifest: unknown;
    try {
      manifest = JSON.parse(readFileSync(join(this.path, MANIFEST), 'utf8'));
    } catch {
      throw this.#refusal(`its ${MANIFEST} is no JSON`);
    }
    if (isManifest(manifest)) return manifest;
    throw this.#refusal(`its ${MANIFEST} is another program's`);
  }

  #refusal(why: string) {
    return new CommandError(
      `cannot write to ${this.path}: expected an empty folder, or one that this command has written; ${why}`,
      'Name a folder of its own, such as -o out/glossary',
    );
  }

  /** What killed builds have left; one that goes on is left alone. */
  #removeScratch(): void {
    for (const name of readdirSync(this.path)) {
      const id = Number(SCRATCH.exec(name)?.[1]);
      if (!id || join(this.path, name) === this.scratch) continue;
      if (id !== process.pid && isRunning(id)) {
        throw new CommandError(
          `cannot write to ${this.path}: another build is writing to it (process ${id})`,
          `Wait for it. If there is none, remove ${join(this.path, name)}`,
        );
      }
      rmSync(join(this.path, name), {recursive: true, force: true});
    }
  }

  #makeFolder(digits: string): void {
    if (this.#folders.has(digits)) return;
    for (const name of [FILES, join(FILES, digits)]) {
      const path = join(this.path, name);
      const kind = kindOf(path);
      if (kind === 'none') mkdirSync(path);
      else if (kind !== 'folder') {
        throw new CommandError(
          `cannot write to ${path}: it is no folder`,
          'Links are not followed. Remove it, or name another folder.',
        );
      }
    }
    this.#folders.add(digits);
  }

  /** Pages that still have the manifest of before find its files: they stay for one more build. */
  #sweep(): void {
    const {before} = this;
    const kept = before ? reachableFiles(this.path, before) : new Set<string>();
    const root = join(this.path, FILES);
    if (kindOf(root) !== 'folder') return;
    for (const digits of readdirSync(root)) {
      const folder = join(root, digits);
      if (kindOf(folder) !== 'folder') continue;
      for (const file of readdirSync(folder)) {
        const name = `${FILES}/${digits}/${file}`;
        if (!OURS.test(file) || !file.startsWith(digits)) continue;
        if (this.#written.has(keyOf(file)) || kept.has(name)) continue;
        rmSync(join(folder, file));
      }
    }
  }
}

/** Whether a file is there with this content: one that has come to harm is written again. */
const isWritten = (path: string, content: Uint8Array): boolean => {
  const known = lstatSync(path, {throwIfNoEntry: false});
  return (
    known?.isFile() === true &&
    known.size === content.length &&
    readFileSync(path).equals(content)
  );
};

/** Letters of a file by which its owner can tell what is in it. */
const TOLD = 80;

const tooLarge = (bytes: Uint8Array) =>
  new CommandError(
    `expected entries that fit into files of at most ${LIMITS.shard} bytes, since pages take no larger ones; received ${bytes.length} bytes for the one that begins with ${Buffer.from(bytes.subarray(0, TOLD)).toString()}`,
    'Nothing was published. Shorten the longest text or list there, or divide the entry.',
  );

/** A short text for the name of a file of ours: there are hundreds of thousands. */
const keyOf = (file: string): string =>
  Buffer.from(file.slice(0, HASH_DIGITS), 'hex').toString('latin1') +
  file.slice(HASH_DIGITS + 1, HASH_DIGITS + 2);

const isRunning = (id: number): boolean => {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
