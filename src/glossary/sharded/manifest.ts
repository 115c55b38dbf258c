/**
 * What `term-elements build` writes: a short-lived manifest, and files that
 * never change, because their names are hashes of their content. Pure.
 *
 * A file is `files/ab/ab….json` (or `.bin`): its name is the first 96 bits of
 * the SHA-256 of its bytes, in lower-case hex (so that file systems which do
 * not distinguish case cannot mix up two). A reader checks that before it uses
 * it.
 *
 * The format is described in docs/sharded-glossary.md.
 */
import {keyHash} from '../key-hash.js';
import type {TermText} from '../source.js';
import type {Area, GlossaryInfo, RemovedTerm, Term} from '../types.js';

/** Name of a file: 24 hex digits. */
export type FileHash = string;

/** Hex digits of a file's name. */
export const HASH_DIGITS = 24;

/** Bits of a leaf's number that one directory resolves: 64 names of files. */
export const DIRECTORY_BITS = 6;

/**
 * Leaves by number, found through directories. `top` resolves the first bits
 * of the number; each directory (a JSON array of names, `""` for a leaf that
 * is empty) resolves `DIRECTORY_BITS` more; the last names the leaf.
 */
export interface Tree {
  /** Bits of a leaf's number: there are 2^bits leaves. */
  readonly bits: number;
  /** Names of directories, or of leaves where there are few; its length is a power of two. */
  readonly top: readonly FileHash[];
}

/**
 * A tree whose leaf for a key has the number `leafOf(key, bits)`. A leaf has its
 * records in the order of the document, each once.
 */
export type Table = Tree;

/** A tree whose leaves are parts of one list, in order. */
export interface Sequence extends Tree {
  /** Items in the whole list. */
  readonly count: number;
  /** Items in each leaf but the last. */
  readonly perLeaf: number;
}

/** The tables of one language. */
export interface LanguageTables {
  /** By id: `TermRecord[]`. */
  readonly terms: Table;
  /** By id of the area: `AreaRecord[]`. */
  readonly areas?: Table;
  /** By `nameTableKey`: `NameRecord[]`. */
  readonly names: Table;
  /** By the key of a name's first word: a Golomb-coded set of `wordKeys`; `.bin`. */
  readonly words: Table;
  /** All terms by name: `ListedTerm[]`. */
  readonly list: Sequence;
  /** File with the letters that the list has: `Letter[]`. */
  readonly letters: FileHash;
}

/** `manifest.json`, the only file whose content changes. */
export interface Manifest extends LanguageTables {
  readonly format: 1;
  /** Version of this layout. A document has no such property. */
  readonly sharded: 1;
  /** The properties of the document in their order, without terms and areas. */
  readonly glossary: GlossaryInfo;
  /** Number of terms, without removed ones. */
  readonly count: number;
  /** Other ways to name a term: `KeyRecord[]`, by former id and by address. */
  readonly keys?: Table;
  /** Other ways to name an area or a resource: `AreaKeyRecord[]`, by address. */
  readonly areaKeys?: Table;
  /** File with the terms that have some fields only, for layers below: `MergingTerm[]`. */
  readonly changes?: FileHash;
  /** By BCP 47 tag. Terms that are not translated are in these tables too. */
  readonly languages?: Readonly<Record<string, LanguageTables>>;
}

/**
 * A term that another one points to: name, address as the document has it (`""`
 * for none), and its id where it is pointed to by another name than that.
 */
export type Reference = readonly [name: string, url?: string, id?: string];

/** A term, or its translation, with everything that is needed to show it. */
export interface TermRecord {
  /** As in the document, without `translations`; in a language table, with the translation in place. */
  readonly term: Term | RemovedTerm;
  /** What the ids in `related`, `deprecated.use` and `[[…]]` name, by these ids. */
  readonly references?: Readonly<Record<string, Reference>>;
  /** Language of the texts, where it is not the glossary's own. */
  readonly language?: string;
  /** Texts that are in the glossary's own language all the same. */
  readonly untranslated?: readonly TermText[];
  /** Name in the glossary's own language, where `term.name` is another. */
  readonly original?: string;
}

export type KeyRecord = readonly [key: string, id: string];

export interface AreaRecord {
  /** As in the document, without `resources` and `translations`. */
  readonly area: Omit<Area, 'resources' | 'translations'>;
  readonly language?: string;
  /** The pages of the publisher; the file is the `Resource`. */
  readonly resources: readonly {
    readonly number?: number;
    readonly url?: string;
    readonly file: FileHash;
  }[];
  /** Ids of its terms, where it has no resources: `string[]`. */
  readonly terms?: Sequence;
  /** What the ids in its texts name. */
  readonly references?: Readonly<Record<string, Reference>>;
}

/** An address of an area, or of one of its resources (its place in `resources`). */
export type AreaKeyRecord = readonly [
  key: string,
  id: string,
  resource?: number,
];

/**
 * One way to call a term. It stands under `nameTableKey` of the words as they
 * are written, and under those of its plurals where they differ.
 */
export interface NameRecord {
  readonly id: string;
  readonly name: string;
  /** How the term is called here, where that is not its name. */
  readonly alias?: string;
  readonly isAbbreviation?: true;
  /** Of an abbreviation: the alias that it abbreviates, where that is not the name. */
  readonly fullName?: string;
  /** Keys that are not that of the words as written: of plurals. */
  readonly keys?: readonly string[];
  readonly caseSensitive?: boolean;
  readonly autoLink?: boolean;
  readonly ambiguous?: boolean;
  readonly difficulty?: number;
}

/** A term in the list of all. */
export type ListedTerm = readonly [id: string, name: string, url?: string];

/** Whether a parsed JSON value is a manifest; a glossary document is not. */
export const isManifest = (value: unknown): value is Manifest =>
  typeof value === 'object' && value !== null && 'sharded' in value;

/** Where a file lies below the manifest's folder. */
export const filePath = (hash: FileHash, kind: 'json' | 'bin'): string =>
  `files/${hash.slice(0, 2)}/${hash}.${kind}`;

/** Number of the leaf of a key, among 2^bits. */
export const leafOf = (key: string, bits: number): number =>
  bits ? keyHash(key) >>> (32 - bits) : 0;

/** The way to a leaf: its place in `top`, then in each directory. */
export const pathTo = (leaf: number, {bits, top}: Tree): readonly number[] => {
  let rest = bits - Math.log2(top.length);
  const path = [leaf >>> rest];
  while (rest > 0) {
    rest -= DIRECTORY_BITS;
    path.push((leaf >>> rest) & ((1 << DIRECTORY_BITS) - 1));
  }
  return path;
};
