/** What a folder serves, read without any code of the builder. */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {
  filePath,
  type LanguageTables,
  leafOf,
  type Manifest,
  pathTo,
  type Sequence,
  type Tree,
} from '../../../../src/glossary/sharded/manifest.js';

/** Step by step: in Node 24 a recursive `readdirSync` follows symbolic links. */
const pathsBelow = (folder: string): string[] =>
  readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pathsBelow(path);
    return entry.isFile() ? [path] : [];
  });

/** All files of a folder, with their bytes. */
export const filesOf = (folder: string): Map<string, Buffer> =>
  new Map(
    pathsBelow(folder)
      .map(
        (path) => [path.slice(folder.length + 1), readFileSync(path)] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** A built folder, each file of it checked as it is read. */
export class Served {
  readonly manifest: Manifest;
  /** Paths of the files that were read. */
  readonly read = new Set<string>();

  constructor(readonly folder: string) {
    this.manifest = JSON.parse(
      readFileSync(join(folder, 'manifest.json'), 'utf8'),
    ) as Manifest;
  }

  bytes(hash: string, kind: 'json' | 'bin'): Buffer {
    const path = filePath(hash, kind);
    const bytes = readFileSync(join(this.folder, path));
    const real = createHash('sha256').update(bytes).digest('hex');
    assert.equal(real.slice(0, 24), hash, path);
    this.read.add(path);
    return bytes;
  }

  json<T>(hash: string): T {
    return JSON.parse(this.bytes(hash, 'json').toString()) as T;
  }

  /** The names of all leaves, in order. */
  leaves(tree: Tree): string[] {
    return Array.from({length: 2 ** tree.bits}, (_, leaf) => {
      const [first, ...rest] = pathTo(leaf, tree);
      return rest.reduce(
        (hash, place) => (hash ? this.json<string[]>(hash)[place]! : ''),
        tree.top[first!]!,
      );
    });
  }

  /** The records of all leaves; each has to be in the leaf of one of its keys. */
  records<T>(tree: Tree, keysOf?: (record: T) => readonly string[]): T[] {
    return this.leaves(tree).flatMap((hash, leaf) => {
      const records = hash ? this.json<T[]>(hash) : [];
      for (const record of records) {
        if (!keysOf) break;
        const leaves = keysOf(record).map((key) => leafOf(key, tree.bits));
        assert.ok(leaves.includes(leaf), JSON.stringify(record));
      }
      return records;
    });
  }

  items<T>(sequence: Sequence): T[] {
    const items = this.leaves(sequence).map((hash) =>
      hash ? this.json<T[]>(hash) : [],
    );
    const last = items.findLastIndex((leaf) => leaf.length);
    for (const leaf of items.slice(0, Math.max(0, last))) {
      assert.equal(leaf.length, sequence.perLeaf);
    }
    return items.flat();
  }

  /** Reads everything that the manifest leads to. */
  all(): {readonly terms: unknown[]} {
    const {manifest} = this;
    const tables = (own: LanguageTables) => {
      const terms = this.records<{term: {id: string}}>(own.terms, ({term}) => [
        term.id,
      ]);
      this.records(own.names);
      for (const hash of this.leaves(own.words)) {
        if (hash) this.bytes(hash, 'bin');
      }
      this.items(own.list);
      this.json(own.letters);
      if (own.areas) {
        for (const area of this.records<{
          resources: {file: string}[];
          terms?: Sequence;
        }>(own.areas)) {
          for (const {file} of area.resources) this.json(file);
          if (area.terms) this.items(area.terms);
        }
      }
      return terms;
    };
    const terms = tables(manifest);
    for (const own of Object.values(manifest.languages ?? {})) tables(own);
    if (manifest.keys) this.records<string[]>(manifest.keys, ([key]) => [key!]);
    if (manifest.areaKeys) this.records(manifest.areaKeys);
    return {terms};
  }
}

/** Made-up terms with all that a table can have of them. */
export const glossaryOf = (count: number, version: string) => ({
  format: 1,
  name: `Glossary ${version}`,
  language: 'en',
  terms: Array.from({length: count}, (_, index) => ({
    id: `term-${index}`,
    formerIds: [`old-${index}`],
    name: `Term ${String.fromCharCode(65 + (index % 26))} ${index}`,
    aliases: [`alias ${index}`],
    summary: `${version}: ${'what it is '.repeat(12)}`,
    url: `term/${index}/`,
    related: [`term-${(index * 7) % count}`],
    areas: ['all'],
    ...(index % 3 === 0 && {
      translations: {
        es: {name: `Término ${index}`},
        'pt-BR': {name: `P ${index}`},
      },
    }),
  })),
  areas: [
    {id: 'all', name: 'All', url: 'area/all/'},
    {
      id: 'paged',
      name: 'Paged',
      resources: [{number: 1, url: 'area/paged/1/', terms: ['term-1']}],
    },
  ],
});
