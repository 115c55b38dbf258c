import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {CommandError, reasonOf} from '../errors.js';
import {guardedFetch} from '../fetch/guarded-fetch.js';
import {parseGlossaryText} from '../load-glossary.js';
import type {Io} from '../io.js';
import {OutputTree} from '../output/output-tree.js';
import type {Progress} from '../progress.js';
import {Report} from '../report.js';
import type {Settings} from './arguments.js';
import {contentHash} from './content-hash.js';
import {findFiles} from './find-files.js';
import {type PageSettings, STYLESHEET} from './page-worker.js';
import {renderPages} from './render-pages.js';
import {siteFetch} from './site-fetch.js';
import {type PageState, readState, STATE_FILE, stateText} from './state.js';

/** What became of a site. */
export interface SiteResult {
  readonly pages: number;
  /** Pages that are new or otherwise than before. */
  readonly written: number;
  /** Other files of the site, the style sheet among them. */
  readonly files: number;
  /** Files of the run before that are no longer of the site. */
  readonly removed: number;
  /** Elements whose content, links or data are now in the pages. */
  readonly elements: number;
  readonly report: Report;
}

/**
 * Writes a site with the content of all elements in place, all or nothing. A
 * page that has not changed, nor anything that it was made of, is left as it
 * is.
 *
 * @throws {CommandError} Where something cannot be read or written; the output
 *     is as it was then.
 */
export const prerenderSite = async (
  settings: Settings,
  {files: {read}, version}: Pick<Io, 'files' | 'version'>,
  progress: Progress,
): Promise<SiteResult> => {
  const {site, output, siteUrl, stylesheet, isFetching, jobs} = settings;
  const glossary =
    settings.glossary === undefined
      ? undefined
      : {path: settings.glossary, text: await read(settings.glossary)};
  // A glossary with faults is told before anything is done.
  if (glossary) parseGlossaryText(glossary.text, glossary.path);
  const found = await findFiles(site);
  const report = new Report();
  for (const path of found.left)
    report.dropped(
      {file: join(site, path), line: 1},
      'hidden files, symbolic links and devices are not copied',
    );
  const last = await readState(output);
  const key = contentHash(
    JSON.stringify([version, siteUrl, stylesheet, isFetching, glossary?.text]),
  );
  const hashes = new AddressHashes(
    siteFetch(site, siteUrl, isFetching ? guardedFetch : undefined),
  );
  const tree = new OutputTree(output);
  const pages = new Map<string, PageState>();
  const files = new Map<string, string>();
  let written = 0;
  let removed = 0;
  try {
    const changed: string[] = [];
    for (const [index, path] of found.pages.entries()) {
      progress.show('looking for changes', index / found.pages.length);
      const state = last.key === key ? last.pages.get(path) : undefined;
      if (state && (await isAsItWas(settings, path, state, hashes))) {
        pages.set(path, state);
        tree.keep();
      } else changed.push(path);
    }
    const pageSettings: PageSettings = {
      site,
      siteUrl,
      stylesheet,
      isFetching,
      glossary,
    };
    let done = 0;
    await renderPages(changed, pageSettings, jobs, async (page) => {
      progress.show('prerendering', done++ / changed.length);
      const {path, content, notes} = page;
      if (await tree.write(path, content)) written++;
      for (const {line, tag, message} of notes)
        report.warning({file: join(site, path), line}, `<${tag}>: ${message}`);
      pages.set(path, {
        // What there is something to say about is looked at every time.
        input: notes.length ? '' : page.input,
        output: contentHash(content),
        glossaries: await hashes.all(page.glossaries),
        elements: page.elements,
        needsStylesheet: page.needsStylesheet,
      });
    });
    for (const [index, path] of found.others.entries()) {
      progress.show('copying', index / found.others.length);
      const content = await bytesOf(join(site, path));
      await tree.write(path, content);
      files.set(path, contentHash(content));
    }
    const isNeeded =
      stylesheet === undefined &&
      [...pages.values()].some(({needsStylesheet}) => needsStylesheet);
    if (isNeeded && !files.has(STYLESHEET)) {
      const sheet = await publishedSheet();
      await tree.write(STYLESHEET, sheet);
      files.set(STYLESHEET, contentHash(sheet));
    }
    const known = [
      ...[...last.pages].map(([path, state]) => [path, state.output] as const),
      ...last.files,
    ];
    for (const [path, hash] of known) {
      if (pages.has(path) || files.has(path)) continue;
      const now = await bytesIfAny(join(output, path));
      if (!now) continue;
      if (contentHash(now) === hash) {
        if (await tree.remove(path)) removed++;
      } else
        report.warning(
          {file: join(output, path), line: 1},
          'it is no longer of the site, and stays: it has been changed since it was written',
        );
    }
    await tree.write(STATE_FILE, stateText({key, pages, files}));
    await tree.commit();
  } finally {
    await tree.discard();
  }
  return {
    pages: found.pages.length,
    written,
    files: files.size,
    removed,
    elements: [...pages.values()].reduce((sum, page) => sum + page.elements, 0),
    report,
  };
};

/** What is at addresses now, each read once. */
class AddressHashes {
  readonly #known = new Map<string, Promise<string | null>>();

  constructor(readonly fetch: (address: string) => Promise<Response>) {}

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

const isAsItWas = async (
  {site, output}: Settings,
  path: string,
  state: PageState,
  hashes: AddressHashes,
): Promise<boolean> => {
  const input = await bytesOf(join(site, path));
  if (contentHash(input) !== state.input) return false;
  for (const [address, hash] of Object.entries(state.glossaries))
    if ((await hashes.of(address)) !== hash) return false;
  const written = await bytesIfAny(join(output, path));
  return written !== undefined && contentHash(written) === state.output;
};

const bytesOf = async (path: string): Promise<Uint8Array> => {
  try {
    return await readFile(path);
  } catch (error) {
    throw new CommandError(`cannot read ${path}: ${reasonOf(error)}`);
  }
};

const bytesIfAny = (path: string): Promise<Uint8Array | undefined> =>
  readFile(path).catch(() => undefined);

/** The look of prerendered content, as the package has it. */
const publishedSheet = async (): Promise<Uint8Array> => {
  const path = createRequire(import.meta.url).resolve(
    `term-elements/${STYLESHEET}`,
  );
  return bytesOf(path);
};
