import {lstat, readFile} from 'node:fs/promises';
import {basename, dirname, extname, join, resolve} from 'node:path';
import type {Anchors} from '../../documents/document.js';
import {DOCUMENT_ENDINGS, readDocument} from '../../documents/read.js';
import type {Site, SiteFile} from '../site.js';

/** What a link without an ending may mean, and one to a folder. */
const SOURCES = ['.html', '.md', '.mdx', '.markdown', '.htm'];
const INDEXES = [
  'index.html',
  'index.md',
  'index.mdx',
  'README.md',
  '_index.md',
];

export interface FolderSiteOptions {
  /** Where the site is published. */
  readonly url?: string | undefined;
  /** The folder with its files: sources or output. */
  readonly siteFolder?: string | undefined;
  /** Names of documents are taken from here. */
  readonly folder: string;
}

/** The files of this machine. */
export class FolderSite implements Site {
  readonly url: string | undefined;
  readonly #siteFolder: string | undefined;
  readonly #folder: string;
  readonly #kinds = new Map<string, Promise<'file' | 'folder' | undefined>>();
  readonly #anchors = new Map<string, Promise<Anchors | undefined>>();

  constructor({url, siteFolder, folder}: FolderSiteOptions) {
    this.url = url;
    this.#siteFolder = siteFolder;
    this.#folder = folder;
  }

  /** What a document that was read has, so that it is not read again. */
  remember(file: string, anchors: Anchors): void {
    this.#anchors.set(resolve(this.#folder, file), Promise.resolve(anchors));
  }

  async find(
    path: string,
    from: string,
  ): Promise<SiteFile | 'unknown' | undefined> {
    for (const base of this.#bases(path, from)) {
      for (const candidate of candidates(join(base, path))) {
        const kind = await this.#kind(candidate);
        if (!kind) continue;
        return {
          anchors: () =>
            kind === 'file'
              ? this.#anchorsOf(candidate)
              : Promise.resolve(undefined),
        };
      }
    }
    return path.startsWith('/') && this.#siteFolder === undefined
      ? 'unknown'
      : undefined;
  }

  /** Folders that a link may start in. */
  #bases(path: string, from: string): readonly string[] {
    if (path.startsWith('/')) {
      return this.#siteFolder === undefined ? [] : [this.#siteFolder];
    }
    const file = resolve(this.#folder, from);
    const folder = dirname(file);
    // Generators publish `guide/a.md` as `guide/a/`, and links may start there.
    return extname(path)
      ? [folder]
      : [folder, join(folder, basename(file, extname(file)))];
  }

  #kind(path: string): Promise<'file' | 'folder' | undefined> {
    let kind = this.#kinds.get(path);
    if (!kind) {
      kind = lstat(path).then(
        (found) => (found.isDirectory() ? 'folder' : 'file'),
        () => undefined,
      );
      this.#kinds.set(path, kind);
    }
    return kind;
  }

  #anchorsOf(path: string): Promise<Anchors | undefined> {
    let anchors = this.#anchors.get(path);
    if (!anchors) {
      const isRead = DOCUMENT_ENDINGS.includes(extname(path).slice(1));
      anchors = isRead
        ? readFile(path, 'utf8')
            .then(async (text) => (await readDocument(path, text)).anchors)
            .catch(() => undefined)
        : Promise.resolve(undefined);
      this.#anchors.set(path, anchors);
    }
    return anchors;
  }
}

/** The files that an address may stand for, likeliest first. */
const candidates = (path: string): readonly string[] => {
  const plain = path.replace(/[/\\]$/, '');
  const ending = extname(plain);
  const stem = /^\.html?$/.test(ending)
    ? plain.slice(0, -ending.length)
    : undefined;
  return [
    ...INDEXES.map((name) => join(plain, name)),
    plain,
    ...SOURCES.map((name) => plain + name),
    ...(stem === undefined
      ? []
      : [
          ...SOURCES.map((name) => stem + name),
          ...INDEXES.map((name) => join(stem, name)),
        ]),
  ];
};
