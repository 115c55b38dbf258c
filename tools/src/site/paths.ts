/** Where the pages of a site are: their addresses, and the files that they stand in. Pure. */

/** Where one page is, seen from the site. */
export interface PagePath {
  /** Address from the root of the site, percent-encoded: `term/delta/`; empty for the home page. */
  readonly address: string;
  /** Its file: `term/delta/index.html`. */
  readonly html: string;
  /** The file of its Markdown: `term/delta.md`. */
  readonly markdown: string;
}

/** Bytes of a name; file systems take 255, and a number may be put behind it. */
const MOST_BYTES = 180;

/** Names that are devices to Windows, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;

/** Characters that some file system or server does not take in a name. */
// eslint-disable-next-line no-control-regex
const UNFIT = /[\u0000-\u001f\u007f-\u009f"*/:<>?\\|%]|^[. ]|[. ]$/;

/** Endings of the files that a site has beside its pages. */
const ENDING = /\.(?:html|md|txt|xml|json|js|css)$/i;

const sizeOf = (text: string) => new TextEncoder().encode(text).length;

const isFit = (part: string) =>
  part !== '' &&
  !UNFIT.test(part) &&
  !DEVICE.test(part) &&
  sizeOf(part) <= MOST_BYTES;

/** Any text as a name that every file system and server takes: `Delta (Δ)` is `delta-δ`. */
export const safeName = (text: string): string => {
  let name = '';
  let bytes = 0;
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  for (const character of words) {
    bytes += sizeOf(character);
    if (bytes > MOST_BYTES) break;
    name += character;
  }
  if (!name) return 'entry';
  return DEVICE.test(name) ? `${name}-entry` : name;
};

const pathOf = (stem: string, isFile = false): PagePath => {
  const address = stem.split('/').map(encodeURIComponent).join('/');
  return isFile
    ? {address: `${address}.html`, html: `${stem}.html`, markdown: `${stem}.md`}
    : {
        address: `${address}/`,
        html: `${stem}/index.html`,
        markdown: `${stem}.md`,
      };
};

export const HOME: PagePath = {
  address: '',
  html: 'index.html',
  markdown: 'index.md',
};

/** The same place below a folder: `es/`, or nothing. */
export const pathUnder = (
  prefix: string,
  {address, html, markdown}: PagePath,
): PagePath => ({
  address: prefix + address,
  html: prefix + html,
  markdown: prefix + markdown,
});

/** The folders that pages are in, each once; the root of the site is not one. */
export const foldersOf = (paths: Iterable<PagePath>): readonly string[] => {
  const folders = new Set<string>();
  for (const {address} of paths) {
    const folder = address.replace(/[^/]+\/?$/, '');
    if (folder) folders.add(folder);
  }
  return [...folders];
};

/**
 * Gives each page of a site an address of its own. Names that differ only in
 * case or in how Unicode writes them are the same name to some file systems,
 * so the second one is numbered.
 */
export class SitePaths {
  /** How often a stem was asked for; file systems may know no case. */
  readonly #taken = new Map<string, number>();
  /** Folders that belong to other pages, all that is in them included. */
  readonly #closed = new Set<string>();
  readonly #root: URL | undefined;

  /** @param siteUrl Address of the site; ends with a slash. */
  constructor(siteUrl: string | undefined) {
    this.#root =
      siteUrl !== undefined && URL.canParse(siteUrl)
        ? new URL(siteUrl)
        : undefined;
  }

  /**
   * The place that an address has on this site.
   *
   * @returns `undefined` where the address is elsewhere, is taken, or has parts
   *     that are no names of files.
   */
  own(url: string | undefined): PagePath | undefined {
    const found = this.#stemOf(url);
    return found && this.#claim(found.stem)
      ? pathOf(found.stem, found.isFile)
      : undefined;
  }

  /** A place with this name, made safe, or with a number behind it. */
  place(...parts: readonly [string, ...string[]]): PagePath {
    const stem = parts.map(safeName).join('/');
    if (this.#claim(stem)) return pathOf(stem);
    const key = keyOf(stem);
    let count = this.#taken.get(key) ?? 1;
    while (!this.#claim(`${stem}-${++count}`));
    this.#taken.set(key, count);
    return pathOf(`${stem}-${count}`);
  }

  /** Keeps folders from the pages, with all that would be in them. */
  close(...folders: readonly string[]): void {
    for (const folder of folders) this.#closed.add(keyOf(folder));
  }

  /** The same names taken, and from then on others: for a site inside the site. */
  copy(): SitePaths {
    const copy = new SitePaths(this.#root?.href);
    for (const [key, count] of this.#taken) copy.#taken.set(key, count);
    copy.close(...this.#closed);
    return copy;
  }

  #claim(stem: string): boolean {
    const key = keyOf(stem);
    if (this.#closed.has(key.split('/', 1)[0]!)) return false;
    if (this.#taken.has(key)) return false;
    this.#taken.set(key, 1);
    return true;
  }

  #stemOf(url: string | undefined) {
    const root = this.#root;
    if (!root || url === undefined || !URL.canParse(url, root.href)) {
      return undefined;
    }
    const {href, origin, pathname, search, hash} = new URL(url, root.href);
    if (
      search ||
      hash ||
      origin !== root.origin ||
      !href.startsWith(root.href)
    ) {
      return undefined;
    }
    const rest = pathname.slice(root.pathname.length).replace(/\/$/, '');
    // Servers give `a/index.html` for `a/`: one file, one place.
    const [, folder] = /^(.+)\/index\.html$/i.exec(rest) ?? [];
    const isFile =
      folder === undefined && /\.html$/.test(rest) && !pathname.endsWith('/');
    const stem = folder ?? (isFile ? rest.slice(0, -'.html'.length) : rest);
    const parts = stem.split('/').map(decoded);
    const isPlace = parts.every((part) => part !== undefined && isFit(part));
    return isPlace && !ENDING.test(stem)
      ? {stem: parts.join('/'), isFile}
      : undefined;
  }
}

const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part).normalize('NFC');
  } catch {
    return undefined; // not UTF-8
  }
};

const keyOf = (stem: string) => stem.normalize('NFC').toLowerCase();
